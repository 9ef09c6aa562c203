"""The schema: every table of a store, on SQLite as on PostgreSQL.

Times are UTC, ISO 8601 with seconds and ``Z``. ``body`` columns hold packed values (``codec``).
"""

from stemma.stores.tables.access import (
    KEPT_HERE,
    accounts,
    api_tokens,
    deeds,
    failed_logins,
    sessions,
)
from stemma.stores.tables.decided import revisions, verdicts
from stemma.stores.tables.index import COMMON, index_reports, index_terms, index_words
from stemma.stores.tables.metadata import schema
from stemma.stores.tables.read import arrivals, failures, raws, report_paths, reports, runs, work
from stemma.stores.tables.told import (
    changes,
    ids,
    members,
    passages,
    stories,
    story_log,
)
from stemma.stores.tables.watched import alerts, deliveries, feed_entries, feed_links, feeds, hosts

__all__ = [
    "COMMON",
    "KEPT_HERE",
    "accounts",
    "alerts",
    "api_tokens",
    "arrivals",
    "changes",
    "deeds",
    "deliveries",
    "failed_logins",
    "failures",
    "feed_entries",
    "feed_links",
    "feeds",
    "hosts",
    "ids",
    "index_reports",
    "index_terms",
    "index_words",
    "members",
    "passages",
    "raws",
    "report_paths",
    "reports",
    "revisions",
    "runs",
    "schema",
    "sessions",
    "stories",
    "story_log",
    "verdicts",
    "work",
]
