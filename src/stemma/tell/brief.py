"""A story in a few lines: words of the reports, and numbers that can be checked."""

from collections.abc import Sequence

from stemma.model import BriefLine, Claim, Counts, Extracted, Span, Statement
from stemma.tell.wording import number_of, origins

_MOST_CLAIMS = 4
_FEWEST_OUTLETS = 2
_LONGEST = 320
_FEWEST_WORDS = 4
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


def brief(
    story: Sequence[Extracted], claims: Sequence[Claim], counts: Counts
) -> tuple[BriefLine, ...]:
    """Give three to seven lines, or fewer where the story has not the matter for them.

    First who has the story, computed and citing every report's first words; then the claims
    that most origins and outlets have, in the words of a report, with its attribution; then
    what is disputed. ``claims`` have their counts and their status.
    """
    statements = {statement.id: statement for piece in story for statement in piece.statements}
    pieces = {piece.annotated.report.id: piece for piece in story}
    lines = [_who_has_it(story, counts)]
    worded = [statements[claim.worded_by] for claim in _foremost(claims, len(story))]
    candidates = [(_line(pieces[one.report], one), one) for one in worded]
    candidates.sort(key=lambda pair: not _is_clear(*pair, pieces))
    for line, _ in candidates:
        if not any(line.citations[0].overlaps(other.citations[0]) for other in lines[1:]):
            lines.append(line)
        if len(lines) > _MOST_CLAIMS:
            break
    disputed = [claim for claim in claims if claim.status == "conflicting"]
    if disputed:
        lines.append(_disputed(disputed, statements))
    return tuple(lines)


def _is_clear(line: BriefLine, statement: Statement, pieces: dict[str, Extracted]) -> bool:
    """Tell whether a line tells news, and needs no other line before it to be understood."""
    if statement.voice == "direct" or len(line.text.split()) < _FEWEST_WORDS:
        return False
    if line.text.split(maxsplit=1)[0].split("’")[0].lower() in _POINTING:
        return False
    if line.text[0] in "“\"'‘":
        return False
    span = line.citations[0]
    parts = pieces[span.report].annotated.report.parts
    kind = next((part.kind for part in parts if part.start <= span.start < part.end), "body")
    return kind in {"body", "standfirst"}


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


def _foremost(claims: Sequence[Claim], reports: int) -> list[Claim]:
    """Put first what most origins, outlets and reports have; a lone report gives its own order."""
    shared = [claim for claim in claims if claim.counts.outlets >= _FEWEST_OUTLETS]
    known = shared or (list(claims) if reports == 1 else [])
    return sorted(
        known,
        key=lambda claim: (
            -claim.counts.origins.low,
            -claim.counts.outlets,
            -claim.counts.reports,
            claim.id,
        ),
    )


def _line(piece: Extracted, statement: Statement) -> BriefLine:
    """Quote the sentence of a statement, so that its attribution stands with it."""
    span = statement.content[0]
    for sentence in piece.annotated.sentences:
        if sentence.start <= span.start < sentence.end:
            whole = piece.annotated.report.span(sentence.start, sentence.end)
            if len(whole) <= _LONGEST:
                span = whole
            break
    text = " ".join(span.of(piece.annotated.report.text).split())
    return BriefLine(text=text, citations=(span,))


def _disputed(disputed: Sequence[Claim], statements: dict[str, Statement]) -> BriefLine:
    spans = [
        span
        for claim in disputed
        for appearance in claim.appearances
        for span in statements[appearance].content
    ]
    return BriefLine(
        text=f"Reports differ on {number_of(len(disputed), 'claim')}.", citations=tuple(spans)
    )
