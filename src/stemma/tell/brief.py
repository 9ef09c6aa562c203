"""A story in a few lines: words of the reports, and numbers that can be checked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.language import matrix
from stemma.model import BriefLine, Claim, Counts, Extracted, Span, Statement
from stemma.model.report import PartKind
from stemma.tell.leads import Leads
from stemma.tell.wording import number_of, origins, quoted, shortened

_MOST_CLAIMS = 4
_FEWEST_OUTLETS = 2
_LONGEST = 320
_LONGEST_CLAIM = 160
_FEWEST_WORDS = 4
_NEARLY_THE_SAME = 0.8
_NEARNESS = 2.0
_QUOTATION_ONLY = re.compile(r"[“\"‘'«][^“”\"«»]*[”\"’'»]?[.,!?…]*")
_POINTING = frozenset(
    [
        "he",
        "her",
        "his",
        "it",
        "its",
        "she",
        "that",
        "their",
        "these",
        "they",
        "this",
        "those",
        "we",
    ]
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that could be told, with what it is worth."""

    line: BriefLine
    vector: NDArray[np.float32]
    rank: tuple[float | str, ...]


def brief(
    story: Sequence[Extracted], claims: Sequence[Claim], counts: Counts
) -> tuple[BriefLine, ...]:
    """Give three to seven lines, or fewer where the story has not the matter for them.

    First who has the story, computed and citing every report's first words; then the claims
    that reports open with and that most origins have, in the words of a report, with its
    attribution, none of them twice; then what is disputed. ``claims`` have their counts and
    their status.
    """
    statements = {statement.id: statement for piece in story for statement in piece.statements}
    lines = [_who_has_it(story, counts)]
    kept: list[_Candidate] = []
    for candidate in sorted(_candidates(story, claims, statements), key=lambda one: one.rank):
        if not any(_same(candidate, other) for other in kept):
            kept.append(candidate)
        if len(kept) == _MOST_CLAIMS:
            break
    lines += [candidate.line for candidate in kept]
    disputed = [claim for claim in claims if claim.status == "conflicting"]
    if disputed:
        lines.append(_disputed(disputed, statements))
    return tuple(lines)


def _candidates(
    story: Sequence[Extracted], claims: Sequence[Claim], statements: Mapping[str, Statement]
) -> list[_Candidate]:
    """Give the best line of every claim that more than one outlet has; a lone report's of all."""
    pieces = {piece.annotated.report.id: piece for piece in story}
    leads = Leads(story)
    shared = [claim for claim in claims if claim.counts.outlets >= _FEWEST_OUTLETS]
    known = shared or (list(claims) if len(story) == 1 else [])
    found: list[_Candidate] = []
    for claim in known:
        said = [statements[appearance] for appearance in claim.appearances]
        told = [(_worth(one, pieces[one.report], leads), one) for one in said]
        told = [(worth, one) for worth, one in told if worth is not None]
        if not told:
            continue
        (unclear, _), best = min(told, key=lambda pair: (pair[0], pair[1].id != claim.worded_by))
        piece = pieces[best.report]
        origins_told = claim.counts.origins.low + claim.counts.origins.high
        opening = leads.telling(said) * origins_told**0.5
        vector = _vector(best, piece)
        news = opening * leads.likeness(vector) ** _NEARNESS
        rank = (unclear, -round(news, 6), -origins_told, -len(said), claim.id)
        found.append(_Candidate(_line(piece, best), vector, rank))
    return found


def _worth(statement: Statement, piece: Extracted, leads: Leads) -> tuple[bool, float] | None:
    """Put clear statements first, and among them those most like what reports open with.

    None for what is no line of news: a headline, a quotation and nothing else, or a sentence
    that opens with the report's own title, as notices of reprinting do.
    """
    line = _line(piece, statement)
    title = piece.annotated.report.title
    is_notice = title is not None and line.text.startswith(title)
    if is_notice or _QUOTATION_ONLY.fullmatch(line.text) or _kind(line, piece) == "headline":
        return None
    return not _is_clear(line, statement, piece), -leads.likeness(_vector(statement, piece))


def _same(one: _Candidate, other: _Candidate) -> bool:
    """Tell whether a line tells what another has told."""
    overlaps = one.line.citations[0].overlaps(other.line.citations[0])
    return overlaps or float(one.vector @ other.vector) > _NEARLY_THE_SAME


def _is_clear(line: BriefLine, statement: Statement, piece: Extracted) -> bool:
    """Tell whether a line tells news, and needs no other line before it to be understood."""
    if statement.voice == "direct" or len(line.text.split()) < _FEWEST_WORDS:
        return False
    if line.text.split(maxsplit=1)[0].split("’")[0].lower() in _POINTING:
        return False
    if line.text[0] in "“\"'‘" or not (line.text[0].isupper() or line.text[0].isdigit()):
        return False
    return _kind(line, piece) in {"body", "standfirst"}


def _kind(line: BriefLine, piece: Extracted) -> PartKind:
    span = line.citations[0]
    parts = piece.annotated.report.parts
    part = next((part for part in parts if part.start <= span.start < part.end), None)
    return "body" if part is None else part.kind


def _sentence(statement: Statement, piece: Extracted) -> int | None:
    """Give the index of the sentence in which a statement begins."""
    start = statement.content[0].start
    sentences = enumerate(piece.annotated.sentences)
    return next((at for at, one in sentences if one.start <= start < one.end), None)


def _vector(statement: Statement, piece: Extracted) -> NDArray[np.float32]:
    """Give the vector of the sentence in which a statement begins; noughts where there is none."""
    at = _sentence(statement, piece)
    if at is None or not piece.annotated.dimensions:
        return np.zeros(piece.annotated.dimensions, dtype=np.float32)
    return matrix(piece.annotated)[at]


def _who_has_it(story: Sequence[Extracted], counts: Counts) -> BriefLine:
    reports = number_of(counts.reports, "report")
    outlets = number_of(counts.outlets, "outlet")
    return BriefLine(
        text=f"{reports} from {outlets}; {origins(counts.origins)}.",
        citations=tuple(_opening(piece) for piece in story),
    )


def _opening(piece: Extracted) -> Span:
    """Give the first sentence of a report, or its first line."""
    report = piece.annotated.report
    if piece.annotated.sentences:
        first = piece.annotated.sentences[0]
        return report.span(first.start, first.end)
    return report.span(0, len(report.text.split("\n", 1)[0]))


def _line(piece: Extracted, statement: Statement) -> BriefLine:
    """Quote the sentence of a statement, so that its attribution stands with it."""
    span = statement.content[0]
    at = _sentence(statement, piece)
    if at is not None:
        sentence = piece.annotated.sentences[at]
        whole = piece.annotated.report.span(sentence.start, sentence.end)
        span = whole if len(whole) <= _LONGEST else span
    text = " ".join(span.of(piece.annotated.report.text).split())
    return BriefLine(text=text, citations=(span,))


def _disputed(disputed: Sequence[Claim], statements: dict[str, Statement]) -> BriefLine:
    spans = [
        span
        for claim in disputed
        for appearance in claim.appearances
        for span in statements[appearance].content
    ]
    first = min(disputed, key=lambda claim: (-claim.counts.reports, claim.id))
    example = quoted(shortened(first.text, _LONGEST_CLAIM))
    beginning = "" if len(disputed) == 1 else "among them "
    return BriefLine(
        text=f"Reports differ on {number_of(len(disputed), 'claim')}: {beginning}{example}.",
        citations=tuple(spans),
    )
