"""Origins: whether the true number of independent origins lies in the range that is told.

``in_range`` is the share of stories whose true number does, ``width`` the mean of high minus low
(less is better), over the stories of ``examples/`` and the annotated events of news_cluster.
"""

from collections.abc import Iterable
from statistics import mean

from evals.examples import Told, told
from evals.outcome import Outcome, Selection
from evals.readers.annotations import told_of_events

KEYS = ("in_range", "width")


def score(selection: Selection) -> Outcome:
    """Score the examples, and the events that are annotated."""
    events = told_of_events(selection)
    inside, widths = measure([told(), *events])
    details: dict[str, float] = {"stories": len(inside)}
    if events:
        of_events, event_widths = measure(events)
        details["events_in_range"] = mean(of_events)
        details["events_width"] = mean(event_widths)
    return Outcome(figures={"in_range": mean(inside), "width": mean(widths)}, details=details)


def measure(answers: Iterable[Told]) -> tuple[list[bool], list[int]]:
    """Tell of each story whether its number is in the range, and how wide the range is."""
    inside: list[bool] = []
    widths: list[int] = []
    for answer in answers:
        for entry in answer.truth["stories"]:
            origins = answer.story(entry["reports"]).counts.origins
            inside.append(origins.low <= entry["origins"] <= origins.high)
            widths.append(origins.high - origins.low)
    return inside, widths
