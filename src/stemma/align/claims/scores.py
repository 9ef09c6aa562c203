"""How likely two wordings say the same."""

import numpy as np
from numpy.typing import NDArray

from stemma.align.claims.pairs import SIGNS, Pairs

_WEIGHTS = {
    "vectors": 1.0,
    "terms": 0.5,
    "shared": 0.3,
    "verbs": 0.03,
    "figures": 0.18,
    "moments_differ": -0.03,
    "negation": -0.3,
    "opposites": -0.25,
    "people_differ": -0.08,
    "speakers_differ": -0.2,
    "acts_differ": -0.1,
    "same_report": -0.05,
    "apart": -1.0,
}
_EVEN = 0.82
"""The weighted sum at which a pair is as likely to say the same as not."""

_STEEPNESS = 8.0


def score(pairs: Pairs) -> NDArray[np.float64]:
    """Give each pair a probability, shape ``(pairs,)``.

    A logistic curve over a weighted sum of signs: vectors and shared rare terms say most.
    Figures that differ do not count against a pair: the difference is what is to be shown.
    """
    weights = np.array([_WEIGHTS.get(sign, 0.0) for sign in SIGNS])
    return 1.0 / (1.0 + np.exp(-_STEEPNESS * (pairs.signs @ weights - _EVEN)))
