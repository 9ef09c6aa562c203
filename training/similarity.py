"""The STS benchmark (Cer and others 2017): do vectors agree with people on what means the same?"""

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stemma.ports import Encoder


def rank_correlation(corpora: Path, encoder: Encoder) -> float:
    """Give Spearman's correlation of cosines and people's scores over the test pairs."""
    path = corpora / "test" / "stsb" / "stsb-en-test.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    first = encoder.encode([row[0] for row in rows])
    second = encoder.encode([row[1] for row in rows])
    people = np.array([float(row[2]) for row in rows])
    return spearman((first * second).sum(axis=1), people)


def spearman(left: NDArray[np.floating], right: NDArray[np.floating]) -> float:
    """Correlate ranks; equal values share their mean rank."""
    return float(np.corrcoef(_ranks(left.tolist()), _ranks(right.tolist()))[0, 1])


def _ranks(values: Sequence[float]) -> NDArray[np.floating]:
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return (ends - (counts - 1) / 2)[places]
