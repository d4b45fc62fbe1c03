"""Entry: prepared by the first action about it, then claims, verifications, texts, the queue, the result."""

from typing import Any

import pytest

from domain.base import Action, Body, Draft
from domain.claims import ClaimLevel, ClaimRegion, LevelClaimed, LevelVerified, VerifyLevel, VerifyRegion
from domain.entry import (
    AlignmentChosen,
    AnnounceResult,
    ChooseAlignment,
    DossierIssued,
    IssuedFile,
    IssueDossier,
    MoveQueue,
    QueueMoved,
    ResultAnnounced,
    SectionWritten,
    WriteSection,
)
from domain.evidence import Cited, EvidenceAttached, EvidenceSuperseded
from domain.on_entry import EntryPrepared, PrepareEntry
from tests.domain.given import (
    A_DOCUMENT,
    A_PROPOSAL,
    A_REGION_ENTRY,
    AN_ENTRY,
    AN_INNOVATION,
    DOCUMENT,
    ENTRY,
    INNOVATION,
    OTHER_ENTRY,
    Event,
    Recorded,
    given,
    same,
)

SK = Event(
    INNOVATION,
    EvidenceAttached(kind="sk", number="7", subject="SK", iga=["regulation"], file="ab"),
    "2025-02-03",
)
LINK = Event(INNOVATION, EvidenceAttached(kind="video", subject="Video", iga=["video"], link="https://x"))
PERKADA = Event(INNOVATION, EvidenceAttached(kind="perkada", subject="P", iga=["regulation"], file="cd"))
CLAIMED = Event(ENTRY, LevelClaimed(indicator="regulation", level=1))
ISSUED: dict[str, Any] = {
    "files": [IssuedFile("a.json", "a" * 64), IssuedFile("a.docx", "b" * 64)],
    "position": 9,
    "rulebook": "kipp-2023-umum",
    "sha256": "c" * 64,
    "template": "d" * 64,
    "release": "0.1.0",
}
PREPARED = ("award", "year", "group", "innovation", "occurred")
ABOUT: dict[str, Any] = {"region": "3303", "occurred": "2026-06-01", "year": 2026, "innovation": INNOVATION}
KIPP: dict[str, Any] = {**ABOUT, "occurred": "2023-04-01", "year": 2023, "group": "umum"}


def one(action: Action, body: Body, *around: Event) -> Recorded:
    """An action with every field filled, whose fields are those of its event, on the entry."""
    fields = same(*body.__struct_fields__, "occurred") | {"@stream": "innovation"}
    return Recorded(action, [Draft(ENTRY, action.occurred, body, fields, founds_row=True)], around)


ALIGNED = AlignmentChosen(
    category="Kesehatan",
    sdgs=[3, 11],
    asta_cita=[4],
    source="SIMPEL",
    source_owner="Kota Surakarta",
    source_tier="TOP 99",
    source_edition="2019",
)
ALIGNMENT: dict[str, Any] = {name: getattr(ALIGNED, name) for name in ALIGNED.__struct_fields__}
VERIFIED = LevelVerified(
    indicator="regulation",
    verified=1,
    cites=[Cited(evidence=2, file="ab", number="7", date="2025-02-03")],
    verifier="Tim Penilai",
)
RECORDED = {
    "prepare": Recorded(
        PrepareEntry.of(region="3303", award="kipp", year=2023, group="umum", innovation=INNOVATION),
        [Draft(ENTRY, None, A_PROPOSAL.body, same(*PREPARED), founds_row=True)],
        (AN_INNOVATION,),
    ),
    "prepare for the region": Recorded(
        PrepareEntry.of(region="3303", award="iga", year=2026),
        [Draft(ENTRY, None, A_REGION_ENTRY.body, same(*PREPARED), founds_row=True)],
    ),
    "claim of the region": Recorded(
        ClaimRegion.of(
            region="3303",
            occurred="2026-06-01",
            year=2026,
            indicator="hdi",
            amount="70.5",
            documents=[DOCUMENT],
            note="BPS",
        ),
        [
            Draft(
                ENTRY,
                "2026-06-01",
                LevelClaimed(indicator="hdi", level=0, amount="70.5", documents=[DOCUMENT], note="BPS"),
                same("indicator", "level", "amount", "documents", "note", "occurred"),
                founds_row=True,
            )
        ],
        (A_DOCUMENT, A_REGION_ENTRY),
    ),
    "claim of the region with its verification": Recorded(
        ClaimRegion.of(
            region="3303", year=2026, indicator="audit_opinion", level=3, documents=[DOCUMENT], verified=2
        ),
        [
            Draft(
                ENTRY,
                None,
                LevelClaimed(indicator="audit_opinion", level=3, documents=[DOCUMENT]),
                same("indicator", "level", "amount", "documents", "note", "occurred"),
                founds_row=True,
            ),
            Draft(
                ENTRY,
                None,
                LevelVerified(
                    indicator="audit_opinion",
                    verified=2,
                    cites=[Cited(None, DOCUMENT, None, None, A_DOCUMENT.body.number, A_DOCUMENT.occurred)],
                ),
                same("indicator", "verified", "verifier", "note", "occurred"),
            ),
        ],
        (A_DOCUMENT, A_REGION_ENTRY),
    ),
    "verification of the region": Recorded(
        VerifyRegion.of(region="3303", year=2026, indicator="audit_opinion", verified=3, note="LHP"),
        [
            Draft(
                ENTRY,
                None,
                LevelVerified(
                    indicator="audit_opinion",
                    verified=3,
                    cites=[Cited(None, DOCUMENT, None, None, A_DOCUMENT.body.number, A_DOCUMENT.occurred)],
                    note="LHP",
                ),
                same("indicator", "verified", "verifier", "note", "occurred"),
                founds_row=True,
            )
        ],
        (
            A_DOCUMENT,
            A_REGION_ENTRY,
            Event(ENTRY, LevelClaimed(indicator="audit_opinion", level=3, documents=[DOCUMENT])),
        ),
    ),
    "claim with its verification": Recorded(
        ClaimLevel.of(**ABOUT, indicator="regulation", level=2, verified=1, verifier="Tim Penilai"),
        [
            Draft(
                ENTRY,
                "2026-06-01",
                LevelClaimed(indicator="regulation", level=2),
                same("indicator", "level", "basis", "note", "occurred") | {"@stream": "innovation"},
                founds_row=True,
            ),
            Draft(
                ENTRY,
                "2026-06-01",
                VERIFIED,
                same("indicator", "verified", "verifier", "note", "occurred") | {"@stream": "innovation"},
                founds_row=False,
            ),
        ],
        (AN_INNOVATION, SK, LINK, AN_ENTRY),
    ),
    "verify": Recorded(
        VerifyLevel.of(**ABOUT, indicator="regulation", verified=1, verifier="Tim Penilai", note="cocok"),
        [
            Draft(
                ENTRY,
                "2026-06-01",
                LevelVerified(
                    indicator="regulation",
                    verified=1,
                    cites=VERIFIED.cites,
                    verifier="Tim Penilai",
                    note="cocok",
                ),
                same("indicator", "verified", "verifier", "note", "occurred") | {"@stream": "innovation"},
                founds_row=True,
            )
        ],
        (AN_INNOVATION, SK, AN_ENTRY, CLAIMED),
    ),
    "align": one(ChooseAlignment.of(**KIPP, **ALIGNMENT), ALIGNED, AN_INNOVATION, A_PROPOSAL),
    "write": one(
        WriteSection.of(**KIPP, section="novelty", text="Baru"),
        SectionWritten(section="novelty", text="Baru"),
        AN_INNOVATION,
        A_PROPOSAL,
    ),
    "queue": one(
        MoveQueue.of(**KIPP, stage="returned", note="surat"),
        QueueMoved(stage="returned", note="surat"),
        AN_INNOVATION,
        A_PROPOSAL,
    ),
    "issue": one(
        IssueDossier.of(**KIPP, award="kipp", **ISSUED),
        DossierIssued(**ISSUED),
        AN_INNOVATION,
        A_PROPOSAL,
    ),
    "result": one(
        AnnounceResult.of(**KIPP, award="kipp", result="finalist", tier="TOP 99", note="SK 1"),
        ResultAnnounced(result="finalist", tier="TOP 99", note="SK 1"),
        AN_INNOVATION,
        A_PROPOSAL,
    ),
}


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_entry_action_records_these_events(case: Recorded) -> None:
    given(*case.given).when(case.action).then(*case.drafts)


def claim(**values: Any) -> ClaimLevel:
    return ClaimLevel.of(**{**ABOUT, "indicator": "regulation", "level": 1, **values})


def test_the_first_action_about_an_entry_prepares_it() -> None:
    answer = given(AN_INNOVATION).when(claim(), first=True)
    answer.bodies(AN_ENTRY.body, LevelClaimed(indicator="regulation", level=1))
    assert [draft.stream for draft in answer.drafts] == [ENTRY, ENTRY]


@pytest.mark.parametrize(
    ("there", "prepares"),
    [
        (EntryPrepared(award="iga", year=2026, innovation=INNOVATION), False),
        (EntryPrepared(award="iga", year=2025, innovation=INNOVATION), True),
        (EntryPrepared(award="iga", year=2026), True),
        (EntryPrepared(award="kipp", year=2026, innovation=INNOVATION), True),
        (EntryPrepared(award="iga", year=2026, group="umum", innovation=INNOVATION), True),
    ],
    ids=["the same", "another year", "the region's", "another award", "another group"],
)
def test_an_entry_is_one_for_each_award_year_group_and_innovation(
    there: EntryPrepared, prepares: bool
) -> None:
    answer = given(AN_INNOVATION, Event(ENTRY, there)).when(claim(), first=True)
    assert [draft.stream for draft in answer.drafts] == ([OTHER_ENTRY] * 2 if prepares else [ENTRY])


def test_an_empty_group_is_no_group() -> None:
    assert given(AN_INNOVATION, AN_ENTRY).when(claim(group=""), first=True).drafts[0].stream == ENTRY


def test_a_row_of_the_region_prepares_the_entry_of_the_region() -> None:
    action = ClaimRegion.of(region="3303", year=2026, indicator="hdi", level=2)
    answer = given().when(action, first=True)
    answer.bodies(A_REGION_ENTRY.body, LevelClaimed(indicator="hdi", level=2))


def test_an_action_about_an_entry_that_nobody_prepared_is_refused() -> None:
    given(AN_INNOVATION).when(claim()).refused(None, "The entry is not prepared.")


def test_a_row_of_the_region_without_level_and_figure_is_refused() -> None:
    action = ClaimRegion.of(region="3303", year=2026, indicator="hdi")
    given(A_REGION_ENTRY).when(action).refused("level", "A row of SPD needs its level or its figure.")


@pytest.mark.parametrize(
    ("evidence", "cites"),
    [
        ([], []),
        ([LINK], []),
        ([SK, PERKADA], [Cited(2, file="ab", number="7", date="2025-02-03"), Cited(3, file="cd")]),
        ([SK, PERKADA, Event(INNOVATION, EvidenceSuperseded(old=2))], [Cited(3, file="cd")]),
    ],
    ids=["no evidence", "of another indicator", "two pieces", "one superseded"],
)
def test_a_verification_cites_the_evidence_of_its_indicator_as_it_now_is(
    evidence: list[Event], cites: list[Cited]
) -> None:
    action = VerifyLevel.of(**ABOUT, indicator="regulation", verified=0)
    answer = given(AN_INNOVATION, *evidence, AN_ENTRY, CLAIMED).when(action)
    answer.bodies(LevelVerified(indicator="regulation", verified=0, cites=cites))
