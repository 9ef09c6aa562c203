"""What is watched, as a store holds it."""

from dataclasses import dataclass
from typing import Literal

ArticleState = Literal["waiting", "held", "added", "same", "old", "failed"]
"""``waiting`` is to be fetched, ``held`` was fetched and is to be added, ``added`` is done,
``same`` leads to another article, ``old`` is older than what is fetched, ``failed`` was given
up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A list of news and when it is to be asked again; columns: see the schema."""

    url: str
    at: str
    host: str
    every: float
    due: str
    depth: int = 0
    kind: str | None = None
    title: str | None = None
    etag: str | None = None
    modified: str | None = None
    looked: str | None = None
    failures: int = 0
    problem: str | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article that a list names, and how far it is; columns: see the schema."""

    id: str
    feed: str
    url: str
    host: str
    published: str
    due: str
    state: ArticleState = "waiting"
    title: str | None = None
    updated: str | None = None
    fetched: str | None = None
    etag: str | None = None
    modified: str | None = None
    raw: str | None = None
    final_url: str | None = None
    content_type: str | None = None
    visits: int = 0
    revisit: str | None = None
    failures: int = 0
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A host by its origin (``https://news.example``); columns: see the schema."""

    origin: str
    due: str
    failures: int = 0
    robots_state: str | None = None
    robots: str = ""
    robots_due: str | None = None
