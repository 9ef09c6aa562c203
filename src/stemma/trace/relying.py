"""Whom a report says it relies on: credits, copy told to an agency, retellings, citations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.language.gazetteer import country_names
from stemma.model import Credit, Evidence, Extracted, Report, Source, Span, Statement
from stemma.model.stemma import EdgeKind, Strength
from stemma.trace.media import Medium, find_agency, find_medium, is_same

_TELLING = frozenset({"told", "tell", "tells", "telling"})
_ARTICLE = frozenset({"the", "The"})
_POSSESSIVE = frozenset({"’s", "'s", "’", "'"})
_AND = re.compile(r",? and (?:the )?|, ")
_LEAD_SENTENCES = 3
_FEW_QUOTES = 2
_ASSERTED = frozenset({"assertion", "response"})

_SURE = 0.99
_CREDITED = 0.97
_CONTRIBUTED = 0.4
_TOLD_ONLY = 0.9
_RETOLD = 0.75
_CITED = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One report takes from an agency or outlet.

    ``kind`` is ``credit`` where the copy is the agency's, ``borrowing`` where the report as a
    whole retells it, ``citation`` where single statements are taken from it.
    """

    report: str
    medium: Medium
    kind: EdgeKind
    strength: Strength
    weight: float
    evidence: tuple[Evidence, ...]

    @property
    def is_firm(self) -> bool:
        """Tell whether the tie makes the report depend on the medium."""
        return self.strength != "possible" and self.kind != "citation"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """The words by which a report says that something is from a medium."""

    report: str
    medium: Medium
    told: tuple[Span, ...]
    spans: tuple[Span, ...]

    def leads(self, end: int) -> bool:
        """Tell whether one of them stands before an offset."""
        return any(span.start < end for span in (*self.told, *self.spans))

    def as_copy(self) -> Tie:
        reason = (
            f"sources told {self.medium.name}, and nobody signs the report: copy without its credit"
        )
        return self._tie("credit", "likely", _TOLD_ONLY, reason)

    def as_retelling(self) -> Tie:
        reason = f"names {self.medium.name} for its main point, and shows no reporting of its own"
        return self._tie("borrowing", "likely", _RETOLD, reason)

    def as_citation(self) -> Tie:
        return self._tie("citation", "certain", _CITED, f"takes statements from {self.medium.name}")

    def _tie(self, kind: EdgeKind, strength: Strength, weight: float, reason: str) -> Tie:
        return Tie(
            report=self.report,
            medium=self.medium,
            kind=kind,
            strength=strength,
            weight=weight,
            evidence=(Evidence(reason=reason, spans=(*self.told, *self.spans)),),
        )


def find_ties(extracted: Extracted, reports: Sequence[Report]) -> tuple[Tie, ...]:
    """Find whom one report relies on, each medium once: the firmest tie is kept.

    A report that credits no agency, but prints what somebody told one, is that agency's copy
    without the credit, unless it has reporting of its own: then it is a citation. A report that
    has none and names a medium in its first sentences retells what that medium had: it depends
    on it. A medium that is only talked about is nothing.
    """
    ties = [*_credits(extracted)]
    credited = {tie.medium for tie in ties}
    told = _told(extracted)
    cited = _cited(extracted, reports)
    signed = _is_signed(extracted)
    own = reports_itself(extracted)
    lead = _lead_end(extracted)
    for medium in sorted((told.keys() | cited.keys()) - credited):
        mention = _Mention(
            report=extracted.annotated.report.id,
            medium=medium,
            told=told.get(medium, ()),
            spans=tuple(span for one in cited.get(medium, ()) for span in _source_spans(one)),
        )
        ties.append(
            mention.as_copy()
            if mention.told and not signed and not credited
            else mention.as_retelling()
            if mention.leads(lead) and not own and not credited
            else mention.as_citation()
        )
    return tuple(ties)


def reports_itself(extracted: Extracted) -> bool:
    """Tell whether a report shows reporting of its own.

    It does where a person signs it, where it carries a dateline, or where it quotes named
    people in full sentences more than now and then without saying who had the words first.
    """
    return _is_signed(extracted) or any(_datelines(extracted.annotated.report))


def _datelines(report: Report) -> Iterator[str]:
    """Give the places that a report was filed from: a whole country is none."""
    for part in report.parts:
        place = report.text[part.start : part.end].strip(" :—–-")
        if part.kind == "dateline" and place.title() not in country_names():
            yield place


def _is_signed(extracted: Extracted) -> bool:
    """Tell whether persons sign a report, or it quotes many at length."""
    report = extracted.annotated.report
    if any(find_agency(author) is None for author in report.authors):
        return True
    if any(part.kind == "byline" for part in report.parts):
        return True
    quotes = [
        statement
        for statement in extracted.statements
        if statement.voice == "direct"
        and not statement.via
        and statement.source is not None
        and statement.source.kind == "person"
    ]
    return len(quotes) > _FEW_QUOTES


def _credits(extracted: Extracted) -> Iterator[Tie]:
    report = extracted.annotated.report
    names = sorted({credit.agency for credit in report.credits})
    if report.agency is not None and report.agency not in names:
        names.append(report.agency)
    whole = [name for name in names if _is_whole(report, name)]
    for name in names:
        medium = find_agency(name) or Medium(name=name, is_agency=True)
        signs = [credit for credit in report.credits if credit.agency == name]
        published = name == report.agency
        firm = published or (name in whole and len(whole) == 1)
        shared = not published and _is_shared(report, signs)
        yield Tie(
            report=report.id,
            medium=medium,
            kind="credit",
            strength=("likely" if shared else "certain") if firm else "possible",
            weight=_SURE if published else _CREDITED if firm else _CONTRIBUTED,
            evidence=tuple(_credit_evidence(report, name, signs, published=published)),
        )


def _is_whole(report: Report, name: str) -> bool:
    return any(
        credit.agency == name and credit.basis != "contribution" for credit in report.credits
    )


def _is_shared(report: Report, signs: Sequence[Credit]) -> bool:
    """Tell whether only the page's metadata credit the agency, beside persons."""
    authors = [author for author in report.authors if find_agency(author) is None]
    return bool(authors) and all(credit.span is None for credit in signs)


def _credit_evidence(
    report: Report, name: str, signs: Sequence[Credit], *, published: bool
) -> Iterator[Evidence]:
    if published:
        yield Evidence(reason=f"{name} itself published it", spans=())
    for credit in signs:
        where = {
            "metadata": "the page's metadata",
            "address": "the address",
            "contribution": "a note on contributors",
        }.get(credit.basis, f"the {credit.basis}")
        spans = (credit.span,) if credit.span else ()
        yield Evidence(reason=f"{where} of {report.name} credits {name}", spans=spans)


def _told(extracted: Extracted) -> dict[Medium, tuple[Span, ...]]:
    """Find the words by which somebody "told" an agency something."""
    annotated = extracted.annotated
    tokens = annotated.tokens
    starts = {name.first: name for name in annotated.names}
    found: dict[Medium, tuple[Span, ...]] = {}
    for at, token in enumerate(tokens[:-1]):
        if token.text.lower() not in _TELLING:
            continue
        place = at + 1 + (tokens[at + 1].text in _ARTICLE)
        name = starts.get(place)
        if name is None:
            continue
        follower = tokens[name.last].text if name.last < len(tokens) else ""
        medium = find_agency(annotated.report.text[name.start : name.end])
        if medium is None or follower in _POSSESSIVE or is_same(medium.name, annotated.report):
            continue
        span = annotated.report.span(token.start, name.end)
        found[medium] = (*found.get(medium, ()), span)
    return found


def _cited(extracted: Extracted, reports: Sequence[Report]) -> dict[Medium, tuple[Statement, ...]]:
    """Find the statements that are taken from another medium."""
    found: dict[Medium, tuple[Statement, ...]] = {}
    for statement in extracted.statements:
        if statement.act not in _ASSERTED:
            continue
        for source in _media_of(statement):
            for name in _AND.split(source.name):
                medium = find_medium(name, reports)
                if medium is not None and not is_same(medium.name, extracted.annotated.report):
                    found[medium] = (*found.get(medium, ()), statement)
    return found


def _media_of(statement: Statement) -> Iterator[Source]:
    layers = (statement.source, *statement.via)
    for source in layers:
        if source is not None and source.kind == "outlet":
            yield source


def _source_spans(statement: Statement) -> Iterator[Span]:
    for source in _media_of(statement):
        yield from source.spans


def _lead_end(extracted: Extracted) -> int:
    """Give the offset where the first sentences end."""
    first = extracted.annotated.sentences[:_LEAD_SENTENCES]
    return first[-1].end if first else 0
