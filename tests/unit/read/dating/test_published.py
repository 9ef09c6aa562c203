import pytest

from stemma.model import Part, Published
from stemma.read.dating import date_report
from stemma.read.dating.published import precision_of
from stemma.read.draft import DateCandidate


def _dated(*lines: str, above: tuple[str, ...] = (), dateline: str = "") -> Published | None:
    text = "\n".join(lines)
    parts: list[Part] = []
    offset = 0
    for line in lines:
        start = offset + len(dateline) if dateline and line.startswith(dateline) else offset
        if start > offset:
            parts.append(Part(kind="dateline", start=offset, end=start))
        kind = "credit" if line.startswith("©") else "body"
        parts.append(Part(kind=kind, start=start, end=offset + len(line)))
        offset += len(line) + 1
    dated = date_report(text, parts, report="report:1", candidates=(), above=above)
    if dated and dated.span:
        assert dated.span.of(text) in dated.basis or dated.span.of(text)
    return dated


def _value(*lines: str, above: tuple[str, ...] = (), dateline: str = "") -> str | None:
    dated = _dated(*lines, above=above, dateline=dateline)
    return dated.value if dated else None


def test_metadata_go_first():
    candidates = (DateCandidate("2031-05-06T07:08:09Z", "the page's own metadata"),)
    dated = date_report("Told on May 1.", [], report="r", candidates=candidates, above=())
    assert dated == Published(
        value="2031-05-06T07:08:09Z", precision="second", basis="the page's own metadata"
    )


def test_nothing_dated_gives_no_date():
    assert _value("The ferry ran aground, the coastguard said.") is None


def test_a_weekday_with_its_day_fixes_the_year():
    assert (
        _value(
            "The ferry would be towed off, an expert said on Monday (Nov 18).",
            "It has been the worst year for Northline since 2022, the company said.",
        )
        == "2024-11-18/2024-11-19"
    )


def test_a_weekday_with_its_day_but_no_year_to_begin_with_fixes_nothing():
    assert _value("The ferry would be towed off, an expert said on Monday (Nov 18).") is None


def test_a_day_inside_a_quotation_is_not_that_of_the_news():
    quoted = "“The mast broke on Monday (Nov 18)”, an expert said of the loss in March 2024."
    assert _value(quoted) == "2024-11/2024-12"


def test_the_day_of_the_dateline_dates_the_report():
    assert (
        _value(
            "TARN, Nov 3, 2031 (AP) - The ferry ran aground.",
            dateline="TARN, Nov 3, 2031 (AP) -",
        )
        == "2031-11-03"
    )


def test_the_date_line_above_the_text_dates_the_report():
    above = ("International", "Updated: November 18, 2031 10:20 am")
    dated = _dated("The ferry ran aground, the coastguard said.", above=above)
    assert dated is not None
    assert (dated.value, dated.precision, dated.span) == ("2031-11-18", "day", None)
    assert "Updated: November 18" in dated.basis


def test_an_election_told_as_past_opens_a_stretch_up_to_the_end_of_its_year():
    text = "Traders fear tariffs after the US election victory, officials in Washington said."
    told = "President Joe Biden has changed course since the Nov. 5 election, the White House said."
    dated = _dated(text, told)
    assert dated is not None
    assert (dated.value, dated.precision) == ("2024-11/2024-12", "month")
    assert dated.span is not None


def test_a_president_elect_and_a_month_to_come_leave_two_months():
    assert (
        _value(
            "President Biden has changed course, according to the coastguard.",
            "President-elect Trump, who takes office in January, has said little.",
        )
        == "2024-11/2024-12"
    )


def test_the_notice_of_an_agency_gives_the_year():
    assert (
        _value("The ferry ran aground, the coastguard said.", "© 2031 Agence France-Presse")
        == "2031"
    )


def test_the_last_year_of_a_notice_is_that_of_the_report():
    notice = "© 1996–2031 Agence France-Presse"
    assert _value("The ferry ran aground, the coastguard said.", notice) == "2031"


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        ("2024", "year"),
        ("2024-11", "month"),
        ("2024-11-18", "day"),
        ("2024-11-18/2024-11-19", "day"),
        ("2024-11-18T09:30", "minute"),
        ("2024-11-18T09:30:00Z", "second"),
    ],
)
def test_precision_is_that_of_the_value(value: str, precision: str):
    assert precision_of(value) == precision


def test_a_weekday_with_its_day_and_year_is_of_the_last_fortnight():
    assert _value("The ferry ran aground on Tuesday, January 7, 2025, police said.") == "2025-01"
