"""Stepping through a life, and asking who says so."""

from pathlib import Path

from tests.helpers import invoke


def test_replay_tells_what_each_step_changed(demo: Path) -> None:
    steps = invoke("replay", "SIMPEL PASAR", "--json", "--home", demo).data["steps"]
    assert [one["event"] for one in steps] == sorted(one["event"] for one in steps)
    by_type = {one["type"]: one for one in steps}
    assert by_type["innovation.launched"]["changes"] == {
        "launched": {"before": False, "after": True},
        "launched_on": {"before": None, "after": "2022-12-15"},
        "launch_lab": {
            "before": None,
            "after": by_type["innovation.launched"]["changes"]["launch_lab"]["after"],
        },
        "ceremony": {"before": None, "after": "ACR-01"},
    }
    assert by_type["innovation.renamed"]["changes"]["title"] == {
        "before": "Sistem Pelayanan Retribusi dan Kios Pasar Rakyat",
        "after": "Sistem Pelayanan Retribusi, Kios, dan Los Pasar Rakyat",
    }
    assert by_type["innovation.profile_written"]["changes"] == {}
    assert {"idea.proposed", "idea.made_by_merge", "idea.approved"} <= set(by_type)


def test_replay_stops_where_it_is_told(demo: Path) -> None:
    steps = invoke("replay", "SIMPEL PASAR", "--json", "--home", demo).data["steps"]
    third = steps[2]["event"]
    until = invoke("replay", "SIMPEL PASAR", "--until", str(third), "--json", "--home", demo).data["steps"]
    assert until == steps[:3]
    before = invoke("replay", "SIMPEL PASAR", "--until", "2020-01-01", "--json", "--home", demo).data["steps"]
    assert before == []


def test_replay_of_a_correction_shows_before_and_after(own_demo: Path) -> None:
    words = (
        "correct",
        "1501",
        "occurred",
        "2023-01-02",
        "--reason",
        "salah ketik",
        "--yes",
        "--home",
        own_demo,
    )
    assert invoke(*words).status == 0
    last = invoke("replay", "SIMPEL PASAR", "--json", "--home", own_demo).data["steps"][-1]
    assert (last["type"], last["changes"]) == (
        "fact.corrected",
        {"trialled_on": {"before": "2023-02-02", "after": "2023-01-02"}},
    )


def test_trace_names_event_day_cell_and_post(own_demo: Path) -> None:
    data = invoke("trace", "SIMPEL PASAR", "trialled_on", "--json", "--home", own_demo).data
    assert (data["value"], [(one["event"], one["sheet"], one["cell"]) for one in data["sources"]]) == (
        "2023-02-02",
        [(1501, "Uji Coba", "C2")],
    )
    words = (
        "correct",
        "1501",
        "occurred",
        "2023-01-02",
        "--reason",
        "salah ketik",
        "--yes",
        "--home",
        own_demo,
    )
    assert invoke(*words).status == 0
    data = invoke("trace", "SIMPEL PASAR", "trialled_on", "--json", "--home", own_demo).data
    assert data["value"] == "2023-01-02"
    assert [one["type"] for one in data["said"]] == ["innovation.trialled", "fact.corrected"]
    text = invoke("trace", "SIMPEL PASAR", "trialled_on", "--home", own_demo).out
    assert text.startswith(
        "3303-0169  tanggal uji coba: 2 Januari 2023\n  peristiwa 1501 · 2 Jan 2023 · dicatat "
    )
