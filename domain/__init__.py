"""The rules of innovation labs as pure functions: no I/O, no clock, no ids made here."""
