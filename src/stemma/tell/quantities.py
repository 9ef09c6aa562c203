"""Figures that several reports give for one thing, in the order in which they were published."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.model import Claim, Figure, Story
from stemma.tell.lookup import Lookup

_MOST_LISTED = 16
_APART = 10.0
"""Values further apart than so many times measure different things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What one report gives, in its place between the least and the greatest value.

    ``left`` and ``width`` are per cent. ``differs`` says that most reports give another value.
    ``also`` are the same figures of later reports, where there are too many to list.
    """

    figure: Figure
    also: tuple[Figure, ...]
    left: float
    width: float
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One thing that several reports measure: the claims it stands in, and each report's value.

    The values are in order of publication.
    """

    claims: tuple[Claim, ...]
    values: tuple[Value, ...]

    @property
    def differs(self) -> bool:
        """Tell whether the reports give more than one value."""
        return any(value.differs for value in self.values)


def find_quantities(story: Story, lookup: Lookup) -> tuple[Quantity, ...]:
    """Give what at least two reports measure, what they differ on first.

    Figures of one claim measure one thing where unit and size fit; so do the figures that a
    finding holds against each other, whatever their claims.
    """
    groups = _Groups(story.figures)
    figures = _by_statement(story.figures)
    for claim in story.claims:
        stated = [one for name in claim.appearances for one in figures.get(name, ())]
        for alike in _same_measure(stated):
            for several in _same_size(alike):
                groups.join(several)
    by_span = {figure.span: figure for figure in story.figures}
    for finding in story.findings:
        if finding.kind == "figure_conflict":
            groups.join([by_span[span] for span in finding.evidence if span in by_span])
    claims = {name: claim for claim in story.claims for name in claim.appearances}
    weight = {claim.id: place for place, claim in enumerate(story.claims)}
    found: list[Quantity] = []
    for several in groups:
        if len({figure.span.report for figure in several}) > 1:
            stating = {
                claims[one.statement].id: claims[one.statement]
                for one in several
                if one.statement in claims
            }
            ordered = sorted(stating.values(), key=lambda claim: weight[claim.id])
            if ordered:
                found.append(Quantity(claims=tuple(ordered), values=_values(several, lookup)))
    return tuple(sorted(found, key=lambda one: (not one.differs, weight[one.claims[0].id])))


class _Groups:
    """Figures joined step by step (union-find)."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._figures = {figure.id: figure for figure in figures}
        self._above: dict[str, str] = {}

    def join(self, figures: Sequence[Figure]) -> None:
        """Put figures into one group."""
        for left, right in pairwise(figures):
            one, other = self._top(left.id), self._top(right.id)
            if one != other:
                self._above[other] = one

    def __iter__(self) -> Iterator[list[Figure]]:
        """Give the groups, each in the order of the figures."""
        groups: dict[str, list[Figure]] = {}
        for name, figure in self._figures.items():
            groups.setdefault(self._top(name), []).append(figure)
        return iter(groups.values())

    def _top(self, name: str) -> str:
        while name in self._above:
            name = self._above[name]
        return name


def _by_statement(figures: Iterable[Figure]) -> dict[str | None, list[Figure]]:
    found: dict[str | None, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.statement, []).append(figure)
    return found


def _same_measure(figures: Iterable[Figure]) -> Iterable[list[Figure]]:
    """Sort figures by unit, or by what is counted; a bare number goes with an equal one."""
    groups: dict[str, list[Figure]] = {}
    bare: list[Figure] = []
    for figure in figures:
        measure = figure.unit or figure.counted
        if measure is None:
            bare.append(figure)
        else:
            groups.setdefault(measure, []).append(figure)
    for figure in bare:
        equal = [name for name, group in groups.items() if figure.value in {*map(_value, group)}]
        groups.setdefault(equal[0] if equal else "", []).append(figure)
    return groups.values()


def _same_size(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Cut the line of values where they lie too far apart.

    What one statement gives apart (five dead, 19 missing) is two things: there the line is cut
    at its widest gap between the two.
    """
    values = sorted({figure.value for figure in figures})
    cuts = {right for left, right in pairwise(values) if 0 < left * _APART < right}
    for stated in _by_statement(figures).values():
        told = sorted({figure.value for figure in stated})
        for low, high in pairwise(told):
            between = [(left, right) for left, right in pairwise(values) if low <= left < high]
            if not cuts & {right for _, right in between}:
                cuts.add(max(between, key=lambda gap: _gap(*gap))[1])
    groups: dict[int, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(sum(cut <= figure.value for cut in cuts), []).append(figure)
    yield from groups.values()


def _value(figure: Figure) -> float:
    return figure.value


def _gap(left: float, right: float) -> float:
    return right / left if left > 0 else right - left


def _values(figures: Sequence[Figure], lookup: Lookup) -> tuple[Value, ...]:
    order = {
        report.id: place
        for place, report in enumerate(lookup.oldest_first(one.span.report for one in figures))
    }
    kept: dict[tuple[str, float, float | None, str], Figure] = {}
    for figure in sorted(figures, key=lambda one: (order[one.span.report], one.span.start)):
        kept.setdefault((figure.span.report, figure.value, figure.high, figure.bound), figure)
    least = min(figure.value for figure in kept.values())
    room = max(map(_end, kept.values())) - least
    usual = _usual(tuple(kept.values()))

    def share(value: float) -> float:
        return round(100 * (value - least) / room, 1) if room else 50.0

    return tuple(
        Value(
            figure=figure,
            also=also,
            left=share(figure.value),
            width=round(share(_end(figure)) - share(figure.value), 1),
            differs=(figure.value, figure.high) != usual,
        )
        for figure, also in _first_of_each(tuple(kept.values()))
    )


def _first_of_each(figures: Sequence[Figure]) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """Give figures one by one, or each value once with those that repeat it."""
    if len(figures) <= _MOST_LISTED:
        yield from ((figure, ()) for figure in figures)
        return
    alike: dict[tuple[float, float | None, str], list[Figure]] = {}
    for figure in figures:
        alike.setdefault((figure.value, figure.high, figure.bound), []).append(figure)
    yield from ((first, tuple(also)) for first, *also in alike.values())


def _end(figure: Figure) -> float:
    return figure.value if figure.high is None else figure.high


def _usual(figures: Sequence[Figure]) -> tuple[float, float | None]:
    """Give the value that most reports give, of several the one that was given first."""
    given: dict[tuple[float, float | None], set[str]] = {}
    for figure in figures:
        given.setdefault((figure.value, figure.high), set()).add(figure.span.report)
    return max(given, key=lambda value: len(given[value]))
