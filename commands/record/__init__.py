"""Verbs that record: init and template, import, correct, void."""
