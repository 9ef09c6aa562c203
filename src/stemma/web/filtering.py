"""Which stories a reader wants to see."""

from collections.abc import Iterable
from dataclasses import dataclass

from stemma.model import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a story must have to be listed; what is empty asks for nothing.

    ``words`` must all stand in the title, the finding, or a name; ``since`` and ``until`` are
    dates (EDTF, as far as they are told) of which the story's reports must touch the span.
    """

    words: str = ""
    outlet: str = ""
    place: str = ""
    person: str = ""
    kind: str = ""
    since: str = ""
    until: str = ""

    def select(self, summaries: Iterable[Summary]) -> tuple[Summary, ...]:
        """Give the stories that pass, in the order given."""
        return tuple(summary for summary in summaries if self.admits(summary))

    def admits(self, summary: Summary) -> bool:
        """Tell whether a story has all that is asked for."""
        return (
            _has_words(self.words, summary)
            and _has(self.outlet, summary.outlets)
            and _has(self.place, summary.places)
            and _has(self.person, summary.people)
            and (not self.kind or self.kind in summary.kinds)
            and (not self.since or _reaches(summary.last, self.since))
            and (not self.until or _day(summary.first, self.until) <= self.until)
        )


def _day(first: str | None, until: str) -> str:
    """Give a date as finely as the one it is held against."""
    return (first or "~")[: len(until)]


def _reaches(last: str | None, since: str) -> bool:
    """Tell whether a date can be as late as another, as finely as both are told."""
    end = (last or "").rpartition("/")[2]
    told = min(len(end), len(since))
    return bool(end) and end[:told] >= since[:told]


def _has(wanted: str, names: Iterable[str]) -> bool:
    return not wanted or any(wanted.casefold() in name.casefold() for name in names)


def _has_words(words: str, summary: Summary) -> bool:
    names = (*summary.outlets, *summary.people, *summary.places, *summary.organisations)
    text = " ".join((summary.title, summary.finding or "", *names)).casefold()
    return all(word in text for word in words.casefold().split())
