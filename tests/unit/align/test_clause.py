from collections.abc import Callable

import pytest

from stemma.align.clause import clause_around
from stemma.align.fates import fate, fate_told
from stemma.model import Extracted, Figure

Maker = Callable[..., Extracted]


def only_figure(piece: Extracted, words: str) -> Figure:
    text = piece.annotated.report.text
    found = [figure for figure in piece.figures if words in figure.span.of(text)]
    assert len(found) == 1, [figure.span.of(text) for figure in piece.figures]
    return found[0]


def test_a_clause_leaves_out_its_number_and_other_clauses(extracted: Maker):
    piece = extracted(
        "The Tarn", "The dam, which was built in 1967, holds 240 million tonnes of water."
    )
    clause = clause_around(only_figure(piece, "240").span, piece.annotated)
    assert clause.verb == "hold"
    assert "1967" not in clause.text
    assert "built" not in clause.text
    assert not any(mark.isdigit() for mark in clause.text)
    assert clause.text.startswith("The dam")


def test_a_clause_tells_which_dates_stand_in_it(extracted: Maker):
    piece = extracted("The Tarn", "The mill burnt down on 4 March 2025, and 40 workers left.")
    clause = clause_around(only_figure(piece, "40").span, piece.annotated)
    assert not clause.holds(piece.moments[0].span)


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("At least four people were killed in the fire.", "four", "dead"),
        ("The fire left 19 people injured.", "19", "hurt"),
        ("Police arrested 12 men at the mill.", "12", "held"),
        ("The union has 400 members in Ostwick.", "400", None),
    ],
)
def test_the_fate_of_people_is_read_off_their_verb(
    extracted: Maker, text: str, words: str, told: str | None
):
    piece = extracted("The Tarn", text)
    assert fate(only_figure(piece, words), piece.annotated) == told


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("workers lost their lives", "dead"),
        ("people were ordered out of their homes", "displaced"),
        ("men could not be found", "missing"),
        ("people were taken to hospital", "treated"),
        ("workers went on strike", None),
    ],
)
def test_the_fate_of_people_is_read_off_phrases(clause: str, told: str | None):
    assert fate_told(clause) == told
