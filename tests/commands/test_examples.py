"""Every help ends with real calls: each can be parsed, and those that read run on the demo."""

from __future__ import annotations

import shlex
from pathlib import Path

import click
import pytest

import cli
from commands.common.examples import EXAMPLES
from tests.helpers import invoke
from tests.schemas.test_answer_schemas import verbs

CALLS = [(name, call) for name, calls in EXAMPLES.items() for call in calls]
RUN = (
    ("catalogue list", 0),
    ("catalogue show", 0),
    ("history", 1),
    ("trace", 0),
    ("lab show", 1),
    ("person show", 0),
    ("calendar list", 1),
    ("eligibility show", 0),
    ("entry list", 0),
    ("rulebook diff", 0),
)
"""Which example of a reading verb runs here; all of them would take minutes."""


def test_every_verb_has_an_example() -> None:
    assert sorted(EXAMPLES) == sorted(verbs(cli.jejak))
    assert {name for name, calls in EXAMPLES.items() if not 1 <= len(calls) <= 3} == set()


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_help_ends_with_them(name: str) -> None:
    text = invoke(*name.split(), "--help").out
    assert text.endswith("\n".join(["", "  Contoh:", *(f"    {one}" for one in EXAMPLES[name]), ""]))


def parsed(words: list[str]) -> tuple[str, click.Context | None]:
    """The verb that the words call, after click took every one of them; nothing is run."""
    context = click.Context(cli.jejak, info_name="jejak")
    path = ""
    command: click.Command = cli.jejak
    while isinstance(command, click.Group):
        if not words:
            assert command.invoke_without_command
            return f"{path} list".strip(), None
        found = command.get_command(context, words[0])
        assert found, words[0]
        path, command, words = f"{path} {words[0]}".strip(), found, words[1:]
    return path, command.make_context(path, list(words), parent=context)


def there(call: str) -> list[str]:
    """The words of a call, with the files and folders that it names made here."""
    words = shlex.split(call.partition(" >> ")[0])
    for word in words:
        if "/" not in word and Path(word).suffix:
            Path(word).touch()
    for folder in ("bukti", "lab-kita"):
        Path(folder).mkdir(exist_ok=True)
    return words


@pytest.mark.parametrize(("name", "call"), CALLS)
def test_each_can_be_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, call: str) -> None:
    monkeypatch.chdir(tmp_path)
    program, *words = there(call)
    assert (program, parsed(words)[0]) == ("jejak", name)


@pytest.mark.parametrize("name", EXAMPLES)
def test_options_may_stand_between_free_words_and_behind_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    _program, *words = there(EXAMPLES[name][0])
    _name, plain = parsed(words)
    free = [one for one in plain.command.params if one.nargs == -1] if plain else []
    for argument in free:
        Path("KATA").touch()
        _name, mixed = parsed([*words, "--json", "KATA", "--home", "."])
        assert plain
        assert mixed
        word = argument.type.convert("KATA", argument, mixed)
        assert mixed.params[str(argument.name)] == (*plain.params[str(argument.name)], word)
        assert (mixed.params["as_json"], mixed.params["home"]) == (True, ".")


@pytest.mark.parametrize(("name", "at"), RUN)
def test_those_that_read_find_something_in_the_demo(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, at: int
) -> None:
    monkeypatch.chdir(tmp_path)
    done = invoke(*shlex.split(EXAMPLES[name][at])[1:], "--home", demo)
    assert done.status in (0, 1), done.err
    assert len(done.out.splitlines()) > 1
