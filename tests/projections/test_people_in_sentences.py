"""Who signed and who serves in the team, as histories and the page of a lab tell it."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.agreement import RecordSignature
from domain.document import RecordParty
from domain.lab_setting import NameTeamMember
from domain.person import RegisterPerson
from tests.clocked import go_on
from tests.helpers import invoke
from tests.ledger.office import LAB
from tests.projections.test_sentences import told as sentences

AT = "2023-06-06T05:00:00+00:00"
AGREEMENT, DECREE = "3303/agreement/000001", "3303/document/000001"
NEW = "3303/person/000004"


@pytest.mark.parametrize(
    ("capacity", "representing", "told"),
    [
        ("definitive", None, "Sekretaris Daerah"),
        ("acting_plt", None, "Plt. Sekretaris Daerah"),
        ("on_behalf", "Bupati Purbalingga", "a.n. Bupati Purbalingga, Sekretaris Daerah"),
        ("on_behalf", None, "a.n. …, Sekretaris Daerah"),
        (None, "seluruh OPD", "Sekretaris Daerah (hanya mewakili seluruh OPD)"),
        ("acting_pj", "para camat", "Pj. Sekretaris Daerah (hanya mewakili para camat)"),
    ],
)
def test_a_signature_keeps_its_capacity_and_whom_it_represents(
    own_life: Path, capacity: str | None, representing: str | None, told: str
) -> None:
    how = {"region": "3303", "person": NEW, "capacity": capacity, "representing": representing}
    go_on(
        own_life,
        AT,
        RegisterPerson.of(region="3303", profile="p9", post="Sekretaris Daerah"),
        RecordSignature.of(agreement=AGREEMENT, role="first_party", **how),
        RecordParty.of(document=DECREE, role="witness", **how),
    )
    assert sentences(own_life)[-2:] == [
        ("agreement.signature_recorded", f"Ditandatangani oleh {told} sebagai pihak pertama."),
        ("document.party_recorded", f"Ditandatangani oleh {told} sebagai saksi."),
    ]
    page = invoke("lab", "show", "purbalingga-2022", "--home", own_life).out
    assert f"  pihak pertama: {told}\n" in page
    assert f"    saksi: {told}\n" in page


def test_post_and_position_of_the_same_words_are_said_once(own_life: Path) -> None:
    go_on(
        own_life,
        AT,
        RegisterPerson.of(region="3303", profile="p9", post="Coach Pendamping"),
        NameTeamMember.of(region="3303", lab=LAB, person=NEW, team_position="coach"),
        NameTeamMember.of(region="3303", lab=LAB, person=NEW, team_position="member"),
    )
    history = invoke("history", "purbalingga-2022", "--home", own_life).out
    assert "  Coach Pendamping masuk dalam tim.\n" in history
    assert "  Coach Pendamping menjadi anggota dalam tim.\n" in history
    page = invoke("lab", "show", "purbalingga-2022", "--home", own_life).out
    assert "\n  Tim: ketua Kepala Dinas Perdagangan; Coach Pendamping; anggota Coach Pendamping\n" in page
