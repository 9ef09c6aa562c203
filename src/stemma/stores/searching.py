"""The index of words of passages: FTS5 on SQLite, tsvector with GIN on PostgreSQL.

Both hold the same words, cut and stemmed by ``search``; neither database looks at the language.
What people type reaches a database as words between quotation marks, and as nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Integer, Subquery, TextClause, text

from stemma.model.passage import Passage
from stemma.search import (
    EVERY,
    All,
    Either,
    Label,
    Node,
    Not,
    Query,
    Words,
    labels_of,
    look,
    loosen,
    stems_of,
    written,
)
from stemma.stores.dialects import is_sqlite

TABLE = "passage_words"
"""The names of FTS5's own tables begin with it too."""

_FIRST_STRETCH = 4_000
_WALKED = 100_000
"""Wider stretches are not walked through: the index of words says where to look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    """The statements of one database."""

    make: tuple[TextClause, ...]
    insert: TextClause
    delete: TextClause
    clear: TextClause
    walk: TextClause
    find: TextClause


_NEWEST_IN_FTS5 = text(
    "SELECT rowid AS id FROM passage_words WHERE passage_words MATCH :query "
    "AND rowid >= :since AND rowid < :before ORDER BY rowid DESC LIMIT :most"
)
_FTS5 = _Index(
    # contentless: what it holds is worked out anew from ``passages``
    make=(
        text(
            "CREATE VIRTUAL TABLE passage_words USING fts5("
            "words, content='', columnsize=0, tokenize=\"ascii tokenchars '\\:.-'\")"
        ),
    ),
    insert=text("INSERT INTO passage_words (rowid, words) VALUES (:id, :words)"),
    delete=text(
        "INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', :id, :words)"
    ),
    clear=text("INSERT INTO passage_words (passage_words) VALUES ('delete-all')"),
    walk=_NEWEST_IN_FTS5,
    find=_NEWEST_IN_FTS5,
)
_TSVECTOR = _Index(
    make=(
        text(
            "CREATE TABLE passage_words ("
            "id INTEGER PRIMARY KEY REFERENCES passages (id), words TSVECTOR NOT NULL)"
        ),
        # what is still to be merged into the index is looked through by every search
        text(
            "CREATE INDEX ix_passage_words_words ON passage_words USING gin (words) "
            "WITH (gin_pending_list_limit = 256)"
        ),
        # numbers go up with the pages: both indexes together leave out what is older
        text(
            "CREATE INDEX ix_passage_words_id ON passage_words USING brin (id) "
            "WITH (pages_per_range = 8, autosummarize = on)"
        ),
    ),
    insert=text("INSERT INTO passage_words (id, words) VALUES (:id, CAST(:words AS tsvector))"),
    delete=text("DELETE FROM passage_words WHERE id = :id"),
    clear=text("DELETE FROM passage_words"),
    # OFFSET 0: the planner leaves it at that, walks down by number, and stops where it has enough
    walk=text(
        "SELECT id FROM (SELECT id, words FROM passage_words WHERE id >= :since AND id < :before "
        "ORDER BY id DESC OFFSET 0) AS newest WHERE words @@ CAST(:query AS tsquery) LIMIT :most"
    ),
    # materialised: the limit would tempt the planner to walk through all passages by number
    find=text(
        "WITH found AS MATERIALIZED (SELECT id FROM passage_words "
        "WHERE words @@ CAST(:query AS tsquery) AND id >= :since AND id < :before) "
        "SELECT id FROM found ORDER BY id DESC LIMIT :most"
    ),
)

# and, until the transaction ends: a plan for every query, because one that is made once for all
# reads the words asked for anew at every passage, and does not know how wide a stretch is; and
# none that reads the whole table, even where it expects the most common words to fit often
_LAST_NUMBER = text(
    "SELECT MAX(id), set_config('plan_cache_mode', 'force_custom_plan', true), "
    "set_config('enable_seqscan', 'off', true) FROM passage_words"
)


@dataclass(slots=True, kw_only=True)
class Stretches:
    """Stretches of numbers, one below the other, the first of which ends at ``top``.

    The present one ends at ``before`` and is so wide; ``walked`` says how it is looked through.
    """

    top: int
    before: int
    width: int
    walked: bool = True

    @property
    def since(self) -> int:
        """Give the first number of the present stretch."""
        return max(0, self.before - self.width)

    def go_on(self, found: int, *, wanted: int) -> None:
        """Take the next stretch, which should have the rest of what is wanted.

        ``found`` is how much all stretches so far have had.
        """
        self.before = self.since
        self.width = (self.top - self.before) * (wanted - found) // max(1, found) * 3 // 2
        self.walked = self.width <= _WALKED


def make_index(connection: Connection) -> None:
    """Make the index, in a migration."""
    for statement in _index(connection).make:
        connection.execute(statement)


def insert(connection: Connection, passages: Sequence[tuple[int, Passage]]) -> None:
    """Let passages be found, by their numbers."""
    _each(connection, _index(connection).insert, passages)


def delete(connection: Connection, passages: Sequence[tuple[int, Passage]]) -> None:
    """Let passages no longer be found; they have to be as they were when they were inserted."""
    _each(connection, _index(connection).delete, passages)


def clear(connection: Connection) -> None:
    """Let nothing be found."""
    connection.execute(_index(connection).clear)


def stretches(connection: Connection, *, before: int) -> Stretches:
    """Say from which number on to look, again and again, until enough is found below ``before``.

    FTS5 walks from the newest down, and stops by itself. PostgreSQL's index of words gives all that
    fits: so the newest passages are walked through first, then a stretch in which there should be
    enough.
    """
    if is_sqlite(connection):
        return Stretches(top=before, before=before, width=before)
    last = connection.scalar(_LAST_NUMBER) or 0
    top = min(before, last + 1)
    return Stretches(top=top, before=top, width=_FIRST_STRETCH)


def newest(connection: Connection, query: Query, stretch: Stretches, *, most: int) -> Subquery:
    """Select the numbers (``id``) of the newest passages of a stretch that fit.

    Exact forms of words are not looked at: more may be selected than fits.
    """
    tree = loosen(query)
    asked = _in_fts5(tree) if is_sqlite(connection) else _in_tsquery(tree)
    index = _index(connection)
    found = (index.walk if stretch.walked else index.find).bindparams(
        query=asked, since=stretch.since, before=stretch.before, most=most
    )
    return found.columns(id=Integer).subquery()


def _index(connection: Connection) -> _Index:
    return _FTS5 if is_sqlite(connection) else _TSVECTOR


def _each(
    connection: Connection, statement: TextClause, passages: Sequence[tuple[int, Passage]]
) -> None:
    rows = [{"id": number, "words": _written(connection, passage)} for number, passage in passages]
    if rows:
        connection.execute(statement, rows)


def _written(connection: Connection, passage: Passage) -> str:
    words = [*look(passage.text).stems, *labels_of(passage)]
    if is_sqlite(connection):
        return " ".join(words)
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words, start=1):
        places.setdefault(word, []).append(place)
    return " ".join(f"{_lexeme(word)}:{','.join(map(str, at))}" for word, at in places.items())


def _in_fts5(node: Node) -> str:
    """Write a query as FTS5 reads it: strings, AND, OR, NOT and brackets."""
    match node:
        case Words():
            return _string(stems_of(node.forms))
        case Label():
            return _string(written(node)) + (" *" if node.begins else "")
        case Either():
            return f"({' OR '.join(_in_fts5(part) for part in node.parts)})"
        case Not():
            return f"({_string([EVERY])} NOT {_in_fts5(node.part)})"
        case All():
            wanted = [_in_fts5(part) for part in node.parts if not isinstance(part, Not)]
            kept = f"({' AND '.join(wanted or [_string([EVERY])])})"
            left_out = [_in_fts5(part.part) for part in node.parts if isinstance(part, Not)]
            return f"({kept} NOT ({' OR '.join(left_out)}))" if left_out else kept


def _in_tsquery(node: Node) -> str:
    """Write a query as PostgreSQL's type ``tsquery`` reads it."""
    match node:
        case Words():
            return _phrase(stems_of(node.forms))
        case Label():
            return _phrase(written(node)) + (":*" if node.begins else "")
        case Either():
            return f"({' | '.join(_in_tsquery(part) for part in node.parts)})"
        case Not():
            return f"({_lexeme(EVERY)} & !{_in_tsquery(node.part)})"
        case All():
            wanted = [_in_tsquery(part) for part in node.parts if not isinstance(part, Not)]
            left_out = [_in_tsquery(part.part) for part in node.parts if isinstance(part, Not)]
            kept = [*(wanted or [_lexeme(EVERY)]), *(f"!{part}" for part in left_out)]
            return f"({' & '.join(kept)})"


def _string(words: Sequence[str]) -> str:
    return '"' + " ".join(words).replace('"', '""') + '"'


def _phrase(words: Sequence[str]) -> str:
    if len(words) == 1:
        return _lexeme(words[0])
    return f"({' <-> '.join(_lexeme(word) for word in words)})"


def _lexeme(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
