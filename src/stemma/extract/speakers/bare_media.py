"""Which outlet "the agency" and "the paper" are, within one report."""

from dataclasses import replace

from stemma.extract.lexicon import words
from stemma.extract.reading import Reading
from stemma.extract.sources import is_agency, is_outlet
from stemma.model import Name, Source

_AGENCIES = words("media.agency_nouns")
_PAPERS = words("media.paper_nouns")
_BESIDE = words("media.beside_nouns")
_DEMONSTRATIVE = frozenset(("the", "that", "this"))
_MAX_WORDS = 3
_WINDOW = 8
_ACRONYM = 6


class BareMedia:
    """Resolves words for an outlet by the outlet named last."""

    def __init__(self, reading: Reading) -> None:
        """Take the names of a report."""
        self.syntax = reading.syntax
        self.reader = reading.sources
        self.media = reading.names.media

    def find(self, places: list[int]) -> Source | None:
        """Give the outlet that ``the agency`` means, None for any other phrase."""
        noun = self.syntax.words[places[-1]]
        if (
            noun not in _AGENCIES | _PAPERS
            or not 1 < len(places) <= _MAX_WORDS
            or self.syntax.words[places[0]] not in _DEMONSTRATIVE
            or any(self.syntax.words[at] not in _BESIDE for at in places[1:-1])
        ):
            return None
        name = self._named(places[0], agency=noun in _AGENCIES)
        return None if name is None else self._source(places, name)

    def _named(self, here: int, *, agency: bool) -> Name | None:
        """Give the nearest name that fits, None where another body comes between."""
        number = self.syntax.sentence_of[here]
        for name in reversed(self.syntax.annotated.names):
            if name.last > here:
                continue
            if number - self.syntax.sentence_of[name.first] > _WINDOW:
                return None
            text = self._text(name)
            if is_outlet(text, self.media):
                if agency == self._is_agency(text):
                    return name
            elif agency and name.kind == "organisation":
                if "agency" in text.lower():
                    return name
                if text.isupper() and len(text) <= _ACRONYM:
                    return None
        return None

    def _is_agency(self, text: str) -> bool:
        report = self.syntax.annotated.report
        credited = {
            name
            for credit in report.credits
            if credit.span is not None
            for name in (credit.agency, credit.span.of(report.text))
        }
        return is_agency(text) or text in credited

    def _text(self, name: Name) -> str:
        return self.syntax.annotated.report.text[name.start : name.end]

    def _source(self, places: list[int], name: Name) -> Source:
        named = self.reader.read(list(range(name.first, name.last)))
        return replace(named, spans=self.reader.spans(places) + named.spans)
