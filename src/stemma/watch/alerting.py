"""A story before and after -> what is worth telling people at once: values in, values out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Alert, Claim, Finding, Report, Span, Story, digest
from stemma.model.alert import AlertKind

MOST_QUOTES = 12
"""An alert shows so many pieces of evidence, and the story all of them."""

_MOST_NAMES = 6
_TWO = 2
_CONFLICTS = frozenset({"figure_conflict", "date_conflict", "denial"})
_NOTICES = frozenset({"correction", "retraction"})
_TELLING = 0.3
"""Changes that weigh less change nothing for a reader."""

_DAY = len("2026-01-14")


def find_alerts(
    before: Story | None,
    after: Story,
    *,
    reports: Iterable[Report],
    at: str,
    outlets: int = _TWO,
) -> tuple[Alert, ...]:
    """Tell what became true of a story since it was looked at last.

    Whether reports come one by one or all at once, the same alerts come of them, with the same
    ids, but for claims and conflicts that were there only in between.

    Args:
        before: The story as it was told before, None where it is new.
        after: The story as it is.
        reports: The reports of ``after``, earlier versions included.
        at: The present time.
        outlets: How many outlets make a story worth an alert.
    """
    texts = {report.id: report for report in reports}
    known = () if before is None else before.findings
    found = [
        *_find_new_story(before, after, texts, outlets),
        *_find_second_origins(before, after),
        *_find_conflicts(after, known, texts),
        *_find_changed_figures(before, after, texts),
        *_find_revised(after, known),
    ]
    return tuple(_written(one, after, texts, at) for one in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An alert to be: ``subject`` are the parts of its id."""

    kind: AlertKind
    subject: tuple[str, ...]
    message: str
    evidence: tuple[Span, ...]


def _written(found: _Found, story: Story, texts: Mapping[str, Report], at: str) -> Alert:
    held = [span for span in found.evidence if len(span) and span.report in texts]
    evidence = tuple(dict.fromkeys(held))[:MOST_QUOTES]
    return Alert(
        id=digest("alert", found.kind, *found.subject),
        kind=found.kind,
        story=story.id,
        at=at,
        message=f"{story.title}: {found.message}",
        evidence=evidence,
        quotes=tuple(span.of(texts[span.report].text) for span in evidence),
    )


def _names(claim: Claim) -> tuple[str, ...]:
    return (claim.id, *claim.appearances)


def _find_new_story(
    before: Story | None, after: Story, texts: Mapping[str, Report], outlets: int
) -> Iterator[_Found]:
    had = 0 if before is None else before.counts.outlets
    if not had < outlets <= after.counts.outlets:
        return
    firsts: dict[str, Report] = {}
    for name in after.reports:
        if name in texts:
            firsts.setdefault(texts[name].name, texts[name])
    yield _Found(
        kind="new_story",
        subject=(after.id,),
        message=f"{after.counts.outlets} outlets have it: {_listed(list(firsts))}.",
        evidence=tuple(_opening(report) for report in firsts.values()),
    )


def _opening(report: Report) -> Span:
    """Point at the headline, or else at the first paragraph."""
    for kind in ("headline", "body"):
        for part in report.parts:
            if part.kind == kind:
                return report.span(part.start, part.end)
    return report.span(0, len(report.text.partition("\n")[0]))


def _find_second_origins(before: Story | None, after: Story) -> Iterator[_Found]:
    known = {
        name
        for claim in (() if before is None else before.claims)
        if claim.counts.origins.low >= _TWO
        for name in _names(claim)
    }
    claims = {claim.id: claim for claim in after.claims}
    for finding in after.findings:
        claim = claims.get(finding.claims[0]) if finding.claims else None
        if finding.kind != "corroborated" or claim is None:
            continue
        if known.isdisjoint(_names(claim)):
            yield _Found(
                kind="second_origin",
                subject=(claim.id,),
                message=finding.message,
                evidence=_by_turns(finding.evidence),
            )


def _by_turns(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Let every report have a word before one has its second."""
    turns: dict[str, int] = {}
    places: list[tuple[int, int]] = []
    for place, span in enumerate(spans):
        turns[span.report] = turns.get(span.report, 0) + 1
        places.append((turns[span.report], place))
    return tuple(spans[place] for _, place in sorted(places))


def _find_conflicts(
    after: Story, known: Sequence[Finding], texts: Mapping[str, Report]
) -> Iterator[_Found]:
    for finding in after.findings:
        if finding.kind not in _CONFLICTS:
            continue
        news = _news_of(finding, [one for one in known if _is_about(one, finding)])
        if not news:
            continue
        kind: AlertKind = "new_conflict"
        if finding.kind == "figure_conflict" and _is_later(news, finding.evidence, texts):
            kind = "changed_figure"
        yield _Found(
            kind=kind,
            subject=(finding.kind, *(str(span) for span in sorted(news))),
            message=finding.message,
            evidence=finding.evidence,
        )


def _is_about(earlier: Finding, finding: Finding) -> bool:
    """Tell whether two findings are about the same matter: words or claims that both have."""
    return earlier.kind == finding.kind and (
        any(one.overlaps(other) for one in earlier.evidence for other in finding.evidence)
        or not set(earlier.claims).isdisjoint(finding.claims)
    )


def _news_of(finding: Finding, earlier: Sequence[Finding]) -> list[Span]:
    """Give the evidence that says something which the same matter had not before."""
    if not earlier:
        return list(finding.evidence)
    if len(finding.values) != len(finding.evidence):
        return []
    said = {_plain(value) for one in earlier for value in one.values}
    spans = [span for one in earlier for span in one.evidence]
    return [
        span
        for span, value in zip(finding.evidence, finding.values, strict=True)
        if _plain(value) not in said and not any(span.overlaps(one) for one in spans)
    ]


def _plain(value: str) -> str:
    return " ".join(value.casefold().split())


def _is_later(news: Sequence[Span], evidence: Sequence[Span], texts: Mapping[str, Report]) -> bool:
    """Tell whether the last of the days of print has figures that the days before had not."""
    days = {span: _day(texts.get(span.report)) for span in evidence}
    last = max(day or "" for day in days.values())
    return (
        None not in days.values()
        and min(day or "" for day in days.values()) < last
        and any(days[span] == last for span in news)
    )


def _day(report: Report | None) -> str | None:
    if report is None or report.published is None:
        return None
    day = report.published.value[:_DAY]
    return day if len(day) == _DAY else None


def _find_changed_figures(
    before: Story | None, after: Story, texts: Mapping[str, Report]
) -> Iterator[_Found]:
    """Find figures that a report gives otherwise than its version before did."""
    known = {revision.id for revision in (() if before is None else before.revisions)}
    for revision in after.revisions:
        if revision.id in known or revision.later not in texts:
            continue
        for change in revision.changes:
            if change.kind == "figure":
                yield _Found(
                    kind="changed_figure",
                    subject=(str(change.earlier), str(change.later)),
                    message=f"{texts[revision.later].name} changed a figure that it had printed: "
                    f"{change.message}.",
                    evidence=(change.earlier, change.later),
                )


def _find_revised(after: Story, known: Sequence[Finding]) -> Iterator[_Found]:
    """Find new versions that tell readers something else, corrections and retractions."""
    only_figures = {
        digest("finding", "changed_after_publication", revision.id)
        for revision in after.revisions
        if {change.kind for change in revision.changes if change.weight >= _TELLING} == {"figure"}
    }
    told = {one.id for one in known} | {_notice(one) for one in known if one.kind in _NOTICES}
    for finding in after.findings:
        if finding.kind not in {"changed_after_publication", *_NOTICES}:
            continue
        if finding.id in told | only_figures or _notice(finding) in told:
            continue
        yield _Found(
            kind="revised_report",
            subject=(finding.id,),
            message=finding.message,
            evidence=finding.evidence,
        )


def _notice(finding: Finding) -> str:
    """Give the words of a notice: a later version of the report has the same."""
    return f"{finding.kind} {_plain(finding.values[0])}" if finding.values else finding.id


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_MOST_NAMES])
    if len(names) > _MOST_NAMES:
        shown.append(f"{len(names) - _MOST_NAMES} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
