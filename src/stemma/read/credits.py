"""Whose copy it is: the signs by which a report says that it is an agency's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stemma.model import Credit, Part, Span
from stemma.model.report import CreditBasis
from stemma.press.agencies import agency_named
from stemma.press.outlets import outlet_at, outlet_named
from stemma.read.draft import Draft
from stemma.read.signoff import agencies_in, is_contribution, is_copyright, is_signed_reporting

_REUTERS = "Reuters"
_IN_BRACKETS = re.compile(r"\((?P<name>[^()]{2,40})\)")
_WIRE_PATH = re.compile(r"/(?:wires?|news-?wire|agency|agencies)/(?P<agency>[a-z-]{2,20})(?:/|$)")
_AUTHOR_NOISE = re.compile(
    r"^(?:by\s+)?(?:the\s+)?(?P<name>.+?)(?:\s+(?:editorial|staff|reporters?|in\s+\w+))?$",
    re.IGNORECASE,
)


def find_credits(
    text: str, parts: Sequence[Part], *, report: str, draft: Draft
) -> tuple[Credit, ...]:
    """Give the credits, those with words first in text order, one for each agency and basis.

    An agency that is cited ("told Reuters") or whose picture was used is no credit. Whoever
    stands in brackets in a dateline is one, known to a table or not.
    """
    known = outlet_at(draft.url) if draft.url else None
    outlet = known.name if known else draft.outlet and outlet_named(draft.outlet).name
    found = [*_in_text(text, parts, report=report, outlet=outlet), *_in_metadata(draft)]
    found = _in_full(_without_guesses(found, text), draft.outlet)
    seen: set[tuple[str, str]] = set()
    kept: list[Credit] = []
    for credit in found:
        if (credit.agency, credit.basis) not in seen:
            seen.add((credit.agency, credit.basis))
            kept.append(credit)
    return tuple(kept)


def _in_text(
    text: str, parts: Sequence[Part], *, report: str, outlet: str | None
) -> Iterator[Credit]:
    for part in parts:
        words = text[part.start : part.end]
        basis = _basis(part, words)
        if basis is None:
            continue
        named = agencies_in(words)
        bracketed = _IN_BRACKETS.search(words) if basis == "dateline" and not named else None
        if bracketed and outlet_named(bracketed["name"]).name != outlet:
            named = [(bracketed["name"], bracketed.start("name"), bracketed.end("name"))]
        for agency, start, end in named:
            span = Span(report=report, start=part.start + start, end=part.start + end)
            yield Credit(agency=agency, basis=basis, span=span)
        if not named and is_signed_reporting(words):
            span = Span(report=report, start=part.start, end=part.end)
            yield Credit(agency=_REUTERS, basis="sign-off", span=span)


def _without_guesses(found: Sequence[Credit], text: str) -> list[Credit]:
    """Leave out Reuters by the mere form of the sign-off where another agency is named."""
    others = any(credit.agency != _REUTERS and credit.basis != "contribution" for credit in found)
    return [credit for credit in found if not (others and _is_guess(credit, text))]


def _is_guess(credit: Credit, text: str) -> bool:
    if credit.span is None or (credit.agency, credit.basis) != (_REUTERS, "sign-off"):
        return False
    return _REUTERS not in credit.span.of(text)


def _in_full(found: Sequence[Credit], outlet: str | None) -> list[Credit]:
    """Write agencies that no table knows in full where the report does: "CPA" by its initials."""
    full = {_initials(name): name for name in [outlet or "", *(credit.agency for credit in found)]}
    return [replace(credit, agency=full.get(credit.agency, credit.agency)) for credit in found]


def _initials(name: str) -> str:
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isupper() and word != "The"]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _basis(part: Part, words: str) -> CreditBasis | None:
    if part.kind == "dateline":
        return "dateline"
    if part.kind == "byline":
        return "byline"
    if part.kind == "credit":
        if is_contribution(words):
            return "contribution"
        return "copyright" if is_copyright(words) else "sign-off"
    return None


def _in_metadata(draft: Draft) -> Iterator[Credit]:
    for author in draft.authors:
        match = _AUTHOR_NOISE.match(author.strip())
        agency = agency_named(author) or (agency_named(match["name"]) if match else None)
        if agency is not None:
            yield Credit(agency=agency.name, basis="metadata", span=None)
    for name in draft.agencies:
        agency = agency_named(name)
        yield Credit(agency=agency.name if agency else name, basis="metadata", span=None)
    if draft.url:
        match = _WIRE_PATH.search(draft.url.casefold())
        agency = agency_named(match["agency"].replace("-", " ")) if match else None
        if agency is not None:
            yield Credit(agency=agency.name, basis="address", span=None)
