"""Dossiers and documents made from what the projections show."""
