from collections.abc import Callable
from dataclasses import replace

from stemma import archive, read
from stemma.archive.summing import summarise
from stemma.model import Finding
from stemma.newsroom import Newsroom
from stemma.settings import Settings, Silence
from stemma.stores import Store


def resting(finding: Finding, report: str) -> Finding:
    """Let a finding rest on the words of one report."""
    return replace(finding, evidence=(replace(finding.evidence[0], report=report),))


def test_the_freshest_finding_rests_on_what_came_last(
    store: Store,
    workshop: archive.Workshop,
    add: Callable[..., archive.Added],
    raws: dict[str, read.Raw],
):
    add(*raws.values())
    archive.refresh(store, workshop=workshop)
    newsroom = Newsroom(
        settings=Settings(store="memory:"), progress=Silence(), store=store, clock=workshop.clock
    )
    found = newsroom.story(next(one.id for one in newsroom.stories() if len(one.seen) > 1))
    told = found.stories[0]
    first, second = told.reports
    weighty, slight = told.findings[0], told.findings[-1]
    of_first, of_second = resting(weighty, first), resting(slight, second)
    story = replace(told, findings=(of_first, of_second))
    came = {first: "2026-05-10T08:00:00Z", second: "2026-05-10T09:00:00Z"}
    assert summarise(story, found.reports, seen=came).finding == slight.message
    together = dict.fromkeys(came, "2026-05-10T08:00:00Z")
    assert summarise(story, found.reports, seen=together).finding == weighty.message
    assert summarise(replace(told, findings=()), found.reports, seen=came).finding is None
