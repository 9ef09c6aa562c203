"""Who did what, and when: a line of the audit log."""

from dataclasses import dataclass
from typing import Literal

Act = Literal[
    "login",
    "failed_login",
    "logout",
    "verdict",
    "undo",
    "reports_added",
    "account_added",
    "role_changed",
    "password_changed",
    "account_disabled",
    "account_enabled",
    "token_made",
    "token_revoked",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who does something.

    ``through`` is ``session``, ``token`` with its id, ``desk`` (without accounts) or ``command
    line``; ``address`` is the network address that it came from.
    """

    name: str
    through: str
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that was done; ``about`` is an account, a verdict's or a token's id."""

    at: str
    act: Act
    actor: Actor
    about: str | None = None
    detail: str | None = None
