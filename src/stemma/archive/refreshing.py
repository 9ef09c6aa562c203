"""Telling anew the stories that changed, and those alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from stemma import pipeline, search
from stemma.archive.change import Change
from stemma.archive.decisions import Decisions, read_decisions
from stemma.archive.held import find_extracted
from stemma.archive.keys import understood_key
from stemma.archive.summing import summarise
from stemma.archive.understanding import understand_missing
from stemma.archive.workshop import Workshop
from stemma.crew import Crew, gather
from stemma.model import Extracted, Failure, Run, Story, digest
from stemma.stores import Ledger, Store

_AT_ONCE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stale:
    """A story that may have to be told anew: from what, and what was told last."""

    id: str
    gathered: pipeline.Gathered
    made_from: str
    before: Story | None


def refresh(store: Store, *, workshop: Workshop) -> tuple[Change, ...]:
    """Tell anew what is stale; a story whose reports are as they were is left as it is.

    A story that cannot be told stays stale, and is listed among the failures by its id.
    """
    with store.read() as ledger:
        waiting = ledger.stories.stale()
    changes: list[Change] = []
    with gather(len(waiting), workers=workshop.workers, progress=workshop.progress) as crew:
        for at in range(0, len(waiting), _AT_ONCE):
            changes += _refresh_batch(store, waiting[at : at + _AT_ONCE], workshop, crew)
    return tuple(changes)


def _refresh_batch(
    store: Store, batch: Sequence[str], workshop: Workshop, crew: Crew
) -> list[Change]:
    with store.read() as ledger:
        members = [name for story in batch for name in ledger.stories.members(story)]
        earlier = [pair.revised.earlier for pair in ledger.revisions.behind(members)]
        held = [one.report for one in ledger.reports.several([*members, *earlier])]
    understand_missing(store, held, workshop, crew)
    with store.read() as ledger:
        decisions = read_decisions(ledger)
        stale = [_find(ledger, story, decisions, workshop) for story in batch]
    work = [one for one in stale if one.gathered.members]
    told = crew.each(
        "Comparing",
        partial(pipeline.tell_story, workshop.load_parts),
        [one.gathered for one in work],
    )
    outcomes = list(zip(work, told, strict=True))
    with store.write() as ledger:
        decisions = read_decisions(ledger)
        for one, new in outcomes:
            if isinstance(new, Failure):
                ledger.raws.fail(replace(new, path=one.id), raw=None, seen=workshop.clock())
        for one in stale:
            if not one.gathered.members:
                _leave(ledger, one, workshop.clock())
        return [
            change
            for one, new in outcomes
            if isinstance(new, pipeline.Told)
            and (change := _change(one, new))
            and _keep(ledger, one, change, decisions, workshop)
        ]


def _change(stale: _Stale, told: pipeline.Told) -> Change:
    after = replace(told.story, id=stale.id)
    return Change(before=stale.before, after=after, reports=told.reports)


def _find(ledger: Ledger, story: str, decisions: Decisions, workshop: Workshop) -> _Stale:
    """Look at a story; members are empty where nothing is to be told anew."""
    made_from = _name_members(ledger, story, decisions, workshop)
    reports = ledger.stories.members(story)
    if ledger.stories.told_from(story) == made_from:
        reports = ()
    return _Stale(
        id=story,
        gathered=_gather(ledger, reports, decisions, workshop.understanding),
        made_from=made_from,
        before=ledger.stories.find(story),
    )


def _gather(
    ledger: Ledger, reports: Sequence[str], decisions: Decisions, run: Run
) -> pipeline.Gathered:
    """Give what was understood of reports and their earlier versions, and what was decided."""
    members = _find_extracted(ledger, reports, run)
    standing = [one.annotated.report.id for one in members]
    revised = [pair.revised for pair in ledger.revisions.behind(standing)]
    earlier = _find_extracted(ledger, [one.earlier for one in revised], run)
    known = {one.annotated.report.id for one in (*members, *earlier)}
    verdicts = decisions.about(standing)
    elsewhere = _find_extracted(ledger, decisions.elsewhere(standing), run)
    seen = [*standing, *(one.annotated.report.id for one in elsewhere)] if verdicts else []
    return pipeline.Gathered(
        members=members,
        earlier=earlier,
        revised=tuple(one for one in revised if {one.earlier, one.later} <= known),
        verdicts=verdicts,
        elsewhere=elsewhere,
        seen={one.report.id: one.seen for one in ledger.reports.several(seen)},
    )


def _find_extracted(ledger: Ledger, reports: Sequence[str], run: Run) -> tuple[Extracted, ...]:
    found = (find_extracted(ledger, report, run) for report in reports)
    return tuple(one for one in found if one is not None)


def _name_members(ledger: Ledger, story: str, decisions: Decisions, workshop: Workshop) -> str:
    """Name what telling depends on: the method, the reports with their files, the decisions."""
    members = ledger.stories.members(story)
    revised = [pair.revised for pair in ledger.revisions.behind(members)]
    held = ledger.reports.several([*members, *(one.earlier for one in revised)])
    parts = sorted((understood_key(one.report), *one.report.paths) for one in held)
    parts += [(one.earlier, one.later, one.why) for one in revised]
    parts += [(verdict.id,) for verdict in decisions.about(members)]
    parts += [(name,) for name in decisions.elsewhere(members)]
    return digest("told", workshop.telling.id, *(part for several in parts for part in several))


def _leave(ledger: Ledger, story: _Stale, now: str) -> None:
    """Say that nothing is to be told anew: all is as it was, or no report is left."""
    if ledger.stories.members(story.id):
        ledger.stories.settle(story.id)
    else:
        ledger.stories.empty(story.id, at=now)


def _keep(
    ledger: Ledger, story: _Stale, change: Change, decisions: Decisions, workshop: Workshop
) -> bool:
    """Keep what was told, unless the story changed meanwhile: then it stays stale."""
    if _name_members(ledger, story.id, decisions, workshop) != story.made_from:
        return False
    ledger.raws.heal(story.id)
    ledger.work.register(workshop.telling)
    held = ledger.reports.several(change.after.reports)
    own = {one.report.id: one.report.published for one in held}
    seen = {one.report.id: one.seen for one in held}
    summary = summarise(change.after, change.reports, seen=seen)
    ledger.stories.keep(
        change.after,
        summary,
        told_from=story.made_from,
        run=workshop.telling,
        at=workshop.clock(),
        dates={
            report.id: report.published
            for report in change.reports
            if report.published and report.published != own.get(report.id)
        },
    )
    ledger.passages.put(story.id, search.passages_of(change.after, change.reports))
    for listen in workshop.listeners:
        listen(ledger, change)
    return True
