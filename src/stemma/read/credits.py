"""Whose copy it is: the signs by which a report says that it is an agency's."""

import re
from collections.abc import Iterator, Sequence

from stemma.model import Credit, Part, Span
from stemma.model.report import CreditBasis
from stemma.read.agencies import agency_named
from stemma.read.draft import Draft
from stemma.read.signoff import agencies_in, is_contribution, is_copyright, is_signed_reporting

_REUTERS = "Reuters"
_WIRE_PATH = re.compile(r"/(?:wires?|news-?wire|agency|agencies)/(?P<agency>[a-z-]{2,20})(?:/|$)")
_AUTHOR_NOISE = re.compile(
    r"^(?:by\s+)?(?:the\s+)?(?P<name>.+?)(?:\s+(?:editorial|staff|reporters?|in\s+\w+))?$",
    re.IGNORECASE,
)


def find_credits(
    text: str, parts: Sequence[Part], *, report: str, draft: Draft
) -> tuple[Credit, ...]:
    """Give the credits, those with words first in text order, one for each agency and basis.

    An agency that is cited ("told Reuters") or whose picture was used is no credit.
    """
    found = [*_in_text(text, parts, report=report), *_in_metadata(draft)]
    seen: set[tuple[str, str]] = set()
    kept: list[Credit] = []
    for credit in found:
        if (credit.agency, credit.basis) not in seen:
            seen.add((credit.agency, credit.basis))
            kept.append(credit)
    return tuple(kept)


def _in_text(text: str, parts: Sequence[Part], *, report: str) -> Iterator[Credit]:
    for part in parts:
        words = text[part.start : part.end]
        basis = _basis(part, words)
        if basis is None:
            continue
        named = agencies_in(words)
        for agency, start, end in named:
            span = Span(report=report, start=part.start + start, end=part.start + end)
            yield Credit(agency=agency, basis=basis, span=span)
        if not named and is_signed_reporting(words):
            span = Span(report=report, start=part.start, end=part.end)
            yield Credit(agency=_REUTERS, basis="sign-off", span=span)


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
