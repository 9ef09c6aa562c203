"""What incremental grouping finds candidates in."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, text

from stemma.stores.tables.metadata import schema
from stemma.stores.text import Text

COMMON = 40
"""The number of reports from which on a word is found by its number of reports."""

index_reports = Table(
    "index_reports",
    schema,
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("report", Text, ForeignKey("reports.id"), nullable=False, unique=True),
    Column("day", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""What grouping looks at in a report. ``place`` is the report's ``seq``; ``day`` the one on which
it was published, or else first seen, counted from 1 January of the year 1."""

index_terms = Table(
    "index_terms",
    schema,
    Column("term", Text, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""The words that a report is found by, its most telling ones."""

index_words = Table(
    "index_words",
    schema,
    Column("word", Text, primary_key=True),
    Column("reports", Integer, nullable=False),
    Index(
        "ix_index_words_common",
        "reports",
        sqlite_where=text(f"reports >= {COMMON}"),
        postgresql_where=text(f"reports >= {COMMON}"),
    ),
    sqlite_with_rowid=False,
)
"""How many reports have a word: among how many of them it still tells one story from another."""
