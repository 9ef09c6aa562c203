"""What a story is called: the headline that names what most of its reports open with."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.language import matrix
from stemma.model import Extracted
from stemma.model.quotation import shorten
from stemma.tell.leads import Leads

_LONGEST = 160
_FEWEST_WORDS = 5
_OPENS_SPEECH = "\"'‘“«"
_CUT_SHORT = ("...", "…")
_LESS_A_HEADLINE = 0.2
"""What likeness a quotation, a label or a headline cut short is set back by."""


def title(story: Sequence[Extracted]) -> str:
    """Give the words of one report: a headline, or where there is none, a first sentence.

    The headline nearest to the leads of all reports names the event; one that quotes, is cut
    short or is a label ("Live updates") is taken only where the others are far from them.
    """
    headed = [one for one in story if one.annotated.report.title]
    if not headed:
        return _opening(story[0])
    leads = Leads(story)
    scores = [(-_goodness(one, leads), one.annotated.report.id) for one in headed]
    _, best = min(scores)
    return next(
        one.annotated.report.title or "" for one in headed if one.annotated.report.id == best
    )


def _goodness(one: Extracted, leads: Leads) -> float:
    headline = one.annotated.report.title or ""
    flawed = (
        headline[0] in _OPENS_SPEECH
        or headline.endswith(_CUT_SHORT)
        or len(headline.split()) < _FEWEST_WORDS
        or headline.endswith("?")
        or not _has_verb(one)
    )
    return leads.likeness(_headline(one)) - _LESS_A_HEADLINE * flawed


def _has_verb(one: Extracted) -> bool:
    """Tell whether the headline says that something happened, as far as it is tagged."""
    if not one.annotated.tokens or not one.annotated.sentences:
        return True
    first = one.annotated.sentences[0]
    return any(
        token.upos in {"VERB", "AUX"} for token in one.annotated.tokens[first.first : first.last]
    )


def _headline(one: Extracted) -> NDArray[np.float32]:
    """Give the vector of the first sentence of the headline, which opens the text."""
    vectors = matrix(one.annotated)
    return vectors[0] if len(vectors) else np.zeros(one.annotated.dimensions, dtype=np.float32)


def _opening(one: Extracted) -> str:
    return shorten(one.annotated.report.text.split("\n", 1)[0], _LONGEST)
