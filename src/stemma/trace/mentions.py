"""Copy without its credit, retellings and citations: whom a report names for what it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Evidence, Extracted, Report, Source, Span, Statement
from stemma.model.stemma import EdgeKind, Strength
from stemma.trace.media import Media, Medium, is_same
from stemma.trace.own_reporting import Signs
from stemma.trace.phrases import find_cited
from stemma.trace.ties import Tie

_TELLING = frozenset({"told", "tell", "tells", "telling"})
_ARTICLE = frozenset({"the", "The"})
_POSSESSIVE = frozenset({"’s", "'s", "’", "'"})
_TOLD = re.compile(r"\b(?:told|tells|telling)\s+(?:the\s+)?$", re.IGNORECASE)
_NEAR_BEFORE = 16
_AND = re.compile(r",? and (?:the )?|, ")
_PLAIN_AND = re.compile(r"\w and (?!the )")
_TOP = frozenset({"headline", "standfirst"})
_FURNITURE = frozenset({"byline", "dateline", "credit"})
_LEAD_SENTENCES = 3
_OFTEN = 2
_SHARE = 0.25
_ASSERTED = frozenset({"assertion", "response"})

_TOLD_ONLY = 0.9
_RETOLD = 0.75
_PERHAPS_RETOLD = 0.3
_CITED = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """The words by which a report says that something is from a medium.

    ``told`` are those by which somebody told an agency something, ``named`` all others;
    ``others`` counts what the report says on anybody's authority.
    """

    report: str
    medium: Medium
    told: tuple[Span, ...]
    named: tuple[Span, ...]
    others: int

    def ties(self, *, signs: Signs, only: bool, lead: int) -> tuple[Tie, ...]:
        """Tell what the mention makes of the report.

        ``only`` says that the report names no other medium and credits nobody; ``lead`` is the
        offset where its first sentences end. Who prints there what somebody told an agency, and
        has no voices of its own, has that agency's copy without the credit. Who names a medium
        there and again, and quotes nobody whom no other report quotes, retells what that medium
        had, whoever signs it: the report as a whole depends on it. Who shows no reporting of its
        own, but names several media, or one further down, possibly depends on each. Anything else
        is a citation of single statements.
        """
        medium = self.medium.name
        leads = any(span.start < lead for span in (*self.told, *self.named))
        if self.told and only and leads and not signs.has_own_voices:
            reason = f"sources told {medium}, and nobody signs the report: copy without credit"
            return (self._tie("credit", "likely", _TOLD_ONLY, reason),)
        citation = self._tie("citation", "certain", _CITED, f"takes statements from {medium}")
        times = len({*self.told, *self.named})
        often = times >= max(_OFTEN, _SHARE * self.others)
        if only and leads and often and not signs.filed and not signs.quotes:
            reason = f"names {medium} for its main point, and quotes nobody whom no other quotes"
            return citation, self._tie("borrowing", "likely", _RETOLD, reason)
        if signs.any:
            return (citation,)
        reason = f"names {medium}, and shows no reporting of its own"
        return citation, self._tie("borrowing", "possible", _PERHAPS_RETOLD, reason)

    def _tie(self, kind: EdgeKind, strength: Strength, weight: float, reason: str) -> Tie:
        spans = tuple(dict.fromkeys((*self.told, *self.named)))
        return Tie(
            report=self.report,
            medium=self.medium,
            kind=kind,
            strength=strength,
            weight=weight,
            evidence=(Evidence(reason=reason, spans=spans),),
        )


def find_mentions(extracted: Extracted, media: Media) -> tuple[Mention, ...]:
    """Find the media that a report takes something from, its own outlet left out.

    A medium that is only talked about is none of them.
    """
    told = _told(extracted, media)
    named = _named(extracted, media)
    return tuple(
        Mention(
            report=extracted.annotated.report.id,
            medium=medium,
            told=told.get(medium, ()),
            named=named.get(medium, ()),
            others=len(_assertions(extracted)),
        )
        for medium in sorted(told.keys() | named.keys())
    )


def lead_end(extracted: Extracted) -> int:
    """Give the offset where the first three sentences of the body end."""
    parts = extracted.annotated.report.parts
    body = [
        sentence
        for sentence in extracted.annotated.sentences
        if parts[sentence.part].kind not in _TOP | _FURNITURE
    ]
    first = body[:_LEAD_SENTENCES]
    return first[-1].end if first else 0


def _told(extracted: Extracted, media: Media) -> dict[Medium, tuple[Span, ...]]:
    """Find the words by which somebody "told" an agency something; a programme is none."""
    annotated = extracted.annotated
    tokens = annotated.tokens
    starts = {name.first: name for name in annotated.names}
    found: dict[Medium, tuple[Span, ...]] = {}
    for at, token in enumerate(tokens[:-1]):
        if token.text.lower() not in _TELLING:
            continue
        name = starts.get(at + 1 + (tokens[at + 1].text in _ARTICLE))
        if name is None:
            continue
        follower = tokens[name.last].text if name.last < len(tokens) else ""
        medium = media.find_agency(annotated.report.text[name.start : name.end])
        if medium is None or follower in _POSSESSIVE or is_same(medium.name, annotated.report):
            continue
        span = annotated.report.span(token.start, name.end)
        found[medium] = (*found.get(medium, ()), span)
    return found


def _named(extracted: Extracted, media: Media) -> dict[Medium, tuple[Span, ...]]:
    """Find the words that name a medium as the source of a statement, or in a set phrase."""
    report = extracted.annotated.report
    found: dict[Medium, tuple[Span, ...]] = {}
    for statement in _assertions(extracted):
        for source, medium in _media_of(statement, media, report):
            spans = tuple(span for span in source.spans if not _is_programme(span, report))
            if spans and not is_same(medium.name, report):
                found[medium] = (*found.get(medium, ()), *spans)
    for span, medium in find_cited(report, media):
        if not medium.is_agency or not _was_told(span, report):
            known = found.get(medium, ())
            if not any(other.start < span.end and span.start < other.end for other in known):
                found[medium] = (*known, span)
    if report.outlet is None:
        return {one: spans for one, spans in found.items() if not _is_own(one, spans, report)}
    return found


def _assertions(extracted: Extracted) -> list[Statement]:
    """Give what the report says on somebody's authority."""
    return [
        statement
        for statement in extracted.statements
        if statement.act in _ASSERTED and statement.source is not None
    ]


def _is_programme(span: Span, report: Report) -> bool:
    """Tell whether somebody was told something on a medium's programme: "told Dale TV’s Today"."""
    rest = report.text[span.end : span.end + 2]
    return rest in _POSSESSIVE and _was_told(span, report)


def _is_own(medium: Medium, spans: Sequence[Span], report: Report) -> bool:
    """Tell whether a medium looks like the outlet of a report that does not say its own.

    "He told the Lantern" and nothing else is how the Lantern speaks of itself.
    """
    return not medium.is_agency and all(_was_told(span, report) for span in spans)


def _was_told(span: Span, report: Report) -> bool:
    return _TOLD.search(report.text[max(0, span.start - _NEAR_BEFORE) : span.start]) is not None


def _media_of(
    statement: Statement, media: Media, report: Report
) -> Iterator[tuple[Source, Medium]]:
    """Give the outlets and agencies among the layers of a statement."""
    for source in (statement.source, *statement.via):
        if source is None:
            continue
        if media.is_outlet(source, report):
            for name in _names_in(source.name, media):
                medium = media.find(name, within=report.text)
                if medium is not None:
                    yield source, medium
        elif source.kind == "organisation" and source.name in media.agencies:
            yield source, Medium(name=media.agencies[source.name], is_agency=True)


def _names_in(words: str, media: Media) -> list[str]:
    """Take "the Lantern and the Heron" apart, but not "Wool and Thread Daily"."""
    names = _AND.split(words)
    plain = _PLAIN_AND.search(words) is not None
    whole = plain and not all(media.knows(name) or media.find_agency(name) for name in names)
    return [words] if whole else names
