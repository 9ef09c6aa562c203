from collections.abc import Callable

from stemma.align import members, rank, settle
from stemma.model import Claim, Counts, Extracted, Finding, Origins

Counted = Callable[..., Claim]


def counts(outlets: int, low: int, high: int) -> Counts:
    return Counts(
        reports=outlets, outlets=outlets, families=outlets, origins=Origins(low=low, high=high)
    )


def test_one_outlet_is_single_outlet(counted: Counted):
    assert settle(counted(1, 1), counts(1, 1, 1)).status == "single_outlet"


def test_many_outlets_of_one_origin_are_not_corroborated(counted: Counted):
    assert settle(counted(5, 1), counts(5, 1, 1)).status == "single_origin"


def test_what_cannot_be_told_is_not_corroborated(counted: Counted):
    assert settle(counted(5, 1), counts(5, 1, 4)).status == "single_origin"


def test_two_origins_corroborate(counted: Counted):
    assert settle(counted(2, 2), counts(2, 2, 2)).status == "corroborated"


def test_a_claim_in_a_conflict_is_conflicting_and_comes_first(counted: Counted):
    calm, disputed = settle(counted(9, 4), counts(9, 4, 4)), counted(2, 1)
    finding = Finding(
        id="finding:1",
        kind="figure_conflict",
        message="",
        weight=0.9,
        evidence=(),
        values=(),
        claims=(disputed.id,),
    )
    ranked = rank([calm, disputed], [finding])
    assert [claim.id for claim in ranked] == [disputed.id, calm.id]
    assert ranked[0].status == "conflicting"


def test_members_are_the_reports_that_make_the_claim(
    extracted: Callable[..., Extracted], counted: Counted
):
    piece = extracted("The Harbour Post", "The mill burnt down on Monday.")
    other = extracted("The Dune Echo", "Nothing happened in the valley.")
    claim = Claim(
        id="claim:1",
        text="",
        worded_by=piece.statements[0].id,
        appearances=(piece.statements[0].id,),
        first_appearance=piece.statements[0].id,
        counts=counted(1, 1).counts,
        status="single_outlet",
    )
    assert members(claim, [other, piece]) == (piece.annotated.report.id,)
