"""What a jury gave is called the same on its sheet, in its sentence and in its corrections."""

from pathlib import Path

from domain.sheets.innovation_course import JUDGING
from jejak_i18n.labels import field_for_terminal
from tests.helpers import invoke


def test_sheet_sentence_and_correction_say_the_same(own_life: Path) -> None:
    def told() -> list[str]:
        entries = invoke("history", "3303-0003", "--json", "--home", own_life).data["entries"]
        return [one["sentence"] for one in entries if "juri" in one["sentence"]]

    entries = invoke("history", "3303-0003", "--json", "--home", own_life).data["entries"]
    (at,) = [one["event"] for one in entries if one["type"] == "innovation.judged"]
    words = ("--reason", "salah ketik", "--yes", "--home", own_life)
    assert invoke("correct", at, "nilai juri", "88", *words).status == 0
    assert JUDGING.label("score") == "Nilai Juri"
    assert told() == [
        "Dinilai oleh Tim penilai, kebaruan: nilai juri 87,5, peringkat 2.",
        f'RALAT: nilai juri pada peristiwa {at} bukan "87,5", melainkan "88" (salah ketik).',
    ]


def test_the_score_of_a_survey_is_another_fact() -> None:
    assert field_for_terminal("innovation.judged", "score") == "nilai juri"
    assert field_for_terminal("lab.readiness_surveyed", "score") == "skor"
