from stemma.decide import Texts
from stemma.model import Anchor, Extracted, anchor

from .conftest import HEADLINE, SAID, TEXT, MakePiece


def anchored(piece: Extracted, words: str) -> Anchor:
    report = piece.annotated.report
    start = report.text.rindex(words)
    return anchor(report, report.span(start, start + len(words)))


def texts(*pieces: Extracted, **successors: str) -> Texts:
    reports = {one.annotated.report.id: one.annotated.report for one in pieces}
    named = {f"report:{earlier}": f"report:{later}" for earlier, later in successors.items()}
    return Texts(reports, named)


def test_words_are_found_at_their_place(make_piece: MakePiece):
    piece = make_piece()
    found = texts(piece).find(anchored(piece, SAID))
    assert found is not None
    assert found.span.of(TEXT) == SAID
    assert not found.changed


def test_words_are_found_again_in_a_later_version(make_piece: MakePiece):
    earlier = make_piece()
    later = make_piece("revised", TEXT.replace(HEADLINE, "Blaze destroys the mill at Halden"))
    found = texts(later, courier="revised").find(anchored(earlier, SAID))
    assert found is not None
    assert found.span.report == "report:revised"
    assert found.span.of(later.annotated.report.text) == SAID
    assert not found.changed


def test_words_that_were_changed_are_found_as_changed(make_piece: MakePiece):
    earlier = make_piece()
    text = TEXT.replace("were locked", "were jammed")
    later = make_piece("revised", text)
    found = texts(later, courier="revised").find(anchored(earlier, SAID))
    assert found is not None
    assert found.changed
    assert "were jammed" in found.span.of(text)


def test_words_that_are_gone_are_not_found(make_piece: MakePiece):
    later = make_piece("revised", "Fire at the mill\nNobody was hurt, the council wrote.")
    assert texts(later, courier="revised").find(anchored(make_piece(), SAID)) is None


def test_of_repeated_words_the_nearest_are_found(make_piece: MakePiece):
    text = "Fire\nAnn Lee came. Bo Falk came. Ann Lee went."
    piece = make_piece("courier", text)
    name = anchored(piece, "Ann Lee")
    longer = make_piece("revised", text.replace("Fire", "Fire at the old mill"))
    found = texts(longer, courier="revised").find(name)
    assert found is not None
    assert found.span.start == longer.annotated.report.text.rindex("Ann Lee")


def test_a_report_with_another_id_is_found_by_its_article(make_piece: MakePiece):
    read_anew = make_piece("again", article="article:courier")
    found = texts(read_anew).find(anchored(make_piece(), SAID))
    assert found is not None
    assert found.span.report == "report:again"


def test_short_words_are_never_taken_for_others(make_piece: MakePiece):
    piece = make_piece()
    later = make_piece("revised", TEXT.replace("Ann Lee", "Jan Leef"))
    assert texts(later, courier="revised").find(anchored(piece, "Ann Lee")) is None
