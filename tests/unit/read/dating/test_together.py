from dataclasses import replace

from stemma.model import Part, Published, Report
from stemma.read.dating import date_together


def _report(name: str, text: str, published: Published | None = None) -> Report:
    return Report(
        id=f"report:{name}",
        article_id=f"article:{name}",
        paths=(f"{name}.txt",),
        url=None,
        outlet=None,
        family=None,
        agency=None,
        title=None,
        authors=(),
        published=published,
        language="en",
        parts=(Part(kind="body", start=0, end=len(text)),),
        credits=(),
        text=text,
        cut=(),
    )


_DATED = _report(
    "dated",
    "The ferry ran aground on Monday.",
    Published(value="2024-11-18/2024-11-19", precision="day", basis="its own words"),
)
_VAGUE = _report("vague", "The ferry, built in March 2022, ran aground, the coastguard said.")
_LATER = _report(
    "later", "An official said on November 21 that the ferry, built in 2022, had sunk."
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
