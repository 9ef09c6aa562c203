"""Deciding from the command line: real processes, a real store."""

import json
import os
import sys
from pathlib import Path
from subprocess import CompletedProcess, run
from typing import Any

import pytest

BRIDGE = """Halden bridge shut after cracks found

HALDEN, March 3, 2026 - The bridge in Halden was shut on Monday after a surveyor found cracks in the
second pier, the council said. "We cannot take the risk of a winter," said Ilse Marrow.
"""
OTTER = """Bronze otter stolen from Sennick library

SENNICK, May 9, 2026 - Thieves took a bronze otter from the steps of the library in Sennick on
Friday night, police said. "It cannot have been one man alone," Inspector Edwin Thrale said.
"""


class Desk:
    """A folder with a store."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *arguments: str, author: str = "Ida Noll") -> CompletedProcess[str]:
        environment = {**os.environ, "NO_COLOR": "1", "STEMMA_AUTHOR": author}
        return run(  # noqa: S603 - our own command
            [sys.executable, "-m", "stemma", *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    def report(self, name: str) -> dict[str, Any]:
        shown = self.run("show", name, "--format", "json")
        assert shown.returncode == 0, shown.stderr
        return json.loads(shown.stdout)

    def stories(self) -> list[dict[str, Any]]:
        return json.loads(self.run("stories", "--format", "json").stdout)["stories"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (tmp_path / "otter.txt").write_text(OTTER, encoding="utf-8")
    desk = Desk(tmp_path)
    added = desk.run("add", "bridge.txt", "otter.txt")
    assert added.returncode == 0, added.stderr
    return desk


def test_stories_are_put_together_and_taken_apart_again(desk: Desk):
    before = desk.stories()
    one, other = (story["id"].rpartition(":")[2][:8] for story in before)
    decided = desk.run("decide", "same-story", one, other, "--because", "same night")
    assert decided.returncode == 0, decided.stderr
    assert "Ida Noll: “" in decided.stdout
    assert "are of one story" in decided.stdout
    assert len(desk.stories()) == 1
    listed = desk.run("decide", "list").stdout
    assert "in force" in listed
    assert "because same night" in listed
    verdict = listed.split()[0]
    undone = desk.run("decide", "undo", verdict, author="Bo Falk")
    assert undone.returncode == 0, undone.stderr
    after = desk.stories()
    assert sorted(story["id"] for story in after) == sorted(story["id"] for story in before)
    listed = json.loads(desk.run("decide", "list", "--format", "json").stdout)["verdicts"]
    assert [(one["author"], one["state"]) for one in listed] == [
        ("Ida Noll", "undone"),
        ("Bo Falk", "in force"),
    ]


def test_a_speaker_is_put_right(desk: Desk):
    story = next(one for one in desk.stories() if "bridge" in one["title"])
    told = desk.report(story["id"])["stories"][0]
    statement = next(one for one in told["statements"] if "risk" in one["text"])
    done = desk.run("decide", "speaker", statement["id"], "Tove Rask", "--by", "Ann Lee")
    assert done.returncode == 0, done.stderr
    told = desk.report(story["id"])["stories"][0]
    source = next(one["source"] for one in told["statements"] if "risk" in one["text"])
    assert source["name"] == "Tove Rask"
    assert [verdict["author"] for verdict in told["verdicts"]] == ["Ann Lee"]
    explained = desk.run("explain", statement["id"])
    assert "Ann Lee decided on" in explained.stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("speaker", "abc123"), "name the speaker"),
        (("origin", "abc123"), "give --own"),
        (("undo", "abc123"), "is no verdict"),
        (("same-story", "abc123", "def456"), "nothing in this store is named"),
    ],
)
def test_what_makes_no_sense_is_refused(desk: Desk, arguments: tuple[str, ...], complaint: str):
    done = desk.run("decide", *arguments)
    assert done.returncode == 2
    assert complaint in done.stderr


def test_nobody_decides_without_a_name(desk: Desk):
    (one, other) = (story["id"] for story in desk.stories())
    done = desk.run("decide", "different-story", one, other, author="")
    assert done.returncode == 2
    assert "STEMMA_AUTHOR" in done.stderr
