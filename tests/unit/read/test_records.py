import json

import pytest

from stemma.errors import UnreadableError
from stemma.model import Failure
from stemma.read.draft import Draft
from stemma.read.records import read_records

_TEXT = "The ferry Corrie struck a sandbank.\nNobody was hurt.\n\nDivers will look at the hull."
_LINES = (
    "The ferry Corrie struck a sandbank.",
    "Nobody was hurt.",
    "Divers will look at the hull.",
)


def _read(record: object, *, lines: bool = False) -> list[Draft | Failure]:
    text = record if isinstance(record, str) else json.dumps(record)
    return list(read_records(text, path="a.json", lines=lines))


def _only(record: object) -> Draft:
    (draft,) = _read(record)
    assert isinstance(draft, Draft)
    return draft


def test_what_news_please_writes_is_read():
    draft = _only(
        {
            "title": "Ferry aground",
            "maintext": _TEXT,
            "date_publish": "2031-05-12 21:30:00",
            "date_modify": "2031-05-13 08:00:00",
            "authors": ["Bo Ely", "Cy Fenn"],
            "source_domain": "www.tarncourier.example",
            "url": "http://www.tarncourier.example/news/ferry",
            "language": "en",
            "description": "Nobody hurt.",
        }
    )
    assert draft.lines == _LINES
    assert draft.authors == ("Bo Ely", "Cy Fenn")
    assert draft.outlet == "www.tarncourier.example"
    assert draft.url == "https://tarncourier.example/news/ferry"
    assert [date.value for date in draft.published] == ["2031-05-12T21:30:00"]
    assert draft.crude


def test_what_trafilatura_writes_is_read():
    draft = _only(
        {
            "title": "Ferry aground",
            "author": "Bo Ely; Cy Fenn",
            "hostname": "tarncourier.example",
            "sitename": "Tarn Courier",
            "date": "2031-05-12",
            "filedate": "2031-06-01",
            "source": "https://tarncourier.example/news/ferry",
            "text": _TEXT,
            "excerpt": "Nobody hurt.",
            "fingerprint": "0123",
        }
    )
    assert draft.authors == ("Bo Ely", "Cy Fenn")
    assert draft.outlet == "Tarn Courier"
    assert draft.url == "https://tarncourier.example/news/ferry"
    assert [date.value for date in draft.published] == ["2031-05-12"]


def test_what_fundus_writes_is_read():
    draft = _only(
        {
            "title": "Ferry aground",
            "authors": ["Bo Ely"],
            "publishing_date": "2031-05-12 21:30:00+01:00",
            "publisher": "Tarn Courier",
            "body": {
                "summary": ["Nobody hurt."],
                "sections": [
                    {"headline": [], "paragraphs": ["The ferry struck a bank."]},
                    {"headline": ["What next"], "paragraphs": ["Divers will look."]},
                ],
            },
        }
    )
    assert draft.lines == ("The ferry struck a bank.", "What next", "Divers will look.")
    assert draft.standfirst == "Nobody hurt."
    assert draft.published[0].value == "2031-05-12T20:30:00Z"
    assert not draft.crude


def test_a_list_gives_a_draft_for_each_and_names_its_place():
    drafts = _read([{"text": "First words."}, {"text": "Second words."}])
    assert [draft.path for draft in drafts] == ["a.json[0]", "a.json[1]"]


def test_a_list_within_an_object_is_found():
    assert len(_read({"status": "ok", "articles": [{"text": "First."}, {"text": "Second."}]})) == 2


def test_a_list_without_any_article_is_one_failure():
    with pytest.raises(UnreadableError, match=r"none of the 3 records in 'a\.json'"):
        _read([{"id": 1}, {"id": 2}, 3])


def test_a_broken_line_fails_alone_and_is_named():
    text = '{"text": "First words."}\n\n{"text": "Sec\n{"text": "Third words."}\n'
    first, second, third = _read(text, lines=True)
    assert isinstance(first, Draft)
    assert isinstance(second, Failure)
    assert (second.path, second.error) == ("a.json:3", "UnreadableError")
    assert isinstance(third, Draft)
    assert third.path == "a.json:4"


def test_json_lines_in_a_file_called_json_are_read():
    assert len(_read('{"text": "First."}\n{"text": "Second."}')) == 2


@pytest.mark.parametrize(
    "record", [{"title": "No text"}, {"text": ""}, {"text": None}, 5, "words", None]
)
def test_a_record_without_text_is_a_failure_that_says_what_to_give(record: object):
    (failure,) = _read(json.dumps(record))
    assert isinstance(failure, Failure)
    assert "give objects with" in failure.message


def test_the_name_of_an_outlet_does_not_hide_the_address_of_a_page():
    paragraph = (
        "The ferry Corrie struck a sandbank off Tarn Island on Monday evening with ninety people "
        "on board, the harbour master said, and was refloated when the tide came in again."
    )
    page = (
        '<html><head><link rel="canonical" href="https://tarn.example/ferry"></head><body><article>'
        f"<h1>Ferry runs aground</h1><p>{paragraph}</p><p>Nobody was hurt. {paragraph}</p>"
        "</article></body></html>"
    )
    assert _only({"source": "Tarn Courier", "html": page}).url == "https://tarn.example/ferry"


def test_a_record_tells_what_the_page_in_it_does_not():
    told = (
        "The ferry Corrie struck a sandbank off Tarn Island on Monday evening with ninety people "
        "on board, the harbour master said, and was refloated when the tide came in again."
    )
    record = {
        "headline": "Ferry aground",
        "author": "Ida Falk",
        "date": "2031-05-12",
        "source": "Tarn Courier",
        "html": f"<article><p>{told}</p><p>Nobody was hurt. {told}</p></article>",
    }
    draft = _only(record)
    assert (draft.title, draft.outlet) == ("Ferry aground", "Tarn Courier")
    assert draft.authors == ("Ida Falk",)
    assert [date.value for date in draft.published] == ["2031-05-12"]
    page = record["html"].replace("<article>", "<article><h1>Ferry runs aground off Tarn</h1>")
    assert _only(record | {"html": page}).title == "Ferry runs aground off Tarn"


def test_a_page_kept_in_a_record_is_read_as_a_page():
    (failure,) = _read(
        {"url": "https://tarn.example/a", "html": "<title>404 Not Found</title><p>Gone.</p>"}
    )
    assert isinstance(failure, Failure)
    assert "error page" in failure.message


@pytest.mark.parametrize("text", ['{"text": "cut sho', "[" * 100_000, "{]", "[]", "[5]", "nothing"])
def test_broken_json_is_refused_with_its_name(text: str):
    with pytest.raises(UnreadableError, match=r"'a\.json'"):
        _read(text)


def test_values_of_unexpected_kinds_are_passed_over():
    draft = _only(
        {
            "text": "Words.",
            "title": ["x"],
            "authors": {"a": 1},
            "date": {},
            "url": 7,
            "language": [],
        }
    )
    assert draft.title is None
    assert draft.authors == ()
    assert draft.published == ()
