from collections.abc import Callable

from tests.invented import make_claim, make_counts

from stemma.align import members, rank, settle
from stemma.model import Claim, Extracted, Finding


def counted(outlets: int, origins: int) -> Claim:
    counts = make_counts(outlets, origins)
    return make_claim(f"statement:{outlets}", counts=counts, status="single_outlet")


def test_one_outlet_is_single_outlet():
    assert settle(counted(1, 1), make_counts(1, 1)).status == "single_outlet"


def test_many_outlets_of_one_origin_are_not_corroborated():
    assert settle(counted(5, 1), make_counts(5, 1)).status == "single_origin"


def test_what_cannot_be_told_is_not_corroborated():
    assert settle(counted(5, 1), make_counts(5, 1, 4)).status == "single_origin"


def test_two_origins_corroborate():
    assert settle(counted(2, 2), make_counts(2, 2)).status == "corroborated"


def test_a_claim_in_a_conflict_is_conflicting_and_comes_first():
    calm, disputed = settle(counted(9, 4), make_counts(9, 4)), counted(2, 1)
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


def test_members_are_the_reports_that_make_the_claim(extracted: Callable[..., Extracted]):
    piece = extracted("The Harbour Post", "The mill burnt down on Monday.")
    other = extracted("The Dune Echo", "Nothing happened in the valley.")
    claim = make_claim(piece.statements[0].id, counts=make_counts(1, 1), status="single_outlet")
    assert members(claim, [other, piece]) == (piece.annotated.report.id,)
