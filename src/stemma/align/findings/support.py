"""Who has a claim: several origins, several outlets of one origin, or one outlet alone."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from stemma.align.findings.story_view import (
    Appearance,
    StoryView,
    called,
    listed,
    quoted,
    unique,
)
from stemma.model import Claim, Finding, Stemma, digest
from stemma.model.finding import FindingKind
from stemma.model.statement import SourceKind

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MOST_NAMED = 6
_MANY_OUTLETS = 3
_DISPUTED = ", but they differ on a figure or a date in it"
_ONE_ORIGIN, _PERHAPS_ONE, _FEW = 0.62, 0.5, 0.46
_FEWEST_OUTLETS = 2
_FEWEST_WORDS = 8
_MOST_ALONE = 8
"""Findings of what one outlet alone has, per outlet: the best of them."""

_OF_SOURCE: dict[SourceKind, float] = {
    "unnamed": 0.1,
    "document": 0.1,
    "organisation": 0.06,
    "person": 0.06,
    "outlet": 0.04,
    "crowd": 0.0,
}


def find_support(view: StoryView, stemma: Stemma, disputed: Collection[str]) -> Iterator[Finding]:
    """Tell for each claim worth an editor's time who has it.

    What one outlet alone has is worth it where the claim rests on a named or unnamed source or
    gives a figure, and where the story has other outlets that could have had it. ``disputed``
    are the ids of claims with a figure or a date on which reports differ.
    """
    outlets = {view.name(report) for report in view.pieces}
    alone: defaultdict[str, list[Finding]] = defaultdict(list)
    for claim in view.claims:
        appearances = view.appearances(claim)
        if claim.counts.outlets >= _FEWEST_OUTLETS:
            ending = _DISPUTED if claim.id in disputed else ""
            yield _shared(claim, appearances, stemma, ending)
        elif len(outlets) >= _FEWEST_OUTLETS and _is_news(claim, appearances):
            alone[appearances[0].report.name].append(_alone(view, claim, appearances))
    for findings in alone.values():
        yield from sorted(findings, key=lambda found: (-found.weight, found.id))[:_MOST_ALONE]


def _shared(claim: Claim, appearances: list[Appearance], stemma: Stemma, ending: str) -> Finding:
    reports = unique([appearance.report.id for appearance in appearances])
    outlets = unique([appearance.report.name for appearance in appearances])
    low = claim.counts.origins.low
    if low >= _FEWEST_OUTLETS:
        kind: FindingKind = "corroborated"
        weight = 0.5 + 0.03 * min(5, low) + 0.004 * min(10, len(outlets))
        verdict = f"from {_range(claim)} independent origins"
    else:
        kind = "single_origin"
        weight = _one_origin_weight(claim, len(outlets))
        verdict = _one_origin(claim, reports, stemma)
    return Finding(
        id=digest("finding", kind, claim.id),
        kind=kind,
        message=f"{_outlets(outlets)} have it, {verdict}: {quoted(claim.text)}{ending}",
        weight=round(weight + _matter(appearances), 4),
        evidence=tuple(span for one in appearances for span in one.statement.content),
        values=(),
        claims=(claim.id,),
    )


def _matter(appearances: list[Appearance]) -> float:
    """Put what can be checked before what cannot, among findings that weigh the same."""
    figures = any(appearance.figures() for appearance in appearances)
    moments = any(appearance.moments() for appearance in appearances)
    return 0.01 * figures + 0.005 * moments


def _one_origin_weight(claim: Claim, outlets: int) -> float:
    """Many outlets with one origin look like corroboration and are none; two are less news."""
    if outlets < _MANY_OUTLETS:
        return _FEW
    certain = claim.counts.origins.high == 1
    return (_ONE_ORIGIN if certain else _PERHAPS_ONE) + 0.01 * min(10, outlets)


def _alone(view: StoryView, claim: Claim, appearances: list[Appearance]) -> Finding:
    first = appearances[0]
    outlet = view.name(first.report.id)
    source = first.statement.source
    authority = "in its own voice" if source is None else f"on the word of {called(source)}"
    return Finding(
        id=digest("finding", "single_outlet", claim.id),
        kind="single_outlet",
        message=f"Only {outlet} has it, {authority}: {quoted(claim.text)}",
        weight=round(_news_value(appearances), 4),
        evidence=tuple(span for one in appearances for span in one.statement.content),
        values=(),
        claims=(claim.id,),
    )


def _is_news(claim: Claim, appearances: list[Appearance]) -> bool:
    statement = appearances[0].statement
    return (
        statement.act == "assertion"
        and not statement.factuality.conditional
        and len(claim.text.split()) >= _FEWEST_WORDS
        and not all(one.in_heading() for one in appearances)
        and (statement.source is not None or bool(appearances[0].figures()))
    )


def _news_value(appearances: list[Appearance]) -> float:
    """An exclusive is worth more with figures, dates and sources that others could ask."""
    statement = appearances[0].statement
    value = 0.2
    value += 0.08 * bool(appearances[0].figures())
    value += 0.04 * bool(appearances[0].moments())
    if statement.source is not None:
        value += _OF_SOURCE[statement.source.kind]
    return value - 0.05 * (statement.voice == "direct") - 0.05 * statement.factuality.hedged


def _outlets(outlets: list[str]) -> str:
    if len(outlets) <= _MOST_NAMED:
        return listed(outlets)
    return f"{_number(len(outlets)).capitalize()} outlets ({listed(outlets[:3])} and others)"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _range(claim: Claim) -> str:
    low, high = claim.counts.origins.low, claim.counts.origins.high
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _one_origin(claim: Claim, reports: list[str], stemma: Stemma) -> str:
    high = claim.counts.origins.high
    root = _common_root(reports, stemma)
    if high <= 1:
        taken = "" if root is None else f": {root}"
        return f"but as far as can be told all from one origin{taken}"
    named = "" if root is None else f" ({root})"
    return f"but perhaps all from one origin{named}; at most {_number(high)} are independent"


def _common_root(reports: list[str], stemma: Stemma) -> str | None:
    """Call the agency, lost copy or report from which all the reports take, if there is one."""
    sources: dict[str, set[str]] = {node.id: {node.id} for node in stemma.nodes}
    firm = [edge for edge in stemma.edges if edge.strength in {"certain", "likely"}]
    for _ in stemma.nodes:
        size = sum(len(found) for found in sources.values())
        for edge in firm:
            sources[edge.target] |= sources[edge.source]
        if sum(len(found) for found in sources.values()) == size:
            break
    common = sources.get(reports[0], {reports[0]})
    for report in reports[1:]:
        common = common & sources.get(report, {report})
    roots = [node for node in stemma.nodes if node.id in common]
    order = {"agency": 0, "lost": 1, "report": 2}
    roots.sort(key=lambda node: (order[node.kind], node.name, node.id))
    if not roots:
        return None
    return roots[0].name if roots[0].kind != "lost" else "a copy that is not among the reports"
