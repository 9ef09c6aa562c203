"""What is not in the documentation does not exist: every option, field and exit status is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperCommand, TyperGroup

from stemma.cli.main import commands
from stemma.model import finding, statement, stemma
from stemma.tell import as_json

DOCS = Path(__file__).parents[2] / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def options() -> list[tuple[str, str]]:
    group = typer.main.get_group(commands)
    return sorted(
        (name, option)
        for name, command in _commands(group)
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--")
    )


def _commands(group: TyperGroup) -> Iterator[tuple[str, TyperCommand]]:
    for name in group.list_commands(None):  # pyright: ignore[reportArgumentType] - not looked at
        command = group.get_command(None, name)  # pyright: ignore[reportArgumentType] - the same
        if isinstance(command, TyperGroup):
            yield from _commands(command)
        else:
            assert isinstance(command, TyperCommand)
            yield name, command


@pytest.mark.parametrize(("command", "option"), options())
def test_every_option_is_documented(command: str, option: str):
    assert f"`{option}" in page("commands.md"), f"{command} {option}"


def fields() -> list[str]:
    source = Path(as_json.__file__).read_text(encoding="utf-8")
    return sorted(set(re.findall(r'^\s*(?:return \{)?\s*"(\w+)":', source, re.MULTILINE)))


@pytest.mark.parametrize("field", fields())
def test_every_json_field_is_documented(field: str):
    assert f"`{field}`" in page("json.md")


@pytest.mark.parametrize(
    "word",
    sorted(
        {
            *finding.FindingKind.__args__,
            *statement.Voice.__args__,
            *statement.Act.__args__,
            *statement.SourceKind.__args__,
            *stemma.NodeKind.__args__,
            *stemma.EdgeKind.__args__,
            *stemma.Strength.__args__,
        }
    ),
)
def test_every_word_that_a_field_can_hold_is_documented(word: str):
    assert f"`{word}`" in page("json.md")
