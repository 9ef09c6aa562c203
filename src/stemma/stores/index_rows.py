"""Many rows of the index at once, which the two databases take and give in ways of their own.

PostgreSQL takes words as an array, and looks sideways for the rows near a day under each
(``LATERAL``). SQLite takes rows one after the other, and two queries a word in one.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Integer,
    LargeBinary,
    TextualSelect,
    bindparam,
    column,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite

from stemma.stores.codec import unpack
from stemma.stores.dialects import is_sqlite
from stemma.stores.tables import index_terms, index_words
from stemma.stores.text import Text

_SIDES = {
    "before": "<= :day ORDER BY day DESC, place DESC",
    "after": "> :day ORDER BY day, place",
}
_LATERAL = """
    SELECT wanted.weight, near.place
    FROM unnest(CAST(:terms AS TEXT[]), CAST(:weights AS INTEGER[])) AS wanted (term, weight)
    CROSS JOIN LATERAL (
        (SELECT place FROM index_terms
         WHERE term = wanted.term COLLATE "C" AND day <= :day
         ORDER BY day DESC, place DESC LIMIT :half)
        UNION ALL
        (SELECT place FROM index_terms
         WHERE term = wanted.term COLLATE "C" AND day > :day
         ORDER BY day, place LIMIT :half)
    ) AS near
"""


_COUNT = """
    INSERT INTO index_words (word, reports)
    SELECT word, 1 FROM unnest(CAST(:words AS TEXT[])) AS new (word)
    ON CONFLICT (word) DO UPDATE SET reports = index_words.reports + 1
"""
_ENTER = """
    INSERT INTO index_terms (term, day, place)
    SELECT term, :day, :place FROM unnest(CAST(:terms AS TEXT[])) AS new (term)
"""
_WORDS = postgresql.ARRAY(Text)


def count_words(connection: Connection, words: Sequence[str]) -> None:
    """Count one report more for each word."""
    if is_sqlite(connection):
        one_more = {"reports": index_words.c.reports + 1}
        new = sqlite.insert(index_words).on_conflict_do_update(["word"], set_=one_more)
        connection.execute(new, [{"word": word, "reports": 1} for word in words])
    else:
        query = text(_COUNT).bindparams(bindparam("words", type_=_WORDS))
        connection.execute(query, {"words": list(words)})


def enter_terms(connection: Connection, terms: Sequence[str], *, day: int, place: int) -> None:
    """Let a report be found under terms."""
    if not terms:
        return
    if is_sqlite(connection):
        rows = [{"term": term, "day": day, "place": place} for term in terms]
        connection.execute(index_terms.insert(), rows)
    else:
        query = text(_ENTER).bindparams(bindparam("terms", type_=_WORDS))
        connection.execute(query, {"terms": list(terms), "day": day, "place": place})


def find_near(
    connection: Connection, terms: Mapping[str, int], *, day: int, under: int, most: int
) -> Sequence[bytes]:
    """Give the packed features of ``most`` reports under terms that weigh most (see ``Index``)."""
    limits = {"day": day, "half": under // 2, "most": most}
    if is_sqlite(connection):
        query = _query_each(len(terms))
        wanted = {
            **{f"term_{at}": term for at, term in enumerate(terms)},
            **{f"weight_{at}": weight for at, weight in enumerate(terms.values())},
        }
        rows = connection.execute(query, {**limits, **wanted})
    else:
        arrays = {"terms": list(terms), "weights": list(terms.values())}
        rows = connection.execute(_query_arrays(), {**limits, **arrays})
    return [unpack(bytes, body) for (body,) in rows.all()]


@cache
def _query_each(terms: int) -> TextualSelect:
    """Ask for so many terms by name."""
    near = " UNION ALL ".join(
        f"SELECT * FROM (SELECT :weight_{at} AS weight, place FROM index_terms "  # noqa: S608 - numbers alone
        f"WHERE term = :term_{at} AND day {side} LIMIT :half) AS near_{at}_{name}"
        for at in range(terms)
        for name, side in _SIDES.items()
    )
    names = [bindparam(f"term_{at}", type_=Text) for at in range(terms)]
    weights = [bindparam(f"weight_{at}", type_=Integer) for at in range(terms)]
    return _query_bodies(near, *names, *weights)


@cache
def _query_arrays() -> TextualSelect:
    """Ask for any number of terms."""
    return _query_bodies(
        _LATERAL,
        bindparam("terms", type_=_WORDS),
        bindparam("weights", type_=postgresql.ARRAY(Integer)),
    )


def _query_bodies(near: str, *parameters: BindParameter[Any]) -> TextualSelect:
    found = (
        f"SELECT place, SUM(weight) AS weighs FROM ({near}) AS near "  # noqa: S608 - our own words
        "GROUP BY place ORDER BY weighs DESC, place LIMIT :most"
    )
    query = (
        f"SELECT body FROM ({found}) AS found JOIN index_reports "  # noqa: S608 - the same
        "ON index_reports.place = found.place ORDER BY weighs DESC, found.place"
    )
    limits = (bindparam(name, type_=Integer) for name in ("day", "half", "most"))
    return text(query).bindparams(*parameters, *limits).columns(column("body", LargeBinary))
