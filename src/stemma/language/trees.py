"""Scores of arcs to a tree with one root."""

import numpy as np
from numpy.typing import NDArray

_NEVER = -1e9


def find_heads(scores: NDArray[np.float32]) -> list[int]:
    """Give each word's head: word index + 1, or 0 for the one root.

    ``scores`` has shape ``(words, words + 1)``: row ``i`` scores the heads of word ``i``, column
    0 being the root. Where the best heads of all words make no tree, the best tree is found
    (Chu & Liu 1965, Edmonds 1967), its root being the word that most looks like one.
    """
    heads = [int(head) for head in scores.argmax(axis=1)]
    if heads.count(0) == 1 and not _find_cycle([0, *heads]):
        return heads
    words = len(scores)
    arcs = np.full((words + 1, words + 1), _NEVER)
    arcs[1:] = scores
    np.fill_diagonal(arcs, _NEVER)
    root = 1 + int(arcs[1:, 0].argmax())
    arcs[1:, 0] = _NEVER
    arcs[root, 0] = 0.0
    arcs[root, 1:] = _NEVER
    return _span(arcs)[1:]


def _find_cycle(heads: list[int]) -> list[int]:
    """Give the nodes of a cycle; node 0 is the root, ``heads[0]`` means nothing."""
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        node = start
        while node and not seen[node]:
            seen[node] = start
            node = heads[node]
        if node and seen[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(heads[cycle[-1]])
            return cycle
    return []


def _span(arcs: NDArray[np.float64]) -> list[int]:
    """Find the best tree from node 0: ``arcs[node, head]`` are scores."""
    heads = [0, *(int(head) for head in arcs[1:].argmax(axis=1))]
    cycle = _find_cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(arcs), bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = np.array([arcs[node, heads[node]] for node in cycle])
    members = np.array(cycle)
    entering = arcs[members[:, None], outside] - kept[:, None]
    leaving = arcs[outside[:, None], members]
    small = np.full((len(outside) + 1, len(outside) + 1), _NEVER)
    small[:-1, :-1] = arcs[outside[:, None], outside]
    small[-1, :-1] = entering.max(axis=0)
    small[:-1, -1] = leaving.max(axis=1)
    shrunk = _span(small)
    for at, node in enumerate(outside):
        head = shrunk[at]
        within = head == len(outside)
        heads[node] = cycle[int(leaving[at].argmax())] if within else int(outside[head])
    entry = shrunk[-1]
    heads[cycle[int(entering[:, entry].argmax())]] = int(outside[entry])
    return heads
