"""Who speaks: the sources of statements tied to the entities of the story."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from stemma.align.spelling import titles, words
from stemma.model import Entity, Extracted, Source, Span, Statement

_NAMED = {
    "person": ("person",),
    "organisation": ("organisation", "place"),
    "outlet": ("organisation", "place"),
    "document": ("organisation",),
}


def name_sources(story: Sequence[Extracted], entities: Sequence[Entity]) -> tuple[Extracted, ...]:
    """Give the same reports, in the same order, with ``Source.entity`` filled where it is known.

    An unnamed source is nobody's: "a U.S. official" is not the United States.
    """
    finder = _Finder(entities)
    return tuple(
        replace(
            piece, statements=tuple(_named(statement, finder) for statement in piece.statements)
        )
        for piece in story
    )


def _named(statement: Statement, finder: "_Finder") -> Statement:
    source = None if statement.source is None else finder.name(statement.source)
    return replace(
        statement, source=source, via=tuple(finder.name(layer) for layer in statement.via)
    )


class _Finder:
    """Finds entities by what they are called and by where they are named."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._kinds = {entity.id: entity.kind for entity in entities}
        self._called: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        self._named: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
        for entity in entities:
            for alias in entity.aliases:
                self._called[words(alias)].append(entity.id)
            for span in entity.mentions:
                self._named[span.report].append((span, entity.id))

    def name(self, source: Source) -> Source:
        kinds = _NAMED.get(source.kind)
        if kinds is None:
            return source
        found = self._by_place(source, kinds) or self._by_name(source, kinds)
        return source if found is None else replace(source, entity=found)

    def _by_place(self, source: Source, kinds: Sequence[str]) -> str | None:
        """Prefer the mention that the source's words end in, or else the first inside them."""
        wanted = _without_titles(words(source.name))
        inside = [
            (span, entity)
            for place in source.spans
            for span, entity in self._named.get(place.report, ())
            if place.overlaps(span) and self._kinds[entity] in kinds
        ]
        exact = [entity for _, entity in inside if _called(entity, wanted, self._called)]
        if exact:
            return exact[0]
        if source.kind != "person":
            return None
        return inside[0][1] if len({entity for _, entity in inside}) == 1 else None

    def _by_name(self, source: Source, kinds: Sequence[str]) -> str | None:
        wanted = _without_titles(words(source.name))
        called = [e for e in self._called.get(wanted, ()) if self._kinds[e] in kinds]
        return called[0] if len(called) == 1 else None


def _called(
    entity: str, wanted: tuple[str, ...], called: Mapping[tuple[str, ...], list[str]]
) -> bool:
    return entity in called.get(wanted, ())


def _without_titles(name: tuple[str, ...]) -> tuple[str, ...]:
    bare = name[1:] if name[:1] == ("the",) else name
    while len(bare) > 1:
        size = next((size for size in (3, 2, 1) if size < len(bare) and bare[:size] in titles()), 0)
        if not size:
            return bare
        bare = bare[size:]
    return bare
