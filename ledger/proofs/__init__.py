"""Proofs that an outsider can check: signed checkpoints, inclusion and consistency of the proof tree."""
