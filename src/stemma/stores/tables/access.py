"""Who may come in, who is in, and who did what."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from stemma.stores.tables.metadata import schema
from stemma.stores.text import Text

accounts = Table(
    "accounts",
    schema,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("disabled", Text),
)
"""``key`` is the folded name; ``password`` an Argon2 hash (RFC 9106) in its own notation."""

sessions = Table(
    "sessions",
    schema,
    Column("digest", Text, primary_key=True),
    Column("account", Text, ForeignKey("accounts.key"), nullable=False, index=True),
    Column("created", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("expires", Text, nullable=False),
)
"""Browsers that are logged in; ``digest`` is the SHA-256 of what the browser holds."""

api_tokens = Table(
    "api_tokens",
    schema,
    Column("id", Text, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("account", Text, ForeignKey("accounts.key"), nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("expires", Text),
    Column("used", Text),
    Column("revoked", Text),
)
"""What programs show; ``digest`` is the SHA-256 of it."""

failed_logins = Table(
    "failed_logins",
    schema,
    Column("seq", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("at", Text, nullable=False),
    Index("ix_failed_logins_key", "key", "at"),
    Index("ix_failed_logins_address", "address", "at"),
)
"""Logins of late that failed or are not decided yet, so that all processes count them together;
``key`` is the SHA-256 of the folded name that was tried."""

deeds = Table(
    "deeds",
    schema,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("through", Text, nullable=False),
    Column("address", Text),
    Column("about", Text),
    Column("detail", Text),
)
"""The audit log, append-only: nothing here is ever changed or deleted."""

KEPT_HERE = frozenset({"accounts", "sessions", "api_tokens", "failed_logins", "deeds"})
"""The tables that never leave a store with an export, and never come with one."""
