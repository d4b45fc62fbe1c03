"""The engine: catch up, rebuild, verify, follow, and what a fault stops."""
