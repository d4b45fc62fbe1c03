"""Damaged and hostile files and words, made of whole ones by a seed, and what the verbs do with them."""
