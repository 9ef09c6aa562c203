"""How rare a word is in everyday English."""

import re
from functools import cache
from math import log

from stemma.model import Token
from stemma.tables import read_table

PASSAGES = 1606
"""Number of passages that the table counts words in."""

_HALF = 0.5
_SHORT_FIGURE = re.compile(r"(?:\d{1,2}|(?:19|20)\d\d)(?:st|nd|rd|th)?$")
_FIGURE_RARITY = 4.0


@cache
def _passages_with() -> dict[str, int]:
    rows = read_table("stemma.language", "background.tsv")
    return {word: int(count) for word, count in rows}


@cache
def rarity(word: str) -> float:
    """Tell how rare a word is: inverse document frequency in nats, from 0 to about 8.

    ``word`` is a lemma or a word form, lower case. A word that the table does not know (most
    names, long figures) is as rare as can be; short figures and years are not.
    """
    if _SHORT_FIGURE.match(word):
        return _FIGURE_RARITY
    return log((PASSAGES + 1) / (_passages_with().get(word, 0) + _HALF))


def term(token: Token) -> str:
    """Give the word to count a token under: its lemma in lower case.

    Where the lemma is a word that nobody knows but the form is known, the form: lemmas of rules
    are wrong now and then ("dropp"), and a wrong one looks rarer than any name.
    """
    lemma, form = _plain(token.lemma), _plain(token.text)
    known = _passages_with()
    return form if lemma not in known and form in known else lemma


@cache
def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
