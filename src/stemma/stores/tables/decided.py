"""What became of articles, and what people decided."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table

from stemma.stores.tables.metadata import schema
from stemma.stores.text import Text

revisions = Table(
    "revisions",
    schema,
    Column("later", Text, ForeignKey("reports.id"), primary_key=True),
    Column("earlier", Text, ForeignKey("reports.id"), nullable=False, index=True),
    Column("seen", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""Which version of an article follows which, what shows it, and when the pair was first held."""

verdicts = Table(
    "verdicts",
    schema,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undoes", Text, ForeignKey("verdicts.id"), unique=True),
    Column("body", LargeBinary, nullable=False),
)
"""People's decisions, append-only: nothing here is ever changed or deleted."""
