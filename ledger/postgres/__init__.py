"""The ledger on PostgreSQL: tables and guards, recorder, reading, subscription, vault."""
