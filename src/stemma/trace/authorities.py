"""On whose word a claim stands: several outlets that quote one speaker have one authority.

Counting families alone would call it corroborated when four papers print the same sentence of one
police spokesman, or when three retell what one newspaper revealed.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from stemma.model import Report, Source, Statement
from stemma.trace.media import Media, is_same
from stemma.trace.releases import speaks_for

_CROWD = "(a crowd)"
"""Crowds are taken for one: two reports of "residents" may have asked the same people."""

_FEWEST_WORDS = 5
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """What one report's appearances of a claim rest on.

    ``media`` are the outlets and agencies that they are openly taken from, ``speakers`` the
    people, bodies, documents and crowds that they name, ``quotes`` the words given as literal,
    folded. Sources without a name are nobody in particular: they may be anybody named elsewhere.
    ``sourced`` tells whether anybody at all is said to say it.
    """

    media: frozenset[str]
    speakers: frozenset[str]
    quotes: frozenset[str]
    sourced: bool


def find_authority(report: Report, statements: Iterable[Statement], media: Media) -> Authority:
    """Find on whose word one report has a claim."""
    taken: set[str] = set()
    speakers: set[str] = set()
    quotes: set[str] = set()
    sourced = False
    for statement in statements:
        sourced |= statement.source is not None
        if statement.source is not None and statement.voice == "direct":
            quotes.add(_folded(statement.text))
        elif statement.source is not None and statement.voice == "mixed":
            quotes.update(_folded(quote) for quote in _QUOTED.findall(statement.text))
        for source in (statement.source, *statement.via):
            if source is None:
                continue
            if media.is_outlet(source, report):
                medium = media.find(source.name, within=report.text)
                if medium is not None and not is_same(medium.name, report):
                    taken.add(medium.name)
            elif source.kind != "unnamed":
                speakers.add(_CROWD if source.kind == "crowd" else _key(source))
    return Authority(
        media=frozenset(taken),
        speakers=frozenset(speakers),
        quotes=frozenset(quote for quote in quotes if len(quote.split()) >= _FEWEST_WORDS),
        sourced=sourced,
    )


def let_institutions_speak(
    reports: Sequence[Report], authorities: Sequence[Authority], statements: Iterable[Statement]
) -> list[Authority]:
    """Let a report on the site of a body that another one quotes be that body's own word."""
    quoted = [(said.report, said.source) for said in statements if said.source is not None]
    found: list[Authority] = []
    for report, authority in zip(reports, authorities, strict=True):
        own = {
            _key(source)
            for teller, source in quoted
            if teller != report.id and speaks_for(report, source)
        }
        if own:
            speakers = authority.speakers | own
            found.append(replace(authority, speakers=speakers, sourced=True))
        else:
            found.append(authority)
    return found


def share_speaker(left: Authority, right: Authority) -> bool:
    """Tell whether two reports have a claim from the same speaker, by name or by his words."""
    if left.speakers & right.speakers:
        return True
    return any(_runs(one) & _runs(other) for one in left.quotes for other in right.quotes)


def mostly_sourced(authorities: Collection[Authority]) -> bool:
    """Tell whether most reports say who says so, so that their speakers decide."""
    return 2 * sum(one.sourced for one in authorities) > len(authorities)


def named(authorities: Sequence[Authority]) -> list[int]:
    """Give the places of those that name a speaker or a medium."""
    return [at for at, one in enumerate(authorities) if one.speakers or one.media or one.quotes]


def _runs(quote: str) -> set[tuple[str, ...]]:
    """Give all runs of five words: printings of one quotation drop and change a word or two."""
    words = quote.split()
    return {tuple(words[at : at + _FEWEST_WORDS]) for at in range(len(words) - _FEWEST_WORDS + 1)}


def _key(source: Source) -> str:
    return source.entity or _folded(source.name).removeprefix("the ")


def _folded(text: str) -> str:
    letters = "".join(letter if letter.isalnum() else " " for letter in text.casefold())
    return " ".join(letters.split())
