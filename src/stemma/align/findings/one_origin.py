"""Claims that several outlets have from one origin, or on one speaker's word."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from stemma.align.findings.quoting import quoted
from stemma.align.findings.story_view import (
    Appearance,
    StoryView,
    called,
    number,
    outlets_listed,
    unique,
)
from stemma.align.spelling import words
from stemma.model import Claim, Finding, Source, Stemma, digest

_MANY_OUTLETS = 3
_ONE_ORIGIN, _PERHAPS_ONE, _FEW = 0.62, 0.5, 0.46
_OF_MORE = 0.002
"""What each further claim adds to the weight of its group."""

_FEWEST_WORDS = 8
_SHOWN = 12
"""Claims of a group whose words are evidence; the others are found by their ids."""

_FEWEST_NAMING = 2
_NOBODY = frozenset({"unnamed", "crowd"})


@dataclass(frozen=True, slots=True)
class SharedClaim:
    """A claim of several outlets with one origin, and what its finding would weigh alone."""

    claim: Claim
    appearances: list[Appearance]
    weight: float
    ending: str

    @property
    def reports(self) -> frozenset[str]:
        """The ids of the reports that have it."""
        return frozenset(appearance.report.id for appearance in self.appearances)

    @property
    def is_certain(self) -> bool:
        """Whether nothing speaks for a second origin."""
        return self.claim.counts.origins.high <= 1


class _Origin(NamedTuple):
    """What an origin is called, empty where it has no name, and what it is."""

    name: str
    kind: Literal["text", "speaker", "speaker of some"]


_Key = tuple[_Origin, bool, frozenset[str]]


def weigh(claim: Claim, outlets: int) -> float:
    """Many outlets with one origin look like corroboration and are none; two are less news."""
    if outlets < _MANY_OUTLETS:
        return _FEW
    certain = claim.counts.origins.high == 1
    return (_ONE_ORIGIN if certain else _PERHAPS_ONE) + 0.01 * min(10, outlets)


def find_single_origins(
    view: StoryView, shared: Sequence[SharedClaim], stemma: Stemma
) -> Iterator[Finding]:
    """Make one finding of all that the same reports have from the same origin.

    That three papers print one agency's text is one thing to know, however many claims it
    holds. Claims of fewer reports from that origin are among them.
    """
    sources = _sources(stemma)
    groups: defaultdict[_Key, list[SharedClaim]] = defaultdict(list)
    for one in shared:
        groups[_origin(one, stemma, sources), one.is_certain, one.reports].append(one)
    merged: dict[_Key, list[SharedClaim]] = {}
    for key in sorted(groups, key=lambda key: (-len(key[2]), key[:2], sorted(key[2]))):
        origin, certain, reports = key
        wider = next(
            (
                other
                for other in merged
                if origin.name and other[:2] == (origin, certain) and reports <= other[2]
            ),
            key,
        )
        merged.setdefault(wider, []).extend(groups[key])
    for (origin, _, _), claims in merged.items():
        yield _finding(view, origin, claims)


def _origin(one: SharedClaim, stemma: Stemma, sources: dict[str, set[str]]) -> _Origin:
    """Name the copy where there is nothing but copies, else the speaker, else what may be one."""
    root = _common_root(one, stemma, sources)
    if root is not None and one.is_certain:
        return _Origin(root, "text")
    return _speaker(one) or _Origin(root or "", "text")


def _finding(view: StoryView, origin: _Origin, claims: Sequence[SharedClaim]) -> Finding:
    ranked = sorted(claims, key=_worth)
    best = ranked[0]
    reports = {report for one in claims for report in one.reports}
    outlets = unique([view.name(report) for report in view.pieces if report in reports])
    has = "have it" if len(claims) == 1 else f"have {number(len(claims))} claims"
    example = quoted(best.claim.text)
    if len(claims) > 1:
        example = f"one of them: {example}"
    rest = [one.appearances for one in ranked[1:_SHOWN]]
    evidence = [span for one in best.appearances for span in one.statement.content]
    evidence += [one.statement.content[0] for appearances in rest for one in appearances]
    weight = max(one.weight for one in claims) + _OF_MORE * min(10, len(claims) - 1)
    return Finding(
        id=digest("finding", "single_origin", *sorted(one.claim.id for one in claims)),
        kind="single_origin",
        message=f"{outlets_listed(outlets)} {has}, {_verdict(origin, claims)}"
        f"{': ' if len(claims) == 1 else '; '}{example}{best.ending}",
        weight=round(weight, 4),
        evidence=tuple(dict.fromkeys(evidence)),
        values=(),
        claims=tuple(one.claim.id for one in ranked),
    )


def _worth(one: SharedClaim) -> tuple[float, bool, int, str]:
    """Put first what weighs most, and what reads as a sentence."""
    whole = one.claim.text[:1].isupper() and len(one.claim.text.split()) >= _FEWEST_WORDS
    return (-one.weight, not whole, -len(one.reports), one.claim.id)


def _verdict(origin: _Origin, claims: Sequence[SharedClaim]) -> str:
    if origin.kind == "speaker":
        return f"all on the word of {origin.name}"
    if origin.kind == "speaker of some":
        return f"on the word of {origin.name} where anybody is named"
    if claims[0].is_certain:
        named = f", {origin.name}" if origin.name else ""
        return f"but as far as can be told all from one origin{named}"
    high = number(max(one.claim.counts.origins.high for one in claims))
    named = f" ({origin.name})" if origin.name else ""
    return f"but perhaps all from one origin{named}; at most {high} are independent"


def _speaker(one: SharedClaim) -> _Origin | None:
    """Find the one whom every report has it from, or every report that names anybody.

    Of these there must be two, and no report may name only another.
    """
    heard = [
        [
            source
            for appearance in one.appearances
            if appearance.report.id == report
            and (source := appearance.statement.source)
            and source.kind not in _NOBODY
        ]
        for report in sorted(one.reports)
    ]
    named = [sources for sources in heard if sources]
    if len(named) < _FEWEST_NAMING:
        return None
    common = [
        source
        for source in named[0]
        if all(any(_is_same(source, other) for other in sources) for sources in named)
    ]
    if not common:
        return None
    kind = "speaker" if len(named) == len(heard) else "speaker of some"
    return _Origin(
        min((called(source) for source in common), key=lambda name: (len(name), name)), kind
    )


def _is_same(left: Source, right: Source) -> bool:
    """Tell whether two sources are one: one entity, or the name of one inside the other's."""
    if left.entity is not None and left.entity == right.entity:
        return True
    one, other = set(words(left.name)), set(words(right.name))
    return left.kind == right.kind and bool(one and other) and (one <= other or other <= one)


def _sources(stemma: Stemma) -> dict[str, set[str]]:
    """Give for each node those that its text is from, itself among them; citing is no copying."""
    sources: dict[str, set[str]] = {node.id: {node.id} for node in stemma.nodes}
    firm = [
        edge
        for edge in stemma.edges
        if edge.kind != "citation" and edge.strength in {"certain", "likely"}
    ]
    for _ in stemma.nodes:
        size = sum(len(found) for found in sources.values())
        for edge in firm:
            sources[edge.target] |= sources[edge.source]
        if sum(len(found) for found in sources.values()) == size:
            break
    return sources


def _common_root(one: SharedClaim, stemma: Stemma, sources: dict[str, set[str]]) -> str | None:
    """Call the agency, lost copy or report from which all the reports take, if there is one."""
    reports = sorted(one.reports)
    common = sources.get(reports[0], {reports[0]})
    for report in reports[1:]:
        common = common & sources.get(report, {report})
    order = {"agency": 0, "lost": 1, "report": 2}
    roots = sorted(
        (node for node in stemma.nodes if node.id in common),
        key=lambda node: (order[node.kind], node.name, node.id),
    )
    if not roots:
        return None
    return "a copy that is not among the reports" if roots[0].is_lost_copy else roots[0].name
