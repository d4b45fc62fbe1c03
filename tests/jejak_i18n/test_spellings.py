"""What forms print for a code, and what offices write for it, is read as the code."""

import re

import pytest

from jejak_i18n import labels
from schemas import loader

READ = [
    ("initiator", "Perangkat Daerah (OPD)", "unit"),
    ("initiator", "OPD", "unit"),
    ("initiator", " skpd ", "unit"),
    ("initiator", "Aparatur Sipil Negara (ASN)", "civil_servant"),
    ("initiator", "DPRD", "council_member"),
    ("unit_kind", "Organisasi Perangkat Daerah (OPD)", "opd"),
    ("unit_kind", "Rumah Sakit Umum Daerah (RSUD)", "rsud"),
    ("unit_kind", "Badan Usaha Milik Daerah", "bumd"),
    ("document", "Nota Kesepahaman (MoU)", "mou"),
    ("evidence", "Standar Operasional Prosedur (SOP)", "sop"),
    ("evidence", "Perjanjian Kerja Sama (PKS)", "cooperation_agreement"),
    ("capacity", "Pelaksana Tugas (Plt.)", "acting_plt"),
    ("capacity", "plh", "acting_plh"),
    ("medium", "Tanda Tangan Elektronik (TTE)", "electronic"),
    ("support", "Bimbingan Teknis (Bimtek)", "training"),
]
UNREAD = [
    ("initiator", "ASN (OPD)"),
    ("initiator", "Perangkat Daerah (bukan)"),
    ("initiator", "OPD ("),
    ("initiator", "swasta"),
]


@pytest.mark.parametrize(("group", "said", "code"), READ)
def test_a_spelling_is_read(group: str, said: str, code: str) -> None:
    assert labels.code_of(group, said) == code


@pytest.mark.parametrize(("group", "said"), UNREAD)
def test_brackets_that_say_something_else_are_not_read(group: str, said: str) -> None:
    assert labels.code_of(group, said) is None


@pytest.mark.parametrize("group", labels.SPELLINGS)
def test_no_spelling_means_two_codes(group: str) -> None:
    said = [one.casefold() for all_ in labels.SPELLINGS[group].values() for one in all_]
    assert len(said) == len(set(said))
    assert labels.SPELLINGS[group].keys() <= labels.group_of(group).keys()
    assert set(said) & {name.casefold() for name in labels.group_of(group).values()} == set()


def test_every_label_of_a_form_with_an_abbreviation_is_read() -> None:
    printed = [
        (field, option["id"], option["label"])
        for book in map(loader.rulebook, loader.rulebook_ids())
        for item in [*book.get("identity", []), *book.get("sections", [])]
        for field in item.get("fields", [])
        for option in item.get("options", [])
        if re.search(r"\(\w+\)", option["label"]) and field in labels.LABELS
    ]
    assert {label for _field, _id, label in printed} == {"Perangkat Daerah (OPD)"}
    for field, id_, label in printed:
        assert labels.label_of(field, labels.code_of(field, label)) == id_
