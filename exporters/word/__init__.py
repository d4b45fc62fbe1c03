"""Word documents rendered from a dossier, always the same bytes."""
