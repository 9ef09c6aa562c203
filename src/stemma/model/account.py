"""Who may work at the desk: accounts, what their roles allow, and the tokens of programs."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

Role = Literal["reader", "editor", "admin"]
"""A reader sees; an editor also decides and undoes; an admin also manages accounts."""

ROLES: tuple[Role, ...] = ("reader", "editor", "admin")
"""From the least to the most that is allowed."""


def allows(role: Role, needed: Role) -> bool:
    """Tell whether a role may do what another may."""
    return ROLES.index(role) >= ROLES.index(needed)


def lesser(left: Role, right: Role) -> Role:
    """Give the role that may do less."""
    return right if allows(left, right) else left


def fold(name: str) -> str:
    """Give what two spellings of one account's name share (Unicode NFKC, case folded)."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who may log in; no two names differ by case or width alone.

    Times are UTC, ISO 8601; ``disabled`` is since when nobody may log in so, None: one may.
    """

    name: str
    role: Role
    created: str
    disabled: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A browser that somebody logged in with: until ``expires``, or until it is idle for long."""

    account: Account
    created: str
    seen: str
    expires: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiToken:
    """What a program shows instead of a password; what it shows is nowhere kept.

    It allows what ``role`` and the role of its account both allow, until ``expires``; None: for
    good.
    """

    id: str
    account: str
    label: str
    role: Role
    created: str
    expires: str | None = None
    used: str | None = None
    revoked: str | None = None
