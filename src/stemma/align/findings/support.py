"""Who has a claim: several origins, several outlets of one origin, or one outlet alone."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from stemma.align.findings.one_origin import SharedClaim, find_single_origins, weigh
from stemma.align.findings.quoting import quoted
from stemma.align.findings.story_view import (
    Appearance,
    StoryView,
    called,
    number,
    outlets_listed,
    unique,
)
from stemma.align.quantities import agree
from stemma.model import Claim, Finding, Stemma, digest
from stemma.model.statement import SourceKind

_DISPUTED = ", but they differ on a figure or a date in it"
_FEWEST_OUTLETS = 2
_FEWEST_WORDS = 8
_MOST_ALONE = 8
"""Findings of what one outlet alone has, per outlet: the best of them."""

_NOTHING_TO_CHECK = 0.1
_GREAT, _LEAST_ALIKE = 1000, 0.45
"""A number that two reports do not give by chance, in statements as alike as that."""

_ASKING = frozenset({"how", "if", "what", "where", "whether", "which", "who", "why"})
"""How a part of a sentence begins that asks, or hangs on what goes before: nobody says so."""

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
    shared: list[SharedClaim] = []
    alone: defaultdict[str, list[Finding]] = defaultdict(list)
    for claim in view.claims:
        appearances = view.appearances(claim)
        if claim.counts.outlets >= _FEWEST_OUTLETS:
            ending = _DISPUTED if claim.id in disputed else ""
            if claim.counts.origins.low >= _FEWEST_OUTLETS:
                yield _corroborated(claim, appearances, ending)
            else:
                weight = weigh(claim, claim.counts.outlets) + _matter(appearances)
                shared.append(SharedClaim(claim, appearances, weight, ending))
        elif (
            len(outlets) >= _FEWEST_OUTLETS
            and _is_news(claim, appearances)
            and not _others_have_its_number(view, appearances[0])
        ):
            alone[appearances[0].report.name].append(_alone(view, claim, appearances))
    yield from find_single_origins(view, shared, stemma)
    for findings in alone.values():
        yield from sorted(findings, key=lambda found: (-found.weight, found.id))[:_MOST_ALONE]


def _corroborated(claim: Claim, appearances: list[Appearance], ending: str) -> Finding:
    outlets = unique([appearance.report.name for appearance in appearances])
    weight = 0.5 + 0.03 * min(5, claim.counts.origins.low) + 0.004 * min(10, len(outlets))
    return Finding(
        id=digest("finding", "corroborated", claim.id),
        kind="corroborated",
        message=f"{outlets_listed(outlets)} have it, from {_range(claim)} independent origins: "
        f"{quoted(claim.text)}{ending}",
        weight=round(weight + _matter(appearances), 4),
        evidence=tuple(span for one in appearances for span in one.statement.content),
        values=(),
        claims=(claim.id,),
    )


def _matter(appearances: list[Appearance]) -> float:
    """Put what can be checked before what cannot: a figure, a date, or somebody who says so."""
    figures = any(appearance.figures() for appearance in appearances)
    moments = any(appearance.moments() for appearance in appearances)
    sources = any(appearance.statement.source for appearance in appearances)
    nothing = not (figures or moments or sources)
    return 0.01 * figures + 0.005 * moments - _NOTHING_TO_CHECK * nothing


def _alone(view: StoryView, claim: Claim, appearances: list[Appearance]) -> Finding:
    first = appearances[0]
    outlet = view.name(first.report.id)
    statement = first.statement
    source = statement.source
    nobody = "in its own voice" if statement.voice == "own" else "in words that it quotes"
    authority = nobody if source is None else f"on the word of {called(source)}"
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
        and claim.text.split()[0].casefold() not in _ASKING
        and not all(one.in_heading() for one in appearances)
        and (
            statement.source is not None
            or statement.voice == "mixed"
            or bool(appearances[0].figures())
        )
    )


def _others_have_its_number(view: StoryView, alone: Appearance) -> bool:
    """Tell whether another outlet gives the same great number in a statement that is rather like.

    Two that tell of "143 million consumers" and "143 million people" hardly mean two things.
    """
    great = [figure for figure in alone.figures() if figure.value >= _GREAT]
    return bool(great) and any(
        one.report.name != alone.report.name
        and any(
            mine.unit == other.unit and agree(mine, other)
            for mine in great
            for other in one.figures()
        )
        and view.alike(alone.statement, one.statement) >= _LEAST_ALIKE
        for one in view.all_appearances()
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


def _range(claim: Claim) -> str:
    low, high = claim.counts.origins.low, claim.counts.origins.high
    return number(low) if low == high else f"{number(low)} to {number(high)}"
