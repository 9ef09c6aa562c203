from collections.abc import Callable
from itertools import pairwise

import pytest

from stemma.model import Annotated

Annotate = Callable[..., Annotated]


def names(found: Annotated) -> list[tuple[str, str]]:
    return [(found.report.text[name.start : name.end], name.kind) for name in found.names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ada Quill flew to Kyiv.", [("Ada Quill", "person"), ("Kyiv", "place")]),
        ("Russian troops left.", []),
        ("North Korea’s army moved.", [("North Korea", "place")]),
        ("Officials from Germany's Ministry of Public Works resigned.",
         [("Germany", "place"), ("Ministry of Public Works", "organisation")]),
        ("It will happen on Monday in March.", []),
        ("The White House declined to comment.", [("White House", "organisation")]),
        ("Ukraine struck Russia, NATO said.",
         [("Ukraine", "place"), ("Russia", "place"), ("NATO", "organisation")]),
    ],
)  # fmt: skip
def test_names_have_their_edges_and_kinds(
    annotate: Annotate, text: str, expected: list[tuple[str, str]]
):
    assert names(annotate(text)) == expected


def test_all_mentions_of_a_name_agree(annotate: Annotate):
    found = annotate(
        "Bola Tarkwell won the vote. “I am glad,” Tarkwell said.\n"
        "Tarkwell’s rivals protested. Critics blame Tarkwell for the delay."
    )
    kinds = {kind for name, kind in names(found) if "Tarkwell" in name}
    assert kinds == {"person"}
    assert sum("Tarkwell" in name for name, _ in names(found)) == 4


def test_words_in_small_letters_are_no_names(annotate: Annotate):
    found = annotate("He walked the dog to the bank and met a doctor from the ministry.")
    assert names(found) == []


def test_lines_in_capitals_keep_their_names(annotate: Annotate):
    found = annotate("GERMANY AND FRANCE CLOSE THEIR BORDERS")
    assert names(found) == [("GERMANY", "place"), ("FRANCE", "place")]


def test_names_do_not_overlap_and_are_in_order(annotate: Annotate):
    found = annotate(
        "Secretary of State Orla Pell met UN chief Ivo Stern at the University of Nairobi, Kenya, "
        "the Bank of England and the Hague-based International Criminal Court said."
    ).names
    assert all(left.last <= right.first for left, right in pairwise(found))
