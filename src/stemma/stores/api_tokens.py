"""Tokens of programs, found by the digest of what a program shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from stemma.model import Account, ApiToken
from stemma.model.account import fold
from stemma.stores.accounts import TOLD, account_of
from stemma.stores.tables import accounts, api_tokens

_COLUMNS = (
    api_tokens.c.id,
    accounts.c.name,
    api_tokens.c.label,
    api_tokens.c.role,
    api_tokens.c.created,
    api_tokens.c.expires,
    api_tokens.c.used,
    api_tokens.c.revoked,
)


@dataclass(frozen=True, slots=True)
class ApiTokens:
    """What programs show, those that were revoked or have expired included."""

    connection: Connection

    def keep(self, token: ApiToken, *, digest: str) -> None:
        """Add a token."""
        row = {
            "id": token.id,
            "digest": digest,
            "account": fold(token.account),
            "label": token.label,
            "role": token.role,
            "created": token.created,
            "expires": token.expires,
            "used": token.used,
            "revoked": token.revoked,
        }
        self.connection.execute(insert(api_tokens).values(**row))

    def find(self, digest: str) -> tuple[ApiToken, Account] | None:
        """Give the token with this digest, and its account as it is now."""
        query = select(*_COLUMNS, *TOLD).join_from(api_tokens, accounts)
        row = self.connection.execute(query.where(api_tokens.c.digest == digest)).one_or_none()
        if row is None:
            return None
        return _token(row[: len(_COLUMNS)]), account_of(row[len(_COLUMNS) :])

    def all(self, *, name: str | None = None) -> tuple[ApiToken, ...]:
        """Give all tokens, or those of one account, in the order of making."""
        query = select(*_COLUMNS).join_from(api_tokens, accounts)
        if name is not None:
            query = query.where(api_tokens.c.account == fold(name))
        rows = self.connection.execute(query.order_by(api_tokens.c.created, api_tokens.c.id))
        return tuple(_token(row) for row in rows)

    def use(self, name: str, *, at: str) -> None:
        """Note that the token with this id was used."""
        self.connection.execute(update(api_tokens).where(api_tokens.c.id == name).values(used=at))

    def revoke(self, name: str, *, at: str) -> bool:
        """Let the token with this id hold no longer; tell whether it held until now."""
        held = api_tokens.c.id == name, api_tokens.c.revoked.is_(None)
        revoked = self.connection.execute(update(api_tokens).where(*held).values(revoked=at))
        return revoked.rowcount > 0

    def revoke_all(self, account: str, *, at: str) -> int:
        """Let no token of an account hold any longer; give how many did."""
        held = api_tokens.c.account == fold(account), api_tokens.c.revoked.is_(None)
        revoked = self.connection.execute(update(api_tokens).where(*held).values(revoked=at))
        return revoked.rowcount


def _token(row: Sequence[Any]) -> ApiToken:
    name, account, label, role, created, expires, used, revoked = row
    return ApiToken(
        id=name,
        account=account,
        label=label,
        role=role,
        created=created,
        expires=expires,
        used=used,
        revoked=revoked,
    )
