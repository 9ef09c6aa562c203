"""What is watched, and who is told."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, Table

from stemma.stores.tables.metadata import schema
from stemma.stores.text import Text

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
    Column("visits", Integer, nullable=False),
    Column("revisit", Text, index=True),
    Column("failures", Integer, nullable=False),
    Column("problem", Text),
    Index("ix_feed_entries_waiting", "state", "host", "published"),
)
"""Articles that lists name, each once, by its canonical address; ``raw`` are the bytes that came,
``final_url`` where they came from, ``problem`` what went wrong last. ``visits`` counts later looks
at an article, ``revisit`` is when it is looked at again, empty for never."""

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
    Column("at", Text, nullable=False, index=True),
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
