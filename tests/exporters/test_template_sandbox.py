"""Templates of strangers: whatever they ask for ends within its bounds, in a word of our own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest

from exporters.word import sandbox, template_file
from exporters.word.render import own_template, render
from exporters.word.reproducible_zip import pack_zip, unpack_zip
from exporters.word.template_check import check
from exporters.word.template_refused import TemplateRefusedError
from tests.exporters import portraits

IGA = portraits.form("iga", 2026)
ENDLESS = "{% for a in range(100000) %}" * 3 + "{{ a }}" + "{% endfor %}" * 3
DOUBLED = "{% set n = namespace(x='a') %}{% for i in range(64) %}{% set n.x = n.x ~ n.x %}{% endfor %}"


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Three seconds for a template."""
    monkeypatch.setattr(sandbox, "SECONDS", 3)
    return


def saying(*texts: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for text in texts:
        document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def changed(part: str, old: bytes, new: bytes) -> bytes:
    """Our template with other bytes in one of its parts."""
    parts = unpack_zip(own_template("iga"))
    assert old in parts[part]
    return pack_zip({**parts, part: parts[part].replace(old, new)})


def filled(template: bytes, portrait: dict[str, Any] | None = None) -> list[str]:
    made = render(portraits.dossier_of(portrait or portraits.complete(), IGA), template)
    return [one.text for one in docx.Document(io.BytesIO(made)).paragraphs]


def fault(template: bytes) -> tuple[str, str]:
    with pytest.raises(TemplateRefusedError) as caught:
        filled(template)
    return caught.value.fault, caught.value.place


@pytest.mark.parametrize("text", [ENDLESS, "{{ 9 ** 99999999 }}"], ids=["loops", "power"])
def test_what_does_not_end_is_ended(soon: None, text: str) -> None:
    assert fault(saying(text)) == ("time", "")


@pytest.mark.parametrize(
    "text",
    ["{{ 'a' * 10000000000 }}", "{{ '%099999999999d'|format(1) }}", "{{ 'a'|center(99999999999) }}", DOUBLED],
    ids=["multiplied", "formatted", "centred", "doubled"],
)
def test_what_grows_is_ended(text: str) -> None:
    assert fault(saying(text)) == ("memory", "")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "forbidden"),
        ("{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}", "forbidden"),
        ("{{ code.__class__ }}", "forbidden"),
        ("{{ code['__class__'].__mro__ }}", "forbidden"),
        ("{{ self.__init__.__globals__ }}", "forbidden"),
        ("{{ code.upper() }}", "forbidden"),
        ("{{ sections.append(1) }}", "forbidden"),
        ("{{ range }}", "forbidden"),
        ("{{ lipsum() }}", "name"),
        ("{{ cycler('a') }}", "name"),
        ("{{ sections[0].nomor }}", "name"),
        ("{{ code|attr('__class__') }}", "language"),
        ("{{ innovation|safe }}", "language"),
        ("{{ [1, 2]|random }}", "language"),
        ("{% include 'x' %}", "language"),
        ("{% import 'os' as os %}", "language"),
        ("{% for section in sections %}", "language"),
        ("{% debug %}", "language"),
        ("{{ code", "language"),
    ],
)
def test_what_is_not_allowed_is_named_with_its_paragraph(text: str, kind: str) -> None:
    found, place = fault(saying("Pembuka", text))
    assert found == kind
    assert place == "" or place.startswith(text[:40])


def test_a_command_in_a_wrong_place_gives_no_half_document() -> None:
    assert fault(saying("{% filter upper %}{{ innovation }} & {{ code }} <w:p>{% endfilter %}")) == (
        "result",
        "",
    )


def test_a_record_writes_no_markup_of_word() -> None:
    words = (
        "{% autoescape false %}{{ innovation }}{% endautoescape %}",
        "{{ innovation|e }}",
        "{{ innovation|striptags }}",
        "{% set again %}{{ innovation }}{% endset %}{{ again }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(innovation) }}",
    )
    said = filled(saying(*words), portraits.hostile())
    assert all("{{ 7*7 }}" in one for one in said)
    assert "49" not in " ".join(said).split()


def test_what_is_printed_never_depends_on_the_run() -> None:
    words = ("{{ range ~ '' }}", "{{ identity|map(attribute='label') ~ '' }}", "{{ identity|reverse ~ '' }}")
    assert not any("0x" in one for one in filled(saying(*words)))


def test_loops_macros_and_filters_work() -> None:
    words = (
        "{% macro shown(x) %}[{{ x|upper }}]{% endmacro %}{{ shown(code) }}",
        "{% for n in range(3) %}{{ n }}{% endfor %}",
        "{{ identity|map(attribute='label')|join(' / ') }}",
        "{{ (sections|first).items|default('tidak ada') }}",
    )
    said = filled(saying(*words))
    assert said[:2] == ["[3303-0147]", "012"]
    assert said[2] == "Pemerintah Daerah / Nomor Registrasi"
    assert said[3] == "tidak ada"


def test_our_own_template_gives_the_same_bytes_apart() -> None:
    dossier = portraits.dossier_of(portraits.complete(), IGA)
    parts = unpack_zip(own_template("iga"))
    # Another file, for its hash; the same document.
    strange = pack_zip({**parts, "word/strange.xml": b"<x/>"})
    ours, apart = (unpack_zip(render(dossier, one)) for one in (None, strange))
    assert ours["word/document.xml"] == apart["word/document.xml"]
    assert render(dossier, strange) == render(dossier, strange)


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_files_that_are_no_templates() -> None:
    types = "[Content_Types].xml"
    main, kind = b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml"
    body, rels = "word/document.xml", "word/_rels/document.xml.rels"
    remote = b'<Relationship Id="r" Type="x/attachedTemplate" Target="http://x" TargetMode="External"/>'
    link = remote.replace(b"x/attachedTemplate", b"x/relationships/hyperlink")
    doctype = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document'
    found = {
        "text": fault(b"bukan berkas Word")[0],
        "empty": fault(b"")[0],
        "old": fault(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))[0],
        "broken": fault(b"PK\x03\x04" + bytes(600))[0],
        "zip": fault(pack_zip({"a.txt": b"a"}))[0],
        "dotx": fault(changed(types, main, kind))[0],
        "docm": fault(
            changed(
                types, b"openxmlformats-officedocument.wordprocessingml.document.main", b"macroEnabled.main"
            )
        )[0],
        "remote": fault(changed(rels, b"</Relationships>", remote + b"</Relationships>"))[0],
        "entities": fault(changed(body, b"<w:document", doctype))[0],
        "cut": fault(changed(body, b"</w:document>", b""))[0],
        "bomb": fault(zipped(**{types: b"", "word/document.xml": bytes(template_file.UNPACKED + 1)}))[0],
        "many": fault(zipped(**{f"part{n}": b"" for n in range(template_file.MOST_PARTS + 1)}))[0],
        "large": fault(bytes(template_file.LARGEST + 1))[0],
    }
    assert found == {
        "text": "no_word_file",
        "empty": "no_word_file",
        "old": "old_word",
        "broken": "damaged",
        "zip": "no_word_file",
        "dotx": "word_template",
        "docm": "macros",
        "remote": "outside",
        "entities": "damaged",
        "cut": "damaged",
        "bomb": "too_large",
        "many": "too_large",
        "large": "too_large",
    }
    filled(changed(rels, b"</Relationships>", link + b"</Relationships>"))


@pytest.mark.parametrize("award", ["iga", "kipp", "letter"])
def test_our_templates_know_every_name_and_leave_nothing_out(award: str) -> None:
    found = check(own_template(award), award)
    assert (found.unknown, found.refused, found.left_out) == ([], None, [])
    assert found.marks_illustrations
    assert found.parts == {"iga": 59, "kipp": 40, "letter": 11}[award]


def test_names_are_found_in_every_branch_with_what_there_is_beside_them() -> None:
    words = (
        "{% if kode %}x{% endif %}",
        "{% for s in sections %}{{ s.nomor }}{{ s.label }}{% endfor %}",
        "{{ identity[0].judul }} {{ (indicators|first)['nama'] }}",
        "{% if not final %}{{ code.panjang }}{% endif %}",
        "{% set a = unit %}{{ a }}{% for g in missing %}{{ g.mend }}{{ loop.index }}{% endfor %}",
    )
    found = check(saying(*words), "iga")
    assert [(one.name, one.place) for one in found.unknown] == [
        ("kode", words[0]),
        ("s.nomor", words[1]),
        ("identity[0].judul", words[2]),
        ("….nama", words[2]),
        ("code.panjang", words[3]),
    ]
    assert found.unknown[2].known == ["label", "paragraphs"]
    assert found.unknown[4].known == []


def test_what_is_left_out_is_named_by_the_form() -> None:
    said = "{{ innovation }} {% for s in sections if s.number != '1.9' %}{{ s.paragraphs|join }}{% endfor %}"
    found = check(saying(said), "iga")
    assert found.left_out[:3] == ["Pemerintah Daerah", "Nomor Registrasi", "1.9 Tujuan Inovasi Daerah"]
    assert len(found.left_out) == 43
    assert not found.marks_illustrations


def test_a_device_without_an_end_is_too_large() -> None:
    with pytest.raises(TemplateRefusedError) as caught:
        template_file.read_template(Path("/dev/zero"))
    assert caught.value.fault == "too_large"


def test_nothing_of_the_caller_reaches_the_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A module of a name of ours in the folder where somebody stands is not run.
    (tmp_path / "docx.py").write_text("raise SystemExit(7)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "docx.py"))
    assert filled(saying("{{ code }}")) == ["3303-0147"]
