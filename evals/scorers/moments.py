"""Dates and times: TimeBank and AQUAINT (TBAQ), MEANTIME, and the specs of Recognizers-Text.

``strict`` is the F1 of exact spans, ``relaxed`` of spans that overlap, ``value`` of spans that
overlap and have the right value, as in TempEval-3. Values of TimeML are compared as TIMEX3; an
expression that we leave unresolved is right where the corpus names no date either ("recently",
"several years"). The specs give dates and durations as values of their own; a date that they
leave open ("on Monday": the last or the next) is right as any of theirs. Of the specs only
cases that hold nothing but dates, ranges of dates and durations are taken, and none with
"before", "after" or "about" as part of the expression. The peer is dateparser, on the texts.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from evals.material import annotate, make_report
from evals.outcome import Outcome, Selection, Tally, if_present
from evals.readers.meantime import read_meantime
from evals.readers.recognizers import Recognized, read_cases
from evals.readers.timex import DatedText, read_tbaq
from evals.scorers.parsed_dates import Parsed, find_dates
from evals.scorers.timex_values import UNRESOLVED, as_timex, plain

from stemma.language.moments import read_days
from stemma.model import Moment, Span

CORPORA = ("tbaq", "meantime", "recognizers")
KEYS = tuple(f"{corpus}_{kind}_f1" for corpus in CORPORA for kind in ("value", "strict"))
_TAKEN = {"datetimeV2.date", "datetimeV2.daterange", "datetimeV2.datetime", "datetimeV2.duration"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LENGTHS = {"Y": 31536000, "M": 2592000, "W": 604800, "D": 86400, "H": 3600, "m": 60, "S": 1}
_NUMBER = r"\d+(?:\.\d+)?"
_PERIOD = re.compile(
    "P"
    + "".join(rf"(?:(?P<{unit}>{_NUMBER}){unit})?" for unit in "YMWD")
    + "(?:T"
    + "".join(rf"(?:(?P<{unit}>{_NUMBER}){unit.upper()})?" for unit in "HmS")
    + ")?"
)
_MINUTE = 16
"""Characters of a date with hours and minutes."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An expression to be found: ``[start, end)``, and the check of its value."""

    start: int
    end: int
    is_right: Callable[[Moment], bool]


@dataclass(slots=True)
class Count:
    """Counts the expressions of a corpus."""

    strict: Tally = field(default_factory=Tally)
    relaxed: Tally = field(default_factory=Tally)
    value: Tally = field(default_factory=Tally)

    def add(self, wanted: Sequence[Wanted], moments: Sequence[Moment]) -> None:
        """Count one text; each of ours stands for one of theirs, the same span before others."""
        left = list(moments)
        found: list[tuple[Wanted, Moment]] = []
        for one in wanted:
            near = [m for m in left if m.span.start < one.end and one.start < m.span.end]
            if near:
                best = max(near, key=lambda m: (m.span.start, m.span.end) == (one.start, one.end))
                left.remove(best)
                found.append((one, best))
        given = len(moments)
        exact = sum((m.span.start, m.span.end) == (one.start, one.end) for one, m in found)
        self.strict.add(exact, given, len(wanted))
        self.relaxed.add(len(found), given, len(wanted))
        self.value.add(sum(one.is_right(m) for one, m in found), given, len(wanted))


def score(selection: Selection) -> Outcome:
    """Score the three corpora."""
    details: dict[str, float] = {}
    peers: dict[str, float] = {}

    def texts(corpus: str, dated: Sequence[DatedText]) -> Mapping[str, float]:
        peer = _peer(dated)
        peers.update({f"{corpus}_value_f1": peer.value.f1, f"{corpus}_strict_f1": peer.strict.f1})
        return of(corpus, _timeml(dated))

    def of(corpus: str, count: Count) -> Mapping[str, float]:
        details[f"{corpus}_relaxed_f1"] = count.relaxed.f1
        return {
            f"{corpus}_value_f1": count.value.f1,
            f"{corpus}_strict_f1": count.strict.f1,
        }

    def meantime() -> Mapping[str, float]:
        return texts("meantime", [article.dated for article in read_meantime(selection)])

    figures = (
        if_present(lambda: texts("tbaq", read_tbaq(selection)), *KEYS[:2])
        | if_present(meantime, *KEYS[2:4])
        | if_present(lambda: of("recognizers", _specs(selection)), *KEYS[4:])
    )
    return Outcome(figures=figures, peers=peers, details=details)


def _peer(texts: Iterable[DatedText]) -> Count:
    """Count what dateparser finds."""
    count = Count()
    for dated in texts:
        wanted = [Wanted(one.start, one.end, _has_timex(one.value)) for one in dated.expressions]
        count.add(wanted, [_moment(one) for one in find_dates(dated.text, dated.reference)])
    return count


def _moment(parsed: Parsed) -> Moment:
    span = Span(report="peer", start=parsed.start, end=parsed.end)
    return Moment(span=span, value=parsed.value, kind="date", anchor="none")


def _timeml(texts: Iterable[DatedText]) -> Count:
    count = Count()
    for dated in texts:
        report = make_report(dated.text, name=dated.name, published=dated.reference)
        wanted = [Wanted(one.start, one.end, _has_timex(one.value)) for one in dated.expressions]
        count.add(wanted, annotate(report).moments)
    return count


def _has_timex(value: str) -> Callable[[Moment], bool]:
    return lambda moment: as_timex(moment) == plain(value)


def _specs(selection: Selection) -> Count:
    count = Count()
    for at, case in enumerate(read_cases(selection, "DateTime", "DateTimeModel")):
        if all(is_taken(result) for result in case.results):
            report = make_report(case.text, name=f"case {at}", published=case.reference)
            wanted = [Wanted(one.start, one.end, _resolves_to(one)) for one in case.results]
            count.add(wanted, annotate(report).moments)
    return count


def is_taken(result: Recognized) -> bool:
    """Tell whether an expression is a date, a range or a length, without "before" or "after"."""
    values: Sequence[Mapping[str, Any]] = result.resolution.get("values", ())
    return result.kind in _TAKEN and not any("Mod" in value for value in values)


def _resolves_to(result: Recognized) -> Callable[[Moment], bool]:
    values: Sequence[Mapping[str, Any]] = result.resolution.get("values", ())
    return lambda moment: any(is_value(moment, value) for value in values)


def is_value(moment: Moment, value: Mapping[str, Any]) -> bool:
    """Tell whether a moment is one of the values that a spec allows."""
    ours = moment.value
    timex = str(value.get("timex", ""))
    if ours is None:
        return timex.endswith("_REF")
    if as_timex(moment) == plain(timex) != UNRESOLVED:
        return True
    if value.get("type") == "duration":
        return seconds(ours) == float(value.get("value") or "nan")
    if value.get("type") == "daterange":
        return _is_range(ours, value.get("start"), value.get("end"))
    theirs = str(value.get("value", "")).replace(" ", "T")
    return ours.removesuffix("Z")[:_MINUTE] == theirs[:_MINUTE]


def seconds(period: str) -> float | None:
    """Give the length of an ISO 8601 period, a month of 30 days, a year of 365, as the specs do."""
    match = _PERIOD.fullmatch(period)
    if match is None:
        return None
    return sum(
        float(match[unit]) * length for unit, length in _LENGTHS.items() if match[unit] is not None
    )


def _is_range(ours: str, start: str | None, end: str | None) -> bool:
    """Compare days: the end of a spec is the day after, or where the last of two named begins."""
    days, last = read_days(ours), read_days(ours.rpartition("/")[2])
    if days is None or last is None or start is None or end is None:
        return False
    if not _DAY.fullmatch(end):
        return False
    stop = date.fromisoformat(end)
    return days[0].isoformat() == start and stop in {days[1], days[1] + timedelta(days=1), last[0]}
