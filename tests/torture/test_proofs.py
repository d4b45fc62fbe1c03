"""The short form of the random ledgers that a stranger's verifier checks."""

from torture.proofs import disagreements


def test_a_stranger_agrees_on_random_ledgers() -> None:
    assert list(disagreements(300, seed=9162)) == []
