"""The workspace: one folder with its settings, ledger, views, evidence and vault."""
