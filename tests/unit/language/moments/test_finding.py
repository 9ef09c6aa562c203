from collections.abc import Callable

import pytest

from stemma.language.moments import place
from stemma.model import Moment

FindMoments = Callable[..., dict[str, Moment]]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The minister resigned on Tuesday.", "Tuesday", "2024-11-12"),
        ("The minister will resign on Tuesday.", "Tuesday", "2024-11-19"),
        ("Tuesday marks 1,000 days since the bridge fell.", "Tuesday", "2024-11-19"),
        ("The vote is scheduled for Friday.", "Friday", "2024-11-22"),
        ("She hands over to Ann Lee on Jan 20.", "Jan 20", "2025-01-20"),
        ("The dam broke in September.", "September", "2024-09"),
        ("The dam will reopen in September.", "September", "2025-09"),
        ("Floods have risen since Sunday.", "Sunday", "2024-11-17"),
    ],
)
def test_the_verb_tells_past_from_future(tell: FindMoments, text: str, words: str, value: str):
    assert tell(text)[words].value == value
    assert tell(text)[words].anchor == "published"


def test_the_present_tense_of_a_headline_tells_the_past(tell: FindMoments):
    assert tell("Minister resigns on Sunday", first="headline")["Sunday"].value == "2024-11-17"


def test_a_day_later_counts_from_the_day_told_before(tell: FindMoments):
    found = tell("The call took place on Nov. 12.\nA day later, the mayor flew to Oslo.")

    assert found["A day later"].value == "2024-11-13"
    assert found["A day later"].anchor == "previous"


def test_a_day_later_than_nothing_stays_open(tell: FindMoments):
    assert tell("A day later, the mayor flew to Oslo.")["A day later"].value is None


def test_a_time_belongs_to_the_day_told_before_it(tell: FindMoments):
    found = tell("The storm hit on Saturday and reached the port at 5:52 p.m.")

    assert found["5:52 p.m."].value == "2024-11-16T17:52"


def test_without_a_date_of_the_report_only_absolute_dates_are_told(tell: FindMoments):
    found = tell("On Tuesday they marked the war that began in February 2022.", None)

    assert found["February 2022"].value == "2022-02"
    assert found["February 2022"].anchor == "absolute"
    assert found["Tuesday"].value is None
    assert found["Tuesday"].anchor == "none"


def test_a_duration_is_not_a_date(tell: FindMoments):
    moment = tell("It comes two months before she hands over.")["two months"]

    assert (moment.kind, moment.value) == ("duration", "P2M")


def test_a_year_ago_is_a_quarter_where_quarters_are_compared():
    told = place("In the third quarter sales rose; a year ago they fell.", "2024-11-18")

    assert [one.value for one in told] == ["2024-07/2024-09", "2023-07/2023-09"]


def test_to_fall_is_no_season(tell: FindMoments):
    assert tell("Police warned people in the area not to fall prey to thieves.") == {}


def test_what_happened_at_a_time_did_so_on_the_last_day_told_before(tell: FindMoments):
    found = tell("A barge sank on Friday.\nThe crew lives.\nThe hull broke at 9 p.m., she said.")
    assert found["9 p.m."].value == "2024-11-15T21:00"


def test_what_happened_at_nine_in_the_evening_did_not_do_so_after_it_was_printed(
    tell: FindMoments,
):
    found = tell("The hull broke at 9 p.m., she said.", "2024-11-18T04:15:00")
    assert found["9 p.m."].value == "2024-11-17T21:00"


def test_a_day_is_of_the_year_in_which_its_month_was_told(tell: FindMoments):
    found = tell("In November 1973 students shut the gates.\nOn Nov. 17 the army came.")
    assert found["Nov. 17"].value == "1973-11-17"


def test_the_next_day_of_a_tour_is_no_year_before_the_first(tell: FindMoments):
    found = tell("The tour will begin May 16 in Ostwick, with two nights in Halden on May 22.")
    assert [moment.value for moment in found.values()][-1] == "2025-05-22"


def test_christmas_shoppers_tell_no_day(tell: FindMoments):
    assert tell("Christmas shoppers returned to Ostwick.") == {}


def test_what_is_asked_for_is_to_come(tell: FindMoments):
    found = tell("The two towns have requested that the council hold talks on Friday.")
    assert found["Friday"].value == "2024-11-22"
