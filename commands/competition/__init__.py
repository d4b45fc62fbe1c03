"""Verbs about a competition: calendar, entries, evidence, rulebooks, dossiers."""
