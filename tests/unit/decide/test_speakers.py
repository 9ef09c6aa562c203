from stemma.decide import put_speakers, rule

from .conftest import HEADLINE, SAID, MakePiece, MakeVerdict


def test_a_name_is_not_found_inside_another_word(make_piece: MakePiece, make_verdict: MakeVerdict):
    text = f"{HEADLINE}\nAnn Lee came from Leeds and said {SAID}."
    piece = make_piece(text=text)
    verdict = make_verdict("speaker", (piece, SAID), answer="Lee")
    (decided,) = put_speakers([piece], rule([verdict], [piece], {}).speakers)
    source = decided.statements[0].source
    assert source is not None
    assert [span.start for span in source.spans] == [text.index("Lee")]
