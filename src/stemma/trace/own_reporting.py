"""Signs that a report has reporting of its own."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.language.gazetteer import country_names
from stemma.model import Extracted
from stemma.trace.media import Media
from stemma.trace.wording import Wording

_NOBODY = re.compile(
    r"\b(?:staff|desk|newsroom|reporters?|correspondents?|agenc(?:y|ies)|editors?|admin|team)\b",
    re.IGNORECASE,
)
_GRAM = 5
_FEW_QUOTES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What speaks for a report's own reporting.

    ``signed`` tells that persons sign it, ``filed`` that it carries a dateline, ``quotes``
    counts full sentences of named people that no other report of the story has and that nobody
    else is named for.
    """

    signed: bool
    filed: bool
    quotes: int

    @property
    def quotes_people(self) -> bool:
        """Tell whether it quotes several people whom no other has."""
        return self.quotes > _FEW_QUOTES

    @property
    def has_own_voices(self) -> bool:
        """Tell whether persons sign the report, or it quotes people whom no other has."""
        return self.signed or self.quotes_people

    @property
    def any(self) -> bool:
        """Tell whether anything at all speaks for reporting of its own."""
        return self.filed or self.has_own_voices


def count_grams(wordings: Sequence[Wording]) -> Counter[tuple[str, ...]]:
    """Count in how many reports each run of five words stands."""
    return Counter(gram for wording in wordings for gram in set(_grams(wording.words)))


def find_signs(
    extracted: Extracted, wording: Wording, grams: Mapping[tuple[str, ...], int], media: Media
) -> Signs:
    """Look for signs in one report; ``grams`` are those of the whole story."""
    report = extracted.annotated.report
    signed = any(
        media.find_agency(author) is None and not _NOBODY.search(author)
        for author in report.authors
    )
    return Signs(
        signed=signed or _is_bylined(extracted),
        filed=any(_datelines(extracted)),
        quotes=sum(
            all(grams[gram] == 1 for gram in words) for words in _quotes(extracted, wording)
        ),
    )


def _grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at in range(len(words) - _GRAM + 1):
        yield tuple(words[at : at + _GRAM])


def _is_bylined(extracted: Extracted) -> bool:
    """Tell whether a byline names a person."""
    bylines = [part for part in extracted.annotated.report.parts if part.kind == "byline"]
    return any(
        name.kind == "person" and part.start <= name.start < part.end
        for part in bylines
        for name in extracted.annotated.names
    )


def _datelines(extracted: Extracted) -> Iterator[str]:
    """Give the places that a report was filed from: a whole country is none."""
    report = extracted.annotated.report
    for part in report.parts:
        place = report.text[part.start : part.end].strip(" :—–-")
        if part.kind == "dateline" and place.title() not in country_names():
            yield place


def _quotes(extracted: Extracted, wording: Wording) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Give the runs of five words of each full quote of a named person."""
    for statement in extracted.statements:
        source = statement.source
        if statement.voice != "direct" or statement.via or source is None:
            continue
        if source.kind != "person":
            continue
        found = [gram for span in statement.content for gram in _grams(wording.words_in(span))]
        if found:
            yield tuple(found)
