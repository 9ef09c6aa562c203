"""Who is called what by which report."""

from collections.abc import Iterator
from dataclasses import dataclass

from stemma.model import Entity, Span, Story
from stemma.tell.lookup import Lookup

_ENDINGS = ("’s", "'s", "’", "'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One way to write a name: where it stands, and the reports that write it so, in order."""

    text: str
    mentions: tuple[Span, ...]
    reports: tuple[str, ...]
    is_slip: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Somebody or something, and every way in which the reports write its name."""

    entity: Entity
    spellings: tuple[Spelling, ...]


def find_namings(story: Story, lookup: Lookup) -> tuple[Naming, ...]:
    """Give the names of a story: those written in several ways first, else the most named."""
    found = [_naming(entity, lookup) for entity in story.entities]
    return tuple(
        sorted(
            found,
            key=lambda one: (
                not any(spelling.is_slip for spelling in one.spellings),
                len(one.spellings) == 1,
                -len(one.entity.mentions),
                one.entity.name,
            ),
        )
    )


def _naming(entity: Entity, lookup: Lookup) -> Naming:
    """Put mentions together by spelling; capitals, as in datelines, make no difference."""
    spellings = {alias.casefold(): alias for alias in reversed(entity.aliases)}
    written: dict[str, list[Span]] = {}
    for mention in entity.mentions:
        words = " ".join(lookup.quote(mention).split())
        known = (spellings[form] for one in _forms(words) if (form := one.casefold()) in spellings)
        written.setdefault(next(known, words), []).append(mention)
    slips = set(entity.misspellings)
    return Naming(
        entity=entity,
        spellings=tuple(
            Spelling(
                text=text,
                mentions=tuple(mentions),
                reports=tuple(dict.fromkeys(mention.report for mention in mentions)),
                is_slip=text in slips,
            )
            for text, mentions in sorted(written.items(), key=lambda entry: -len(entry[1]))
        ),
    )


def _forms(words: str) -> Iterator[str]:
    yield words
    yield from (words.removesuffix(ending) for ending in _ENDINGS if words.endswith(ending))
