"""The words of a report as versions of it are compared: without case, marks and layout."""

import re
from dataclasses import dataclass

from stemma.model import Report, Span

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’]\w+)*|[%$€£¥]")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_CAPITAL = re.compile(r"[A-Z]\w|\d")
_RUN = 5
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: str(number) for number, word in enumerate(_SMALL.split())}
_TOLD = frozenset({"body", "subhead", "standfirst"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word without case, and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Wording:
    """What a report's article says, as sets: all but its headline, byline and sign-off.

    ``sentences`` are whole ones; ``runs`` every five words in a row; ``figures`` the words with
    digits; ``particulars`` the words that are figures or begin with a capital inside a sentence.
    """

    sentences: frozenset[tuple[str, ...]]
    runs: frozenset[tuple[str, ...]]
    figures: frozenset[str]
    particulars: frozenset[str]


def find_words(text: str, span: Span) -> tuple[Word, ...]:
    """Give the words in a span of a report's text."""
    return tuple(
        Word(fold(match.group()), Span(report=span.report, start=match.start(), end=match.end()))
        for match in _WORD.finditer(text, span.start, span.end)
    )


def fold(word: str) -> str:
    """Give a word without case and typographic marks; small numbers in digits."""
    folded = word.casefold().replace("’", "'")
    return _NUMBERS.get(folded, folded)


def find_wording(report: Report) -> Wording:
    """Give what the article says."""
    lines = [report.text[one.start : one.end] for one in report.parts if one.kind in _TOLD]
    sentences = [sentence for line in lines for sentence in _SENTENCE_END.split(line)]
    found = [tuple(map(fold, _WORD.findall(sentence))) for sentence in sentences]
    runs = {words[at : at + _RUN] for words in found for at in range(max(1, len(words) - _RUN + 1))}
    particulars = {
        fold(word)
        for sentence in sentences
        for word in _WORD.findall(sentence)[1:]
        if _CAPITAL.match(word)
    }
    return Wording(
        sentences=frozenset(found) - {()},
        runs=frozenset(runs) - {()},
        figures=frozenset(word for words in found for word in words if word[0].isdigit()),
        particulars=frozenset(particulars),
    )
