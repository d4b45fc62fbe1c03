"""Verdicts of an edition from the views and a rulebook. Must not know a rule."""
