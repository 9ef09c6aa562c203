"""Figures of several reports that are about one matter."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

import numpy as np

from stemma.align.clause import Clause, clause_around
from stemma.align.clusters import cluster
from stemma.align.fates import fate, fate_told, governor
from stemma.align.findings.story_view import Appearance, StoryView
from stemma.align.quantities import agree, counted_noun
from stemma.align.ties import Ties
from stemma.model import Figure

_EVEN = 0.5
_LEAST_CLEAR, _LEAST_UNCLEAR = 0.38, 0.58
"""Mean likeness (inner product of vectors) of clauses and of statements that tell one fate."""

_LEAST_CLAUSE, _LEAST_WHOLE, _LEAST_MEASURE = 0.72, 0.7, 0.78
"""Likeness of clauses anywhere; of statements of one claim; of those with a measure."""

_SAME_NEWS = 7
"""Days between two reports; figures printed further apart tell of different days."""

_LONG_AGO = 60
_TOLD = frozenset({"assertion", "attitude"})
_PARTS = frozenset(
    [
        "additional",
        "another",
        "both",
        "each",
        "every",
        "extra",
        "further",
        "half",
        "other",
        "others",
        "per",
        "remaining",
    ]
)
_ONE_HOSPITAL = re.compile(r"\b[A-Z][\w’']+ (?:[A-Z]\w+ |university )*[Hh]ospital\b")
_MORE = re.compile(r"\bmore\b(?! than)")
_VAGUE = frozenset({"dozens", "hundreds", "millions", "scores", "several", "tens", "thousands"})


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as one report gives it.

    ``fate`` is what becomes of the people counted, ``governor`` the lemma that the figure
    depends on; ``alone`` tells that its statement has no other figure of the unit.
    """

    figure: Figure
    appearance: Appearance
    fate: str | None
    governor: str | None
    alone: bool
    clause: Clause

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.appearance.report.id


def _given(figure: Figure, appearance: Appearance) -> Given:
    annotated = appearance.piece.annotated
    units = [other.unit for other in appearance.figures()]
    clause = clause_around(figure.span, annotated)
    return Given(
        figure,
        appearance,
        fate_told(clause.text) or fate(figure, annotated),
        governor(figure, annotated),
        alone=units.count(figure.unit) == 1,
        clause=clause,
    )


def _is_total(figure: Figure, appearance: Appearance) -> bool:
    """Leave out parts of a whole ("five others", "23 of the defendants") and vague numbers."""
    told = figure.span.of(appearance.report.text).lower()
    behind = appearance.report.text[figure.span.end :].lstrip()[:6].lower()
    said = set(told.split())
    if (
        said & _PARTS
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
    """Put together the figures of all reports that count the same and tell the same fate."""
    kinds: defaultdict[tuple[str | None, str, str | None], list[Given]] = defaultdict(list)
    for appearance in view.all_appearances():
        if appearance.statement.act not in _TOLD:
            continue
        for figure in appearance.figures():
            noun = None if figure.unit is not None else counted_noun(figure.counted)
            if (figure.unit or noun) and _is_total(figure, appearance):
                given = _given(figure, appearance)
                if _is_current(given):
                    kinds[figure.unit, noun or "", given.fate].append(given)
    return [
        givens
        for _, givens in sorted(kinds.items(), key=lambda kind: str(kind[0]))
        if any(not agree(givens[0].figure, given.figure) for given in givens)
    ]


def _is_current(given: Given) -> bool:
    """Leave out what a report tells of earlier times: "in 2004, when seven were killed"."""
    printed = published_on(given.appearance)
    if printed is None:
        return True
    latest = date.fromisoformat(printed) - timedelta(days=_LONG_AGO)
    return not any(
        moment.value is not None
        and moment.kind == "date"
        and given.clause.holds(moment.span)
        and moment.value.rsplit("/", 1)[-1][:10] < latest.isoformat()[: len(moment.value)]
        for moment in given.appearance.piece.moments
    )


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
    return [[kind[at] for at in part] for part in parts]


def _tells_one_value(kind: Sequence[Given]) -> bool:
    values: dict[str, Figure] = {}
    return all(agree(values.setdefault(given.report, given.figure), given.figure) for given in kind)


def _score(view: StoryView, left: Given, right: Given, alike: float, *, clear: bool) -> float:
    """Give a half or more where two figures are about one thing, else less.

    ``alike`` is the likeness of the clauses.
    """
    if _days_apart(left, right) > _SAME_NEWS:
        return 0.0
    one, other = left.appearance.statement, right.appearance.statement
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
    score = alike - _LEAST_CLAUSE
    if together:
        score = max(score, view.alike(one, other) - (_LEAST_MEASURE if measured else _LEAST_WHOLE))
    return max(0.0, _EVEN + score)


def _days_apart(one: Given, other: Given) -> int:
    days = [published_on(given.appearance) for given in (one, other)]
    if days[0] is None or days[1] is None:
        return 0
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days)


def published_on(appearance: Appearance) -> str | None:
    """Give the day on which a report came out, where it is known to the day."""
    published = appearance.report.published
    if published is None or published.precision in {"month", "year", "unknown"}:
        return None
    return published.value[:10]
