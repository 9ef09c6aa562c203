"""Giving stories back the ids that they began with, once a decision is taken back."""

from collections.abc import Iterable, Sequence

from stemma.stores import Ledger
from stemma.stores.stories import Entry


def give_back_ids(ledger: Ledger, stories: Iterable[str], *, now: str) -> None:
    """Let each story have the id under which its first report was first placed.

    Where that one is of a story elsewhere, it is that of the next report, and so on.
    Where two stories would have one id, the larger one has it, of two as large the one whose first
    report came first; the other keeps its own. An id that is left without reports leads to where
    they are now.
    """
    living = {story: found for story in sorted(set(stories)) if (found := _members(ledger, story))}
    named = _name(ledger, living)
    moved = {story: name for story, name in named.items() if story != name}
    for story, name in moved.items():
        ledger.stories.found(name, at=now)
        ledger.stories.place(name, living[story], at=now)
        entry = Entry(
            at=now,
            story=name,
            event="split",
            other=story,
            reports=tuple(living[story]),
            why="the story has the id again that it began with",
        )
        ledger.stories.log(entry)
    for story, name in moved.items():
        if not _members(ledger, story):
            ledger.stories.redirect(story, name)


def _name(ledger: Ledger, living: dict[str, Sequence[str]]) -> dict[str, str]:
    """Choose the ids, those of large stories first."""
    firsts = {members[0]: story for story, members in living.items()}
    ordered = [firsts[held.report.id] for held in ledger.reports.several(firsts)]
    begun = _first_homes(ledger, living)
    ordered.sort(key=lambda story: -len(living[story]))
    named: dict[str, str] = {}
    for story in ordered:
        wanted = [begun[report] for report in living[story] if report in begun]
        free = (one for one in wanted if one in living or not _members(ledger, one))
        chosen = next(free, story)
        if chosen not in named.values():
            named[story] = chosen
    left = [story for story in ordered if story not in named.values()]
    for story in ordered:
        if story not in named:
            named[story] = story if story in left else left[0]
            left.remove(named[story])
    return named


def _first_homes(ledger: Ledger, living: Iterable[str]) -> dict[str, str]:
    """Give the story in which each report was placed when it came."""
    waiting, known = list(living), set(living)
    homes: dict[str, str] = {}
    while waiting:
        for entry in ledger.stories.history(waiting.pop()):
            if entry.event in {"founded", "joined"}:
                homes |= {report: entry.story for report in entry.reports if report not in homes}
            new = {entry.story, entry.other} - known - {None}
            known |= new
            waiting += filter(None, new)
    return homes


def _members(ledger: Ledger, story: str) -> Sequence[str]:
    return ledger.stories.members(story)
