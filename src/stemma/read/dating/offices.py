"""Offices and elections: public facts that tell in which years a report came out."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import groupby

from stemma.read.dating.window import Window
from stemma.tables import read_table, split_cell

_TUESDAY = 1
_PAST_HOLDER = r"(?<!former )(?<!ex-)(?<!then-)(?<!late )(?<!Former )(?<!Then-)(?<!Late )(?<!Ex-)"
_PAST_ELSEWHERE = re.compile(r"\b(?:[Ff]ormer |[Ee]x-|[Tt]hen-)(?:[A-Z][\w.'’]*[ -]){1,3}$")
"""What stands before the office in "former U.S. President", which tells nothing."""
_YEARS_BETWEEN_ELECTIONS = 4
_DAY = timedelta(days=1)
_INAUGURATION = (1, 20)  # of January, since 1937


def election_day(year: int) -> date:
    """Give the day of a US general election: the Tuesday after the first Monday of November.

    2 U.S.C. § 7. Presidential elections are held in years that four divides, others in even years.
    """
    first = date(year, 11, 2)
    return first + timedelta(days=(_TUESDAY - first.weekday()) % 7)


def is_election_day(day: date, *, presidential: bool) -> bool:
    """Tell whether a US general election was held that day."""
    step = _YEARS_BETWEEN_ELECTIONS if presidential else 2
    return day.year % step == 0 and election_day(day.year) == day


def terms_told(lead: str) -> tuple[tuple[str, tuple[Window, ...]], ...]:
    """Give the terms of those whom a lead calls by their office: its words, and the terms.

    Somebody who held an office twice has two terms. An office that the lead gives to two
    people tells nothing.
    """
    told: list[tuple[str, str, tuple[Window, ...]]] = []
    for holder in _holders():
        match = holder.find(lead)
        if match:
            told.append((holder.title, match.group(), holder.terms))
    told += [("elect", match.group(), windows) for match, windows in _elects(lead)]
    return tuple(
        (words, terms) for title, words, terms in told if not _is_shared(title, words, told)
    )


def _is_shared(title: str, words: str, told: list[tuple[str, str, tuple[Window, ...]]]) -> bool:
    """Tell whether others hold the office at no common time, as in a look back."""
    terms = next(terms for other, found, terms in told if (other, found) == (title, words))
    return any(
        other == title and not any(one.meet(two) for one in terms for two in others)
        for other, _, others in told
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Holder:
    """Somebody with an office; ``names`` are those by which people call them."""

    names: tuple[str, str]
    pattern: re.Pattern[str]
    title: str
    terms: tuple[Window, ...]

    def find(self, lead: str) -> re.Match[str] | None:
        """Find the office with a name; most leads have none, and are told so at once."""
        if not any(name in lead for name in self.names):
            return None
        found = self.pattern.finditer(lead)
        return next((one for one in found if not _PAST_ELSEWHERE.search(lead[: one.start()])), None)


@cache
def _holders() -> tuple[_Holder, ...]:
    rows = sorted(read_table("stemma.read", "offices.tsv"), key=lambda row: (row[0], row[1]))
    holders: list[_Holder] = []
    for (titles, name), group in groupby(rows, key=lambda row: (row[0], row[1])):
        terms = list(group)
        names = (name, terms[0][2])
        title = "|".join(map(re.escape, split_cell(titles)))
        people = f"(?:{'|'.join(map(re.escape, names))})"
        pattern = re.compile(rf"{_PAST_HOLDER}\b(?<!Vice )(?:{title}) {people}\b(?!-)")
        holders.append(
            _Holder(
                names=names,
                pattern=pattern,
                title=split_cell(titles)[0],
                terms=tuple(map(_term, terms)),
            )
        )
    return tuple(holders)


@cache
def _presidents() -> tuple[_Holder, ...]:
    """Give US presidents who were sworn in as presidents-elect, each term by itself."""
    elects: list[_Holder] = []
    for row in read_table("stemma.read", "offices.tsv"):
        term = _term(row)
        began = term.first
        if row[0] == "President" and began and (began.month, began.day) == _INAUGURATION:
            names = (row[1], row[2])
            people = "|".join(map(re.escape, names))
            elected = Window(first=election_day(began.year - 1) + _DAY, last=began - _DAY)
            elects.append(
                _Holder(
                    names=names,
                    pattern=re.compile(rf"\b[Pp]resident-elect (?:{people})\b"),
                    title="elect",
                    terms=(elected,),
                )
            )
    return tuple(elects)


def _term(row: tuple[str, ...]) -> Window:
    began, ended = (*row, "")[3:5]
    last = date.fromisoformat(ended) - _DAY if ended else None
    return Window(first=date.fromisoformat(began), last=last)


def _elects(lead: str) -> list[tuple[re.Match[str], tuple[Window, ...]]]:
    """Find US presidents-elect: from the election to the inauguration."""
    found: list[tuple[re.Match[str], tuple[Window, ...]]] = []
    for elect in _presidents():
        match = elect.find(lead)
        if match is None:
            continue
        earlier = next(
            (at for at, (other, _) in enumerate(found) if other.group() == match.group()), None
        )
        if earlier is None:
            found.append((match, elect.terms))
        else:
            found[earlier] = (match, (*found[earlier][1], *elect.terms))
    return found
