"""The template files are what their script makes, and carry nothing they do not use."""

import io
import re
import zipfile

import pytest

from exporters.templates.lab import LAB_TEMPLATES
from exporters.templates.make import WRITERS, make
from exporters.word.render import own_template
from exporters.word.reproducible_zip import pack_zip, unpack_zip

NAMES = [*WRITERS, *LAB_TEMPLATES]


@pytest.mark.parametrize("award", NAMES)
def test_the_file_is_what_the_script_makes(award: str) -> None:
    assert make(award) == own_template(award)


@pytest.mark.parametrize("award", NAMES)
def test_a_template_holds_these_parts_only(award: str) -> None:
    assert sorted(unpack_zip(own_template(award))) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/header1.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_every_style_is_used_by_one_of_the_templates() -> None:
    parts = [unpack_zip(own_template(award)) for award in NAMES]
    styles = parts[-1]["word/styles.xml"].decode()
    defined = set(re.findall(r'w:customStyle="1" w:styleId="(\w+)"', styles))
    bodies = "".join(part[name].decode() for part in parts for name in part if name.startswith("word/"))
    used = set(re.findall(r'<w:(?:pStyle|tblStyle|basedOn) w:val="(\w+)"', bodies))
    assert len(defined) > 10
    assert defined - used == set()


def test_every_style_of_landscape_pages_is_used() -> None:
    part = unpack_zip(own_template("recapitulation"))
    ours = set(re.findall(r'w:customStyle="1" w:styleId="(\w+)"', part["word/styles.xml"].decode()))
    shared = set(
        re.findall(r'w:styleId="(\w+)"', unpack_zip(own_template("iga"))["word/styles.xml"].decode())
    )
    texts = "".join(part[name].decode() for name in part if name.startswith("word/"))
    used = set(re.findall(r'<w:(?:pStyle|basedOn) w:val="(\w+)"', texts))
    assert len(ours - shared) > 3
    assert ours - shared - used == set()


def test_a_packed_zip_forgets_order_and_time() -> None:
    first = pack_zip({"b": b"2", "a": b"1"})
    assert first == pack_zip({"a": b"1", "b": b"2"})
    assert unpack_zip(first) == {"a": b"1", "b": b"2"}
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {(entry.create_system, entry.external_attr) for entry in archive.infolist()} == {
            (3, 0o100644 << 16)
        }
