from pathlib import Path
from random import Random

import pytest
from evals.readers.andy import Page
from evals.readers.residue import Residue, find_residue, visible_lines
from evals.scorers.article_text import Overlap, same_names
from evals.scorers.residue import put_in

HTML = b"""<html><head><title>Gate fails</title></head><body><nav><a>Home</a></nav>
<h1>Gate fails</h1><p>The gate at the dam gave way before dawn.</p>
<div>Advertisement</div><p>Four people died in the town below it.</p>
<script>ignored()</script><aside><h2>Most read</h2><p>Otter comes home</p></aside></body></html>"""
PAGE = Page(
    path=Path("page.html"),
    html=HTML,
    title="Gate fails",
    body="The gate at the dam gave way before dawn.\nFour people died in the town below it.",
    date=None,
    authors=(),
)


def test_a_page_is_seen_line_by_line():
    lines = list(visible_lines(HTML.decode()))
    assert lines[:3] == ["Home", "Gate fails", "The gate at the dam gave way before dawn."]
    assert "ignored()" not in lines


def test_residue_is_what_is_not_the_article():
    residue = find_residue(PAGE)
    assert residue == Residue(inside=(("Advertisement",),), after=("Most read", "Otter comes home"))


def test_residue_is_put_below_the_first_paragraph_and_known():
    lines = ["Title", "One.", "Two.", "Three."]
    other = Residue(inside=(("Advertisement", "Share"),), after=("Most read", "One."))
    for seed in range(20):
        crude = put_in(lines, [other], random=Random(seed))  # noqa: S311 - a draw, not a secret
        own = [
            line for line, foreign in zip(crude.lines, crude.foreign, strict=True) if not foreign
        ]
        assert own == lines
        assert crude.lines[:2] == ("Title", "One.")
        assert any(crude.foreign)


def test_the_same_draw_gives_the_same_page():
    other = Residue(inside=(("Advertisement",), ("Share",)), after=("Most read",))
    draws = [Random("x") for _ in range(5)]  # noqa: S311 - a draw, not a secret
    drawn = {put_in(["a", "b", "c"], [other], random=draw).lines for draw in draws}
    assert len(drawn) == 1


def test_runs_of_words_are_counted_with_their_number():
    overlap = Overlap()
    overlap.add("a b c d a b c d", "a b c d")
    assert overlap.recalls == [1]
    assert overlap.precisions == [1 / 5]
    assert overlap.f1 == pytest.approx(1 / 3)


def test_names_are_the_same_whatever_their_case_and_order():
    assert same_names(("Ada Rook", "BEN TARN"), ("Ben Tarn", "ada rook"))
    assert not same_names(("Ada Rook",), ("Ada Rook", "Ben Tarn"))
