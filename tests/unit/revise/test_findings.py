from tests.invented import make_claim, make_counts

from stemma.model import Claim, Finding
from stemma.revise import compare, find_changes

from .conftest import CLOSED, HEADLINE, HURT, LEAD, SAID, SPREAD, MakeReport, Understand

FOURTEEN = HURT.replace("Twelve", "Fourteen")
CORRECTION = "Correction: An earlier version of this article said that 12 people were hurt, not 14."


def findings_of(
    make_report: MakeReport,
    understand: Understand,
    changed: dict[str, str | None],
    *end: str,
    claims: tuple[Claim, ...] = (),
) -> tuple[Finding, ...]:
    earlier, later = understand(make_report()), understand(make_report(changed, end=end))
    revision = compare(earlier, later, why="both were read at one address")
    return find_changes([revision], [earlier, later], claims)


def test_a_changed_figure_is_a_finding_with_both_versions_side_by_side(
    make_report: MakeReport, understand: Understand
):
    (finding,) = findings_of(make_report, understand, {HURT: FOURTEEN})
    assert finding.kind == "changed_after_publication"
    assert finding.message == (
        "Halden Courier changed its report after publication: the figure “Twelve people” became "
        "“Fourteen people”. The report does not say so."
    )
    assert finding.values == ("Twelve people", "Fourteen people")
    assert {span.report for span in finding.evidence} == {
        make_report().id,
        make_report({HURT: FOURTEEN}).id,
    }


def test_spelling_and_commas_are_no_finding(make_report: MakeReport, understand: Understand):
    changed: dict[str, str | None] = {SPREAD: SPREAD.replace("neighbouring", "neighboring,")}
    assert findings_of(make_report, understand, changed) == ()


def test_a_figure_in_headline_and_text_is_told_once(
    make_report: MakeReport, understand: Understand
):
    changed: dict[str, str | None] = {
        HEADLINE: HEADLINE.replace("Three", "Four"),
        LEAD: LEAD.replace("three", "four"),
    }
    (finding,) = findings_of(make_report, understand, changed)
    assert finding.message.count("became") == 1


def test_what_weighs_most_comes_first_and_the_rest_is_counted(
    make_report: MakeReport, understand: Understand
):
    changed: dict[str, str | None] = {
        CLOSED: None,
        SPREAD: None,
        HURT: FOURTEEN,
        SAID: SAID.replace("locked", "jammed").replace("chief", "head"),
    }
    (finding,) = findings_of(make_report, understand, changed)
    assert "the figure “Twelve people” became “Fourteen people”; the quotation" in finding.message
    assert "a sentence was taken out" in finding.message
    assert "more change" in finding.message


def test_a_correction_is_a_finding_with_the_words_that_changed(
    make_report: MakeReport, understand: Understand
):
    found = findings_of(make_report, understand, {HURT: FOURTEEN}, CORRECTION)
    changed, corrected = sorted(found, key=lambda finding: finding.kind)
    assert changed.message.endswith("The report says so.")
    assert corrected.kind == "correction"
    assert corrected.values == (CORRECTION, "Twelve people", "Fourteen people")


def test_a_correction_without_the_earlier_version_says_what_was_wrong(
    make_report: MakeReport, understand: Understand
):
    (finding,) = find_changes([], [understand(make_report(end=(CORRECTION,)))], [])
    assert finding.kind == "correction"
    assert "What was wrong, in its words: “12 people were hurt”" in finding.message


def test_a_retraction_weighs_more_than_anything(make_report: MakeReport, understand: Understand):
    report = make_report(end=("This story has been retracted.",))
    (finding,) = find_changes([], [understand(report)], [])
    assert finding.kind == "retraction"
    assert finding.weight > 0.95


def test_a_notice_is_told_of_the_latest_version_alone(
    make_report: MakeReport, understand: Understand
):
    earlier = understand(make_report(end=(CORRECTION,)))
    later = understand(make_report({SPREAD: None}, end=(CORRECTION,)))
    revision = compare(earlier, later, why="")
    found = find_changes([revision], [earlier, later], [])
    assert [one.kind for one in found].count("correction") == 1


def test_a_finding_names_the_claims_whose_words_changed(
    make_report: MakeReport, understand: Understand
):
    later = understand(make_report({HURT: FOURTEEN}))
    statement = next(one for one in later.statements if "Fourteen" in one.text)
    claim = make_claim(statement.id, id="claim:1", counts=make_counts(1, 1), status="single_outlet")
    (finding,) = findings_of(make_report, understand, {HURT: FOURTEEN}, claims=(claim,))
    assert finding.claims == ("claim:1",)
