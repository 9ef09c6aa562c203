from dataclasses import replace

import pytest
from tests.invented import make_claim, make_counts, make_report, span_of

from stemma.model import (
    Alert,
    Change,
    Claim,
    Finding,
    Report,
    Revision,
    Span,
    Stemma,
    Story,
)
from stemma.model.finding import FindingKind
from stemma.watch.alerting import find_alerts

NOW = "2026-01-14T06:00:00Z"


def report(name: str, body: str, day: str = "2026-01-14") -> Report:
    return make_report(
        f"Gate fails\n{body}",
        name=name,
        first="headline",
        outlet=name.title(),
        published=day,
    )


QUAYSIDE = report("quayside", "Four people died, the fire service said.")
TARNSIDE = report("tarnside", "Five people died, the mayor said.")
LATER = report("lantern", "Seven people died, the mayor said.", day="2026-01-15")
ALL = (QUAYSIDE, TARNSIDE, LATER)


def claim(origins: int, *appearances: str) -> Claim:
    return make_claim(
        *appearances,
        counts=make_counts(len(appearances), origins),
        status="corroborated" if origins > 1 else "single_origin",
    )


def finding(
    kind: FindingKind, *evidence: Span, values: tuple[str, ...] = (), claims: tuple[str, ...] = ()
) -> Finding:
    return Finding(
        id=f"finding:{kind}:{evidence}",
        kind=kind,
        message=f"a {kind}",
        weight=0.9,
        evidence=evidence,
        values=values,
        claims=claims,
    )


def story(*reports: Report, **changes: object) -> Story:
    values: dict[str, object] = {
        "id": "story:gate",
        "title": "Gate fails",
        "reports": tuple(one.id for one in reports),
        "counts": make_counts(len(reports), 1),
        "entities": (),
        "statements": (),
        "claims": (),
        "figures": (),
        "findings": (),
        "timeline": (),
        "stemma": Stemma(nodes=(), edges=(), families=()),
        "brief": (),
    }
    return Story(**{**values, **changes})  # pyright: ignore[reportArgumentType] - a shorthand


def alerts(before: Story | None, after: Story, outlets: int = 9) -> tuple[Alert, ...]:
    return find_alerts(before, after, reports=ALL, at=NOW, outlets=outlets)


def figures(*told: tuple[Report, str]) -> Finding:
    spans = tuple(span_of(one, words) for one, words in told)
    return finding("figure_conflict", *spans, values=tuple(words for _, words in told))


def test_a_story_is_told_once_enough_outlets_have_it():
    one, two, three = story(QUAYSIDE), story(QUAYSIDE, TARNSIDE), story(*ALL)
    assert alerts(None, one, outlets=2) == ()
    (found,) = alerts(one, two, outlets=2)
    assert found.kind == "new_story"
    assert found.message == "Gate fails: 2 outlets have it: Quayside and Tarnside."
    assert found.quotes == ("Gate fails", "Gate fails")
    assert alerts(two, three, outlets=2) == ()
    (at_once,) = alerts(None, three, outlets=2)
    assert at_once.id == found.id


def test_a_second_independent_origin_is_told_with_the_words_of_each():
    before = story(QUAYSIDE, claims=(claim(1, "statement:1"),))
    words = (span_of(QUAYSIDE, "Four people died"), span_of(TARNSIDE, "Five people died"))
    confirmed = claim(2, "statement:1", "statement:2")
    found = finding("corroborated", *words, claims=(confirmed.id,))
    after = story(QUAYSIDE, TARNSIDE, claims=(confirmed,), findings=(found,))
    (alert,) = alerts(before, after)
    assert (alert.kind, alert.story, alert.at) == ("second_origin", "story:gate", NOW)
    assert alert.quotes == ("Four people died", "Five people died")
    third = claim(3, "statement:0", "statement:1", "statement:2")
    more = replace(found, claims=(third.id,))
    assert alerts(after, replace(after, claims=(third,), findings=(more,))) == ()


def test_every_report_has_a_word_before_one_has_its_second():
    spans = [span_of(QUAYSIDE, word) for word in ("Four", "people", "died", "fire", "service")]
    found = finding(
        "corroborated", *spans, span_of(TARNSIDE, "Five"), claims=("claim:statement:1",)
    )
    confirmed = claim(2, "statement:1", "statement:2")
    (alert,) = alerts(None, story(*ALL, claims=(confirmed,), findings=(found,)))
    assert alert.quotes[:2] == ("Four", "Five")


@pytest.mark.parametrize("kind", ["date_conflict", "denial", "figure_conflict"])
def test_a_conflict_is_told_when_it_begins_and_not_again(kind: FindingKind):
    words = (span_of(QUAYSIDE, "Four people"), span_of(TARNSIDE, "Five people"))
    values = () if kind == "denial" else ("Four people", "Five people")
    after = story(QUAYSIDE, TARNSIDE, findings=(finding(kind, *words, values=values),))
    (alert,) = alerts(story(QUAYSIDE), after)
    assert alert.kind == "new_conflict"
    assert alert.message == f"Gate fails: a {kind}"
    assert alert.quotes == ("Four people", "Five people")
    assert alerts(after, after) == ()


def test_what_is_no_conflict_is_none():
    after = story(*ALL, findings=(finding("name_variant", span_of(QUAYSIDE, "Four")),))
    assert alerts(None, after) == ()


def test_a_further_outlet_with_a_figure_that_was_told_is_no_news():
    before = story(*ALL, findings=(figures((QUAYSIDE, "Four"), (TARNSIDE, "Five")),))
    again = replace(
        figures((QUAYSIDE, "Four"), (LATER, "people")), values=("four", "FIVE"), claims=("x",)
    )
    first = replace(before.findings[0], claims=("x",))
    assert alerts(replace(before, findings=(first,)), story(*ALL, findings=(again,))) == ()


def test_another_figure_of_a_later_day_is_a_changed_figure():
    before = story(QUAYSIDE, TARNSIDE, findings=(figures((QUAYSIDE, "Four"), (TARNSIDE, "Five")),))
    grown = figures((QUAYSIDE, "Four"), (TARNSIDE, "Five"), (LATER, "Seven"))
    (alert,) = alerts(before, story(*ALL, findings=(grown,)))
    assert alert.kind == "changed_figure"
    assert "Seven" in alert.quotes


def test_another_figure_of_the_same_day_is_a_conflict():
    before = story(QUAYSIDE, LATER, findings=(figures((QUAYSIDE, "Four"), (LATER, "Seven")),))
    grown = figures((QUAYSIDE, "Four"), (TARNSIDE, "Five"), (LATER, "Seven"))
    (alert,) = alerts(before, story(*ALL, findings=(grown,)))
    assert alert.kind == "new_conflict"


def revision(*changes: Change) -> Revision:
    return Revision(
        id="revision:1",
        earlier=QUAYSIDE.id,
        later=TARNSIDE.id,
        why="the same address",
        changes=changes,
        notices=(),
    )


FIGURE = Change(
    kind="figure",
    earlier=span_of(QUAYSIDE, "Four"),
    later=span_of(TARNSIDE, "Five"),
    message="“Four” became “Five”",
    weight=0.9,
)


def test_a_figure_that_a_report_changed_is_told_with_both_versions():
    after = story(TARNSIDE, revisions=(revision(FIGURE),))
    (alert,) = alerts(story(QUAYSIDE), after)
    assert alert.kind == "changed_figure"
    assert alert.quotes == ("Four", "Five")
    assert "Tarnside changed a figure" in alert.message
    assert alerts(after, after) == ()
    assert alerts(None, after)[0].id == alert.id


def test_a_report_that_changed_otherwise_is_told_once():
    other = replace(FIGURE, kind="removed", later=TARNSIDE.span(11, 11))
    changed = finding("changed_after_publication", span_of(QUAYSIDE, "Four"))
    after = story(TARNSIDE, revisions=(revision(other),), findings=(changed,))
    (alert,) = alerts(story(QUAYSIDE), after)
    assert alert.kind == "revised_report"
    assert alert.quotes == ("Four",)
    assert alerts(after, after) == ()


def test_a_correction_is_told_once_however_often_the_report_is_changed():
    corrected = finding("correction", span_of(QUAYSIDE, "Four"), values=("Correction: four.",))
    before = story(QUAYSIDE, findings=(corrected,))
    (alert,) = alerts(story(QUAYSIDE), before)
    assert alert.kind == "revised_report"
    again = finding("correction", span_of(TARNSIDE, "Five"), values=("Correction:  Four.",))
    assert alerts(before, story(TARNSIDE, findings=(again,))) == ()


def test_evidence_in_no_report_that_is_held_is_left_out_and_long_evidence_is_cut():
    spans = [QUAYSIDE.span(at, at + 1) for at in range(20)]
    lost = Span(report="report:lost", start=0, end=4)
    after = story(*ALL, findings=(finding("denial", lost, *spans),))
    (alert,) = alerts(None, after)
    assert len(alert.evidence) == len(alert.quotes) == 12
    assert lost not in alert.evidence


@pytest.mark.parametrize("parts", [1, 2, 3])
def test_the_same_comes_of_reports_one_by_one_and_all_at_once(parts: int):
    conflict = figures((QUAYSIDE, "Four"), (TARNSIDE, "Five"))
    steps = [
        story(QUAYSIDE, claims=(claim(1, "statement:1"),)),
        story(
            QUAYSIDE,
            TARNSIDE,
            claims=(claim(2, "statement:1", "statement:2"),),
            findings=(
                conflict,
                finding("corroborated", span_of(QUAYSIDE, "died"), claims=("claim:statement:1",)),
            ),
        ),
    ]
    steps.append(replace(steps[1], reports=tuple(one.id for one in ALL), counts=make_counts(3, 2)))
    at_once = {one.id for one in alerts(None, steps[-1], outlets=2)}
    before: Story | None = None
    found: list[str] = []
    for after in steps[-parts:]:
        found += [one.id for one in alerts(before, after, outlets=2)]
        before = after
    assert sorted(found) == sorted(at_once)
    assert len(at_once) == 3
