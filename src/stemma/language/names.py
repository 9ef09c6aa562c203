"""Scores of names to names."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.model import Name, Token
from stemma.model.annotated import NameKind

_KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_NEVER = -1e9


def find_labels(scores: NDArray[np.float32], labels: Sequence[str]) -> list[int]:
    """Find the likeliest well-formed sequence of labels (Viterbi)."""
    logs = np.log(scores.astype(np.float64) + 1e-9)
    steps = np.array([
        [_NEVER if label[0] == "I" and earlier[1:] != label[1:] else 0.0 for label in labels]
        for earlier in labels
    ])  # fmt: skip
    total = logs[0] + np.array([_NEVER if label[0] == "I" else 0.0 for label in labels])
    back: list[NDArray[np.intp]] = []
    for row in logs[1:]:
        paths = total[:, None] + steps
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    path = [int(total.argmax())]
    for choices in reversed(back):
        path.append(int(choices[path[-1]]))
    return path[::-1]


def find_names(
    tokens: Sequence[Token], first: int, scores: NDArray[np.float32], labels: Sequence[str]
) -> list[Name]:
    """Find the names of the sentence that begins at token ``first``."""
    path = find_labels(scores, labels)
    found: list[Name] = []
    place = 0
    while place < len(path):
        label = labels[path[place]]
        if label == "O":
            place += 1
            continue
        last = place + 1
        while last < len(path) and labels[path[last]] == f"I-{label[2:]}":
            last += 1
        score = float(np.mean([scores[at, path[at]] for at in range(place, last)]))
        found.append(
            Name(
                start=tokens[first + place].start,
                end=tokens[first + last - 1].end,
                first=first + place,
                last=first + last,
                kind=_KINDS[label[2:]],
                score=round(score, 4),
            )
        )
        place = last
    return found
