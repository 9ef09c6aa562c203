"""Decisions that two things are one, or two: of those that contradict each other, the later."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from stemma.model import Verdict

Thing = TypeVar("Thing", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs(Generic[Thing]):
    """Pairs that people decided to be ``together`` or ``apart``, in order of deciding."""

    together: tuple[tuple[Thing, Thing], ...] = ()
    apart: tuple[tuple[Thing, Thing], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion(Generic[Thing]):
    """One decision about a thing and another, or about a thing and each of several others."""

    verdict: Verdict
    one: Thing
    others: tuple[Thing, ...]

    @property
    def is_same(self) -> bool:
        """Tell whether it says that they are one."""
        return self.verdict.kind.startswith("same_")


@dataclass(slots=True)
class _Sets(Generic[Thing]):
    """Things that are tied, with the latest decision that had a part in each tie."""

    home: dict[Thing, set[Thing]] = field(default_factory=dict[Thing, set[Thing]])

    def of(self, thing: Thing) -> set[Thing]:
        return self.home.setdefault(thing, {thing})

    def tie(self, one: Thing, others: Iterable[Thing]) -> None:
        together = self.of(one).union(*map(self.of, others))
        self.home.update(dict.fromkeys(together, together))


def reconcile(
    opinions: Iterable[Opinion[Thing]],
) -> tuple[Pairs[Thing], tuple[tuple[Verdict, Verdict], ...]]:
    """Keep what can hold together, the latest first; give also (overruled, by which later one).

    A decision holds as a whole, or not at all. What is the same is so through others too: who
    says that A is B and B is C cannot have A and C apart.
    """
    kept: list[Opinion[Thing]] = []
    overruled: list[tuple[Verdict, Verdict]] = []
    for opinion in reversed(tuple(opinions)):
        against = _against(opinion, kept)
        if against is None:
            kept.append(opinion)
        else:
            overruled.append((opinion.verdict, against.verdict))
    kept.reverse()
    pairs = Pairs(
        together=tuple(pair for one in kept if one.is_same for pair in _pair(one)),
        apart=tuple(pair for one in kept if not one.is_same for pair in _pair(one)),
    )
    return pairs, tuple(reversed(overruled))


def _pair(opinion: Opinion[Thing]) -> Iterator[tuple[Thing, Thing]]:
    return ((opinion.one, other) for other in opinion.others)


def _against(opinion: Opinion[Thing], kept: list[Opinion[Thing]]) -> Opinion[Thing] | None:
    """Find the latest decision without which this one could hold; None where it can anyway."""
    if opinion.one in opinion.others and not opinion.is_same:
        return kept[0] if kept else opinion
    held: list[Opinion[Thing]] = []
    for one in kept:
        held.append(one)
        if not _hold([*held, opinion]):
            return one
    return None


def _hold(opinions: list[Opinion[Thing]]) -> bool:
    sets: _Sets[Thing] = _Sets()
    for opinion in opinions:
        if opinion.is_same:
            sets.tie(opinion.one, opinion.others)
    return not any(
        not sets.of(opinion.one).isdisjoint(opinion.others)
        for opinion in opinions
        if not opinion.is_same
    )
