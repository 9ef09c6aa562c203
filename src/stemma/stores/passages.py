"""Passages, and the search through them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Row, delete, func, select

from stemma.model import Span
from stemma.model.passage import Hit, Hits, Passage
from stemma.search import Looked, Query, Words, cut_snippet, fits, look, needs_forms, rank, wanted
from stemma.stores import searching
from stemma.stores.codec import pack, unpack
from stemma.stores.tables import passages

RANKED = 1000
"""So many of the newest passages that fit are ranked."""

_ROUNDS = 5
_LAST = 2**31 - 1
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    """What a passage has several of."""

    spans: tuple[Span, ...]
    outlets: tuple[str, ...]
    speakers: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A passage that fits, its number, and how well it does."""

    number: int
    looked: Looked
    score: float

    @property
    def passage(self) -> Passage:
        return self.looked.passage


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages by the report or story with which they come and go."""

    connection: Connection

    def put(self, owner: str, several: Iterable[Passage]) -> int:
        """Let an owner have these passages and no others; give how many came or went.

        Of a text with more words than ``search.MOST_WORDS``, only the first are found.
        """
        held = self._of(owner)
        new: list[Passage] = []
        for passage in several:
            same = held.get(passage)
            if same:
                same.pop()
            else:
                new.append(passage)
        gone = [(number, passage) for passage, numbers in held.items() for number in numbers]
        self._remove(gone)
        self._add(owner, new)
        return len(new) + len(gone)

    def remove(self, owner: str) -> int:
        """Let an owner have no passages; give how many it had."""
        return self.put(owner, ())

    def count(self) -> int:
        """Count all passages."""
        return self.connection.scalar(select(func.count()).select_from(passages)) or 0

    def index_anew(self) -> None:
        """Make the index of words from the passages: when they came without it, or words change."""
        searching.clear(self.connection)
        last = 0
        while True:
            query = select(passages).where(passages.c.id > last).order_by(passages.c.id)
            rows = self.connection.execute(query.limit(_AT_ONCE)).all()
            if not rows:
                return
            searching.insert(self.connection, [(row.id, _read(row)) for row in rows])
            last = rows[-1].id

    def find(self, query: Query, *, most: int = 20, skip: int = 0) -> Hits:
        """Give what fits, the best first, of equals the latest.

        Passages with the same words are one hit, that of the earliest. The newest ``RANKED``
        passages that fit are ranked; ``Hits.more`` tells where there are others.
        """
        words = wanted(query)
        candidates, more = self._fitting(query)
        found = [_Found(number, one, rank(one, words)) for number, one in candidates]
        found.sort(key=lambda one: (one.score, one.passage.day or "", one.number), reverse=True)
        folded = _fold(found)
        shown = self._complete(folded[skip : skip + most])
        return Hits(
            hits=tuple(_show(group, words) for group in shown), total=len(folded), more=more
        )

    def _fitting(self, query: Query) -> tuple[list[tuple[int, Looked]], bool]:
        """Give the newest passages that fit, by number; and whether there are more."""
        exactly = needs_forms(query)
        found: list[tuple[int, Looked]] = []
        before = _LAST
        for _ in range(_ROUNDS):
            rows = self._newest(query, before)
            for row in rows:
                looked = look(_read(row) if exactly else _glance(row))
                if not exactly or fits(query, looked):
                    found.append((row.id, looked))
            if len(rows) <= RANKED:
                return found[:RANKED], len(found) > RANKED
            if len(found) > RANKED:
                break
            before = rows[-1].id
        return found[:RANKED], True

    def _newest(self, query: Query, before: int) -> Sequence[Row[tuple[object, ...]]]:
        """Give the newest rows below a number that may fit: one more than are ranked."""
        found = searching.newest(self.connection, query, before=before, most=RANKED + 1)
        rows = select(passages).join(found, found.c.id == passages.c.id)
        return self.connection.execute(rows.order_by(passages.c.id.desc())).all()

    def _complete(self, groups: Sequence[Sequence[_Found]]) -> Iterator[list[_Found]]:
        """Read what ranking did without."""
        numbers = [one.number for group in groups for one in group]
        rows = [
            row
            for at in range(0, len(numbers), _AT_ONCE)
            for row in self.connection.execute(
                select(passages).where(passages.c.id.in_(numbers[at : at + _AT_ONCE]))
            )
        ]
        whole = {row.id: _read(row) for row in rows}
        for group in groups:
            yield [
                replace(one, looked=replace(one.looked, passage=whole[one.number])) for one in group
            ]

    def _of(self, owner: str) -> dict[Passage, list[int]]:
        """Give the numbers of an owner's passages, the first last."""
        query = select(passages).where(passages.c.owner == owner).order_by(passages.c.id.desc())
        held: dict[Passage, list[int]] = {}
        for row in self.connection.execute(query):
            held.setdefault(_read(row), []).append(row.id)
        return held

    def _remove(self, gone: Sequence[tuple[int, Passage]]) -> None:
        searching.delete(self.connection, gone)
        numbers = [number for number, _ in gone]
        for at in range(0, len(numbers), _AT_ONCE):
            some = numbers[at : at + _AT_ONCE]
            self.connection.execute(delete(passages).where(passages.c.id.in_(some)))

    def _add(self, owner: str, new: Sequence[Passage]) -> None:
        if not new:
            return
        adding = passages.insert().returning(passages.c.id, sort_by_parameter_order=True)
        rows = [_write(owner, passage) for passage in new]
        numbers = self.connection.scalars(adding, rows).all()
        searching.insert(self.connection, list(zip(numbers, new, strict=True)))


def _write(owner: str, passage: Passage) -> dict[str, object]:
    lists = _Lists(
        spans=passage.spans,
        outlets=passage.outlets,
        speakers=passage.speakers,
        names=passage.names,
    )
    return {
        "owner": owner,
        "kind": passage.kind,
        "subject": passage.subject,
        "story": passage.story,
        "report": passage.report,
        "day": passage.day,
        "text": passage.text,
        "weight": passage.weight,
        "lists": pack(lists),
    }


def _glance(row: Row[tuple[object, ...]]) -> Passage:
    """Read what ranking needs."""
    return Passage(
        kind=row.kind,
        subject=row.subject,
        text=row.text,
        spans=(),
        story=row.story,
        report=row.report,
        day=row.day,
        weight=row.weight,
    )


def _read(row: Row[tuple[object, ...]]) -> Passage:
    lists = unpack(_Lists, row.lists)
    return replace(
        _glance(row),
        spans=lists.spans,
        outlets=lists.outlets,
        speakers=lists.speakers,
        names=lists.names,
    )


def _fold(found: Sequence[_Found]) -> list[list[_Found]]:
    """Put the same words together, in the order of the best; the earliest of them first."""
    groups: dict[tuple[str, str], list[_Found]] = {}
    for one in found:
        groups.setdefault((one.passage.kind, one.passage.text), []).append(one)
    for group in groups.values():
        group.sort(key=lambda one: (one.passage.day or "~", one.number))
    return list(groups.values())


def _show(group: Sequence[_Found], words: Sequence[Words]) -> Hit:
    first = group[0]
    snippet, marks = cut_snippet(first.passage.text, words)
    subjects = dict.fromkeys(one.passage.subject for one in group)
    del subjects[first.passage.subject]
    return Hit(
        passage=first.passage,
        score=max(one.score for one in group),
        snippet=snippet,
        marks=marks,
        also=tuple(subjects),
    )
