"""Verbs that read: catalogue, lab, history, replay, trace."""
