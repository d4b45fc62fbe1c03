"""Commands: the handler, one decision over a unit of work, integrity of the change."""
