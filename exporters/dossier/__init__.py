"""The JSON dossier: values with provenance, sections, gaps. Must not decide eligibility."""
