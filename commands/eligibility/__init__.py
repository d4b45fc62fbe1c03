"""`jejak eligibility`: one file a verb, and the texts that they print."""
