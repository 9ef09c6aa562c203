from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as some

from stemma.model import Annotated, Change, Extracted, Revision
from stemma.revise import compare

from .conftest import (
    CLOSED,
    HEADLINE,
    HURT,
    LEAD,
    LINES,
    OWNER,
    SAID,
    SPREAD,
    MakeReport,
    Understand,
    report_of,
)

Revise = Callable[..., Revision]


@pytest.fixture
def revise(make_report: MakeReport, understand: Understand) -> Revise:
    def revise(changed: dict[str, str | None] | None = None, *end: str) -> Revision:
        earlier, later = make_report(), make_report(changed, end=end)
        return compare(understand(earlier), understand(later), why="both were read at one address")

    return revise


def only(revision: Revision) -> Change:
    (change,) = revision.changes
    return change


def told(revision: Revision) -> list[tuple[str, str]]:
    return [(change.kind, change.message) for change in revision.changes]


def test_a_figure_that_changed_is_shown_in_both_versions(revise: Revise, make_report: MakeReport):
    fourteen = HURT.replace("Twelve", "Fourteen")
    change = only(revise({HURT: fourteen}))
    assert change.kind == "figure"
    assert change.message == "the figure “Twelve people” became “Fourteen people”"
    assert change.earlier.of(make_report().text) == "Twelve people"
    assert change.later.of(make_report({HURT: fourteen}).text) == "Fourteen people"
    assert change.weight > 0.8


def test_a_figure_that_a_vague_word_stands_for_is_shown(revise: Revise):
    change = only(revise({HURT: HURT.replace("Twelve", "Several")}))
    assert change.kind == "figure"
    assert "became" in change.message


@pytest.mark.parametrize(
    "same",
    [
        HURT.replace("Twelve", "12"),
        HURT.replace("hospital, police", "hospital police"),
        HURT.upper(),
    ],
)
def test_writing_the_same_in_another_way_hardly_weighs(revise: Revise, same: str):
    assert all(change.weight < 0.1 for change in revise({HURT: same}).changes)


def test_a_comma_or_a_moved_sentence_is_no_change(
    revise: Revise, make_report: MakeReport, understand: Understand
):
    assert revise({SPREAD: SPREAD.replace("night and", "night, and")}).changes == ()
    moved = make_report(lines=(HEADLINE, LEAD, SPREAD, HURT, SAID, OWNER, CLOSED))
    assert compare(understand(make_report()), understand(moved), why="").changes == ()


def test_words_inside_quotation_marks_that_changed_are_shown_as_whole_quotations(revise: Revise):
    change = only(revise({SAID: SAID.replace("locked", "jammed")}))
    assert change.kind == "quote"
    assert change.message == (
        "the quotation “The doors at the back were locked” became "
        "“The doors at the back were jammed”"
    )


def test_a_quotation_that_is_only_told_now_was_taken_out(revise: Revise):
    change, *_ = revise({SAID: "Ann Lee, the chief of the fire service, blamed the doors."}).changes
    assert change.kind in {"quote", "removed"}
    assert "taken out" in change.message


def test_an_attribution_that_was_taken_out_is_shown(revise: Revise):
    change = only(revise({HURT: "Twelve people were taken to hospital."}))
    assert change.kind == "attribution"
    assert change.message == (
        "the attribution of “Twelve people were taken to hospital” to “police” was taken out"
    )


def test_a_speaker_who_stands_for_another_is_shown(revise: Revise):
    change = only(revise({HURT: HURT.replace("police", "a doctor")}))
    assert change.kind == "attribution"
    assert "“police” became one to “a doctor”" in change.message


def test_a_name_a_date_and_a_headline_that_changed_are_shown(revise: Revise):
    changes = told(
        revise(
            {
                LEAD: LEAD.replace("Quay Street", "Mill Street"),
                CLOSED: CLOSED.replace("Wednesday", "Thursday"),
                HEADLINE: "Deadly blaze in Halden warehouse was arson",
            }
        )
    )
    assert ("name", "the name “Quay Street” became “Mill Street”") in changes
    assert ("date", "the date “Wednesday” became “Thursday”") in changes
    assert "headline" in {kind for kind, _ in changes}


def test_what_is_now_denied_weighs_much(revise: Revise):
    change = only(revise({SPREAD: SPREAD.replace("and spread", "and did not spread")}))
    assert change.kind == "reworded"
    assert change.weight >= 0.8


def test_sentences_that_came_and_went_are_shown_with_their_place(
    revise: Revise, make_report: MakeReport
):
    new = "Nobody was in the paint shop when the fire reached it, its owner told the Courier."
    revision = revise({SPREAD: None}, new)
    removed = next(change for change in revision.changes if change.kind == "removed")
    added = next(change for change in revision.changes if change.kind == "added")
    assert removed.earlier.of(make_report().text) == SPREAD
    assert len(removed.later) == 0
    assert make_report({SPREAD: None}).text[: removed.later.end].endswith(HURT)
    assert len(added.earlier) == 0
    assert make_report().text[: added.earlier.end].endswith(CLOSED)


def test_a_notice_is_tied_to_the_change_that_it_owns_up_to(revise: Revise):
    revision = revise(
        {HURT: HURT.replace("Twelve", "Fourteen"), SAID: SAID.replace("locked", "jammed")},
        "Correction: An earlier version of this article said that 12 people were hurt, not 14.",
    )
    (notice,) = revision.notices
    owned = {change.kind: change.notice for change in revision.changes}
    assert owned == {"figure": notice.span, "quote": None}


def test_a_notice_that_the_earlier_version_has_is_not_new(
    make_report: MakeReport, understand: Understand
):
    line = "Correction: An earlier version of this article said that 10 people were hurt."
    earlier, later = make_report(end=(line,)), make_report({SPREAD: None}, end=(line,))
    revision = compare(understand(earlier), understand(later), why="")
    assert revision.notices == ()
    assert [change.kind for change in revision.changes] == ["removed"]


@given(
    before=some.lists(some.sampled_from(LINES[1:]), min_size=1),
    after=some.lists(some.sampled_from(LINES[1:]), min_size=1),
)
def test_every_telling_word_that_only_one_version_has_stands_in_a_change(
    before: list[str], after: list[str]
):
    earlier, later = as_read(before), as_read(after)
    revision = compare(earlier, later, why="")
    left, right = earlier.annotated.report, later.annotated.report
    shown_before = "\n".join(one.earlier.of(left.text) for one in revision.changes)
    shown_after = "\n".join(one.later.of(right.text) for one in revision.changes)
    for line in set(before) - set(after):
        telling = [word for word in line.split() if len(word) > 5 and word not in right.text]
        assert all(word in shown_before for word in telling)
    for line in set(after) - set(before):
        telling = [word for word in line.split() if len(word) > 5 and word not in left.text]
        assert all(word in shown_after for word in telling)
    if sorted(before) == sorted(after):
        assert revision.changes == ()


def as_read(lines: list[str]) -> Extracted:
    """Give a report that language has not looked at: its lines stand for sentences."""
    report = report_of(tuple(lines))
    return Extracted(annotated=Annotated(report=report), statements=(), figures=(), moments=())
