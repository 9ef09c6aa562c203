"""The truth about the examples is itself true: it quotes the files and knows the calendar."""

import html
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
COVERAGE = EXAMPLES / "coverage"

Entry = dict[str, Any]

TRUTH: dict[str, list[Entry]] = json.loads((EXAMPLES / "truth.json").read_text(encoding="utf-8"))
REPORTS: dict[str, Entry] = {report["id"]: report for report in TRUTH["reports"]}
STORIES: dict[str, Entry] = {story["id"]: story for story in TRUTH["stories"]}
SECTIONS = [key for key in TRUTH if key not in {"note", "reports"}]

BLOCKS = r"p|div|h\d|li|ul|ol|article|header|title|section|aside|blockquote"
PARAGRAPH = re.compile(rf"</?(?:{BLOCKS})\b[^>]*>")
INVISIBLE = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)


def paragraphs(report: Entry) -> list[str]:
    """Give what a reader sees of a report's file, blanks made single."""
    written = (COVERAGE / report["path"]).read_text(encoding="utf-8")
    if report["path"].endswith(".html"):
        written = PARAGRAPH.sub("\n", INVISIBLE.sub("", written))
        written = html.unescape(re.sub(r"<[^>]+>", " ", written))
    elif "record" in report:
        record = json.loads(written.splitlines()[report["record"]])
        written = f"{record['title']}\n{record['maintext']}"
    return [" ".join(line.split()) for line in written.splitlines()]


def quotes(value: object) -> Iterator[tuple[str, str]]:
    """Find every quote, however deep, as report and words."""
    if isinstance(value, dict):
        entry = cast("Entry", value)
        if "report" in entry and "text" in entry:
            yield entry["report"], entry["text"]
        for inner in entry.values():
            yield from quotes(inner)
    elif isinstance(value, list):
        entries = cast("list[object]", value)
        for inner in entries:
            yield from quotes(inner)


def named_reports(value: object, key: str = "") -> Iterator[str]:
    """Find every report id that an entry names."""
    lists = {"reports", "credited_by", "cited_by"}
    if isinstance(value, dict):
        entry = cast("Entry", value)
        for name, inner in entry.items():
            if name in {"report", "source", "target"} and inner is not None:
                yield inner
            yield from named_reports(inner, name)
    elif isinstance(value, list):
        entries = cast("list[Any]", value)
        for inner in entries:
            if key in lists:
                yield inner
            yield from named_reports(inner)


QUOTED = sorted({quote for section in SECTIONS for quote in quotes(TRUTH[section])})


@pytest.mark.parametrize(("report", "words"), QUOTED)
def test_a_quote_stands_in_its_report(report: str, words: str):
    assert any(words in paragraph for paragraph in paragraphs(REPORTS[report]))


@pytest.mark.parametrize("report", REPORTS.values(), ids=lambda report: report["id"])
def test_a_report_is_as_the_truth_says(report: Entry):
    seen = "\n".join(paragraphs(report))
    assert report["title"] in seen
    for words in [*report["present"], *report["absent"]]:
        assert words in seen, words


@pytest.mark.parametrize("section", SECTIONS)
def test_every_entry_has_its_own_name(section: str):
    everywhere = [entry["id"] for key in SECTIONS for entry in TRUTH[key]]
    for entry in TRUTH[section]:
        assert everywhere.count(entry["id"]) == 1, entry["id"]


@pytest.mark.parametrize("section", SECTIONS)
def test_an_entry_names_only_reports_and_stories_that_exist(section: str):
    for entry in TRUTH[section]:
        assert set(named_reports(entry)) <= set(REPORTS), entry["id"]
        assert entry.get("story", "flood") in STORIES, entry["id"]


def test_every_file_is_in_the_truth():
    known = {report["path"] for report in REPORTS.values()}
    known |= {path for report in REPORTS.values() for path in report.get("folds_with", [])}
    assert known == {path.name for path in COVERAGE.iterdir()}


def test_every_english_report_is_in_one_story():
    told = [report for story in STORIES.values() for report in story["reports"]]
    english = [key for key, report in REPORTS.items() if report["language"] == "en"]
    assert sorted(told) == sorted(english)


def test_a_report_belongs_to_one_family_at_most():
    members = [report for family in TRUTH["families"] for report in family["reports"]]
    assert len(members) == len(set(members))


def test_the_origins_of_a_story_are_its_families():
    for key, story in STORIES.items():
        families = [family for family in TRUTH["families"] if family["story"] == key]
        assert story["origins"] == max(len(families), 1)


@pytest.mark.parametrize("entry", TRUTH["weekdays"], ids=lambda entry: entry["id"])
def test_the_calendar_agrees(entry: Entry):
    assert date.fromisoformat(entry["date"]).strftime("%A").startswith(entry["weekday"])
    assert entry["weekday"] in entry["text"]


def test_every_address_is_an_invented_one():
    for path in COVERAGE.iterdir():
        hosts = re.findall(r"https?://([\w.-]+)", path.read_text(encoding="utf-8"))
        for host in hosts:
            assert host == "schema.org" or host.endswith(".example"), f"{path.name}: {host}"
