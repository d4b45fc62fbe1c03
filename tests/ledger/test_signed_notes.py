"""Signed notes and the checkpoints in them: what is one, who signed it, what is none."""

from __future__ import annotations

import pytest

from ledger.proofs import signed_note
from ledger.proofs.checkpoints import Checkpoint, read_checkpoint
from ledger.proofs.signed_note import NoteError


def test_a_note_is_text_and_signatures() -> None:
    key = signed_note.new_key("jejak/33.03")
    note = signed_note.sign("satu\n\ndua\n", key)
    found = signed_note.parse(note)
    assert found.text == "satu\n\ndua\n"
    assert signed_note.verified(found, key.verifier()) == 0
    stranger = signed_note.new_key("jejak/33.03")
    assert signed_note.verified(found, stranger.verifier()) is None
    assert signed_note.read_signing_key(str(key)) == key
    assert signed_note.read_verifier_key(str(key.verifier())) == key.verifier()


def test_a_witness_signs_with_the_time() -> None:
    log, witness = signed_note.new_key("log"), signed_note.new_key("saksi")
    note = signed_note.cosign(signed_note.sign("satu\n", log), witness, 1_700_000_000)
    found = signed_note.parse(note)
    assert signed_note.verified(found, witness.verifier(signed_note.WITNESS)) == 1_700_000_000
    assert signed_note.verified(found, log.verifier()) == 0
    assert signed_note.verified(found, witness.verifier()) is None


def test_a_signature_of_a_known_key_that_does_not_verify_refuses_the_note() -> None:
    key = signed_note.new_key("log")
    note = signed_note.sign("satu\n", key).replace("satu", "dua")
    with pytest.raises(NoteError):
        signed_note.verified(signed_note.parse(note), key.verifier())


@pytest.mark.parametrize(
    "text",
    ["", "satu", "satu\n", "satu\n\n", "satu\n\nbukan\n", "satu\n\n— a b\n", "satu\n\n— a AAAA\n"]
    + ["satu\n\n— a AAAAAAAA", "sa\ttu\n\n— a AAAAAAAA\n", "satu\n\n—  AAAAAAAA\n"]
    + ["satu\n\n" + "— a AAAAAAAA\n" * 65],
)
def test_what_is_no_note(text: str) -> None:
    with pytest.raises(NoteError):
        signed_note.parse(text)


@pytest.mark.parametrize(
    "text",
    ["", "a\n1\n", "a\n1\nAA==\n", f"a\n01\n{'A' * 43}=\n", f"a\n-1\n{'A' * 43}=\n", f"a\n²\n{'A' * 43}=\n"]
    + [f"\n1\n{'A' * 43}=\n", f"a\n1\n{'A' * 42}B=\n", f"a\n1\n{'A' * 43}=\n\n", f"a\n1\n{'A' * 43}="],
)
def test_what_is_no_checkpoint(text: str) -> None:
    with pytest.raises(NoteError):
        read_checkpoint(text)


def test_a_checkpoint_comes_back_and_extensions_are_passed_over() -> None:
    one = Checkpoint("jejak/33.03", 7, bytes(range(32)))
    assert read_checkpoint(one.text()) == one
    assert read_checkpoint(one.text() + "catatan\n") == one
