"""Statements to claims."""

from collections.abc import Sequence

import numpy as np

from stemma.align.claims.best import best_worded, without_link
from stemma.align.claims.decided import Decided, part, pin
from stemma.align.claims.pairs import SIGNS, find_pairs
from stemma.align.claims.scores import score
from stemma.align.claims.topic import part_topical
from stemma.align.claims.wordings import Wording, find_wordings
from stemma.align.clusters import cluster
from stemma.align.order import by_report, in_order
from stemma.align.spoken import spoken_words
from stemma.align.vectors import encode_statements
from stemma.model import Claim, Counts, Entity, Extracted, Origins, digest
from stemma.ports import Encoder

_NEVER = -1e6
"""The score of a pair that keeps two clusters apart, whatever else they hold."""

_LEAST = 0.5
"""Mean probability of saying the same, at which two clusters are still merged."""

_CERTAIN = 0.97
"""Probability from which on two wordings say the same, even if in words of the topic alone."""


def align(
    story: Sequence[Extracted],
    entities: Sequence[Entity],
    *,
    encoder: Encoder,
    together: Decided = (),
    apart: Decided = (),
) -> tuple[Claim, ...]:
    """Give the claims of a story: the statements that say the same, put together.

    A statement is in one claim at most. Statements of one report alone become a claim too,
    where they can be checked (see ``_worth_showing``). Counts hold what can be told without a
    stemma: ``origins`` runs from one to the number of reports, and the status is
    ``single_outlet`` or ``single_origin``. Claims are in order of first appearance. Statements that
    people decided to be ``together`` or ``apart`` (pairs of ids) are so.
    """
    ordered = in_order(story)
    wordings = part(find_wordings(ordered, entities), apart)
    if not wordings:
        return ()
    clusters = _clusters(wordings, ordered, encoder, together=together, apart=apart)
    places = _places(ordered)
    claims = [
        _claim([wordings[at] for at in members], ordered, places)
        for members in clusters
        if _worth_showing([wordings[at] for at in members])
    ]
    return tuple(sorted(claims, key=lambda claim: places[claim.first_appearance]))


def _clusters(
    wordings: Sequence[Wording],
    ordered: Sequence[Extracted],
    encoder: Encoder,
    *,
    together: Decided,
    apart: Decided,
) -> list[list[int]]:
    """Put wordings that say the same together; a lone report has nothing to be compared with."""
    if len(ordered) == 1 and not together:
        return [[at] for at in range(len(wordings))]
    first = [wording.statements[0] for wording in wordings]
    pairs = find_pairs(wordings, encode_statements(first, by_report(ordered), encoder))
    scores = np.where(pairs.signs[:, SIGNS.index("apart")] > 0, _NEVER, score(pairs))
    scored = (pairs.left, pairs.right, scores)
    left, right, scores = pin(scored, wordings, together=together, apart=apart)
    clusters = cluster(len(wordings), left, right, scores, least=_LEAST)
    same = scores >= _CERTAIN
    nearly_same = zip(left[same].tolist(), right[same].tolist(), strict=True)
    return part_topical(clusters, wordings, nearly_same)


def _places(ordered: Sequence[Extracted]) -> dict[str, int]:
    """Number the statements by report, then place."""
    statements = [statement for piece in ordered for statement in piece.statements]
    return {statement.id: at for at, statement in enumerate(statements)}


def _worth_showing(wordings: Sequence[Wording]) -> bool:
    """Tell whether a cluster is a claim that somebody could check.

    One of its wordings must be a sentence, or somebody's own words; headlines alone are short
    and loud, and found no claim. What one report alone says
    must moreover name somebody, give a figure or a date, or be reported of somebody with a name,
    and be asserted without condition.
    """
    if not any(wording.whole or wording.quoted is not None for wording in wordings):
        return False
    if all(wording.headline for wording in wordings):
        return False
    if len({report for wording in wordings for report in wording.reports}) > 1:
        return True
    return any(
        (wording.entities or wording.figures or wording.moments or _is_reported(wording))
        and wording.act == "assertion"
        and not wording.statements[0].factuality.conditional
        for wording in wordings
    )


def _is_reported(wording: Wording) -> bool:
    """Tell whether it is told, not quoted, on the authority of somebody with a name."""
    return wording.person is not None and wording.statements[0].voice == "indirect"


def _claim(
    wordings: Sequence[Wording], ordered: Sequence[Extracted], places: dict[str, int]
) -> Claim:
    statements = sorted(
        (statement for wording in wordings for statement in wording.statements),
        key=lambda statement: places[statement.id],
    )
    pieces = by_report(ordered)
    best = best_worded(wordings, pieces)
    reports = {statement.report for statement in statements}
    outlets = {
        piece.annotated.report.name for piece in ordered if piece.annotated.report.id in reports
    }
    return Claim(
        id=digest("claim", statements[0].id),
        text=without_link(spoken_words(best, pieces[best.report].annotated.report)),
        worded_by=best.id,
        appearances=tuple(statement.id for statement in statements),
        first_appearance=statements[0].id,
        counts=Counts(
            reports=len(reports),
            outlets=len(outlets),
            families=len(outlets),
            origins=Origins(low=1, high=len(reports)),
        ),
        status="single_outlet" if len(outlets) == 1 else "single_origin",
    )
