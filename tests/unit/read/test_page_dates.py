import pytest

from stemma.read.draft import DateCandidate
from stemma.read.linked_data import LinkedArticle
from stemma.read.markup import parse_html
from stemma.read.page_dates import find_dates
from stemma.read.page_metadata import read_metadata

_TITLE = "Ferry runs aground off Tarn Island"


def _dates(
    shown: str, *, published: str | None = None, changed: str | None = None, head: str = ""
) -> tuple[DateCandidate, ...]:
    tree = parse_html(
        f"<html><head>{head}</head><body><h1>{_TITLE}</h1><p>{shown}</p></body></html>"
    )
    assert tree is not None
    linked = LinkedArticle(published=published, changed=changed)
    return find_dates(tree, linked, read_metadata(tree), title=_TITLE, url=None)


def test_what_the_page_declares_and_shows_is_its_date():
    first, *_ = _dates("12 May 2031", published="2031-05-12T20:30:00Z")
    assert first == DateCandidate("2031-05-12T20:30:00Z", "the page's JSON-LD (datePublished)")


def test_the_day_shown_is_the_outlets_own_where_it_was_another_day_in_utc():
    shown = '<time datetime="2031-05-12T21:10:00-04:00">May 12, 2031</time>'
    first, *_ = _dates(shown, published="2031-05-13T01:10:00Z")
    assert first.value == "2031-05-12T21:10:00-04:00"


def test_the_day_alone_is_kept_where_the_page_does_not_tell_the_outlets_clock():
    first, *_ = _dates("May 12, 2031, 9:10 pm", published="2031-05-13T01:10:00Z")
    assert first.value == "2031-05-12"
    assert "beside the headline" in first.basis


def test_a_page_that_shows_only_its_last_change_is_dated_by_it():
    first, second = _dates(
        "Updated 14 May 2031", published="2031-05-02T10:00:00Z", changed="2031-05-14T08:00:00Z"
    )
    assert first.value == "2031-05-14T08:00:00Z"
    assert "last change" in first.basis
    assert second.value == "2031-05-02T10:00:00Z"


def test_a_change_that_stands_beside_the_publication_does_not_date_the_page():
    shown = "Published 2 May 2031, updated 14 May 2031"
    first, *_ = _dates(shown, published="2031-05-02T10:00:00Z", changed="2031-05-14T08:00:00Z")
    assert first.value == "2031-05-02T10:00:00Z"


def test_a_change_that_the_page_does_not_show_does_not_date_it():
    (only,) = _dates("", published="2031-05-02T10:00:00Z", changed="2031-05-14T08:00:00Z")
    assert only.value == "2031-05-02T10:00:00Z"


def test_of_two_declared_dates_the_one_that_is_shown_comes_first():
    head = '<meta name="date" content="2031-05-14">'
    first, *_ = _dates("14 May 2031", published="2031-05-02T10:00:00Z", head=head)
    assert first.value == "2031-05-14"


def test_a_date_beside_the_headline_that_nothing_bears_out_does_not_outdo_what_is_declared():
    first, *_ = _dates("1 January 2020", published="2031-05-02T10:00:00Z")
    assert first.value == "2031-05-02T10:00:00Z"


@pytest.mark.parametrize(
    ("shown", "value"),
    [
        ("Updated 14 May 2031. Posted 12 May 2031", "2031-05-12"),
        ("Updated 14 May 2031", "2031-05-14"),
        (
            'posted <time datetime="2031-05-12T23:30:00-05:00">2031-05-12 23:30</time>',
            "2031-05-12T23:30:00-05:00",
        ),
    ],
)
def test_a_page_that_declares_nothing_is_dated_by_what_it_shows(shown: str, value: str):
    (only,) = _dates(shown)
    assert only == DateCandidate(value, "the date beside the headline")
