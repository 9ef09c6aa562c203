from collections.abc import Sequence

from stemma.decide import Present, find_conflicts, rule
from stemma.model import Edge, Evidence, Extracted, Finding, Stemma, Verdict

from .conftest import HEADLINE, SAID, TEXT, MakePiece, MakeVerdict

BEFORE, AFTER = "2026-03-01T00:00:00Z", "2026-03-09T00:00:00Z"
NO_STEMMA = Stemma(nodes=(), edges=(), families=())


def conflicts(  # noqa: PLR0913 - a story has as many sides
    verdicts: Sequence[Verdict],
    story: Sequence[Extracted],
    *,
    elsewhere: Sequence[Extracted] = (),
    successors: dict[str, str] | None = None,
    seen: dict[str, str],
    read: Stemma = NO_STEMMA,
) -> tuple[Finding, ...]:
    rulings = rule(verdicts, story, successors or {})
    present = Present(story=story, elsewhere=elsewhere, read=read, ruled=NO_STEMMA, seen=seen)
    return find_conflicts(rulings, present)


def test_a_later_report_that_gives_the_words_to_somebody_else_is_shown(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    piece, later = make_piece("courier"), make_piece("bell", by="Bo Falk")
    verdict = make_verdict("speaker", (piece, SAID), answer="Ann Lee")
    (finding,) = conflicts([verdict], [piece, later], seen={"report:bell": AFTER})
    assert finding.kind == "verdict_conflict"
    assert "Ida Noll decided on 2026-03-05 that Ann Lee says" in finding.message
    assert "Since then Bell gives these words to Bo Falk." in finding.message
    assert {span.report for span in finding.evidence} == {"report:courier", "report:bell"}


def test_what_was_there_when_it_was_decided_is_no_news(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    piece, other = make_piece("courier"), make_piece("bell", by="Bo Falk")
    verdict = make_verdict("speaker", (piece, SAID), answer="Ann Lee")
    assert conflicts([verdict], [piece, other], seen={"report:bell": BEFORE}) == ()


def test_words_that_were_changed_after_the_decision_are_shown(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    verdict = make_verdict("speaker", (make_piece(), SAID), answer="Ann Lee")
    changed = SAID.replace("locked", "jammed")
    later = make_piece("revised", TEXT.replace(SAID, changed), said=changed)
    (finding,) = conflicts(
        [verdict],
        [later],
        successors={"report:courier": "report:revised"},
        seen={"report:revised": AFTER},
    )
    assert "changed these words" in finding.message
    assert "jammed" in finding.values[0]


def test_a_quotation_that_reports_of_different_stories_share_later_is_shown(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    quote = 'Fire\n"The doors at the back were locked that night," said Ann Lee.'
    one, other = make_piece("courier", quote), make_piece("bell", quote)
    verdict = make_verdict("different_story", (one, "Fire"), (other, "Fire"))
    (finding,) = conflicts([verdict], [one], elsewhere=[other], seen={"report:bell": AFTER})
    assert "print the same quotation" in finding.message
    assert {span.report for span in finding.evidence} == {"report:courier"}
    assert conflicts([verdict], [one], elsewhere=[other], seen={}) == ()


def test_a_tie_that_came_to_light_after_the_decision_is_shown(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    one, other = make_piece("courier"), make_piece("bell")
    verdict = make_verdict("own_origin", (one, HEADLINE))
    evidence = Evidence(reason="both print the same passage", spans=(one.statements[0].content[0],))
    edge = Edge(
        source="report:bell",
        target="report:courier",
        kind="borrowing",
        strength="certain",
        weight=1.0,
        evidence=(evidence,),
    )
    read = Stemma(nodes=(), edges=(edge,), families=())
    (finding,) = conflicts([verdict], [one, other], seen={"report:bell": AFTER}, read=read)
    assert "the texts say otherwise: both print the same passage" in finding.message
    assert conflicts([verdict], [one, other], seen={"report:bell": BEFORE}, read=read) == ()


def test_two_verdicts_that_contradict_each_other_are_both_shown(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    one, other = make_piece("courier"), make_piece("bell")
    places = (one, SAID), (other, SAID)
    first = make_verdict("same_claim", *places)
    second = make_verdict("different_claim", *places, at=AFTER, author="Bo Falk")
    (finding,) = conflicts([first, second], [one, other], seen={})
    assert "Ida Noll decided" in finding.message
    assert "Bo Falk decided" in finding.message
    assert finding.message.endswith("the later one rules.")


def test_a_report_that_was_parted_is_known_again_when_it_was_revised(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    quote = 'Fire\n"The doors at the back were locked that night," said Ann Lee.'
    one, other = make_piece("courier", quote), make_piece("bell", quote)
    verdict = make_verdict("different_story", (one, "Fire"), (other, "Fire"))
    revised = make_piece("bell-2", f"{quote}\nIt rained.", article="article:bell")
    (finding,) = conflicts([verdict], [one], elsewhere=[revised], seen={"report:bell-2": AFTER})
    assert "print the same quotation" in finding.message
