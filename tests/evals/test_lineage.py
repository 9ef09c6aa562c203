import pytest
from evals.readers.agency_copy import agencies_of, canonical, without_credits
from evals.scorers.lineage import belong_together, shared

NOTHING: frozenset[str] = frozenset()
AP = frozenset({"AP"})
AFP = frozenset({"AFP"})


@pytest.mark.parametrize(
    ("mine", "theirs", "copied", "belongs"),
    [
        (AP, AP, 0.0, True),
        (NOTHING, AP, 0.8, True),
        (AP, AFP, 0.1, False),
        (NOTHING, NOTHING, 0.001, False),
        (NOTHING, AP, 0.2, None),
    ],
)
def test_a_pair_has_a_label_or_none(
    mine: frozenset[str], theirs: frozenset[str], copied: float, *, belongs: bool | None
):
    assert belong_together(mine, theirs, copied) is belongs


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


def test_agencies_have_one_name():
    assert canonical("Associated Press") == canonical("AP") == "AP"
    assert canonical("PA Media") == canonical("Press Association") == "PA"
    assert canonical("Tarn News") == "Tarn News"
