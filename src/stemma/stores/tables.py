"""The schema: every table of a store, on SQLite as on PostgreSQL.

Times are UTC, ISO 8601 with seconds and ``Z``. ``body`` columns hold packed values (``codec``).
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
)

from stemma.stores.text import Text

schema = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

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
    Column("url", Text),
    Column("content_type", Text),
    Column("seen", Text, nullable=False),
    UniqueConstraint("raw", "path"),
)
"""Where bytes came from, and when they were first seen there."""

failures = Table(
    "failures",
    schema,
    Column("path", Text, primary_key=True),
    Column("error", Text, primary_key=True),
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
    Column("path", Text, primary_key=True),
)
"""Every input that folded into a report."""

stories = Table(
    "stories",
    schema,
    Column("id", Text, primary_key=True),
    Column("founded", Text, nullable=False),
    Column("changed", Text, nullable=False, index=True),
    Column("redirect", Text, ForeignKey("stories.id"), index=True),
    Column("stale", Boolean, nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("title", Text),
    Column("told_from", Text),
    Column("run", Text, ForeignKey("runs.id")),
    Column("summary", LargeBinary),
    Column("body", LargeBinary),
)
"""Stories: ``redirect`` leads from one that was merged away; a ``stale`` one is to be told anew;
``told_from`` is the digest of what the told ``body``, and its short ``summary``, were made from,
``run`` what made them; ``size`` counts reports."""

members = Table(
    "members",
    schema,
    Column("report", Text, ForeignKey("reports.id"), primary_key=True),
    Column("story", Text, ForeignKey("stories.id"), nullable=False, index=True),
)
"""Which story a report belongs to: the latest version of every article, and nothing else."""

story_log = Table(
    "story_log",
    schema,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("story", Text, ForeignKey("stories.id"), nullable=False, index=True),
    Column("event", Text, nullable=False),
    Column("other", Text, ForeignKey("stories.id")),
    Column("body", LargeBinary, nullable=False),
)
"""What became of stories: founded, joined, left, merged, split; with the reports and the reason."""

changes = Table(
    "changes",
    schema,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("story", Text, ForeignKey("stories.id"), nullable=False),
)
"""Every time that a story was told anew, in order: what is new since a reader last looked."""

ids = Table(
    "ids",
    schema,
    Column("id", Text, primary_key=True),
    Column("owner", Text, primary_key=True, index=True),
    Column("kind", Text, nullable=False),
    Column("short", Text, nullable=False, index=True),
)
"""Where an id is found: the story whose told value has it. ``short`` is its hexadecimal part."""

revisions = Table(
    "revisions",
    schema,
    Column("later", Text, ForeignKey("reports.id"), primary_key=True),
    Column("earlier", Text, ForeignKey("reports.id"), nullable=False, index=True),
    Column("seen", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""Which version of an article follows which, and what changed."""

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

passages = Table(
    "passages",
    schema,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("owner", Text, nullable=False, index=True),
    Column("subject", Text, nullable=False),
    Column("story", Text, index=True),
    Column("report", Text, index=True),
    Column("outlet", Text),
    Column("speaker", Text),
    Column("day", Text, index=True),
    Column("text", Text, nullable=False),
    Column("weight", Float, nullable=False),
)
"""What a search finds: texts of reports, claims, quotes and names. ``subject`` is the id that a
hit leads to, ``owner`` the report or story with which the passage comes and goes."""


feeds = Table(
    "feeds",
    schema,
    Column("url", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("depth", Integer, nullable=False),
    Column("kind", Text),
    Column("title", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("every", Float, nullable=False),
    Column("due", Text, nullable=False, index=True),
    Column("looked", Text),
    Column("failures", Integer, nullable=False),
    Column("problem", Text),
    Column("gone", Boolean, nullable=False),
)
"""Lists of news that are watched: ``url`` as it was named, ``at`` where it is now; ``every`` is in
seconds, ``due`` when it is to be asked next; ``depth`` counts the lists that lead to it."""

feed_links = Table(
    "feed_links",
    schema,
    Column("parent", Text, ForeignKey("feeds.url"), primary_key=True),
    Column("child", Text, ForeignKey("feeds.url"), primary_key=True),
)
"""Which list names which others."""

feed_entries = Table(
    "feed_entries",
    schema,
    Column("id", Text, primary_key=True),
    Column("feed", Text, ForeignKey("feeds.url"), nullable=False, index=True),
    Column("url", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("title", Text),
    Column("published", Text, nullable=False),
    Column("updated", Text),
    Column("state", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("fetched", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("raw", Text, ForeignKey("raws.digest")),
    Column("final_url", Text),
    Column("content_type", Text),
    Column("failures", Integer, nullable=False),
    Column("problem", Text),
    Index("ix_feed_entries_waiting", "state", "host", "published"),
)
"""Articles that lists name, each once, by its canonical address; ``raw`` are the bytes that came,
``final_url`` where they came from, ``problem`` what went wrong last."""

hosts = Table(
    "hosts",
    schema,
    Column("origin", Text, primary_key=True),
    Column("due", Text, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("robots_state", Text),
    Column("robots", Text, nullable=False),
    Column("robots_due", Text),
)
"""Hosts that are asked: not before ``due``; their robots.txt, which holds until ``robots_due``."""

alerts = Table(
    "alerts",
    schema,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("story", Text, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
)
"""What people were or are to be told, in order of finding."""

deliveries = Table(
    "deliveries",
    schema,
    Column("alert", Text, ForeignKey("alerts.id"), primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("delivered", Text),
    Column("due", Text, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("problem", Text),
    Index("ix_deliveries_waiting", "channel", "delivered", "due"),
)
"""The outbox: which alert goes where; ``delivered`` is empty until it is there."""
