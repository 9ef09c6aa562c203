import re

import pytest

from stemma.language.moments import Expression, scan
from stemma.language.moments.scanning import RULES, anywhere


def only(text: str) -> Expression:
    found = scan(text)
    assert len(found) == 1, [one.text for one in found]
    return found[0]


def test_a_weekday_with_a_day_keeps_both_and_no_year():
    found = only("The harbour closed on Monday (Nov 18), officials said.")

    assert found.text == "Monday (Nov 18)"
    assert (found.weekday, found.month, found.day, found.year) == (0, 11, 18, None)


@pytest.mark.parametrize(
    "text",
    [
        "5 November 2024",
        "the 5th of November, 2024",
        "Nov. 5, 2024",
        "November 5th, 2024",
        "Tuesday, November 5, 2024",
        "2024-11-05",
        "20241105",
        "2024/11/05",
    ],
)
def test_a_full_date_is_absolute_in_every_form(text: str):
    found = only(text)

    assert found.text == text
    assert found.absolute
    assert (found.year, found.month, found.day) == (2024, 11, 5)


def test_a_numeric_date_is_month_first_and_tells_its_other_reading():
    found = only("on 11/5/2024")

    assert (found.month, found.day, found.other) == (11, 5, (5, 11))
    assert only("on 25/12/2023").other is None


def test_a_day_and_a_time_beside_it_are_one_expression():
    found = only("It opens at 9 p.m. local time on Friday.")

    assert found.text == "9 p.m. local time on Friday"
    assert (found.weekday, found.hour, found.minute) == (4, 21, 0)


@pytest.mark.parametrize(
    "text",
    [
        "You may go and they march on.",
        "Theresa Marlow may 5",
        "It was the second attempt.",
        "It cost $2000 and 1,500 people came.",
        "The Sunday Times and the Daily Mail.",
        "The Boeing 737 flew a 3-1 crew.",
        "A 40-year-old man, aged 41.",
        "Three-quarters of the city.",
        "They sat in the sun.",
        "About 2000 troops came.",
        "The Coach of the Year award.",
        "Prices rose by 1.5-20 percent and output by 2.5-10 million barrels.",
        "They made 250 CT scans and shipped 1,500 MT of wheat.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str):
    assert scan(text) == ()


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("three days", 3, "day"),
        ("two and a half years", 2.5, "year"),
        ("1,000 days", 1000, "day"),
        ("a 24-hour curfew", 24, "hour"),
        ("half a year", 0.5, "year"),
        ("the past two months", 2, "month"),
        ("a fortnight", 2, "week"),
        ("several years", None, "year"),
        ("six or seven hours", None, "hour"),
        ("a half-hour wait", 0.5, "hour"),
        ("20 mins", 20, "minute"),
        ("eight to ten seconds", None, "second"),
    ],
)
def test_a_duration_has_its_length(text: str, amount: float | None, unit: str):
    found = only(text)

    assert (found.kind, found.amount, found.unit) == ("duration", amount, unit)


@pytest.mark.parametrize(
    "text", ["every week", "each year", "daily", "twice a week", "on Tuesdays"]
)
def test_what_recurs_is_a_set(text: str):
    assert only(text).kind == "set"


def test_a_hard_blank_is_a_blank():
    found = only("on 5\u00a0November 2024")

    assert found.text == "5\u00a0November 2024"


EXAMPLES = """
Early on Monday, Nov 18, the very end of June, mid-May, late 2023, FY2024, Q3 2023, the first half.
Somewhat more than two decades ago; nearly 5 1/2 hours; half an hour; at least the next ten days;
around 9 p.m. EST on Friday, 0735 GMT, at 14:30, noon on Sunday, by five in the morning.
Quarter after quarter, the year-earlier period, a year-ago quarter, its third quarter, the quarter.
Every week, each Tuesday, Fridays, daily, twice a month, per year, several years, some weeks.
Currently, right now, most recently, recent months, these days, the near future, a later date.
Thanksgiving, last Easter, New Year's Day 2024, Cyber Monday, Canada Day, Presidents' Day 2020.
The 1990s, the '80s, the nineties, the 19th century, nineteen ninety-six, 2019-21, in 1848.
The same day, that year, the day before, the day after tomorrow, yesterday evening, overnight.
Twenty-second of June, June 5th, 31.12.2020, 12/31/2020, 2020-12-31, 20201231, on the 5th,
coming Nov. 17, this past spring, next autumn, in the summer, September last year, another month.
No more than sixty days, up to a year, over three weeks, under an hour, about a fortnight,
Nov. 12-14, 12 to 14 November, 5 November, six o'clock, March to May, spring 2020, the 1988 third
quarter, this morning, last Tuesday, the past decade, the year ended March 31, 20 mins,
countless years, a couple of hours, the remaining two weeks, the initial six months, year-end.
"""


def test_every_rule_may_begin_where_its_expressions_begin():
    reached: set[str] = set()
    for word in re.finditer(r"(?<![\w’'.-])\w", EXAMPLES):
        for rule in RULES:
            match = rule.compiled.match(EXAMPLES, word.start())
            if match is None or EXAMPLES[match.end() : match.end() + 1].isalnum():
                continue
            reached.add(rule.name)
            assert anywhere().match(EXAMPLES, word.start()), (rule.name, match[0])

    assert len(reached) > len(RULES) * 0.95


def test_the_joined_pattern_has_one_group_for_each_rule():
    assert anywhere().groups == len(RULES)


def test_an_hour_before_midnight_is_not_midnight():
    assert not [found for found in scan("It burned an hour before midnight.") if found.hour == 0]
    assert [found for found in scan("It burned around midnight.") if found.hour is not None]
