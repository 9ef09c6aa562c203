from dataclasses import replace

from tests.invented import make_report

from stemma.read.dating import date_together

_DATED = make_report(
    "The ferry ran aground on Monday.", name="dated", published="2024-11-18/2024-11-19"
)
_VAGUE = make_report(
    "The ferry, built in March 2022, ran aground, the coastguard said.", name="vague"
)
_LATER = make_report(
    "An official said on November 21 that the ferry, built in 2022, had sunk.", name="later"
)


def test_a_report_without_a_date_leans_on_the_others():
    _, vague = date_together([_DATED, _VAGUE])
    assert vague.published is not None
    assert (vague.published.value, vague.published.precision) == ("2024-11", "month")
    assert "from the other reports of the story (dated.txt)" in vague.published.basis


def test_a_report_with_a_day_stays_as_it_is():
    assert date_together([_DATED, _VAGUE])[0] == _DATED


def test_words_of_the_report_itself_are_never_overruled():
    old = replace(_VAGUE, text="The notice said so. It was built in March 2025, officials said.")
    assert date_together([_DATED, old])[1] == old


def test_order_changes_nothing():
    reports = [_DATED, _VAGUE, _LATER]
    forwards = date_together(reports)
    assert tuple(reversed(date_together(reports[::-1]))) == forwards


def test_a_report_alone_stays_as_it_is():
    assert date_together([_VAGUE]) == (_VAGUE,)
