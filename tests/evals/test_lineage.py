import pytest
from evals.readers.agency_copy import agencies_of, canonical, without_credits
from evals.scorers.lineage import Ties, shared

NOTHING: frozenset[str] = frozenset()
AP = frozenset({"AP"})
AFP = frozenset({"AFP"})


WORDS = "the gate gave way before dawn and the river rose over the town of mills"
OTHER = "an otter came home to the village in the rain with a note around its neck"
HALF = f"{WORDS[:45]} while nobody in the offices of the owners answered their telephones at all"


@pytest.mark.parametrize(
    ("mine", "theirs", "left", "right", "belongs"),
    [
        (AP, AP, WORDS, OTHER, True),
        (NOTHING, AP, WORDS, f"Officials said {WORDS}", True),
        (AP, AFP, WORDS, OTHER, False),
        (NOTHING, NOTHING, WORDS, OTHER, False),
        (NOTHING, AP, WORDS, HALF, None),
    ],
)
def test_a_pair_has_a_label_or_none(
    mine: frozenset[str], theirs: frozenset[str], left: str, right: str, *, belongs: bool | None
):
    assert Ties([mine, theirs], [left, right]).belong_together(0, 1) is belongs


def test_two_that_a_third_ties_have_no_label():
    ties = Ties([NOTHING] * 3, [WORDS, OTHER, f"{WORDS} {OTHER}"])
    assert ties.belong_together(0, 1) is None
    assert ties.belong_together(0, 2) is True


def test_what_is_shared_is_measured_on_the_shorter():
    words = "the gate gave way before dawn and the river rose"
    assert shared(words, f"Officials said {words} again on Tuesday morning") == 1
    assert shared(words, "an otter came home to the village in the rain") == 0


RECORDS: list[dict[str, object]] = [
    {"text": "OSTWICK (AP) - The gate gave way.", "authors": []},
    {"text": "The gate gave way.\nCopyright 2017 The Associated Press. All rights reserved."},
    {"text": "The gate gave way.", "authors": ["The Associated Press"]},
    {"text": "Associated Press\nThe gate gave way.", "authors": []},
    {"text": "The gate gave way.", "source_domain": "www.apnews.com"},
    {"text": "The gate gave way.", "url": "https://tarn.example/wires/ap/article-1/gate.html"},
]


@pytest.mark.parametrize("record", RECORDS)
def test_an_agency_is_told_by_what_people_look_at(record: dict[str, object]):
    assert agencies_of(record) == AP


@pytest.mark.parametrize("record", RECORDS)
def test_hidden_credits_leave_no_sign_of_the_agency(record: dict[str, object]):
    hidden = without_credits(record)
    assert agencies_of(hidden) == NOTHING
    assert "The gate gave way." in hidden["text"]


def test_an_agency_that_is_talked_about_is_not_credited():
    record = {"text": "The minister told AP that (as Reuters reported) the gate gave way."}
    assert agencies_of(record) == NOTHING


@pytest.mark.parametrize("line", ["Image copyright Reuters", "© REUTERS/ Ada Rook The gate"])
def test_a_picture_is_not_the_copy(line: str):
    assert agencies_of({"text": f"The gate gave way.\n{line}"}) == NOTHING


def test_agencies_have_one_name():
    assert canonical("Associated Press") == canonical("AP") == "AP"
    assert canonical("PA Media") == canonical("Press Association") == "PA"
    assert canonical("Tarn News") == "Tarn News"
