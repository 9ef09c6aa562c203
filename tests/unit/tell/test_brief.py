from dataclasses import replace

import numpy as np
from tests.invented import make_claim, make_counts, make_report, make_statement

from stemma.model import Annotated, Claim, Extracted, Sentence
from stemma.model.claim import ClaimStatus
from stemma.tell import brief


def piece(outlet: str, *lines: str) -> Extracted:
    """Make a report by an invented outlet, a line a sentence, each a statement."""
    report = make_report("\n".join(lines), name=outlet, outlet=outlet)
    sentences = tuple(
        Sentence(first=0, last=0, start=part.start, end=part.end, part=at)
        for at, part in enumerate(report.parts)
    )
    statements = tuple(
        make_statement(report, line.removesuffix("."), id=f"{outlet}:{at}")
        for at, line in enumerate(lines)
    )
    annotated = Annotated(report=report, sentences=sentences)
    return Extracted(annotated=annotated, statements=statements, figures=(), moments=())


def claim(statement: str, outlets: int, low: int, status: ClaimStatus = "corroborated") -> Claim:
    return make_claim(statement, counts=make_counts(outlets, low), status=status)


TARN = piece("The Tarn", "The mill burnt down.", "The mayor wept.", "Hens escaped.")
ECHO = piece("The Dune Echo", "A mill is gone.", "They were insured.", "The river rose.")


def test_the_first_line_counts_and_cites_every_report():
    line = brief([TARN, ECHO], (), make_counts(2, 1, 2))[0]
    assert line.text == "2 reports from 2 outlets; 1 to 2 independent origins."
    assert {span.report for span in line.citations} == {"report:The Tarn", "report:The Dune Echo"}


def test_what_most_origins_have_comes_first_and_word_for_word():
    claims = [claim("The Tarn:1", 2, 1), claim("The Tarn:0", 2, 2)]
    lines = brief([TARN, ECHO], claims, make_counts(2, 2))
    assert [line.text for line in lines[1:]] == ["The mill burnt down.", "The mayor wept."]


def test_what_one_outlet_alone_has_is_left_out():
    lines = brief([TARN, ECHO], [claim("The Tarn:2", 1, 1, "single_outlet")], make_counts(2, 2))
    assert len(lines) == 1


def test_a_sentence_that_needs_another_comes_after_those_that_do_not():
    claims = [claim("The Dune Echo:1", 2, 2), claim("The Tarn:0", 2, 1)]
    lines = brief([TARN, ECHO], claims, make_counts(2, 2))
    assert [line.text for line in lines[1:]] == ["The mill burnt down.", "They were insured."]


def test_disputed_claims_are_counted_at_the_end_and_one_is_named():
    disputed = replace(claim("The Tarn:1", 2, 2, "conflicting"), text="The mayor wept.")
    last = brief([TARN, ECHO], [claim("The Tarn:0", 2, 2), disputed], make_counts(2, 2))[-1]
    assert last.text == "Reports differ on 1 claim: “The mayor wept”."
    assert last.citations


def test_a_brief_is_brief():
    claims = [
        claim(f"{outlet}:{at}", 2, 2) for outlet in ("The Tarn", "The Dune Echo") for at in range(3)
    ]
    assert len(brief([TARN, ECHO], claims, make_counts(2, 2))) <= 7


def test_a_story_without_claims_still_has_its_count():
    assert len(brief([TARN], (), make_counts(1, 1))) == 1


def test_what_reports_open_with_comes_before_what_more_origins_have():
    opening = (0.9, 0.1, 0)
    mill = piece("The Tarn", "The mill burnt down on Monday night.", "The mayor of Fen wept.")
    tarn = seen(mill, opening, opening)
    long_ago = "In 1911 an earlier mill stood there, as all know."
    dune = seen(
        piece("The Dune Echo", "A mill in Hollow Fen is gone.", "The river rose a bit.", long_ago),
        opening,
        opening,
        (0, 0, 1),
    )
    claims = [claim("The Dune Echo:2", 2, 2), claim("The Tarn:0", 2, 1)]
    lines = brief([tarn, dune], claims, make_counts(2, 2))
    assert [line.text for line in lines[1:]] == ["The mill burnt down on Monday night.", long_ago]


def test_what_a_line_has_told_is_not_told_again():
    mill = piece("The Tarn", "The mill burnt down on Monday.", "On Monday, the mill burnt down.")
    tarn = seen(mill, (1, 0, 0), (0.9, 0.1, 0))
    claims = [claim("The Tarn:0", 2, 2), claim("The Tarn:1", 2, 2)]
    assert len(brief([tarn, ECHO], claims, make_counts(2, 2))) == 2


def test_a_quotation_alone_is_no_line():
    tarn = piece("The Tarn", "The mill burnt down.", "“Nobody had warned us of it.”")
    claims = [claim("The Tarn:1", 2, 2)]
    assert len(brief([tarn, ECHO], claims, make_counts(2, 2))) == 1


def seen(one: Extracted, *rows: tuple[float, float, float]) -> Extracted:
    """Give the report with a vector for each sentence."""
    vectors = np.array(rows, dtype="<f4")
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    annotated = replace(one.annotated, vectors=vectors.tobytes(), dimensions=3)
    return replace(one, annotated=annotated)
