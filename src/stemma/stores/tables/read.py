"""What was read: bytes, reports, and finished work."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    UniqueConstraint,
)

from stemma.stores.tables.metadata import schema
from stemma.stores.text import Text

raws = Table(
    "raws",
    schema,
    Column("digest", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""Bytes as they came, each once, compressed; ``digest`` is their SHA-256, ``size`` in bytes."""

arrivals = Table(
    "arrivals",
    schema,
    Column("id", Integer, primary_key=True),
    Column("raw", Text, ForeignKey("raws.digest"), nullable=False),
    Column("path", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("url", Text),
    Column("content_type", Text),
    Column("seen", Text, nullable=False),
    UniqueConstraint("raw", "place"),
)
"""Where bytes came from, and when they were first seen there. ``place`` is a digest of ``path``
here and below: paths may be longer than a B-tree takes."""

failures = Table(
    "failures",
    schema,
    Column("place", Text, primary_key=True),
    Column("error", Text, primary_key=True),
    Column("path", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("raw", Text, ForeignKey("raws.digest")),
    Column("seen", Text, nullable=False),
)
"""What could not be read or understood, until it can be."""

runs = Table(
    "runs",
    schema,
    Column("id", Text, primary_key=True),
    Column("method", Text, nullable=False),
    Column("settings", Text, nullable=False),
)
"""Methods with their settings."""

work = Table(
    "work",
    schema,
    Column("kind", Text, primary_key=True),
    Column("input", Text, primary_key=True),
    Column("run", Text, ForeignKey("runs.id"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""Finished work, by what went in and what made it."""

reports = Table(
    "reports",
    schema,
    Column("id", Text, primary_key=True),
    Column("seq", Integer, nullable=False, unique=True),
    Column("article", Text, nullable=False, index=True),
    Column("raw", Text, ForeignKey("raws.digest"), nullable=False, index=True),
    Column("run", Text, ForeignKey("runs.id"), nullable=False),
    Column("url", Text),
    Column("outlet", Text),
    Column("published", Text, index=True),
    Column("language", Text, nullable=False),
    Column("words", Text, nullable=False, index=True),
    Column("seen", Text, nullable=False),
    Column("superseded_by", Text, ForeignKey("reports.id"), index=True),
    Column("body", LargeBinary, nullable=False),
    Index("ix_reports_url", "url", postgresql_using="hash"),
    Index("ix_reports_outlet", "outlet", postgresql_using="hash"),
)
"""Reports in order of arrival (``seq``). ``words`` is a digest of the words of the body's
sentences: copies of one report share it. ``superseded_by`` is the next version of the article.
Addresses and names of outlets are what pages say, and may be longer than a B-tree takes."""

report_paths = Table(
    "report_paths",
    schema,
    Column("report", Text, ForeignKey("reports.id"), primary_key=True),
    Column("place", Text, primary_key=True),
    Column("path", Text, nullable=False),
)
"""Every input that folded into a report."""
