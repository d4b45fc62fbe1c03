"""Care of a workspace: backup and restore, export, check of evidence files."""
