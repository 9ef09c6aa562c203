import pytest

from stemma.read.dating.mentions import mentions


@pytest.mark.parametrize(
    ("text", "words", "date", "weekday"),
    [
        ("It sank on November 18, 2031.", "November 18, 2031", (2031, 11, 18), None),
        ("It sank on 18 November 2031.", "18 November 2031", (2031, 11, 18), None),
        ("It sank on Monday (Nov 18).", "Monday (Nov 18)", (None, 11, 18), 0),
        ("It sank Friday, Sept. 5, they said.", "Friday, Sept. 5", (None, 9, 5), 4),
        ("Updated: 2031-09-15 21:45", "2031-09-15", (2031, 9, 15), None),
        ("It has sailed since February 2022.", "February 2022", (2022, 2, None), None),
        ("The worst since 2019 by far.", "since 2019", (2019, None, None), None),
    ],
)
def test_dates_are_read(
    text: str, words: str, date: tuple[int | None, int | None, int | None], weekday: int | None
):
    (mention,) = mentions(text)
    assert text[mention.start : mention.end] == words
    assert (mention.year, mention.month, mention.day) == date
    assert mention.weekday == weekday


@pytest.mark.parametrize(
    "text", ["It may 20 times.", "The march 12 miles long.", "Flight 2019 left.", "Nov. 31 came."]
)
def test_what_is_no_date_is_left_alone(text: str):
    assert mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The coastguard said on Nov. 21 that it sank.", "past"),
        ("Northline has lost money since Nov. 21.", "past"),
        ("The Nov. 21 explosion shook the harbour.", "past"),
        ("Talks will resume on Nov. 21 in Lorne.", "future"),
        ("She takes office on Nov. 21.", "future"),
        ("The pilots strike until 2031.", "future"),
        ("The date is Nov. 21.", "unclear"),
    ],
)
def test_past_and_coming_days_are_told_apart(text: str, tense: str):
    (mention,) = mentions(text)
    assert mention.tense == tense
