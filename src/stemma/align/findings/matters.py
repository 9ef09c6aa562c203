"""Figures of several reports that are about one matter."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

import numpy as np

from stemma.align.clause import Clause, clause_around
from stemma.align.clusters import cluster
from stemma.align.fates import governor
from stemma.align.findings.counting import PEOPLE, Kind, fate_in, kind_of, named_before
from stemma.align.findings.story_view import Appearance, StoryView
from stemma.align.quantities import agree
from stemma.align.ties import Ties
from stemma.language.moments import read_days
from stemma.language.rarity import rarity
from stemma.model import Figure, Moment

_EVEN = 0.5
_LEAST_CLEAR, _LEAST_UNCLEAR = 0.38, 0.58
"""Mean likeness (inner product of vectors) of clauses and of statements that tell one fate."""

_LEAST_CLAUSE, _LEAST_WHOLE, _LEAST_MEASURE = 0.72, 0.68, 0.78
"""Likeness of clauses anywhere; of statements of one claim; of those with a measure."""

_RARE_NOUN, _ONE_SIZE, _LEAST_OF_RARE = 7.0, 3, 0.3
"""A noun that hardly any text has, how far apart its numbers, and how alike the clauses then."""

_LEAST_WITHIN = 0.5
"""Likeness of clauses in statements of one claim: a figure may stand in another clause of it."""

_UNLIKELY = 100
"""From here on, the same number of the same noun in two reports of a story is one matter."""

_LEAST_PERSON, _NEAR_IN_AGE = 0.5, 2
"""Likeness of statements about "the five-year-old boy" and "the six-year-old boy", and years."""

_WORD = 24
SAME_NEWS = 7
"""Days between two reports; measures and tolls printed further apart are of other events."""

_LONG_AGO = 60
_TOLD = frozenset({"assertion", "attitude"})
_PARTS = frozenset(
    {"additional", "another", "both", "each", "every", "extra", "further", "half", "other",
     "others", "per", "remaining"}
)  # fmt: skip
_ONE_HOSPITAL = re.compile(r"\b[A-Z][\w’']+ (?:[A-Z]\w+ |university )*[Hh]ospital\b")
_MORE = re.compile(r"\bmore\b(?! than)")
_VAGUE = frozenset({"dozens", "hundreds", "millions", "scores", "several", "tens", "thousands"})


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as one report gives it.

    ``meant`` is the figure itself, or the one before it that says what is counted; ``clause`` is
    that one's. ``fate`` is what becomes of the people counted, ``governor`` the lemma that the
    figure depends on; ``alone`` tells that its statement has no other figure of the unit.
    """

    figure: Figure
    meant: Figure
    appearance: Appearance
    fate: str | None
    governor: str | None
    alone: bool
    clause: Clause
    kind: Kind = ("", "", None)

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.appearance.report.id


def _given(figure: Figure, appearance: Appearance) -> Given:
    annotated = appearance.piece.annotated
    units = [other.unit for other in appearance.figures()]
    fate = fate_in(figure, appearance, clause_around(figure.span, annotated).text)
    before = None if fate else named_before(figure, appearance)
    meant = before or figure
    clause = clause_around(meant.span, annotated)
    return Given(
        figure,
        meant,
        appearance,
        fate or (before and fate_in(before, appearance, clause.text)),
        governor(figure, annotated),
        alone=units.count(figure.unit) == 1,
        clause=clause,
    )


def _is_total(figure: Figure, appearance: Appearance) -> bool:
    """Leave out parts of a whole ("five others", "23 of the defendants") and vague numbers."""
    told = figure.span.of(appearance.report.text).lower()
    behind = appearance.report.text[figure.span.end :].lstrip()[:6].lower()
    ahead = appearance.report.text[: figure.span.start].lower().split()[-1:]
    said = set(told.split())
    if (
        (said | set(ahead)) & _PARTS
        or " of the " in told
        or _MORE.search(told)
        or behind.startswith(("of the", "of who", "others"))
    ):
        return False
    source = appearance.statement.source
    speaker = "" if source is None else source.name
    if _ONE_HOSPITAL.search(f"{appearance.statement.text} {speaker}"):
        return False
    return not said & _VAGUE or any(mark.isdigit() for mark in told)


def find_kinds(view: StoryView) -> list[list[Given]]:
    """Give the kinds of figures on which reports do not agree."""
    return [
        givens
        for givens in all_kinds(view)
        if any(not agree(givens[0].figure, given.figure) for given in givens)
    ]


def all_kinds(view: StoryView) -> list[list[Given]]:
    """Put together the figures of all reports that count the same and tell the same fate."""
    kinds: defaultdict[Kind, list[Given]] = defaultdict(list)
    for appearance in view.all_appearances():
        if appearance.statement.act not in _TOLD:
            continue
        for figure in appearance.figures():
            if not _is_total(figure, appearance):
                continue
            given = _given(figure, appearance)
            kind = kind_of(view, given.meant, appearance, given.fate)
            if kind is not None and _is_current(given):
                together = ("age", "", None) if kind[0] == "age" else kind
                kinds[together].append(replace(given, kind=kind))
    return [givens for _, givens in sorted(kinds.items(), key=lambda kind: str(kind[0]))]


def _is_current(given: Given) -> bool:
    """Leave out what a report tells of earlier times: "in 2004, when seven were killed"."""
    printed = given.appearance.report.day
    if printed is None:
        return True
    latest = printed - timedelta(days=_LONG_AGO)
    return not any(
        moment.kind == "date" and given.clause.holds(moment.span) and _is_over(moment, latest)
        for moment in given.appearance.piece.moments
    )


def _is_over(moment: Moment, day: date) -> bool:
    """Tell whether all of a date lies before a day: a quarter lasts until its last month ends."""
    days = None if moment.value is None else read_days(moment.value)
    return days is not None and days[1] < day


def find_matters(view: StoryView, kind: Sequence[Given]) -> list[list[Given]]:
    """Put together the figures of a kind that are about one thing.

    What each report tells once ("seven dead") is more likely one thing than what reports tell
    of several times ("four dead … thirty dead in last week's strike"): there a chain of likes
    is enough, here all have to be alike on average.
    """
    clauses = view.vectors_of([given.clause.text for given in kind])
    clear = _tells_one_value(kind)
    left: list[int] = []
    right: list[int] = []
    scores: list[float] = []
    for one, other in combinations(range(len(kind)), 2):
        alike = float(clauses[one] @ clauses[other])
        score = _score(view, kind[one], kind[other], alike, clear=clear)
        if score > 0:
            left.append(one)
            right.append(other)
            scores.append(score)
    if clear:
        ties = Ties(len(kind))
        for one, other, score in zip(left, right, scores, strict=True):
            if score >= _EVEN:
                ties.tie(one, other)
        return [[kind[at] for at in part] for part in ties.sets(range(len(kind)))]
    parts = cluster(
        len(kind), np.array(left, int), np.array(right, int), np.array(scores), least=_EVEN
    )
    return _join_tolls([[kind[at] for at in part] for part in parts])


def _join_tolls(matters: Sequence[list[Given]]) -> list[list[Given]]:
    """Take matters for one where they give one number of people with one fate."""
    ties = Ties(len(matters))
    for one, other in combinations(range(len(matters)), 2):
        if any(
            left.kind[1] == PEOPLE == right.kind[1]
            and left.figure.value == right.figure.value
            and left.figure.high == right.figure.high
            and days_apart(left, right) <= SAME_NEWS
            for left in matters[one]
            for right in matters[other]
        ):
            ties.tie(one, other)
    return [
        [given for at in part for given in matters[at]] for part in ties.sets(range(len(matters)))
    ]


def _tells_one_value(kind: Sequence[Given]) -> bool:
    values: dict[str, Figure] = {}
    return all(agree(values.setdefault(given.report, given.figure), given.figure) for given in kind)


def _score(view: StoryView, left: Given, right: Given, alike: float, *, clear: bool) -> float:
    """Give a half or more where two figures are about one thing, else less.

    ``alike`` is the likeness of the clauses.
    """
    if days_apart(left, right) > SAME_NEWS and (left.fate or left.kind[0]):
        return 0.0
    one, other = left.appearance.statement, right.appearance.statement
    if left.kind[0] == "age":
        return _age_score(view, left, right)
    if _is_one_count(left.meant, right.meant):
        return 1.0
    if left.fate is not None:
        least = _LEAST_CLEAR if clear else _LEAST_UNCLEAR
        return _EVEN + (alike + view.alike(one, other)) / 2 - least
    claim = view.claim_of(one)
    together = claim is not None and claim == view.claim_of(other)
    measured = left.figure.unit is not None
    if (
        measured
        and left.governor != right.governor
        and not (clear and together and left.alone and right.alone)
    ):
        return 0.0
    rare = clear and not measured and _is_rare(left.figure, right.figure)
    score = alike - (_LEAST_OF_RARE if rare else _LEAST_CLAUSE)
    if together:
        least = _LEAST_MEASURE if measured else _LEAST_WHOLE
        score = max(score, min(view.alike(one, other) - least, alike - _LEAST_WITHIN))
    return max(0.0, _EVEN + score)


def _is_one_count(left: Figure, right: Figure) -> bool:
    """Tell whether the same uneven number is given of the same noun: "640 jobs" is no chance."""
    return (
        left.counted is not None
        and left.counted == right.counted
        and left.value == right.value >= _UNLIKELY
    )


def _is_rare(left: Figure, right: Figure) -> bool:
    """Tell whether a noun is rare and its two numbers are of one size: "60 excavators", "100"."""
    less, more = sorted((left.value, right.value))
    same = left.counted is not None and left.counted == right.counted
    return same and more <= _ONE_SIZE * less and rarity(str(left.counted)) >= _RARE_NOUN


def _age_score(view: StoryView, left: Given, right: Given) -> float:
    """Compare ages of one person; of people without a name only where as much is told alike."""
    if left.kind[1] and right.kind[1]:
        return float(left.kind[1] == right.kind[1])
    one, other = (given.appearance.statement for given in (left, right))
    claim = view.claim_of(one)
    if claim is not None and claim == view.claim_of(other):
        return 1.0
    who = {_word_behind(given) for given in (left, right)}
    near = abs(left.figure.value - right.figure.value) <= _NEAR_IN_AGE
    return float(
        near and len(who) == 1 and None not in who and view.alike(one, other) >= _LEAST_PERSON
    )


def _word_behind(given: Given) -> str | None:
    words = given.appearance.report.text[given.figure.span.end :][:_WORD].split()
    return words[0].casefold() if words and words[0].isalpha() else None


def days_apart(one: Given, other: Given) -> int:
    """Count the days between the reports of two figures; none where a day is not known."""
    return days_between(one.appearance, other.appearance)


def days_between(one: Appearance, other: Appearance) -> int:
    """Count the days between two reports; none where a day is not known."""
    first, second = one.report.day, other.report.day
    return 0 if first is None or second is None else abs((first - second).days)
