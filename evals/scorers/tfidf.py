"""The peer of grouping and aligning: plain TF-IDF, as anybody would start with."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"\w\w+")


def similarities(texts: Sequence[str]) -> NDArray[np.float32]:
    """Give the cosines of all pairs, shape ``(texts, texts)``: log counts, smooth IDF."""
    counts = [Counter(_WORD.findall(text.lower())) for text in texts]
    spread = Counter(word for count in counts for word in count)
    column = {word: at for at, word in enumerate(sorted(spread))}
    weights = np.zeros((len(texts), max(len(column), 1)), dtype=np.float32)
    for at, count in enumerate(counts):
        for word, times in count.items():
            rarity = log((1 + len(texts)) / (1 + spread[word])) + 1
            weights[at, column[word]] = (1 + log(times)) * rarity
    lengths = np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-9)
    rows = weights / lengths
    return rows @ rows.T


def group(texts: Sequence[str], *, least: float) -> list[int]:
    """Give each text the number of its group: average linkage down to a similarity."""
    return link(similarities(texts), least=least)


def link(alike: NDArray[np.float32], *, least: float) -> list[int]:
    """Join the two groups that are most alike on average, while they are at least so alike."""
    number = len(alike)
    groups = {at: [at] for at in range(number)}
    means = alike.astype(np.float64)
    np.fill_diagonal(means, -1)
    while len(groups) > 1:
        one, other = divmod(int(np.argmax(means)), number)
        if means[one, other] < least:
            break
        sizes = len(groups[one]), len(groups[other])
        row = (sizes[0] * means[one] + sizes[1] * means[other]) / sum(sizes)
        row[means[one] < 0] = -1
        row[[one, other]] = -1
        means[one, :] = means[:, one] = row
        means[other, :] = means[:, other] = -1
        groups[one] += groups.pop(other)
    labels = [0] * number
    for label, members in enumerate(groups.values()):
        for member in members:
            labels[member] = label
    return labels
