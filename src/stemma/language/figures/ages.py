"""Ages: "aged 40", "when she was 12", and "Ann Lee, 52,"."""

import re

from stemma.language.figures.amount import Quantity
from stemma.language.figures.marked import Marked

_AGE_BEFORE = re.compile(r"\b(?:aged?(?: of)?|aged between)\s$", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:when|since|until) (?:I|he|she|they|we) (?:was|were|turned) (?:only |just )?$",
    re.IGNORECASE,
)
_OLDEST = 115
_COUNTABLE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "SYM"})


def find_age(marked: Marked, quantity: Quantity, first: int, last: int) -> str | None:
    """Read "aged 40" and "Ann Lee, 52," as years."""
    if not 0 < quantity.value < _OLDEST or quantity.value != int(quantity.value):
        return None
    if _AGE_BEFORE.search(marked.text, max(0, quantity.start - 14), quantity.start):
        return "year"
    tokens = marked.tokens
    if _WHEN.search(marked.text, max(0, quantity.start - 24), quantity.start) and (
        last >= len(tokens) or tokens[last].upos not in _COUNTABLE
    ):
        return "year"
    if last - first != 1 or first < 2 or last >= len(tokens) or not quantity.plain:  # noqa: PLR2004
        return None
    commas = tokens[first - 1].text == "," and tokens[last].text in {",", ".", ")", "of", "from"}
    digits = tokens[first].text.isdigit()
    return "year" if commas and digits and tokens[first - 2].upos == "PROPN" else None
