from datetime import date

import pytest

from stemma.read.markup import parse_html
from stemma.read.shown_dates import Shown, shown_dates

_TITLE = "Ferry runs aground off Tarn Island"
_LEAD = (
    "The ferry Corrie struck a sandbank off Tarn Island on Monday evening with ninety people "
    "on board, the harbour master said, and was refloated when the tide came in again."
)


def _shown(below: str, *, above: str = "", lead: str = _LEAD) -> tuple[Shown, ...]:
    tree = parse_html(
        f"<html><body><p>{above}</p><h1>{_TITLE}</h1>{below}<p>{lead}</p><p>{_LEAD}</p>"
        "<p>May 3, 2029</p></body></html>"
    )
    assert tree is not None
    return shown_dates(tree, _TITLE)


@pytest.mark.parametrize(
    "written",
    [
        "May 12, 2031",
        "Published: 12 May 2031 | 3 min read",
        "Mon, May 12th, 2031 at 9.30pm",
        "2031-05-12 23:30 EST",
        "2031.05.12",
        "5/31/2031",
        "31.5.2031",
    ],
)
def test_the_date_beside_the_headline_is_seen_however_it_is_written(written: str):
    day = date(2031, 5, 31) if "31.5" in written or "5/31" in written else date(2031, 5, 12)
    assert [shown.day for shown in _shown(f"<div>{written}</div>")] == [day]


def test_a_date_in_short_numbers_may_be_one_of_two_days():
    (shown,) = _shown("<div>04/05/2031</div>")
    assert shown.days == (date(2031, 5, 4), date(2031, 4, 5))
    assert shown.day is None


def test_short_years_are_of_the_last_century_where_this_one_has_not_come_so_far():
    (old,) = _shown("<div>25/12/98</div>")
    (new,) = _shown("<div>25/12/31</div>")
    assert (old.day, new.day) == (date(1998, 12, 25), date(2031, 12, 25))


def test_a_name_set_against_the_date_does_not_hide_it():
    (shown,) = _shown("<div><a>Bo Ely</a><span>May 12, 2031</span></div>")
    assert shown.day == date(2031, 5, 12)


def test_the_markup_of_a_date_is_kept_beside_its_words():
    (shown,) = _shown('<time datetime="2031-05-13T01:10:00Z">12 May 2031, 9:10 pm</time>')
    assert shown == Shown((date(2031, 5, 12),), "2031-05-13T01:10:00Z", updated=False)


def test_a_date_that_only_machines_can_read_counts():
    (shown,) = _shown('<p>2 days ago <time datetime="2031-05-12T10:00:00Z"></time></p>')
    assert shown.day == date(2031, 5, 12)


def test_a_change_is_told_from_the_publication_on_one_line():
    first, second = _shown("<p>Published 12 May 2031. Updated 14 May 2031</p>")
    assert (first.updated, second.updated) == (False, True)


def test_a_day_that_the_news_tells_is_no_date_of_the_page():
    assert not _shown("<p>The island’s only ferry was last mended on 3 May 2030.</p>")
    assert not _shown("", lead="The island’s only ferry was last mended on 3 May 2030.")


def test_the_date_behind_a_long_standfirst_is_seen_and_one_below_the_body_is_not():
    (shown,) = _shown(f"<p>{_LEAD}</p><div>May 12, 2031</div>", lead=f"{_LEAD} Nobody was hurt.")
    assert shown.day == date(2031, 5, 12)


def test_the_date_above_the_headline_is_seen():
    (shown,) = _shown("", above="Harbour news 12 May 2031")
    assert shown.day == date(2031, 5, 12)


def test_without_a_heading_that_bears_the_title_nothing_is_taken_for_the_date():
    tree = parse_html("<h1>News</h1><h1>Weather</h1><p>May 12, 2031</p>")
    assert tree is not None
    assert not shown_dates(tree, _TITLE)
