"""Conflicts and drift: what an editor should be told, and whether what is shown first is so.

``r`` is the share of the truth's conflicts and drifts that are found, ``p10`` the share of the
first ten shown of each story that the truth lists, over the stories of ``examples/`` and the
annotated events of news_cluster. Findings of support (corroborated, one outlet, one origin)
are left out on both sides.
"""

from collections.abc import Iterable, Sequence

from evals.examples import Told, told
from evals.outcome import Outcome, Selection, Tally
from evals.readers.annotations import told_of_events

from stemma.model import Finding, Story

KEYS = ("r", "p10")
KINDS = frozenset(
    {
        "figure_conflict",
        "date_conflict",
        "altered_quote",
        "drifted_attribution",
        "changed_response",
        "denial",
        "name_variant",
    }
)
_FIRST = 10


def score(selection: Selection) -> Outcome:
    """Score the examples, and the events that are annotated."""
    events = told_of_events(selection)
    found, shown = measure([told(), *events])
    details: dict[str, float] = {"true_ones": found.wanted, "shown": shown.given}
    if events:
        of_events, shown_of_events = measure(events)
        details["events_r"] = of_events.recall
        details["events_p10"] = shown_of_events.precision
    return Outcome(figures={"r": found.recall, "p10": shown.precision}, details=details)


def measure(answers: Iterable[Told]) -> tuple[Tally, Tally]:
    """Count the true ones that are found, and those shown first that are true."""
    found, shown = Tally(), Tally()
    for answer in answers:
        wanted = [entry for entry in answer.truth["findings"] if entry["kind"] in KINDS]
        every = [one for story in answer.stories for one in conflicts(story.findings)]
        for entry in wanted:
            found.add(any(answer.matches(finding, entry) for finding in every), 0, 1)
        for story in _true_stories(answer):
            for finding in conflicts(story.findings)[:_FIRST]:
                shown.add(any(answer.matches(finding, entry) for entry in wanted), 1, 0)
    return found, shown


def conflicts(findings: Iterable[Finding]) -> list[Finding]:
    """Give the conflicts and drifts, in the order shown."""
    return [finding for finding in findings if finding.kind in KINDS]


def _true_stories(answer: Told) -> Sequence[Story]:
    stories = {
        story.id: story
        for entry in answer.truth["stories"]
        for story in [answer.story(entry["reports"])]
    }
    return list(stories.values())
