"""Telling anew the stories that changed, and those alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from stemma import pipeline, search
from stemma.archive.change import Change
from stemma.archive.held import find_extracted
from stemma.archive.keys import understood_key
from stemma.archive.summing import summarise
from stemma.archive.workshop import Workshop
from stemma.crew import Crew, gather
from stemma.model import Extracted, Run, Story, digest
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
    """Tell anew what is stale; a story whose reports are as they were is left as it is."""
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
        stale = [_find(ledger, story, workshop) for story in batch]
    work = [one for one in stale if one.gathered.members]
    told = crew.each(
        "Comparing",
        partial(pipeline.tell_story, workshop.load_parts),
        [one.gathered for one in work],
    )
    changes = [
        Change(before=one.before, after=replace(new.story, id=one.id), reports=new.reports)
        for one, new in zip(work, told, strict=True)
    ]
    with store.write() as ledger:
        for one in stale:
            if not one.gathered.members:
                _leave(ledger, one)
        return [
            change
            for one, change in zip(work, changes, strict=True)
            if _keep(ledger, one, change, workshop)
        ]


def _find(ledger: Ledger, story: str, workshop: Workshop) -> _Stale:
    """Look at a story; members are empty where nothing is to be told anew."""
    made_from = _name_members(ledger, story, workshop)
    reports = ledger.stories.members(story)
    if ledger.stories.told_from(story) == made_from:
        reports = ()
    return _Stale(
        id=story,
        gathered=_gather(ledger, reports, workshop.understanding),
        made_from=made_from,
        before=ledger.stories.find(story),
    )


def _gather(ledger: Ledger, reports: Sequence[str], run: Run) -> pipeline.Gathered:
    """Give what was understood of reports, and of the versions that they supersede."""
    members = _find_extracted(ledger, reports, run)
    standing = [one.annotated.report.id for one in members]
    revised = [pair.revised for pair in ledger.revisions.behind(standing)]
    earlier = _find_extracted(ledger, [one.earlier for one in revised], run)
    known = {one.annotated.report.id for one in (*members, *earlier)}
    return pipeline.Gathered(
        members=members,
        earlier=earlier,
        revised=tuple(one for one in revised if {one.earlier, one.later} <= known),
    )


def _find_extracted(ledger: Ledger, reports: Sequence[str], run: Run) -> tuple[Extracted, ...]:
    found = (find_extracted(ledger, report, run) for report in reports)
    return tuple(one for one in found if one is not None)


def _name_members(ledger: Ledger, story: str, workshop: Workshop) -> str:
    """Name what telling depends on: the method, and the reports with the files they are in."""
    members = ledger.stories.members(story)
    revised = [pair.revised for pair in ledger.revisions.behind(members)]
    held = ledger.reports.several([*members, *(one.earlier for one in revised)])
    parts = sorted((understood_key(one.report), *one.report.paths) for one in held)
    parts += [(one.earlier, one.later, one.why) for one in revised]
    return digest("told", workshop.telling.id, *(part for several in parts for part in several))


def _leave(ledger: Ledger, story: _Stale) -> None:
    """Say that nothing is to be told anew: all is as it was, or no report is left."""
    if ledger.stories.members(story.id):
        ledger.stories.settle(story.id)
    else:
        ledger.stories.empty(story.id)


def _keep(ledger: Ledger, story: _Stale, change: Change, workshop: Workshop) -> bool:
    """Keep what was told, unless the story changed meanwhile: then it stays stale."""
    if _name_members(ledger, story.id, workshop) != story.made_from:
        return False
    ledger.work.register(workshop.telling)
    held = ledger.reports.several(change.after.reports)
    summary = summarise(change.after, change.reports, seen=[one.seen for one in held])
    ledger.stories.keep(
        change.after,
        summary,
        told_from=story.made_from,
        run=workshop.telling,
        at=workshop.clock(),
    )
    ledger.passages.put(story.id, search.passages_of(change.after, change.reports))
    for listen in workshop.listeners:
        listen(ledger, change)
    return True
