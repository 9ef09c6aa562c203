"""Ages: "aged 40", and "Ann Lee, 52,"."""

import re

from stemma.language.figures.marked import Marked
from stemma.language.figures.quantity import Quantity

_AGE_BEFORE = re.compile(r"\b(?:aged?(?: of)?|aged between)\s$", re.IGNORECASE)
_OLDEST = 115


def find_age(marked: Marked, quantity: Quantity, first: int, last: int) -> str | None:
    """Read "aged 40" and "Ann Lee, 52," as years."""
    if not 0 < quantity.value < _OLDEST or quantity.value != int(quantity.value):
        return None
    if _AGE_BEFORE.search(marked.text, max(0, quantity.start - 14), quantity.start):
        return "year"
    tokens = marked.tokens
    if last - first != 1 or first < 2 or last >= len(tokens) or not quantity.plain:  # noqa: PLR2004
        return None
    commas = tokens[first - 1].text == "," and tokens[last].text in {",", ".", ")", "of", "from"}
    digits = tokens[first].text.isdigit()
    return "year" if commas and digits and tokens[first - 2].upos == "PROPN" else None
