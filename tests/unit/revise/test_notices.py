import pytest

from stemma.revise import find_notices

from .conftest import MakeReport


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("correction", "Correction: The fire broke out on Monday, not on Tuesday."),
        ("correction", "CORRECTION (March 5): The name of the owner was misspelt."),
        ("correction", "An earlier version of this article said twelve people were hurt."),
        (
            "correction",
            "A previous version of this story, posted on Monday, gave the wrong day.",
        ),
        ("correction", "An earlier version misstated the age of the owner."),
        ("correction", "This article was amended on 5 March 2025 to give the right number."),
        ("correction", "This story originally said that the doors were locked."),
        ("correction", "Editor's note: This story has been corrected to fix the owner's name."),
        ("correction", "Update: An earlier version of this story said the doors were locked."),
        ("retraction", "This story has been retracted."),
        ("retraction", "RETRACTED: Three die in warehouse fire"),
        ("retraction", "We have withdrawn this article because its source made the story up."),
        ("clarification", "Clarification: The council closed one side of the street only."),
        ("clarification", "This article has been updated to clarify who owns the warehouse."),
        ("note", "Editor’s note: Some readers may find this report upsetting."),
        ("update", "UPDATE: The street is open again."),
        ("update", "This story has been updated."),
    ],
)
def test_a_report_tells_that_it_was_changed(make_report: MakeReport, kind: str, line: str):
    report = make_report(end=(line,))
    (notice,) = find_notices(report)
    assert notice.kind == kind
    assert notice.span.of(report.text) == line


@pytest.mark.parametrize(
    "line",
    [
        "Corrections officers found the man in his cell on Monday.",
        "An earlier version of the bill said that doors may be locked at night.",
        "An earlier report said twelve people were hurt.",
        "The ministry withdrew the report after a week.",
        "The Sarrow Bell has retracted its story about the fire.",
        "The report was corrected by the ministry on Monday.",
        "The council updated the plan: the street stays closed.",
        "This reporter said that the article was withdrawn by the ministry.",
    ],
)
def test_what_is_said_of_others_is_no_notice(make_report: MakeReport, line: str):
    assert find_notices(make_report(end=(line,))) == ()


def test_a_notice_behind_other_sentences_begins_with_its_own(make_report: MakeReport):
    line = "The street is closed. An earlier version of this article said it was open."
    report = make_report(end=(line,))
    (notice,) = find_notices(report)
    assert notice.span.of(report.text) == "An earlier version of this article said it was open."


def test_a_notice_says_what_was_wrong_and_what_is_right(make_report: MakeReport):
    line = (
        "Correction: An earlier version of this article said twelve people were hurt. "
        "The correct number is fourteen."
    )
    report = make_report(end=(line,))
    (notice,) = find_notices(report)
    assert notice.wrong is not None
    assert notice.right is not None
    assert notice.wrong.of(report.text) == "twelve people were hurt"
    assert notice.right.of(report.text) == "fourteen"


def test_a_headline_that_only_says_update_is_no_notice(make_report: MakeReport):
    lines = ("UPDATE 2-Fire in Halden kills three", "A fire killed three people in Halden.")
    assert find_notices(make_report(lines=lines)) == ()
