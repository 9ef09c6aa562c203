"""The floors under the figures: what has been reached is not given up unknowingly.

``floors.json`` holds two sets, ``whole`` for a run over all that is at hand and ``quick`` for
the fixed quick part, each by task and figure. ``origins.width`` is a ceiling: less is better.
``regressions`` says why floors were lowered, ``corpora`` has the digest of each corpus that the
floors were set on.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path
from typing import Any

from evals.outcome import Figure

PATH = Path(__file__).with_name("floors.json")
CORPORA = "corpora"
"""The key of the corpora's digests, among the floors and among the results."""

WHOLE, QUICK = "whole", "quick"
LESS_IS_BETTER = frozenset({("origins", "width")})
FREE = frozenset({("article_text", "peer_token_f1")})
"""Figures of a peer: shown, held to nothing."""

_STEP = 1000
_ROOM = {WHOLE: 0.003, QUICK: 0.015}
"""What a floor leaves below the figure it is raised to: changes of no meaning pass."""

Results = Mapping[str, Mapping[str, Figure]]
Floors = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """A figure under its floor."""

    task: str
    figure: str
    value: float
    floor: float

    def __str__(self) -> str:
        """Say it in plain English."""
        side = (
            "over its ceiling" if (self.task, self.figure) in LESS_IS_BETTER else "under its floor"
        )
        return f"{self.task}.{self.figure} is {self.value:.4f}, {side} of {self.floor:.3f}"


def read_floors(part: str, *, path: Path = PATH) -> Floors:
    """Give one set of floors."""
    return _read(path).get(part, {})


def read_corpora(*, path: Path = PATH) -> dict[str, str]:
    """Give the digests of the corpora that the floors were set on."""
    return _read(path).get(CORPORA, {})


def falls(results: Results, floors: Mapping[str, Mapping[str, float]]) -> list[Fall]:
    """Give the figures that are under their floors; a figure that was skipped is not."""
    found: list[Fall] = []
    for task, held in floors.items():
        for figure, least in held.items():
            value = results.get(task, {}).get(figure)
            if isinstance(value, int | float) and _is_worse(task, figure, value, least):
                found.append(Fall(task=task, figure=figure, value=value, floor=least))
    return found


def raised(results: Results, floors: Mapping[str, Mapping[str, float]], part: str) -> Floors:
    """Give the floors with all that the results allow raised, and new ones for new figures."""
    return _moved(results, floors, part, lower=False)


def lowered(results: Results, floors: Mapping[str, Mapping[str, float]], part: str) -> Floors:
    """Give the floors with those lowered that the results fall under."""
    return _moved(results, floors, part, lower=True)


def write_floors(
    part: str,
    floors: Floors,
    *,
    corpora: Mapping[str, str],
    why: str | None = None,
    path: Path = PATH,
) -> None:
    """Write one set; ``why`` is kept where floors were lowered.

    ``corpora`` are the digests of those that were measured; of others, what is recorded stays.
    """
    content = _read(path)
    content[CORPORA] = dict(sorted({**content.get(CORPORA, {}), **corpora}.items()))
    content[part] = {task: dict(sorted(held.items())) for task, held in floors.items()}
    if why is not None:
        content["regressions"] = [*content.get("regressions", []), {"part": part, "why": why}]
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _moved(
    results: Results, floors: Mapping[str, Mapping[str, float]], part: str, *, lower: bool
) -> Floors:
    moved = {task: dict(held) for task, held in floors.items()}
    for task, figures in results.items():
        if task == CORPORA:
            continue
        for figure, value in figures.items():
            if isinstance(value, str) or (task, figure) in FREE:
                continue
            least = moved.setdefault(task, {}).get(figure)
            new = _with_room(task, figure, value, part)
            if least is None or (
                _is_worse(task, figure, value, least)
                if lower
                else _is_worse(task, figure, least, new)
            ):
                moved[task][figure] = new
    return moved


def _with_room(task: str, figure: str, value: float, part: str) -> float:
    if (task, figure) in LESS_IS_BETTER:
        return ceil((value + _ROOM[part]) * _STEP) / _STEP
    return max(0.0, floor((value - _ROOM[part]) * _STEP) / _STEP)


def _is_worse(task: str, figure: str, value: float, other: float) -> bool:
    return value > other if (task, figure) in LESS_IS_BETTER else value < other
