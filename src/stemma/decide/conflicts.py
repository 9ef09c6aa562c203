"""What came to light after a decision and speaks against it: shown, and left to people."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.decide.rulings import Rulings
from stemma.decide.saying import sign
from stemma.model import Edge, Extracted, Finding, Report, Span, Statement, Stemma, Verdict, digest

_WEIGHT = 0.93
_FEWEST_WORDS = 6
"""So many words in a row are a quotation that two reports share, not a phrase."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_QUOTE = re.compile(r"“([^“”\n]+)[”\n]|\"([^\"\n]+)\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A story as it is now.

    ``elsewhere`` are reports that were decided to be of other stories. ``read`` is the stemma as
    the reports show it, ``ruled`` with the decisions. ``seen`` tells when each report came.
    """

    story: Sequence[Extracted]
    elsewhere: Sequence[Extracted]
    read: Stemma
    ruled: Stemma
    seen: Mapping[str, str]


def find_conflicts(rulings: Rulings, present: Present) -> tuple[Finding, ...]:
    """Give what speaks against decisions, and decisions that contradict each other.

    Only what came after a decision counts: what a person could know already is no news.
    """
    view = _View([*present.story, *present.elsewhere], present.seen)
    return (
        *_contradictions(rulings, view),
        *_changed_words(rulings, view),
        *_shared_quotes(rulings, present, view),
        *_other_speakers(rulings, present.story, view),
        *_other_origins(rulings, present, view),
    )


def is_against(finding: Finding, verdict: Verdict) -> bool:
    """Tell whether a finding is one of those that speak against a decision."""
    if finding.kind != "verdict_conflict":
        return False
    message = finding.message.removeprefix(f"{sign(verdict)}. ")
    return finding.id == digest("finding", "verdict_conflict", verdict.id, message)


class _View:
    """Texts, and whether they came after a decision."""

    def __init__(self, pieces: Sequence[Extracted], seen: Mapping[str, str]) -> None:
        self.reports: dict[str, Report] = {
            one.annotated.report.id: one.annotated.report for one in pieces
        }
        self.seen = seen

    def is_later(self, report: str, verdict: Verdict) -> bool:
        return self.seen.get(report, "") > verdict.at

    def words(self, span: Span) -> str:
        return span.of(self.reports[span.report].text)

    def name(self, report: str) -> str:
        return self.reports[report].name


def _finding(verdict: Verdict, message: str, evidence: Sequence[Span], view: _View) -> Finding:
    return Finding(
        id=digest("finding", "verdict_conflict", verdict.id, message),
        kind="verdict_conflict",
        message=f"{sign(verdict)}. {message}",
        weight=_WEIGHT,
        evidence=tuple(evidence),
        values=tuple(view.words(span) for span in evidence),
    )


def _spans(verdict: Verdict, rulings: Rulings) -> list[Span]:
    return [
        one.span
        for applied, found in rulings.applied
        if applied.id == verdict.id
        for one in found
        if len(one.span)
    ]


def _contradictions(rulings: Rulings, view: _View) -> Iterator[Finding]:
    for verdict, later in rulings.overruled:
        message = f"{sign(later)}. The two contradict each other; the later one rules."
        yield _finding(verdict, message, _spans(verdict, rulings), view)


def _changed_words(rulings: Rulings, view: _View) -> Iterator[Finding]:
    for verdict, found in rulings.applied:
        for anchor, place in zip(verdict.subject, found, strict=True):
            if place.changed and view.is_later(place.span.report, verdict):
                words = " ".join(view.words(place.span).split())
                message = (
                    f"Since then {view.name(place.span.report)} changed these words: they are now "
                    f"“{words}”."
                )
                if words != " ".join(anchor.words.split()):
                    yield _finding(verdict, message, [place.span], view)


def _shared_quotes(rulings: Rulings, present: Present, view: _View) -> Iterator[Finding]:
    """Find quotations that reports of stories decided to be different have word for word."""
    for verdict, kept_apart in rulings.apart:
        for other in present.elsewhere:
            report = other.annotated.report
            if not kept_apart.isdisjoint({report.id, report.article_id}):
                for piece in present.story:
                    yield from _share(verdict, piece, other, view)


def _share(verdict: Verdict, piece: Extracted, other: Extracted, view: _View) -> Iterator[Finding]:
    """Show the first quotation that both print, in the words of this story's own report."""
    one, two = piece.annotated.report, other.annotated.report
    if not (view.is_later(one.id, verdict) or view.is_later(two.id, verdict)):
        return
    printed = {words for _, words in _quotes(two)}
    for span, words in _quotes(one):
        if words in printed:
            message = (
                f"Since then {one.name} and {two.name} print the same quotation: "
                f"“{' '.join(view.words(span).split())}”."
            )
            yield _finding(verdict, message, [span], view)
            return


def _quotes(report: Report) -> Iterator[tuple[Span, tuple[str, ...]]]:
    for match in _QUOTE.finditer(report.text):
        start, end = match.span(match.lastindex or 0)
        words = tuple(word.casefold() for word in _WORD.findall(report.text, start, end))
        if len(words) >= _FEWEST_WORDS:
            yield report.span(start, end), words


def _other_speakers(rulings: Rulings, story: Sequence[Extracted], view: _View) -> Iterator[Finding]:
    """Find later reports that give the words of a statement to somebody else."""
    said = [one for piece in story for one in piece.statements]
    by_id = {one.id: one for one in said}
    for name, speaker in rulings.speakers.items():
        decided = by_id.get(name)
        if decided is None or not speaker.is_right:
            continue
        for other in said:
            source = other.source
            if (
                source is not None
                and source.kind in {"person", "organisation"}
                and view.is_later(other.report, speaker.verdict)
                and _is_same_saying(decided, other)
                and not _is_same_name(source.name, speaker.name)
            ):
                message = (
                    f"Since then {view.name(other.report)} gives these words to {source.name}."
                )
                evidence = [decided.content[0], other.content[0], *source.spans[:1]]
                yield _finding(speaker.verdict, message, evidence, view)
                break


def _is_same_saying(one: Statement, other: Statement) -> bool:
    left, right = (_folded(statement.text) for statement in (one, other))
    shorter, longer = sorted((left, right), key=len)
    run = len(shorter)
    return run >= _FEWEST_WORDS and any(
        longer[at : at + run] == shorter for at in range(len(longer) - run + 1)
    )


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


def _is_same_name(one: str, other: str | None) -> bool:
    if other is None:
        return False
    left, right = set(_folded(one)), set(_folded(other))
    return left <= right or right <= left


def _other_origins(rulings: Rulings, present: Present, view: _View) -> Iterator[Finding]:
    """Find ties that decisions set aside, and that rest on what came later."""
    kept = {(edge.source, edge.target) for edge in present.ruled.edges}
    for report, origin in rulings.origins.items():
        for edge in present.read.edges:
            if edge.target != report or (edge.source, edge.target) in kept:
                continue
            if edge.kind == "citation" or edge.strength == "possible":
                continue
            ends = (edge.source, edge.target)
            if any(view.is_later(end, origin.verdict) for end in ends):
                yield _finding(origin.verdict, _reasons(edge), _evidence(edge, view), view)
                break


def _reasons(edge: Edge) -> str:
    reasons = "; ".join(evidence.reason for evidence in edge.evidence)
    return f"Since then the texts say otherwise: {reasons}."


def _evidence(edge: Edge, view: _View) -> list[Span]:
    spans = [span for evidence in edge.evidence for span in evidence.spans]
    return [span for span in spans if span.report in view.reports and len(span)][:4]
