"""Benchmarks: a generator of realistic ledgers, and what the engine makes of them beside bare floors."""
