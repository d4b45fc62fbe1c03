"""Generations of views: where their rows lie, and which is today's."""
