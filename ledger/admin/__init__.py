"""Care of a ledger: verification, copies to another database, roles on PostgreSQL."""
