"""Rows into events: references resolved, known rows compared, one append."""
