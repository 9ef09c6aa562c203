from dataclasses import replace

from stemma.decide import put_speakers, rule
from stemma.model import Extracted

from .conftest import HEADLINE, SAID, TEXT, MakePiece, MakeVerdict


def said(piece: Extracted) -> str:
    return piece.statements[0].id


def test_verdicts_name_the_statements_that_are_there_now(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    one, other = make_piece("courier"), make_piece("bell")
    verdict = make_verdict("same_claim", (one, SAID), (other, SAID))
    rulings = rule([verdict], [one, other], {})
    assert rulings.claims.together == ((said(one), said(other)),)


def test_a_statement_that_is_cut_otherwise_later_is_found_by_its_words(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    one, other = make_piece("courier"), make_piece("bell")
    verdict = make_verdict("different_claim", (one, SAID), (other, SAID))
    longer = make_piece("courier", said=f"Ann Lee said {SAID}")
    assert said(longer) != said(one)
    rulings = rule([verdict], [longer, other], {})
    assert rulings.claims.apart == ((said(longer), said(other)),)


def test_a_verdict_whose_words_are_gone_is_listed_and_never_dropped(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    earlier = make_piece()
    later = make_piece("revised", f"{HEADLINE}\nNobody was hurt, the council wrote on Monday.")
    verdict = make_verdict("speaker", (earlier, SAID), answer="Bo Falk")
    rulings = rule([verdict], [later], {"report:courier": "report:revised"})
    assert rulings.lost == (verdict,)
    assert rulings.speakers == {}


def test_the_right_speaker_takes_the_place_of_the_one_that_was_read(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    piece = make_piece()
    verdict = make_verdict("speaker", (piece, SAID), answer="Bo Falk")
    (decided,) = put_speakers([piece], rule([verdict], [piece], {}).speakers)
    source = decided.statements[0].source
    assert source is not None
    assert source.name == "Bo Falk"
    assert [span.of(TEXT) for span in source.spans] == ["Bo Falk"]


def test_a_wrong_speaker_leaves_nobody_and_any_other_stays(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    piece = make_piece()
    for name, left in (("Lee", None), ("Bo Falk", "Ann Lee")):
        verdict = make_verdict("not_speaker", (piece, SAID), answer=name)
        (decided,) = put_speakers([piece], rule([verdict], [piece], {}).speakers)
        source = decided.statements[0].source
        assert (source.name if source else None) == left


def test_nobody_may_be_the_speaker(make_piece: MakePiece, make_verdict: MakeVerdict):
    piece = make_piece()
    verdict = make_verdict("speaker", (piece, SAID))
    (decided,) = put_speakers([piece], rule([verdict], [piece], {}).speakers)
    assert decided.statements[0].source is None


def test_of_two_speakers_the_later_verdict_rules_and_both_are_told(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    piece = make_piece()
    first = make_verdict("speaker", (piece, SAID), answer="Bo Falk")
    second = make_verdict("speaker", (piece, SAID), answer="Ann Lee", at="2026-03-06T12:00:00Z")
    rulings = rule([first, second], [piece], {})
    assert rulings.speakers[said(piece)].name == "Ann Lee"
    assert rulings.overruled == ((first, second),)


def test_who_does_not_say_it_adds_to_who_else_does_not(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    piece = make_piece()
    verdicts = [make_verdict("not_speaker", (piece, SAID), answer=one) for one in ("Bo", "Ann")]
    rulings = rule(verdicts, [piece], {})
    assert rulings.speakers[said(piece)].wrong == ("Bo", "Ann")
    assert rulings.overruled == ()


def test_origins_go_by_report(make_piece: MakePiece, make_verdict: MakeVerdict):
    one, other = make_piece("courier"), make_piece("bell")
    verdicts = [
        make_verdict("taken_from", (one, HEADLINE), (other, HEADLINE)),
        make_verdict("own_origin", (other, HEADLINE)),
    ]
    origins = rule(verdicts, [one, other], {}).origins
    assert origins["report:courier"].report == "report:bell"
    assert (origins["report:bell"].report, origins["report:bell"].medium) == (None, None)


def test_a_headline_that_was_rewritten_loses_no_verdict_about_its_report(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    verdict = make_verdict("own_origin", (make_piece(), HEADLINE))
    later = make_piece("revised", f"Blaze destroys old works\n{TEXT}")
    later = replace(later, statements=())
    rulings = rule([verdict], [later], {"report:courier": "report:revised"})
    assert list(rulings.origins) == ["report:revised"]


def test_of_two_reports_that_were_decided_to_take_from_each_other_the_later_verdict_rules(
    make_piece: MakePiece, make_verdict: MakeVerdict
):
    one, other = make_piece("courier"), make_piece("bell")
    first = make_verdict("taken_from", (one, HEADLINE), (other, HEADLINE))
    places = (other, HEADLINE), (one, HEADLINE)
    second = make_verdict("taken_from", *places, at="2026-03-06T12:00:00Z")
    rulings = rule([first, second], [one, other], {})
    assert list(rulings.origins) == ["report:bell"]
    assert rulings.origins["report:bell"].report == "report:courier"
    assert rulings.overruled == ((first, second),)
