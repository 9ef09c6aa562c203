from dataclasses import replace

import numpy as np
from tests.invented import make_report

from stemma.model import Annotated, Extracted, Sentence
from stemma.tell import title


def piece(outlet: str, headline: str, *rows: tuple[float, float]) -> Extracted:
    """Make a report by an invented outlet: a headline and body lines, a vector for each."""
    lines = [headline, *(f"Line {at} of the invented report." for at in range(1, len(rows)))]
    report = make_report("\n".join(lines), name=outlet, first="headline", outlet=outlet)
    sentences = tuple(
        Sentence(first=0, last=0, start=part.start, end=part.end, part=at)
        for at, part in enumerate(report.parts)
    )
    vectors = np.array(rows, dtype="<f4")
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    annotated = Annotated(
        report=report, sentences=sentences, vectors=vectors.tobytes(), dimensions=2
    )
    return Extracted(annotated=annotated, statements=(), figures=(), moments=())


MILL = piece("The Tarn", "Mill burns down in Hollow Fen", (1, 0.1), (1, 0))
FIRE = piece("The Dune Echo", "Fire leaves mill in ruins, two hurt", (1, 0), (1, 0))
HENS = piece("The Sedge", "Hens are counted in Hollow Fen today", (0, 1), (1, 0))


def test_the_headline_names_what_the_reports_open_with():
    assert title([HENS, MILL, FIRE]) == "Fire leaves mill in ruins, two hurt"


def test_a_quotation_a_label_or_a_headline_cut_short_is_no_title():
    for flawed in (
        "“It was all alight”: mill burns",
        "Mill fire",
        "Fire leaves mill in ...",
    ):
        quoting = piece("The Dune Echo", flawed, (1, 0), (1, 0))
        assert title([MILL, quoting]) == "Mill burns down in Hollow Fen"


def test_without_a_headline_the_first_line_is_the_title():
    report = replace(MILL.annotated.report, title=None)
    untitled = replace(MILL, annotated=replace(MILL.annotated, report=report))
    assert title([untitled]) == "Mill burns down in Hollow Fen"
