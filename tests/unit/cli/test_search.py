"""The outlets, towns and people are invented."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from stemma.cli.main import commands
from stemma.model import Passage, Span
from stemma.stores import open_store

STORY = "story:sha256:7ef53b20a8000000"


def make_passage(number: int, text: str, **changes: object) -> Passage:
    values: dict[str, object] = {
        "kind": "text",
        "subject": f"report:sha256:{number:016x}",
        "text": text,
        "spans": (Span(report=f"report:sha256:{number:016x}", start=0, end=len(text)),),
        "story": STORY,
        "outlets": ("Harbour Post",),
        "day": "2026-03-10",
    }
    return Passage(**{**values, **changes})  # pyright: ignore[reportArgumentType] - a test's shorthand


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = str(tmp_path_factory.mktemp("search") / "stemma.db")
    store = open_store(file)
    with store.write() as ledger:
        several = [
            make_passage(1, "The grain silo burned."),
            make_passage(2, "The grain silo burned.", day="2026-03-11"),
            make_passage(3, "“The silo shook,” she said", kind="quote", speakers=("Lea Marsh",)),
            make_passage(4, "Lea Marsh", kind="name", outlets=tuple("ABCDE"), day=None),
        ]
        ledger.passages.put(STORY, several)
    store.close()
    return file


def search(db: str, *arguments: str) -> Result:
    return CliRunner().invoke(commands, ["search", "--db", db, *arguments])


def found(db: str, *arguments: str) -> dict[str, Any]:
    done = search(db, "--format", "json", *arguments)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_hits_are_shown_with_what_they_are_and_where(db: str):
    done = search(db, "silo")
    assert done.exit_code == 0
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    assert lines == [
        "2 hits",
        "0000000000  quote  10 Mar 2026  Lea Marsh  Harbour Post  story 7ef53b20a8",
        "“The silo shook,” she said",
        "0000000000  text  10 Mar 2026  Harbour Post  and 1 copy  story 7ef53b20a8",
        "The grain silo burned.",
    ]


def test_many_outlets_are_counted(db: str):
    assert "A, B, C and 2 more" in search(db, "--kind", "name").stdout


def test_json_has_every_field_and_marks_in_the_snippet(db: str):
    answer = found(db, "silo", "--kind", "quote")
    assert (answer["total"], answer["more"], answer["schema"]) == (1, False, 1)
    (hit,) = answer["hits"]
    assert [hit["snippet"][start:end] for start, end in hit["marks"]] == ["silo"]
    page = (Path(__file__).parents[3] / "docs" / "search.md").read_text("utf-8")
    for field in (*hit, *answer):
        assert f"`{field}`" in page, field


@pytest.mark.parametrize(
    ("arguments", "total"),
    [
        (["grain", "silo"], 1),
        (["--speaker", "lea marsh"], 1),
        (["silo", "--outlet", "harbour"], 2),
        (["--name", "marsh"], 0),
        (["--date", "2026-03-11"], 1),
        (["--story", "7ef5"], 3),
        (["--story", "abc"], 0),
        (["--", "silo", "-grain"], 1),
    ],
)
def test_words_and_filters_are_taken_together(db: str, arguments: list[str], total: int):
    assert found(db, *arguments)["total"] == total


def test_pages_follow_each_other(db: str):
    pages = [found(db, "silo", "--most", "1", "--skip", str(skip))["hits"] for skip in range(3)]
    assert [len(page) for page in pages] == [1, 1, 0]
    assert search(db, "silo", "--skip", "9").stdout.strip() == "no further hits"


def test_nothing_found_is_no_error(db: str):
    done = search(db, "zeppelin")
    assert (done.exit_code, done.stdout.strip()) == (0, "nothing found")


@pytest.mark.parametrize("arguments", [[], ["speaker:"], ['"silo'], ["--kind", "rumour"]])
def test_a_query_that_makes_no_sense_ends_with_two_and_says_where(db: str, arguments: list[str]):
    done = search(db, *arguments)
    assert done.exit_code == 2
    assert done.stderr.startswith("stemma: the query ")
    assert done.stdout == ""
