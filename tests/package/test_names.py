"""Names of evidence files in a package, and their extensions."""

from __future__ import annotations

import pytest

from exporters.package.model import EvidenceFile
from exporters.package.names import EvidenceNames
from schemas.file_types import extension


def file(**values: object) -> EvidenceFile:
    plain = {"sha256": "ab" * 32, "kind": "sk", "number": None, "date": None, "subject": None, "name": None}
    return EvidenceFile(**{**plain, "personal_data": False, "parts": ["16"], "events": [1], **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"number": "188.4/05/2023"}, "16_SK_188.4-05-2023.bin"),
        ({"subject": '  Tim  Penilai: \\ / * ? " < > | '}, "16_SK_Tim-Penilai.bin"),
        ({"subject": "Écran à jour…"}, "16_SK_Ecran-a-jour.bin"),
        ({"subject": "日本"}, "16_SK_abababababab.bin"),
        ({"subject": "../../etc/passwd"}, "16_SK_etc-passwd.bin"),
        ({"number": "CON"}, "16_SK_CON-.bin"),
        ({"number": "nul.txt", "parts": ["5a"]}, "5a_SK_nul.txt-.bin"),
        ({"subject": "a" * 99}, f"16_SK_{'a' * 60}.bin"),
        ({"subject": "kata " * 40}, f"16_SK_{'-'.join(['kata'] * 12)}.bin"),
        ({"name": "Surat Bupati.DOC"}, "16_SK_abababababab.doc"),
        ({"name": "tanpa ekstensi"}, "16_SK_abababababab.bin"),
    ],
)
def test_a_name_is_readable_and_safe(values: dict[str, object], name: str) -> None:
    assert EvidenceNames().of(file(**values), b"\x00") == name


def test_no_two_names_are_alike_whatever_the_case() -> None:
    names = EvidenceNames()
    made = [names.of(file(number=number), b"%PDF-") for number in ("5/2023", "5-2023", "A", "a", "A")]
    assert made == ["16_SK_5-2023.pdf", "16_SK_5-2023-2.pdf", "16_SK_A.pdf", "16_SK_a-2.pdf", "16_SK_A-3.pdf"]


@pytest.mark.parametrize(
    ("head", "given", "found"),
    [
        (b"%PDF-1.7", "foto.jpg", ".pdf"),
        (b"\xff\xd8\xff\xe0", None, ".jpg"),
        (b"PK\x03\x04....[Content_Types].xml....word/document.xml", None, ".docx"),
        (b"PK\x03\x04\x14\x00....[Content_Types].xml....xl/workbook.xml", None, ".xlsx"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", None, ".ods"),
        (b"PK\x03\x04....apa saja", "arsip.kmz", ".kmz"),
        (b"PK\x03\x04....apa saja", None, ".zip"),
        (b"RIFF....WEBPVP8 ", None, ".webp"),
        (b"RIFF....????", None, ".bin"),
        (b"\x00\x00\x00\x18ftypmp42", None, ".mp4"),
        (b"\x00\x00\x00\x14ftypqt  ", None, ".mov"),
        ("Notulen rapat é".encode(), None, ".txt"),
        (b"a,b\n1,2\n", "data.CSV", ".csv"),
        (("a" * 4095 + "é").encode()[:4096], None, ".txt"),
        (b"\xff\xfe\x00", None, ".bin"),
        (b"\x01\x02", "virus.exe.jahat-sekali", ".bin"),
        (b"", None, ".bin"),
    ],
)
def test_bytes_say_the_extension_and_else_the_given_name(head: bytes, given: str | None, found: str) -> None:
    assert extension(head, given) == found
