"""The dates that a page shows its readers beside the headline."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stemma.language.moments.rule import full_year
from stemma.read.beside_headline import lines_beside_headline
from stemma.read.dating.mentions import mentions
from stemma.read.edtf import to_edtf
from stemma.read.markup import Block, Element

_NUMBERS = re.compile(
    r"(?<![\d/.-])(?:(?P<y>\d{4})[./](?P<m>\d{1,2})[./](?P<d>\d{1,2})"
    r"|(?P<one>\d{1,2})(?P<mark>[./-])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d))(?![\d/.-])"
)
_UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|revised|corrected)\b|^(?:last )?updated", re.IGNORECASE
)


class Shown(NamedTuple):
    """A day beside the headline: the days that the words may mean, and the markup's own date.

    ``days`` has two where day and month may stand either way round ("04/05/2031"). ``machine``
    is what the markup gives for the words, in EDTF. ``updated`` says that a word before it calls
    it a change.
    """

    days: tuple[date, ...]
    machine: str | None
    updated: bool

    @property
    def day(self) -> date | None:
        """The day, None where it may be one of two."""
        return self.days[0] if len(self.days) == 1 else None


def shown_dates(tree: Element, title: str | None) -> tuple[Shown, ...]:
    """Give the dates with day, month and year beside the headline, the lines below it first."""
    return tuple(shown for block in lines_beside_headline(tree, title) for shown in _read(block))


def _read(block: Block) -> Iterator[Shown]:
    found = sorted(_written(block.text), key=lambda place: place[0])
    machine = [value for value in map(to_edtf, block.times) if value]
    for at, (start, days) in enumerate(found):
        before = block.text[found[at - 1][0] if at else 0 : start]
        own = machine[at] if len(machine) == len(found) else None
        yield Shown(days, own, updated=bool(_UPDATED.search(before)))
    if not found:
        updated = bool(_UPDATED.search(block.text))
        yield from (
            Shown((date.fromisoformat(value[:10]),), value, updated=updated)
            for value in machine
            if len(value) >= len("2031-05-12")
        )


def _written(words: str) -> Iterator[tuple[int, tuple[date, ...]]]:
    for mention in mentions(words):
        if mention.year and mention.day and (day := mention.in_year(mention.year)):
            yield mention.start, (day,)
    for match in _NUMBERS.finditer(words):
        if days := tuple(dict.fromkeys(_readings(match))):
            yield match.start(), days


def _readings(match: re.Match[str]) -> Iterator[date]:
    if match["y"]:
        orders = [(match["y"], match["m"], match["d"])]
    else:
        one, other = match["one"], match["other"]
        orders = [(match["year"], other, one), (match["year"], one, other)]
    for year, month, day in orders:
        try:
            yield date(full_year(year), int(month), int(day))
        except ValueError:
            continue
