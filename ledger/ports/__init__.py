"""What the ledger asks of a database, in types; nothing here knows SQLite or PostgreSQL."""
