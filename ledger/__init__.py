"""The ledger: workspace, append section, codec, reader with the law of the fold, proof, vault, evidence."""
