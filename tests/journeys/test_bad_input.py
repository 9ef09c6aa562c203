"""Bad input: a clear message that names the file and says what to do; the others go on."""

from pathlib import Path

import pytest

import stemma
from stemma.errors import NothingReadError
from stemma.model import Coverage

BODY = (
    "HALDEN, March 3 - A crane fell across the harbour railway in Halden on Monday, and the port "
    "authority said that nobody was hurt. The line will stay closed until Friday, said Lise "
    "Orvik, the harbour master, who had warned of high winds on Sunday evening. Two freight "
    "trains were sent back to the yard, and a third waited outside the town for nine hours."
)
GOOD = f"Crane falls across railway\n\n{BODY}\n"
BIDI = "\u202e\u2066\u200f\u061c"


def page(body: str, title: str = "Crane falls across railway", head: str = "") -> str:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body>"


ARTICLE = f"<article><h1>Crane falls across railway</h1><p>{BODY}</p></article>"

HOPELESS = {
    "empty.txt": b"",
    "blank.html": b"   \n\n ",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "archive.html": b"PK\x03\x04" + bytes(range(256)) * 20,
    "zeros.txt": bytes(4000),
    "broken.json": b'{"title": "Crane falls", "text": "A crane',
    "number.json": b"17",
    "missing-text.json": b'{"title": "Crane falls", "url": "https://harbour.example/crane"}',
    "gone.html": page("<h1>404</h1><p>Page not found.</p>", title="404 Not Found").encode(),
    "index.html": page(
        "".join(f'<li><a href="/{n}">Story number {n} about the port</a></li>' for n in range(80))
    ).encode(),
    "bottomless.html": page("<div>" * 50_000 + ARTICLE + "</div>" * 50_000).encode(),
    "stub.html": page(
        "<article><h1>Crane falls</h1><p>A crane fell.</p>"
        "<p>Subscribe to continue reading. Already a subscriber? Log in.</p></article>"
    ).encode(),
}


def read(folder: Path, files: dict[str, bytes]) -> Coverage:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return stemma.report([str(folder)])


@pytest.mark.parametrize("name", HOPELESS)
def test_what_holds_no_article_fails_alone_with_a_message_that_names_it(tmp_path: Path, name: str):
    coverage = read(tmp_path, {name: HOPELESS[name], "good.txt": GOOD.encode()})
    assert [Path(report.paths[0]).name for report in coverage.reports] == ["good.txt"]
    (failure,) = coverage.failures
    assert name in failure.path
    assert name in failure.message
    assert len(failure.message) > len(failure.path) + 20


def test_too_many_bytes_are_refused_by_name_and_limit(tmp_path: Path):
    coverage = read(tmp_path, {"huge.txt": b"word " * 21_000_000, "good.txt": GOOD.encode()})
    (failure,) = coverage.failures
    assert failure.error == "TooLargeError"
    assert "huge.txt" in failure.message
    assert "20" in failure.message


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("utf-16.txt", GOOD.encode("utf-16")),
        ("cp1252.txt", GOOD.replace(" - ", " – ").replace("nobody", "“nobody”").encode("cp1252")),
        ("lies.html", page(ARTICLE, head='<meta charset="utf-16">').encode()),
        ("nul.txt", GOOD.replace(" ", " \0", 3).encode()),
        ("truncated.html", page(ARTICLE).encode()[:-40]),
        ("nested.html", page("<div>" * 150 + ARTICLE + "</div>" * 150).encode()),
        ("controls.txt", GOOD.replace(" ", f" {BIDI}\x07", 4).encode()),
    ],
)
def test_what_is_merely_odd_is_read(tmp_path: Path, name: str, content: bytes):
    coverage = read(tmp_path, {name: content})
    (report,) = coverage.reports
    assert "the harbour master" in report.text
    assert not {*BIDI, "\0", "\x07"} & set(report.text)


def test_script_in_a_title_is_words_everywhere(tmp_path: Path):
    evil = "<script>alert(1)</script>&lt;img src=x onerror=alert(2)&gt; crane falls"
    text = f"{evil}\n\n{BODY}\n"
    coverage = read(tmp_path, {"evil.txt": text.encode()})
    assert "<script>alert" not in stemma.to_html(coverage)
    assert "<img" not in stemma.to_html(coverage)
    assert "<script>alert" not in stemma.to_markdown(coverage).replace("\\<", "")


def test_a_report_from_the_future_keeps_its_date_as_it_is_told(tmp_path: Path):
    record = '{"title": "Crane falls", "text": %r, "date_publish": "2199-01-01 10:00:00"}'
    text = (record % BODY).replace("'", '"')
    coverage = read(tmp_path, {"future.json": text.encode()})
    published = coverage.reports[0].published
    assert published is not None
    assert published.value.startswith("2199-01-01")


def test_no_source_at_all_is_wrong_use():
    with pytest.raises(stemma.UsageError, match="nothing to read"):
        stemma.report([])


def test_one_report_alone_is_a_story(tmp_path: Path):
    coverage = read(tmp_path, {"good.txt": GOOD.encode()})
    assert [story.counts.reports for story in coverage.stories] == [1]


def test_a_folder_without_reports_says_so(tmp_path: Path):
    with pytest.raises(NothingReadError, match=tmp_path.name):
        stemma.report([str(tmp_path)])


def test_nothing_within_a_report_is_fetched_or_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object, **__: object) -> None:
        message = "a report reached for the network"
        raise AssertionError(message)

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    head = (
        '<link rel="canonical" href="http://10.0.0.1/x"><script src="http://10.0.0.1/x.js"></script>'
        '<base href="http://10.0.0.1/"><meta http-equiv="refresh" content="0;url=http://10.0.0.1/">'
    )
    coverage = read(tmp_path, {"reach.html": page(ARTICLE, head=head).encode()})
    assert len(coverage.reports) == 1
