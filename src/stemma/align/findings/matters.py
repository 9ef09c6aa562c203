"""Figures of several reports that are about one matter."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from stemma.align.clause import Clause, clause_around
from stemma.align.fates import fate, fate_told, governor
from stemma.align.findings.story_view import Appearance, StoryView
from stemma.align.quantities import agree, counted_noun
from stemma.align.ties import Ties
from stemma.model import Figure

_LEAST_ALIKE, _LEAST_ALIKE_MEASURE = 0.55, 0.78
_LEAST_ALIKE_FATE, _LEAST_ALIKE_CLAUSE = 0.4, 0.72
"""Inner products of vectors: of statements of one claim, and of clauses anywhere."""

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
    """Tie the figures of a kind that are about one thing.

    Those of one claim are, and those whose clauses mean nearly the same; people who are told
    to be killed, hurt or missing in one story mostly are.
    """
    clauses = view.vectors_of([given.clause.text for given in kind])
    alike = clauses @ clauses.T
    ties = Ties(len(kind))
    for one, other in combinations(range(len(kind)), 2):
        if _is_one_matter(view, kind[one], kind[other], float(alike[one, other])):
            ties.tie(one, other)
    return [[kind[at] for at in group] for group in ties.sets(range(len(kind)))]


def _is_one_matter(view: StoryView, left: Given, right: Given, alike: float) -> bool:
    if _days_apart(left, right) > _SAME_NEWS:
        return False
    if left.fate is not None:
        return alike >= _LEAST_ALIKE_FATE
    measured = left.figure.unit is not None
    if measured and left.governor != right.governor and not (left.alone and right.alone):
        return False
    if alike >= _LEAST_ALIKE_CLAUSE:
        return not measured or left.governor == right.governor
    one, other = left.appearance.statement, right.appearance.statement
    claim = view.claim_of(one)
    if claim is None or claim != view.claim_of(other):
        return False
    return view.alike(one, other) >= (_LEAST_ALIKE_MEASURE if measured else _LEAST_ALIKE)


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
