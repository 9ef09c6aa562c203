from dataclasses import replace

from stemma.model import Coverage, Origins
from stemma.tell.lookup import Lookup


def with_origins(coverage: Coverage, high: int) -> Coverage:
    story = coverage.stories[0]
    claims = tuple(
        replace(one, counts=replace(one.counts, origins=Origins(low=1, high=high)))
        for one in story.claims
    )
    findings = tuple(
        replace(one, kind="single_origin", claims=(claims[0].id,)) for one in story.findings
    )
    return replace(coverage, stories=(replace(story, claims=claims, findings=findings),))


def test_a_heading_says_perhaps_where_there_may_be_two_origins(coverage: Coverage):
    for high, heading in ((1, "Several outlets, one origin"), (2, "Several outlets, perhaps one")):
        told = with_origins(coverage, high)
        assert Lookup(told).heading(told.stories[0].findings[0]).startswith(heading)
