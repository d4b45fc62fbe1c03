"""Views folded from events: one engine, one file per view, and queries that are rendered when read."""
