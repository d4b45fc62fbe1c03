"""Pages for a browser: one file each, without scripts, and nothing that is fetched."""
