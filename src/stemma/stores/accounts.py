"""Accounts, each with the hash of its password apart from what is told of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update

from stemma.model import Account, Role
from stemma.model.account import fold
from stemma.stores.dialects import insert_new
from stemma.stores.tables import accounts

TOLD = (accounts.c.name, accounts.c.role, accounts.c.created, accounts.c.disabled)
"""The columns that ``account_of`` reads."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """Who may log in; an account is found by any spelling of its name that folds to the same."""

    connection: Connection

    def add(self, account: Account, *, password: str) -> bool:
        """Add an account with the hash of its password; tell whether its name was free."""
        row = {
            "key": fold(account.name),
            "name": account.name,
            "password": password,
            "role": account.role,
            "created": account.created,
            "disabled": account.disabled,
        }
        return insert_new(self.connection, accounts, [row]) > 0

    def find(self, name: str) -> Account | None:
        """Give the account of this name."""
        row = self.connection.execute(
            select(*TOLD).where(accounts.c.key == fold(name))
        ).one_or_none()
        return None if row is None else account_of(row)

    def password(self, name: str) -> str | None:
        """Give the hash of an account's password."""
        query = select(accounts.c.password).where(accounts.c.key == fold(name))
        return self.connection.scalar(query)

    def all(self) -> tuple[Account, ...]:
        """Give every account, by name."""
        rows = self.connection.execute(select(*TOLD).order_by(accounts.c.key))
        return tuple(account_of(row) for row in rows)

    def set_role(self, name: str, role: Role) -> None:
        """Let an account do more or less."""
        self._set(name, {"role": role})

    def set_password(self, name: str, password: str) -> None:
        """Change the hash of an account's password."""
        self._set(name, {"password": password})

    def set_disabled(self, name: str, since: str | None) -> None:
        """Let nobody log in so from now on, or (None) let them again."""
        self._set(name, {"disabled": since})

    def _set(self, name: str, values: Mapping[str, str | None]) -> None:
        self.connection.execute(
            update(accounts).where(accounts.c.key == fold(name)).values(**values)
        )


def account_of(row: Sequence[Any]) -> Account:
    """Read the columns ``TOLD``."""
    name, role, created, disabled = row
    return Account(name=name, role=role, created=created, disabled=disabled)
