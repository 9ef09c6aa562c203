"""Who it is that shows a session's secret or a token's."""

from dataclasses import dataclass
from datetime import timedelta

from stemma.access import secret
from stemma.access.door import IDLE
from stemma.access.moments import shift
from stemma.model import Role
from stemma.model.account import lesser
from stemma.stores import Store

_NOTED = timedelta(minutes=5)
"""Use is noted no oftener: to write takes a turn that others wait for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Somebody who is in: what they may do now, and through what they came.

    ``token`` is the id of the token, None for a session; ``to_be_noted`` tells that the store
    does not know yet that it is in use.
    """

    name: str
    role: Role
    token: str | None
    to_be_noted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Expired:
    """A program's token that held until a time, and would otherwise let its program in."""

    token: str
    at: str


def recognise(store: Store, shown: str, *, now: str) -> Visit | Expired | None:
    """Tell whose secret it is; None: nobody's who may come in."""
    digest = secret.digest(shown)
    noted = shift(now, -_NOTED)
    with store.read() as ledger:
        if secret.is_token(shown):
            found = ledger.api_tokens.find(digest)
            if found is None or found[0].revoked or found[1].disabled:
                return None
            token, account = found
            if token.expires is not None and token.expires <= now:
                return Expired(token=token.id, at=token.expires)
            return Visit(
                name=account.name,
                role=lesser(token.role, account.role),
                token=token.id,
                to_be_noted=(token.used or "") < noted,
            )
        session = ledger.sessions.find(digest)
    if session is None or session.account.disabled or session.expires <= now:
        return None
    if session.seen <= shift(now, -IDLE):
        return None
    return Visit(
        name=session.account.name,
        role=session.account.role,
        token=None,
        to_be_noted=session.seen < noted,
    )


def see(store: Store, shown: str, visit: Visit, *, now: str) -> None:
    """Note that a session or a token is in use."""
    with store.write() as ledger:
        if visit.token is None:
            ledger.sessions.see(secret.digest(shown), at=now)
        else:
            ledger.api_tokens.use(visit.token, at=now)
