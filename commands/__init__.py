"""The command line: one file per group of verbs. Nothing here that a user of the library would need."""
