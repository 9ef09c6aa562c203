import json

import pytest

from stemma.model import Failure, Report
from stemma.ports import Encoder
from stemma.read.parsing import parse
from stemma.read.raw import Raw

_WORDS = (
    "The ferry Corrie struck a sandbank off Tarn Island on Monday evening with ninety people on "
    "board, the coastguard said.\n\n"
    "“We felt a jolt,” said Ann Ox, a schoolteacher who was on her way home to the island.\n\n"
    "Two lifeboats took the passengers to the harbour before midnight, and nobody was hurt."
)
_PAGE = (
    "<html><body><article>"
    + "".join(f"<p>{p}</p>" for p in _WORDS.split("\n\n"))
    + "</article></body></html>"
)
_RECORD = json.dumps(
    {"title": "Ferry aground", "text": _WORDS, "source_domain": "tarncourier.example"}
)


def _parse(
    content: str | bytes, path: str, encoder: Encoder, content_type: str | None = None
) -> Report | Failure:
    raw = content.encode() if isinstance(content, str) else content
    (parsed,) = parse(Raw(path=path, content=raw, content_type=content_type), encoder=encoder)
    return parsed


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (_WORDS, "a.txt"),
        (_WORDS, "a"),
        (_PAGE, "a.html"),
        (_PAGE, "a.txt"),
        (_PAGE, "-"),
        (_RECORD, "a.json"),
        (_RECORD, "a.jsonl"),
        (_RECORD, "-"),
        (f"---\ntitle: Ferry aground\n---\n{_WORDS}", "a.md"),
        (f"---\ntitle: Ferry aground\n---\n{_WORDS}", "-"),
    ],
)
def test_the_format_is_told_by_what_the_text_is(content: str, path: str, encoder: Encoder):
    report = _parse(content, path, encoder)
    assert isinstance(report, Report), report
    assert "“We felt a jolt,” said Ann Ox" in report.text
    assert "<p>" not in report.text
    assert "title" not in report.text
    assert report.paths[0].removesuffix(":1") == path


def test_a_declared_type_serves_where_the_name_tells_nothing(encoder: Encoder):
    paragraphs = _PAGE.removeprefix("<html><body>")
    report = _parse(paragraphs, "https://tarn.example/a", encoder, "text/html; charset=utf-8")
    assert isinstance(report, Report)
    assert "<p>" not in report.text


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", bytes(range(256)) * 9, b"\0" * 99, b"7"])
def test_bytes_that_hold_no_report_are_a_failure_that_names_the_source(
    content: bytes, encoder: Encoder
):
    failure = _parse(content, "folder/a.txt", encoder)
    assert isinstance(failure, Failure)
    assert failure.path == "folder/a.txt"
    assert failure.error == "UnreadableError"
    assert "folder/a.txt" in failure.message


def test_reading_the_same_bytes_twice_gives_the_same_report(encoder: Encoder):
    assert _parse(_PAGE, "a.html", encoder) == _parse(_PAGE, "a.html", encoder)


def test_the_id_of_a_report_does_not_hang_on_its_path(encoder: Encoder):
    first, second = _parse(_WORDS, "a.txt", encoder), _parse(_WORDS, "b.txt", encoder)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.id == second.id


def test_a_whole_archive_in_one_file_is_refused_with_what_to_do(encoder: Encoder):
    failure = _parse(_WORDS * 2_000, "archive.txt", encoder)
    assert isinstance(failure, Failure)
    assert failure.error == "TooLargeError"
    assert "divide it into reports" in failure.message


def test_plain_text_that_calls_itself_html_keeps_its_paragraphs(encoder: Encoder):
    report = _parse(_WORDS, "a.html", encoder)
    assert isinstance(report, Report)
    assert report.text == "\n".join(_WORDS.split("\n\n"))
