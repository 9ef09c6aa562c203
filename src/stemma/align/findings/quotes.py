"""Words inside quotation marks."""

import re
from dataclasses import dataclass

from stemma.align.spelling import american, fold
from stemma.model import Report, Span

_QUOTE = re.compile(
    r"“(?P<curly>[^“”\"\n]{2,1200})(?:[”\"]|$)"
    r"|(?:^|(?<=[\s(\[—–-]))\"(?=\S)(?P<straight>[^\"\n]{2,1200})(?<=\S)\"(?!\w)"
    r"|(?<![\w’'])‘(?P<single>[^‘\n]{2,400}?)’(?!\w)"
    r"|(?<![\w'’])'(?P<typed>[^'\n]*(?:\w'\w[^'\n]*)*)'(?!\w)",
    re.MULTILINE,
)
_WORD = re.compile(r"\[[^\]]*\]|\([^)]*\)|…|\.\.\.+|[\w]+(?:['’][\w]+)*|%")
GAP = ""
"""Stands for words left out or put in by the reporter: "…", "[the firm]"."""

_SHORT_FORMS = {
    "won't": "will not",
    "can't": "can not",
    "cannot": "can not",
    "shan't": "shall not",
    "let's": "let us",
    "gonna": "going to",
    "okay": "ok",
    "percent": "%",
}
_ENDINGS = (
    ("n't", " not"),
    ("'re", " are"),
    ("'ve", " have"),
    ("'ll", " will"),
    ("'m", " am"),
    ("'d", " would"),
)
_NUMBER_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_DIGITS = {word: str(number) for number, word in enumerate(_NUMBER_WORDS)}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words inside one pair of quotation marks; ``span`` leaves the marks out."""

    span: Span
    text: str
    words: tuple[str, ...]


def find_quotes(report: Report) -> list[Quote]:
    """Give everything inside quotation marks, in the order of the text.

    Straight single quotes are taken where they cannot be apostrophes. A quotation that runs on
    in the next paragraph ends with its own.
    """
    quotes: list[Quote] = []
    for match in _QUOTE.finditer(report.text):
        kind = match.lastgroup
        if kind is None:
            continue
        text = match.group(kind)
        words = plain_words(text)
        if words and any(words):
            quotes.append(Quote(report.span(match.start(kind), match.end(kind)), text, words))
    return quotes


def plain_words(text: str) -> tuple[str, ...]:
    """Fold the words of a quotation so that only real differences are left.

    Case, marks, short forms ("won't"), small numbers and British spelling are folded; ellipses
    and what stands in brackets become gaps.
    """
    found: list[str] = []
    for word in _WORD.findall(fold(text)):
        if word[0] in "[(…" or word.startswith(".."):
            found.append(GAP)
        else:
            found += _plain(word).split()
    return tuple(found)


def _plain(word: str) -> str:
    if word in _SHORT_FORMS:
        return _SHORT_FORMS[word]
    if word in _DIGITS:
        return _DIGITS[word]
    for ending, spelled in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return word.removesuffix(ending) + spelled
    return american(word)
