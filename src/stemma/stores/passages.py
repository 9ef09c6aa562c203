"""Passages, and the search through them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from sqlalchemy import Connection, Row, delete, func, select, type_coerce, types

from stemma.model import Span
from stemma.model.passage import Hit, Hits, Passage, PassageKind
from stemma.search import Query, Ranking, Words, cut_snippet, exact_words, fits, look, wanted
from stemma.stores import searching
from stemma.stores.codec import pack, unpack
from stemma.stores.tables import passages

RANKED = 1000
"""So many of the newest passages that fit are ranked."""

_ROUNDS = 5
_LAST = 2**31 - 1
_AT_ONCE = 500

_COLUMNS = (
    passages.c.id,
    type_coerce(passages.c.kind, types.Text()),
    type_coerce(passages.c.day, types.Text()),
    passages.c.text,
    passages.c.weight,
)
"""What ranking needs of a passage; kinds and days have nothing in them to restore."""

_Row = tuple[int, PassageKind, str | None, str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    """What a passage has several of."""

    spans: tuple[Span, ...]
    outlets: tuple[str, ...]
    speakers: tuple[str, ...]
    names: tuple[str, ...]


class _Found(NamedTuple):
    """A passage that fits, as far as its place among others needs it."""

    score: float
    day: str
    number: int
    kind: str
    text: str


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
        found, more = self._fitting(query, Ranking(words))
        found.sort(reverse=True)
        folded = _fold(found)
        shown = [sorted(group, key=_by_age) for group in folded[skip : skip + most]]
        whole = self._read_several([one.number for group in shown for one in group])
        return Hits(
            hits=tuple(_show(group, whole, words) for group in shown),
            total=len(folded),
            more=more,
        )

    def _fitting(self, query: Query, ranking: Ranking) -> tuple[list[_Found], bool]:
        """Rank the newest passages that fit; and say whether there are more."""
        found: list[_Found] = []
        before = _LAST
        for _ in range(_ROUNDS):
            rows = self._newest(query, before)
            found += self._rank(query, rows, ranking)
            if len(rows) <= RANKED:
                return found[:RANKED], len(found) > RANKED
            if len(found) > RANKED:
                break
            before = rows[-1][0]
        return found[:RANKED], True

    def _newest(self, query: Query, before: int) -> Sequence[_Row]:
        """Give the newest rows below a number that may fit: one more than are ranked."""
        stretch = searching.stretches(self.connection, before=before)
        rows: list[_Row] = []
        while True:
            most = RANKED + 1 - len(rows)
            found = searching.newest(self.connection, query, stretch, most=most)
            several = self.connection.execute(
                select(*_COLUMNS)
                .join(found, found.c.id == passages.c.id)
                .order_by(passages.c.id.desc())
            ).all()
            rows += cast("Sequence[_Row]", several)
            if stretch.since == 0 or len(rows) > RANKED:
                return rows
            stretch.go_on(len(rows), wanted=RANKED + 1)

    def _rank(self, query: Query, rows: Sequence[_Row], ranking: Ranking) -> Iterator[_Found]:
        """Rank passages, and leave out those that only look like what fits."""
        exact = exact_words(query)
        if exact is None:
            whole = self._read_several([row[0] for row in rows])
            rows = [row for row in rows if fits(query, whole[row[0]])]
        for number, kind, day, text, weight in rows:
            looked = look(text)
            if not exact or all(looked.places(words) for words in exact):
                score = ranking.rank(looked, kind=kind, weight=weight)
                yield _Found(score, day or "", number, kind, text)

    def _read_several(self, numbers: Sequence[int]) -> dict[int, Passage]:
        return {
            row.id: _read(row)
            for at in range(0, len(numbers), _AT_ONCE)
            for row in self.connection.execute(
                select(passages).where(passages.c.id.in_(numbers[at : at + _AT_ONCE]))
            )
        }

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


def _read(row: Row[tuple[object, ...]]) -> Passage:
    lists = unpack(_Lists, row.lists)
    return Passage(
        kind=row.kind,
        subject=row.subject,
        text=row.text,
        spans=lists.spans,
        story=row.story,
        report=row.report,
        outlets=lists.outlets,
        speakers=lists.speakers,
        names=lists.names,
        day=row.day,
        weight=row.weight,
    )


def _fold(found: Sequence[_Found]) -> list[list[_Found]]:
    """Put the same words together, in the order of the best."""
    groups: dict[tuple[str, str], list[_Found]] = {}
    for one in found:
        groups.setdefault((one.kind, one.text), []).append(one)
    return list(groups.values())


def _by_age(one: _Found) -> tuple[str, int]:
    return one.day or "~", one.number


def _show(group: Sequence[_Found], whole: Mapping[int, Passage], words: Sequence[Words]) -> Hit:
    several = [whole[one.number] for one in group]
    snippet, marks = cut_snippet(several[0].text, words)
    subjects = dict.fromkeys(passage.subject for passage in several)
    return Hit(
        passage=several[0],
        score=max(one.score for one in group),
        snippet=snippet,
        marks=marks,
        also=tuple(subjects)[1:],
    )
