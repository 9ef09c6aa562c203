"""Who says what: everybody with what the reports give as theirs."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Source, Span, Statement, Story
from stemma.tell import wording
from stemma.tell.lookup import Lookup

_ARTICLE = re.compile(r"^(?:an?|the) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What somebody says, in the words of the first report that has it.

    ``spans`` are the words of all that have it, with those that name who says it; ``told_by`` names
    the reports, and whom they have it from.
    """

    statement: Statement
    words: str
    spans: tuple[Span, ...]
    told_by: str

    @property
    def is_quotation(self) -> bool:
        """Whether the words, or some of them, are quoted."""
        return self.statement.voice in {"direct", "mixed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody with what the reports give as theirs; the same saying of several is one entry."""

    name: str
    role: str | None
    sayings: tuple[Saying, ...]


def find_speakers(story: Story, lookup: Lookup) -> tuple[Speaker, ...]:
    """Give everybody who is quoted or cited, the most quoted first."""
    entities = {entity.id: entity for entity in story.entities}
    claims = {name: claim.id for claim in story.claims for name in claim.appearances}
    said: dict[str, list[Statement]] = {}
    for statement in story.statements:
        if statement.source is not None:
            key = statement.source.entity or _unnamed(statement.source)
            said.setdefault(key, []).append(statement)
    order = sorted(said.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return tuple(
        Speaker(
            name=entities[key].name if key in entities else _called(statements),
            role=entities[key].description if key in entities else None,
            sayings=tuple(_saying(alike, lookup) for alike in _put_together(statements, claims)),
        )
        for key, statements in order
    )


def _unnamed(source: Source) -> str:
    """Take "Police" and "the police" for one."""
    return _ARTICLE.sub("", source.name.casefold())


def _called(statements: Sequence[Statement]) -> str:
    """Call by the commonest of the words used those who have no name."""
    names = Counter(statement.source.name for statement in statements if statement.source)
    return names.most_common(1)[0][0]


def _put_together(
    statements: Iterable[Statement], claims: Mapping[str, str]
) -> Iterable[list[Statement]]:
    """Put together what is one claim, or the same words however they are quoted."""
    sayings: dict[str, list[Statement]] = {}
    for statement in statements:
        key = claims.get(statement.id, wording.bare(statement.text))
        sayings.setdefault(key, []).append(statement)
    return sayings.values()


def _saying(alike: Sequence[Statement], lookup: Lookup) -> Saying:
    first = alike[0]
    words = lookup.said(first)
    return Saying(
        statement=first,
        words=wording.quoted(words) if first.voice == "direct" else words,
        spans=tuple(
            span
            for one in alike
            for span in (*one.content, *(one.source.spans if one.source else ()))
        ),
        told_by=_name_tellers(alike, lookup),
    )


def _name_tellers(statements: Iterable[Statement], lookup: Lookup) -> str:
    """Name the reports of statements, each once, with whom they have it from but themselves."""
    labels = (
        ", via ".join(
            (
                lookup.label(one.report),
                *(
                    layer.name
                    for layer in one.via
                    if layer.name.casefold() != lookup.report(one.report).name.casefold()
                ),
            )
        )
        for one in statements
    )
    return "; ".join(dict.fromkeys(labels))
