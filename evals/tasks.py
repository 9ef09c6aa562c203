"""The tasks, and running their scorers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.outcome import SKIPPED, Figure, MissingCorpusError, Outcome, Selection
from evals.scorers import (
    alignment,
    article_text,
    attribution,
    conflicts,
    figures,
    grouping,
    lineage,
    moments,
    names,
    origins,
    residue,
    syntax,
)

DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task: its scorer, its keys in ``results.json``, and how many reports do for a look."""

    score: Callable[[Selection], Outcome]
    keys: tuple[str, ...]
    quick: int


TASKS: Mapping[str, Task] = {
    "article_text": Task(score=article_text.score, keys=article_text.KEYS, quick=15),
    "residue": Task(score=residue.score, keys=residue.KEYS, quick=15),
    "syntax": Task(score=syntax.score, keys=syntax.KEYS, quick=80),
    "names": Task(score=names.score, keys=names.KEYS, quick=25),
    "moments": Task(score=moments.score, keys=moments.KEYS, quick=20),
    "figures": Task(score=figures.score, keys=figures.KEYS, quick=40),
    "attribution": Task(score=attribution.score, keys=attribution.KEYS, quick=12),
    "grouping": Task(score=grouping.score, keys=grouping.KEYS, quick=45),
    "alignment": Task(score=alignment.score, keys=alignment.KEYS, quick=21),
    "lineage": Task(score=lineage.score, keys=lineage.KEYS, quick=30),
    "origins": Task(score=origins.score, keys=origins.KEYS, quick=10),
    "conflicts": Task(score=conflicts.score, keys=conflicts.KEYS, quick=10),
}


def run(
    task: str, *, corpora: Path | None, quick: bool = False, sample: int | None = None
) -> Outcome:
    """Score one task; ``sample`` overrides how many reports of each corpus are taken."""
    taken = sample if sample is not None else TASKS[task].quick if quick else None
    try:
        outcome = TASKS[task].score(Selection(corpora=corpora, sample=taken))
    except MissingCorpusError:
        return Outcome(figures=dict.fromkeys(TASKS[task].keys, SKIPPED))
    return Outcome(
        figures={key: rounded(outcome.figures[key]) for key in TASKS[task].keys},
        peers=outcome.peers,
        details=outcome.details,
    )


def rounded(figure: Figure) -> Figure:
    """Give a figure as it is written down."""
    return figure if isinstance(figure, str) else round(figure, DIGITS)


def chosen(only: Iterable[str] | None) -> list[str]:
    """Give the tasks that were asked for, in the order of the table.

    Raises:
        ValueError: There is no such task.
    """
    wanted = list(only or TASKS)
    unknown = [task for task in wanted if task not in TASKS]
    if unknown:
        message = f"no task is called {unknown[0]!r}; there are {', '.join(TASKS)}"
        raise ValueError(message)
    return [task for task in TASKS if task in wanted]
