"""The ledger on SQLite: tables and guards, recorder, reading."""
