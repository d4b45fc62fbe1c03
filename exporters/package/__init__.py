"""A dossier with all that it rests on, as one BagIt bag in a zip. Must not decide eligibility."""
