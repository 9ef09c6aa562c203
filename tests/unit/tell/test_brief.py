from dataclasses import replace

import numpy as np

from stemma.model import (
    Annotated,
    Claim,
    Counts,
    Extracted,
    Factuality,
    Origins,
    Part,
    Report,
    Sentence,
    Statement,
)
from stemma.model.claim import ClaimStatus
from stemma.tell import brief


def piece(outlet: str, *lines: str) -> Extracted:
    """Make a report by an invented outlet, a line a sentence, each a statement."""
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    spans = [(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    report = Report(
        id=f"report:{outlet}",
        article_id=f"article:{outlet}",
        paths=(f"{outlet}.txt",),
        url=None,
        outlet=outlet,
        family=None,
        agency=None,
        title=None,
        authors=(),
        published=None,
        language="en",
        parts=tuple(Part(kind="body", start=start, end=end) for start, end in spans),
        credits=(),
        text=text,
        cut=(),
    )
    statements = [
        Statement(
            id=f"{outlet}:{at}",
            report=report.id,
            content=(report.span(start, end - 1),),
            text=text[start : end - 1],
            voice="own",
            act="assertion",
            factuality=Factuality(),
            source=None,
            via=(),
            cue=None,
        )
        for at, (start, end) in enumerate(spans)
    ]
    sentences = [
        Sentence(first=0, last=0, start=start, end=end, part=at)
        for at, (start, end) in enumerate(spans)
    ]
    annotated = Annotated(report=report, sentences=tuple(sentences))
    return Extracted(annotated=annotated, statements=tuple(statements), figures=(), moments=())


def counts(outlets: int, low: int, high: int) -> Counts:
    return Counts(
        reports=outlets, outlets=outlets, families=outlets, origins=Origins(low=low, high=high)
    )


def claim(statement: str, outlets: int, low: int, status: ClaimStatus = "corroborated") -> Claim:
    return Claim(
        id=f"claim:{statement}",
        text="",
        worded_by=statement,
        appearances=(statement,),
        first_appearance=statement,
        counts=counts(outlets, low, low),
        status=status,
    )


TARN = piece("The Tarn", "The mill burnt down.", "The mayor wept.", "Hens escaped.")
ECHO = piece("The Dune Echo", "A mill is gone.", "They were insured.", "The river rose.")


def test_the_first_line_counts_and_cites_every_report():
    line = brief([TARN, ECHO], (), counts(2, 1, 2))[0]
    assert line.text == "2 reports from 2 outlets; 1 to 2 independent origins."
    assert {span.report for span in line.citations} == {"report:The Tarn", "report:The Dune Echo"}


def test_what_most_origins_have_comes_first_and_word_for_word():
    claims = [claim("The Tarn:1", 2, 1), claim("The Tarn:0", 2, 2)]
    lines = brief([TARN, ECHO], claims, counts(2, 2, 2))
    assert [line.text for line in lines[1:]] == ["The mill burnt down.", "The mayor wept."]


def test_what_one_outlet_alone_has_is_left_out():
    lines = brief([TARN, ECHO], [claim("The Tarn:2", 1, 1, "single_outlet")], counts(2, 2, 2))
    assert len(lines) == 1


def test_a_sentence_that_needs_another_comes_after_those_that_do_not():
    claims = [claim("The Dune Echo:1", 2, 2), claim("The Tarn:0", 2, 1)]
    lines = brief([TARN, ECHO], claims, counts(2, 2, 2))
    assert [line.text for line in lines[1:]] == ["The mill burnt down.", "They were insured."]


def test_disputed_claims_are_counted_at_the_end():
    claims = [claim("The Tarn:0", 2, 2), claim("The Tarn:1", 2, 2, "conflicting")]
    last = brief([TARN, ECHO], claims, counts(2, 2, 2))[-1]
    assert last.text == "Reports differ on 1 claim."
    assert last.citations


def test_a_brief_is_brief():
    claims = [
        claim(f"{outlet}:{at}", 2, 2) for outlet in ("The Tarn", "The Dune Echo") for at in range(3)
    ]
    assert len(brief([TARN, ECHO], claims, counts(2, 2, 2))) <= 7


def test_a_story_without_claims_still_has_its_count():
    assert len(brief([TARN], (), counts(1, 1, 1))) == 1


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
    lines = brief([tarn, dune], claims, counts(2, 2, 2))
    assert [line.text for line in lines[1:]] == ["The mill burnt down on Monday night.", long_ago]


def test_what_a_line_has_told_is_not_told_again():
    mill = piece("The Tarn", "The mill burnt down on Monday.", "On Monday, the mill burnt down.")
    tarn = seen(mill, (1, 0, 0), (0.9, 0.1, 0))
    claims = [claim("The Tarn:0", 2, 2), claim("The Tarn:1", 2, 2)]
    assert len(brief([tarn, ECHO], claims, counts(2, 2, 2))) == 2


def test_a_quotation_alone_is_no_line():
    tarn = piece("The Tarn", "The mill burnt down.", "“Nobody had warned us of it.”")
    claims = [claim("The Tarn:1", 2, 2)]
    assert len(brief([tarn, ECHO], claims, counts(2, 2, 2))) == 1


def seen(one: Extracted, *rows: tuple[float, float, float]) -> Extracted:
    """Give the report with a vector for each sentence."""
    vectors = np.array(rows, dtype="<f4")
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    annotated = replace(one.annotated, vectors=vectors.tobytes(), dimensions=3)
    return replace(one, annotated=annotated)
