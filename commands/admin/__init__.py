"""Verbs for whoever keeps the ledger and its database: backup, copy, rights, views."""
