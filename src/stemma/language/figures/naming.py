"""Numbers that name and do not count: Boeing 737, Article 5, 3-1, Group of Seven."""

import re
from collections.abc import Sequence

from stemma.language.figures.amount import Quantity
from stemma.language.figures.counted import Counted
from stemma.language.figures.marked import Marked
from stemma.language.figures.tables import nouns
from stemma.model import Token

_SCORE_WORDS = re.compile(
    r"[ ]?(?:win|wins|victory|loss|defeat|lead|draw|tie|vote|ruling|decision|record|majority|split"
    r"|aggregate|triumph|thrashing|score)\b",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_CODE_AFTER = re.compile(r"[-–/:.]\d|[-–][A-Za-z]*\d|['’]s\b|(?:st|nd|rd|th)\b|[A-Za-z]")
_ERA_AFTER = re.compile(r"[ ](?:BCE?|CE|AD|B\.C\.|A\.D\.)(?!\w)")
_NAME_BEFORE = re.compile(
    r"(?:\b[Nn]o\.?|\b[Nn]os\.|#|\b(?:Group|Gang|Committee|Council) of(?: the)?)\s?$"
)
_LONGEST_PLAIN = 9
_LEAST_LISTED = 2
_GROUP_AFTER = re.compile(r"[ ]\d{3}")
_GROUP_BEFORE = re.compile(r"\d[ ]$")
_LIST_BEFORE = re.compile(r"(?:^|\n)\s*$")


def is_name(marked: Marked, quantity: Quantity, first: int, last: int, *, unit: str | None) -> bool:
    """Tell numbers that name something (Boeing 737, Article 5, 3-1, Group of Seven)."""
    text, end = marked.text, quantity.number_end
    if unit is not None:
        return quantity.lettered and _follows_proper_name(marked.tokens, first)
    if quantity.high is not None and _SCORE.fullmatch(text, quantity.number_start, end):
        return bool(_SCORE_WORDS.match(text, quantity.end)) or quantity.value > quantity.high
    if _is_in_a_row(text, quantity.number_start, end) or _is_code(text, quantity):
        return True
    return quantity.plain and _follows_a_name(marked, first, last)


def _is_code(text: str, quantity: Quantity) -> bool:
    """Tell "No. 2", "12-B", "500 BC" and the number of a list from what stands right beside it."""
    start, end = quantity.start, quantity.number_end
    if quantity.end == end and (_CODE_AFTER.match(text, end) or _ERA_AFTER.match(text, end)):
        return True
    if _NAME_BEFORE.search(text, max(0, start - 24), start):
        return True
    listed = text[end : end + 2] in {". ", ") "}
    return listed and _LIST_BEFORE.search(text, max(0, start - 4), start) is not None


def _is_in_a_row(text: str, start: int, end: int) -> bool:
    """Tell telephone numbers, codes that begin with a nought, and endless digits."""
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return True
    if end - start > _LONGEST_PLAIN and text[start:end].isdecimal():
        return True
    return bool(
        _GROUP_AFTER.match(text, end) or _GROUP_BEFORE.search(text, max(0, start - 2), start)
    )


def _follows_proper_name(tokens: Sequence[Token], first: int) -> bool:
    return 0 < first <= len(tokens) and tokens[first - 1].upos == "PROPN"


def _follows_a_name(marked: Marked, first: int, last: int) -> bool:
    tokens = marked.tokens
    if not 0 < first < last:
        return False
    while first > _LEAST_LISTED and _goes_on(tokens, first):
        first -= 2
    before, number = tokens[first - 1], tokens[first]
    named = before.text.lower() in nouns("name") and before.upos in {"NOUN", "PROPN"}
    if named and before.end + 1 == number.start and "," not in number.text:
        return True
    if number.text[0].isupper() and not _begins_sentence(tokens, first):
        return True
    points_back = number.head < first and tokens[number.head].upos == "PROPN"
    return points_back and before.upos == "PROPN" and number.relation not in {"obj", "obl", "conj"}


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Tell the 13 of "pages 12 and 13"."""
    return (
        tokens[at - 1].text in {"and", "or", ",", "to", "–", "-"} and tokens[at - 2].upos == "NUM"
    )


def _begins_sentence(tokens: Sequence[Token], at: int) -> bool:
    return (
        at == 0
        or tokens[at - 1].text in {".", "!", "?", ":", "“", '"', "‘"}
        or (tokens[at].start > tokens[at - 1].end + 1)
    )


def is_model(marked: Marked, quantity: Quantity, first: int, counted: Counted) -> bool:
    """Tell "Salyut 7 station" from a count: a name before the number, one thing after it."""
    tokens = marked.tokens
    if not quantity.plain or quantity.value <= 1 or first == 0 or counted.last > len(tokens):
        return False
    before, noun = tokens[first - 1], tokens[counted.last - 1]
    apart = before.end < tokens[first].start
    return (
        before.upos == "PROPN"
        and apart
        and noun.xpos in {"NN", "NNP"}
        and tokens[first].end < noun.start
    )
