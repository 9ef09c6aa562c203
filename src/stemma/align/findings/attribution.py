"""Claims whose authority gets lost or grows from report to report."""

from collections.abc import Iterator
from dataclasses import dataclass

from stemma.align.findings.quoting import quoted
from stemma.align.findings.story_view import Appearance, StoryView, called
from stemma.model import Claim, Finding, Source, Span, digest

_LOST_HEDGE = 0.72
_LOST_SOURCE = 0.54
_LOST_NAME = 0.4
_LESS_DEFINITE = 0.68
_NAMELESS = 0.44
"""What a drift weighs between sources without a name: there is nobody whom an editor could ask."""

_LEAST_ALIKE = 0.8
"""Inner product of the vectors of two statements whose sources are compared."""

_NAMED = frozenset({"person", "organisation", "outlet", "document"})
_RANKS = ("nobody", "hearsay", "unnamed", "named")
_KINDS = frozenset(
    [
        "adviser",
        "aide",
        "authority",
        "diplomat",
        "insider",
        "officer",
        "official",
        "people",
        "person",
        "source",
        "spokesman",
        "spokesperson",
        "spokeswoman",
    ]
)
_OWNED = frozenset({"her", "his", "its", "my", "our", "their"})
_VAGUE = frozenset(
    [
        "local",
        "many",
        "media",
        "news",
        "people",
        "press",
        "recent",
        "report",
        "reports",
        "rumors",
        "rumours",
        "several",
        "some",
        "the",
        "these",
        "various",
    ]
)
_HEARSAY = frozenset({"media", "people", "report", "reports", "rumor", "rumors", "rumour", "some"})


@dataclass(frozen=True, slots=True)
class _Authority:
    """On whose word a report has a claim: the best that it gives, with the place."""

    rank: int
    appearance: Appearance

    @property
    def hedged(self) -> bool:
        return self.appearance.statement.factuality.hedged

    def told(self) -> str:
        source = self.appearance.statement.source
        if source is None:
            return "nobody"
        layers = [source, *self.appearance.statement.via]
        return ", cited by ".join(called(layer) for layer in layers)


def find_drifted_attributions(view: StoryView) -> Iterator[Finding]:
    """Find claims for which reports name different grades of authority.

    From named speakers and documents through unnamed ones and "reports" to the report's own
    voice; of each report the best that it gives counts, and headlines count for nothing, since
    they never say who says so, nor does who orders something: that is told of them. A claim that
    one report hedges and another asserts in its own voice has lost more than a name.
    """
    for claim in view.claims:
        authorities = _authorities(view.appearances(claim))
        if len(authorities) < 2:  # noqa: PLR2004 - it takes two to differ
            continue
        if _is_common_knowledge(authorities):
            continue
        rank = max(one.rank for one in authorities)
        best = [one for one in authorities if one.rank == rank]
        best.sort(key=lambda one: one.appearance.statement.id)
        drifts = ((one, _weaker_grades(view, one, authorities)) for one in best)
        found = next(((one, weaker) for one, weaker in drifts if weaker), None)
        if found is not None:
            yield _finding(claim, *found)


def _weaker_grades(
    view: StoryView, best: _Authority, authorities: list[_Authority]
) -> list[_Authority]:
    """Give the first of each weaker grade, of another outlet, that says the same thing."""
    grades: dict[int, _Authority] = {}
    for one in authorities:
        if one.rank in grades or one.appearance.report.name == best.appearance.report.name:
            continue
        if _weight(best, one) and _say_the_same(view, best, one) and _is_plain(view, best, one):
            grades[one.rank] = one
    return [grades[rank] for rank in sorted(grades, reverse=True)]


def _is_plain(view: StoryView, best: _Authority, one: _Authority) -> bool:
    """Tell whether a report plainly has it from nobody, where it names nobody.

    Not where it hedges ("reportedly"), quotes, or names the speaker or anybody else who says
    something in that very sentence: who is meant is clear to a reader.
    """
    statement = one.appearance.statement
    if statement.source is not None:
        return True
    if one.hedged or view.is_quoted(statement):
        return False
    sentences = [view.sentence(span) for span in statement.content]
    spoken = [
        span
        for other in one.appearance.piece.statements
        if other.source is not None
        for span in (other.cue, *other.source.spans)
        if span is not None
    ]
    known = best.appearance.statement.source
    entity = view.entities.get(known.entity or "") if known is not None else None
    named = () if entity is None else entity.mentions
    return not any(span.overlaps(sentence) for span in (*spoken, *named) for sentence in sentences)


def _is_common_knowledge(authorities: list[_Authority]) -> bool:
    """Tell whether most reports have it in their own voice: then nobody's word was lost."""
    unattributed = sum(one.rank == _RANKS.index("nobody") for one in authorities)
    return unattributed * 2 > len(authorities)


def _say_the_same(view: StoryView, best: _Authority, worst: _Authority) -> bool:
    """Ask more of two statements than to be in one claim: what is compared must be one thing."""
    return view.alike(best.appearance.statement, worst.appearance.statement) >= _LEAST_ALIKE


def _authorities(appearances: list[Appearance]) -> list[_Authority]:
    best: dict[str, _Authority] = {}
    for appearance in appearances:
        if appearance.in_heading() or appearance.statement.act == "directive":
            continue
        authority = _Authority(_rank(appearance.statement.source), appearance)
        known = best.get(appearance.report.id)
        if known is None or authority.rank > known.rank:
            best[appearance.report.id] = authority
    return list(best.values())


def _rank(source: Source | None) -> int:
    if source is None:
        return _RANKS.index("nobody")
    words = source.name.lower().split()
    if source.kind == "crowd" or (words and words[-1] in _HEARSAY and words[0] in _VAGUE):
        return _RANKS.index("hearsay")
    return _RANKS.index("named" if source.kind in _NAMED else "unnamed")


def _weight(best: _Authority, worst: _Authority) -> float:
    """Weigh what was lost; nought where nothing was."""
    statement = worst.appearance.statement
    if best.rank <= worst.rank or best.rank < _RANKS.index("unnamed"):
        return 0.0
    if worst.rank == _RANKS.index("nobody"):
        if best.hedged and not worst.hedged:
            return _LOST_HEDGE
        unnamed = _is_nobody_known(best.appearance.statement.source)
        return _LOST_SOURCE if unnamed else _LOST_NAME
    if not _is_nobody_known(statement.source):
        return 0.0
    return _LESS_DEFINITE if best.rank == _RANKS.index("named") else _NAMELESS


def _is_nobody_known(source: Source | None) -> bool:
    """Tell whether a source is a kind of people and no more: "officials", "reports".

    "Her father" and "Japanese officials" are more: somebody else may stand behind them.
    """
    if source is None:
        return False
    words = called(source).split()
    named = any(word[:1].isupper() for word in words)
    owned = words[0].lower() in _OWNED or words[0].endswith(("'s", "’s"))
    kinds = any(word.lower().rstrip("s") in _KINDS or word.lower() in _HEARSAY for word in words)
    return kinds and not named and not owned


def _finding(claim: Claim, best: _Authority, weaker: list[_Authority]) -> Finding:
    told = ", ".join(f"{one.appearance.report.name} {_told_weaker(best, one)}" for one in weaker)
    return Finding(
        id=digest("finding", "drifted_attribution", claim.id),
        kind="drifted_attribution",
        message=(
            f"The authority changes: {best.appearance.report.name} has it from {best.told()}, "
            f"{told}: {quoted(claim.text)}"
        ),
        weight=max(_weight(best, one) for one in weaker),
        evidence=tuple(span for one in (best, *weaker) for span in _words_of_source(one)),
        values=tuple(one.told() for one in (best, *weaker)),
        claims=(claim.id,),
    )


def _told_weaker(best: _Authority, worst: _Authority) -> str:
    if worst.appearance.statement.source is not None:
        return f"from {worst.told()}"
    if best.hedged and not worst.hedged:
        return "states it as a fact, in its own voice"
    return "states it in its own voice"


def _words_of_source(authority: _Authority) -> list[Span]:
    statement = authority.appearance.statement
    if statement.source is not None and statement.source.spans:
        return [statement.source.spans[0]]
    return [statement.content[0]]
