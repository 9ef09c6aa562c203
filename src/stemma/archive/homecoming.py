"""Giving stories back the ids that they began with, once a decision is taken back."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from stemma.stores import Ledger
from stemma.stores.stories import Entry

_BEGAN = "the story has the id again that it began with"
_YIELDED = "the id of this story is again that of the story that began with it"


def give_back_ids(ledger: Ledger, stories: Iterable[str], *, now: str) -> None:
    """Let stories, and those that they ever shared reports with, have the ids that they began with.

    An id belongs to the story that has most of the reports that were placed under it when they
    came, of two with as many to the one whose first report came first. A story to which several
    belong has that of its first report, or of the next, and so on. One to which none belongs keeps
    its own, or has one that no other has. An id that is left without reports leads to where they
    are now.
    """
    begun, related = _first_homes(ledger, stories)
    living = {story: found for story in sorted(related) if (found := ledger.stories.members(story))}
    heirs = _find_heirs(ledger, living, begun)
    named = _name(living, heirs)
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
            why=_BEGAN if story in heirs else _YIELDED,
        )
        ledger.stories.log(entry)
    for story, name in moved.items():
        if not ledger.stories.members(story):
            ledger.stories.redirect(story, name)


def _first_homes(ledger: Ledger, stories: Iterable[str]) -> tuple[dict[str, str], set[str]]:
    """Give where each report was placed when it came, and all stories that reports went between."""
    known = set(stories)
    waiting = sorted(known)
    homes: dict[str, str] = {}
    while waiting:
        for entry in ledger.stories.history(waiting.pop()):
            if entry.event in {"founded", "joined"}:
                homes |= {report: entry.story for report in entry.reports if report not in homes}
            new = {one for one in (entry.story, entry.other) if one is not None} - known
            known |= new
            waiting += sorted(new)
    return homes, known


def _find_heirs(
    ledger: Ledger, living: Mapping[str, Sequence[str]], begun: Mapping[str, str]
) -> dict[str, str]:
    """Give the stories to which an id belongs, with that id."""
    firsts = {members[0]: story for story, members in living.items()}
    ordered = [firsts[held.report.id] for held in ledger.reports.several(firsts)]
    born = {
        story: Counter(begun[one] for one in living[story] if one in begun) for story in ordered
    }
    names = {name for counted in born.values() for name in counted}
    owners = {name: max(ordered, key=lambda story: born[story][name]) for name in names}
    belonging = {
        story: [name for name in born[story] if owners[name] == story] for story in ordered
    }
    return {story: names[0] for story, names in belonging.items() if names}


def _name(living: Iterable[str], heirs: Mapping[str, str]) -> dict[str, str]:
    """Let the stories to which no id belongs have those that are left, their own if they can."""
    named = dict(heirs)
    others = [story for story in living if story not in heirs]
    left = [story for story in living if story not in heirs.values()]
    for story in sorted(others, key=lambda story: story not in left):
        named[story] = story if story in left else left[0]
        left.remove(named[story])
    return named
