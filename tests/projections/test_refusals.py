"""A void that would leave others without their ground names them all, newest first."""

from pathlib import Path

import psutil

from tests.helpers import invoke
from tests.projections.bases import IN_FILES


def test_a_refused_void_names_what_depends_on_it_newest_first(own_life: Path) -> None:
    ceremony = "2023-06-01T05:00:00+00:00/13"
    done = invoke("void", ceremony, "--reason", "keliru", "--home", own_life)
    assert (done.status, done.out) == (4, "")
    assert done.err == (
        "Ditolak: 2 peristiwa bergantung padanya. Yang terbaru dahulu:\n"
        "  51  3303-0002: Diluncurkan pada Purbalingga Expo, bersama 1 inovasi lain."
        " Lab itu tidak mengadakan acara ACR-01. Tindakan 2023-06-03T05:00:00+00:00/18.\n"
        "  50  3303-0001: Diluncurkan pada Purbalingga Expo, bersama 1 inovasi lain."
        " Lab itu tidak mengadakan acara ACR-01. Tindakan 2023-06-03T05:00:00+00:00/17.\n"
        "Tidak ada yang dicatat.\n"
        "  Batalkan tindakan-tindakan itu lebih dahulu, yang terbaru dahulu.\n"
    )


@IN_FILES
def test_no_views_stay_open_after_a_refusal(own_life: Path) -> None:
    invoke("void", "2023-06-01T05:00:00+00:00/13", "--reason", "keliru", "--home", own_life)
    names = [one.path for one in psutil.Process().open_files()]
    assert [name for name in names if name.startswith(str(own_life / "views"))] == []
