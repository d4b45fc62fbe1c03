"""What `correct` and `void` would do is shown first, and asked about; without a terminal `--yes` says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import at_a_terminal, invoke

TRIAL = "2023-06-03T05:00:00+00:00/8"
MORE = "Belum ada yang dicatat. Untuk mencatat: perintah yang sama dengan --yes.\n"
CORRECTED = (
    "Akan diralat, 1 peristiwa:\n"
    "  40  3303-0001, 2 Februari 2023: Diuji coba di Pasar Segamas."
    ' Isian tempat: "Pasar Segamas" menjadi "Pasar Kota".\n'
)
VOIDED = (
    "Akan dibatalkan, 1 peristiwa, yang terbaru dahulu:\n"
    "  40  3303-0001, 2 Februari 2023: Diuji coba di Pasar Segamas.\n"
)
CORRECT = ("correct", "40", "place", "Pasar Kota", "--reason", "salah pasar")
VOID = ("void", TRIAL, "--reason", "belum diuji")
BOTH = pytest.mark.parametrize(("words", "told"), [(CORRECT, CORRECTED), (VOID, VOIDED)])


def events(home: Path) -> int:
    return int(invoke("ledger", "verify", "--json", "--home", home).data["events"])


@BOTH
def test_without_a_terminal_it_is_shown_and_yes_records_it(
    own_life: Path, words: tuple[str, ...], told: str
) -> None:
    before = events(own_life)
    done = invoke(*words, "--home", own_life)
    assert (done.status, done.out, done.err) == (4, "", told + MORE)
    done = invoke(*words, "--dry-run", "--home", own_life)
    assert (done.status, done.err) == (0, told)
    assert done.out == "Akan dicatat 1 peristiwa. Belum ada yang dicatat.\n"
    assert events(own_life) == before
    done = invoke(*words, "--yes", "--home", own_life)
    assert (done.status, done.err) == (0, "")
    assert events(own_life) == before + 1


@BOTH
@pytest.mark.parametrize(("said", "status", "more"), [("ya", 0, 1), ("t", 4, 0)])
def test_at_a_terminal_it_is_asked(
    own_life: Path, words: tuple[str, ...], told: str, said: str, status: int, more: int
) -> None:
    before = events(own_life)
    done = at_a_terminal(said, *words, "--home", own_life)
    assert (done.status, done.err) == (status, told if more else told + MORE)
    question = "Catat ralat ini?" if words is CORRECT else "Batalkan ini?"
    assert done.out.startswith(f"{question} [y/t]: ")
    assert events(own_life) == before + more


def test_a_program_is_told_in_the_messages(own_life: Path) -> None:
    done = invoke(*CORRECT, "--json", "--home", own_life)
    assert (done.status, done.data) == (4, None)
    texts = [one["text"] for one in done.envelope["messages"]]
    assert texts == [
        "Akan diralat, 1 peristiwa:",
        '3303-0001, 2 Februari 2023: Diuji coba di Pasar Segamas. Isian tempat: "Pasar Segamas" menjadi'
        ' "Pasar Kota".',
        MORE.strip(),
    ]


def test_the_void_of_a_void_shows_what_stands_again(own_life: Path) -> None:
    assert invoke(*VOID, "--yes", "--command-id", "batal", "--home", own_life).status == 0
    done = invoke("void", "batal", "--reason", "ternyata benar", "--home", own_life)
    assert (done.status, done.err) == (
        4,
        "Akan ditarik kembali, 1 ralat atau pembatalan, yang terbaru dahulu:\n"
        f"  116  3303-0001: PEMBATALAN: {TRIAL} (belum diuji).\n"
        "Akan berlaku lagi, 1 peristiwa, yang terbaru dahulu:\n"
        "  40  3303-0001, 2 Februari 2023: Diuji coba di Pasar Segamas.\n" + MORE,
    )


def test_the_void_of_a_correction_shows_the_correction(own_life: Path) -> None:
    assert invoke(*CORRECT, "--yes", "--command-id", "ralat", "--home", own_life).status == 0
    done = invoke("void", "ralat", "--reason", "ternyata benar", "--home", own_life)
    assert (done.status, done.err) == (
        4,
        "Akan ditarik kembali, 1 ralat atau pembatalan, yang terbaru dahulu:\n"
        '  116  3303-0001: RALAT: tempat pada peristiwa 40 bukan "Pasar Segamas", melainkan "Pasar Kota"'
        " (salah pasar).\n" + MORE,
    )


def test_a_repeated_command_is_not_asked_about(own_life: Path) -> None:
    words = (*CORRECT, "--command-id", "ralat", "--home", own_life)
    assert invoke(*words, "--yes").status == 0
    done = invoke(*words)
    assert (done.status, done.err) == (0, "")
    assert done.out == "Tidak ada yang baru: perintah ralat sudah tercatat sebelumnya.\n"
