"""Which verdicts hold: those that no other verdict in force takes back."""

from collections.abc import Iterable
from dataclasses import dataclass

from stemma.model import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A verdict with the one that took it back, None while it holds."""

    verdict: Verdict
    undone_by: Verdict | None


def in_force(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Give the decisions that hold, in the order given; undoing is no decision of its own.

    An undo that was itself undone takes nothing back.
    """
    return tuple(
        one.verdict
        for one in stand(verdicts)
        if one.undone_by is None and one.verdict.kind != "undo"
    )


def stand(verdicts: Iterable[Verdict]) -> tuple[Standing, ...]:
    """Tell of each verdict whether it holds, in the order given, which is that of deciding."""
    undone: dict[str, Verdict] = {}
    standing: list[Standing] = []
    for verdict in reversed(tuple(verdicts)):
        taken_back = undone.get(verdict.id)
        if verdict.undoes is not None and taken_back is None:
            undone.setdefault(verdict.undoes, verdict)
        standing.append(Standing(verdict=verdict, undone_by=taken_back))
    return tuple(reversed(standing))
