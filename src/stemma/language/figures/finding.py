"""From a report to its figures: quantities that survive every reason against them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.language.figures.counted import Counted, find_counted
from stemma.language.figures.quantity import Quantity, find_quantities
from stemma.language.figures.tables import nouns
from stemma.language.moments import scan
from stemma.model import Figure, Report, Sentence, Token, digest

_SCORE_WORDS = re.compile(
    r"[ ]?(?:win|wins|victory|loss|defeat|lead|draw|tie|vote|ruling|decision|record|majority|split"
    r"|aggregate|triumph|thrashing|score)\b",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_AGE_BEFORE = re.compile(r"\b(?:aged?(?: of)?|aged between)\s$", re.IGNORECASE)
_CODE_AFTER = re.compile(r"[-–/:.]\d|[-–][A-Za-z]*\d|['’]s\b|(?:st|nd|rd|th)\b|[A-Za-z]")
_NAME_BEFORE = re.compile(
    r"(?:\b[Nn]o\.?|\b[Nn]os\.|#|\b(?:Group|Gang|Committee|Council) of(?: the)?)\s?$"
)
_LIST_BEFORE = re.compile(r"(?:^|\n)\s*$")
_OLDEST = 115


@dataclass(frozen=True, slots=True)
class _Marked:
    """A report's text with its tokens, ready to be asked about places."""

    text: str
    tokens: Sequence[Token]
    starts: Sequence[int]

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """Give the tokens ``[first, last)`` that lie in a stretch of text."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


def find_figures(
    report: Report, tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[Figure, ...]:
    """Find the quantities that a report gives, in text order, without overlaps.

    What is counted is read from the syntax; without ``tokens`` only figures that their own form
    tells (money, percentages, measures, scaled or bounded numbers) are found.
    """
    del sentences
    marked = _Marked(report.text, tokens, [token.start for token in tokens])
    taken = [(expression.start, expression.end) for expression in scan(report.text)]
    figures: list[Figure] = []
    for quantity in find_quantities(report.text):
        if _is_taken(quantity, taken):
            continue
        figure = _figure(report, marked, quantity, taken)
        if figure is not None and (not figures or figure.span.start >= figures[-1].span.end):
            figures.append(figure)
    return tuple(figures)


def _is_taken(quantity: Quantity, taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(taken, (quantity.number_end, 0)) - 1
    return at >= 0 and taken[at][1] > quantity.number_start


def _is_date(place: int, taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(taken, (place + 1, 0)) - 1
    return at >= 0 and taken[at][1] > place


def _figure(
    report: Report, marked: _Marked, quantity: Quantity, taken: Sequence[tuple[int, int]]
) -> Figure | None:
    first, last = marked.tokens_in(quantity.number_start, quantity.number_end)
    unit = quantity.unit or _age(marked, quantity, first, last)
    if quantity.lettered and first and marked.tokens and marked.tokens[first - 1].upos == "PROPN":
        return None
    if unit is None and _is_name(marked, quantity, first, last):
        return None
    _, after = marked.tokens_in(quantity.number_start, quantity.end)
    counted = (
        find_counted(marked.tokens, first, max(after, last), unit=unit)
        if marked.tokens
        else Counted(noun=None, last=last, scope=None)
    )
    if (
        counted.noun is not None
        and counted.last > last
        and _is_date(marked.tokens[counted.last - 1].start, taken)
    ):
        counted = Counted(noun=None, last=last, scope=None)
    if unit is None and (
        _tells_nothing(quantity, counted) or _is_model(marked, quantity, first, counted)
    ):
        return None
    end = quantity.end
    if counted.noun is not None and counted.last > max(after, last):
        end = max(end, marked.tokens[counted.last - 1].end)
    return Figure(
        id=digest("figure", report.id, quantity.start, end),
        span=report.span(quantity.start, end),
        value=quantity.value,
        high=quantity.high,
        unit=unit,
        counted=counted.noun,
        bound=quantity.bound,
        scope=counted.scope,
    )


def _tells_nothing(quantity: Quantity, counted: Counted) -> bool:
    """Tell whether a bare number counts nothing ("one of them", "the two")."""
    if counted.noun is None:
        return quantity.plain or quantity.dashed
    if not quantity.plain or quantity.value != 1:
        return False
    return counted.partitive or counted.noun in nouns("empty")


def _is_model(marked: _Marked, quantity: Quantity, first: int, counted: Counted) -> bool:
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


def _age(marked: _Marked, quantity: Quantity, first: int, last: int) -> str | None:
    """Read "aged 40" and "Ann Lee, 52," as years."""
    if not 0 < quantity.value < _OLDEST or quantity.value != int(quantity.value):
        return None
    if _AGE_BEFORE.search(marked.text, max(0, quantity.start - 14), quantity.start):
        return "year"
    tokens = marked.tokens
    if last - first != 1 or first < 2 or last >= len(tokens) or not quantity.plain:  # noqa: PLR2004
        return None
    commas = tokens[first - 1].text == "," and tokens[last].text in {",", "."}
    digits = tokens[first].text.isdigit()
    return "year" if commas and digits and tokens[first - 2].upos == "PROPN" else None


def _is_name(marked: _Marked, quantity: Quantity, first: int, last: int) -> bool:
    """Tell numbers that name something (Boeing 737, Article 5, 3-1, Group of Seven)."""
    text, end = marked.text, quantity.number_end
    if quantity.high is not None and _SCORE.fullmatch(text, quantity.number_start, end):
        return bool(_SCORE_WORDS.match(text, quantity.end)) or quantity.value > quantity.high
    if _CODE_AFTER.match(text, end) and quantity.end == end:
        return True
    if _NAME_BEFORE.search(text, max(0, quantity.start - 24), quantity.start):
        return True
    if _LIST_BEFORE.search(text, max(0, quantity.start - 4), quantity.start) and text[
        end : end + 2
    ] in {". ", ") "}:
        return True
    return quantity.plain and _follows_a_name(marked, first, last)


def _follows_a_name(marked: _Marked, first: int, last: int) -> bool:
    tokens = marked.tokens
    if not 0 < first < last:
        return False
    before, number = tokens[first - 1], tokens[first]
    named = before.text.lower() in nouns("name") and before.upos in {"NOUN", "PROPN"}
    if named and before.end + 1 == number.start and "," not in number.text:
        return True
    if number.text[0].isupper() and not _begins_sentence(tokens, first):
        return True
    points_back = number.head < first and tokens[number.head].upos == "PROPN"
    return points_back and before.upos == "PROPN" and number.relation not in {"obj", "obl", "conj"}


def _begins_sentence(tokens: Sequence[Token], at: int) -> bool:
    return (
        at == 0
        or tokens[at - 1].text in {".", "!", "?", ":", "“", '"', "‘"}
        or (tokens[at].start > tokens[at - 1].end + 1)
    )
