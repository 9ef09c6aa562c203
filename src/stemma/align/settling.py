"""The status of claims, and their order, from how their support was counted."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.model import Claim, Counts, Extracted, Finding
from stemma.model.claim import ClaimStatus

_CONFLICTS = frozenset({"figure_conflict", "date_conflict"})
_ORDER: dict[ClaimStatus, int] = {
    "conflicting": 0,
    "corroborated": 1,
    "single_origin": 2,
    "single_outlet": 3,
}


def members(claim: Claim, story: Sequence[Extracted]) -> tuple[str, ...]:
    """Give the ids of the reports in which a claim appears, in the order of the story."""
    appearances = set(claim.appearances)
    return tuple(
        piece.annotated.report.id
        for piece in story
        if any(statement.id in appearances for statement in piece.statements)
    )


def settle(claim: Claim, counts: Counts) -> Claim:
    """Give the claim with its counts, and the status that follows from them.

    Two outlets that cannot be told to have separate origins are not two origins: only
    ``origins.low`` of two or more makes a claim ``corroborated``.
    """
    if counts.outlets <= 1:
        status: ClaimStatus = "single_outlet"
    else:
        status = "corroborated" if counts.origins.low > 1 else "single_origin"
    return replace(claim, counts=counts, status=status)


def rank(claims: Sequence[Claim], findings: Sequence[Finding]) -> tuple[Claim, ...]:
    """Mark the claims on which reports differ as conflicting, and put them in order.

    First come conflicts, then what most origins have, then what most outlets and reports have.
    """
    disputed = {
        claim for finding in findings if finding.kind in _CONFLICTS for claim in finding.claims
    }
    marked = [
        replace(claim, status="conflicting") if claim.id in disputed else claim for claim in claims
    ]
    return tuple(sorted(marked, key=_rank))


def _rank(claim: Claim) -> tuple[int, int, int, int, str]:
    counts = claim.counts
    return (
        _ORDER[claim.status],
        -counts.origins.low,
        -counts.outlets,
        -counts.reports,
        claim.id,
    )
