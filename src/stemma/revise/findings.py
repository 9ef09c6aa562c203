"""What an editor should look at in the revisions of a story, and in what reports correct."""

from collections.abc import Iterator, Mapping, Sequence

from stemma.model import (
    Change,
    Claim,
    Extracted,
    Finding,
    Notice,
    Revision,
    Span,
    Statement,
    digest,
)
from stemma.model.finding import FindingKind
from stemma.revise.notices import find_notices
from stemma.revise.pair import quoted
from stemma.revise.words import find_words

_LEAST = 0.3
_SHOWN = 4
_RETRACTED = 0.97
_CORRECTED = 0.9
_CLARIFIED = 0.7


def find_changes(
    revisions: Sequence[Revision],
    versions: Sequence[Extracted],
    claims: Sequence[Claim],
) -> tuple[Finding, ...]:
    """Give one finding for each version that changed what a reader is told, and each correction.

    ``versions`` are all reports of the story, those that a later version supersedes too.
    Notices of superseded versions are left to their successors.
    """
    view = _View(versions, claims)
    superseded = {revision.earlier for revision in revisions}
    changed = [finding for one in revisions for finding in _changed(one, view)]
    by_later = {revision.later: revision for revision in revisions}
    corrected = [
        finding
        for report in view.texts
        if report not in superseded
        for finding in _corrected(report, by_later.get(report), view)
    ]
    return (*changed, *corrected)


class _View:
    """Reports and claims found by id."""

    def __init__(self, versions: Sequence[Extracted], claims: Sequence[Claim]) -> None:
        self.reports = {one.annotated.report.id: one.annotated.report for one in versions}
        self.texts = {name: report.text for name, report in self.reports.items()}
        self._said = _by_report(versions)
        self._claim_of = {name: claim.id for claim in claims for name in claim.appearances}

    def words(self, span: Span) -> str:
        return span.of(self.texts[span.report])

    def bag(self, span: Span) -> frozenset[str]:
        return frozenset(word.text for word in find_words(self.texts[span.report], span))

    def claims(self, spans: Sequence[Span]) -> tuple[str, ...]:
        found = {
            self._claim_of.get(statement.id)
            for span in spans
            for statement in self._said[span.report]
            if any(content.overlaps(span) for content in statement.content)
        }
        return tuple(sorted(claim for claim in found if claim is not None))


def _by_report(versions: Sequence[Extracted]) -> Mapping[str, Sequence[Statement]]:
    return {one.annotated.report.id: one.statements for one in versions}


def _changed(revision: Revision, view: _View) -> Iterator[Finding]:
    """Say what changed, the weightiest first; nothing where only spelling and the like did."""
    ranked = sorted(revision.changes, key=lambda one: (-one.weight, one.earlier, one.later))
    shown = _telling([change for change in ranked if change.weight >= _LEAST], view)
    if not shown:
        return
    outlet = view.reports[revision.later].name
    told = "; ".join(change.message for change in shown)
    evidence = tuple(span for change in shown for span in _sides(change))
    yield Finding(
        id=digest("finding", "changed_after_publication", revision.id),
        kind="changed_after_publication",
        message=f"{outlet} changed its report after publication: {told}.{_ending(shown, ranked)}",
        weight=shown[0].weight,
        evidence=evidence,
        values=tuple(view.words(span) for span in evidence),
        claims=view.claims([change.later for change in shown]),
    )


def _telling(ranked: Sequence[Change], view: _View) -> list[Change]:
    """Choose what to show: the weightiest of each kind, then others, none of them twice.

    A figure that changed in the headline and in the text is shown as the text has it.
    """
    fresh = [one for one in ranked if not any(_repeats(one, other, view) for other in ranked)]
    first = {change.kind: change for change in reversed(fresh)}
    rest = [change for change in fresh if change not in first.values()]
    chosen = [*sorted(first.values(), key=lambda one: -one.weight), *rest][:_SHOWN]
    return sorted(chosen, key=fresh.index)


def _repeats(change: Change, other: Change, view: _View) -> bool:
    """Tell whether another change puts the same words for the same, in longer or earlier ones."""
    if change.kind != other.kind or change is other:
        return False
    if _swap(change, view) != _swap(other, view):
        return False
    mine, others = (len(one.earlier) + len(one.later) for one in (change, other))
    return others > mine or (others == mine and other.later < change.later)


def _swap(change: Change, view: _View) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words that only the earlier, and those that only the later version has."""
    before, after = view.bag(change.earlier), view.bag(change.later)
    return before - after, after - before


def _sides(change: Change) -> tuple[Span, ...]:
    return tuple(span for span in (change.earlier, change.later) if len(span))


def _ending(shown: Sequence[Change], ranked: Sequence[Change]) -> str:
    """Say how much more changed, and whether the report owns up to it."""
    further = len(ranked) - len(shown)
    more = f" {further} more {'change' if further == 1 else 'changes'}." if further else ""
    owned = [change for change in shown if change.notice is not None]
    if len(owned) == len(shown):
        return f"{more} The report says so."
    return f"{more} The report does not say so." if not owned else more


def _corrected(report: str, revision: Revision | None, view: _View) -> Iterator[Finding]:
    for notice in find_notices(view.reports[report]):
        kind = _kind(notice)
        if kind is None:
            continue
        changes = [one for one in revision.changes if one.notice == notice.span] if revision else []
        sides = [span for change in changes for span in _sides(change)]
        evidence = (notice.span, *sides)
        yield Finding(
            id=digest("finding", kind, report, notice.span.start, notice.span.end),
            kind=kind,
            message=_message(notice, changes, view),
            weight=_weigh(notice),
            evidence=evidence,
            values=tuple(view.words(span) for span in evidence),
            claims=view.claims(evidence),
        )


def _kind(notice: Notice) -> FindingKind | None:
    match notice.kind:
        case "retraction":
            return "retraction"
        case "correction" | "clarification":
            return "correction"
        case _:
            return None


def _weigh(notice: Notice) -> float:
    match notice.kind:
        case "retraction":
            return _RETRACTED
        case "correction":
            return _CORRECTED
        case _:
            return _CLARIFIED


def _message(notice: Notice, changes: Sequence[Change], view: _View) -> str:
    outlet = view.reports[notice.span.report].name
    did = {"retraction": "withdrew its report", "clarification": "clarified its report"}
    words = quoted(view.words(notice.span))
    told = f"{outlet} {did.get(notice.kind, 'corrected its report')}: {words}."
    if changes:
        told += f" Between its versions {'; '.join(change.message for change in changes)}."
    elif notice.wrong is not None:
        told += f" What was wrong, in its words: {quoted(view.words(notice.wrong))}."
    return told
