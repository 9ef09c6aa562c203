"""Stories, what is told of them, and what a search finds."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
)

from stemma.stores.tables.metadata import schema
from stemma.stores.text import Text

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
    Column("dates", LargeBinary),
)
"""Stories: ``redirect`` leads from one that was merged away; a ``stale`` one is to be told anew;
``told_from`` is the digest of what the told ``body``, and its short ``summary``, were made from,
``run`` what made them; ``dates`` are those of reports that others of the story date; ``size``
counts reports."""

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

passages = Table(
    "passages",
    schema,
    Column("id", Integer, primary_key=True),
    Column("owner", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("story", Text),
    Column("report", Text),
    Column("day", Text),
    Column("text", Text, nullable=False),
    Column("weight", Float, nullable=False),
    Column("lists", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
"""What a search finds: texts of reports, claims, quotes and names. ``subject`` is the id that a
hit leads to, ``owner`` the report or story with which the passage comes and goes; ``lists`` are its
spans, outlets, speakers and names. Ids go up and are never used again. The index of words, in
``passage_words``, is made by ``stores/searching.py``: it differs between databases."""
