"""Files into rows of values, with every fault named by its cell. Must not ask the ledger."""
