"""Lives told from events: history, replay, every event as a sentence."""
