"""Accounts and tokens as people manage them; every change is written down with who made it."""

import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from secrets import token_hex

from stemma.access import secret
from stemma.access.moments import Clock, shift
from stemma.access.passwords import Passwords, check_password
from stemma.errors import UsageError
from stemma.model import Account, Actor, ApiToken, Deed, Role
from stemma.model.account import ROLES, allows
from stemma.model.deed import Act
from stemma.stores import Ledger, Store

DAYS, MOST_DAYS = 365, 3650
"""How long a token holds unless something else is asked for, and at most."""

_LONGEST_NAME = 100
_LONGEST_LABEL = 200
_ID_BYTES = 6
_ID_MARK = "token:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The accounts of a store."""

    store: Store
    clock: Clock
    passwords: Passwords

    def accounts(self) -> tuple[Account, ...]:
        """Give every account, by name."""
        with self.store.read() as ledger:
            return ledger.accounts.all()

    def tokens(self, name: str | None = None) -> tuple[ApiToken, ...]:
        """Give all tokens, or an account's, in the order of making."""
        with self.store.read() as ledger:
            return ledger.api_tokens.all(name=name)

    def has_admin(self) -> bool:
        """Tell whether anybody could manage accounts."""
        return any(_is_admin(account) for account in self.accounts())

    def add(self, name: str, password: str, role: Role, *, actor: Actor) -> Account:
        """Add an account.

        Raises:
            UsageError: The name is taken or none, there is no such role, or the password is weak.
        """
        _check_role(role)
        told = _check_name(name)
        check_password(password, name=told)
        hashed = self.passwords.hash(password)
        account = Account(name=told, role=role, created=self.clock())
        with self.store.write() as ledger:
            if not ledger.accounts.add(account, password=hashed):
                message = f"there is an account {told!r} already"
                raise UsageError(message)
            self._note(ledger, "account_added", actor, about=told, detail=role)
        return account

    def set_role(self, name: str, role: Role, *, actor: Actor) -> None:
        """Let somebody do more or less, from their next request on.

        Raises:
            UsageError: There is no such account or role, or no admin would be left.
        """
        _check_role(role)
        with self.store.write() as ledger:
            account = _find(ledger, name)
            if role == account.role:
                return
            if role != "admin":
                _expect_another_admin(ledger, account)
            ledger.accounts.set_role(name, role)
            detail = f"{account.role} to {role}"
            self._note(ledger, "role_changed", actor, about=account.name, detail=detail)

    def set_password(self, name: str, password: str, *, actor: Actor) -> None:
        """Change a password, and log the account out everywhere.

        Raises:
            UsageError: There is no such account, or the password is weak.
        """
        check_password(password, name=name)
        hashed = self.passwords.hash(password)
        with self.store.write() as ledger:
            account = _find(ledger, name)
            ledger.accounts.set_password(name, hashed)
            ledger.sessions.end_all(name)
            ledger.failed_logins.forgive_all(name)
            self._note(ledger, "password_changed", actor, about=account.name)

    def disable(self, name: str, *, actor: Actor) -> None:
        """Let nobody in by an account; its sessions and tokens end at once.

        Raises:
            UsageError: There is no such account, or no admin would be left.
        """
        now = self.clock()
        with self.store.write() as ledger:
            account = _find(ledger, name)
            if account.disabled:
                return
            _expect_another_admin(ledger, account)
            ledger.accounts.set_disabled(name, now)
            ledger.sessions.end_all(name)
            ledger.api_tokens.revoke_all(name, at=now)
            self._note(ledger, "account_disabled", actor, about=account.name)

    def enable(self, name: str, *, actor: Actor) -> None:
        """Let somebody log in again.

        Raises:
            UsageError: There is no such account.
        """
        with self.store.write() as ledger:
            account = _find(ledger, name)
            if account.disabled:
                ledger.accounts.set_disabled(name, None)
                self._note(ledger, "account_enabled", actor, about=account.name)

    def make_token(
        self,
        name: str,
        label: str,
        role: Role,
        *,
        actor: Actor,
        days: int | None = DAYS,
    ) -> tuple[ApiToken, str]:
        """Make a token; give it, and what a program is to show, which is told this once.

        Args:
            name: The account that it belongs to.
            label: What it is for.
            role: What it may do.
            actor: Who makes it.
            days: How long it holds; None: until it is revoked.

        Raises:
            UsageError: There is no such account, or it is disabled or may do less than the role, or
                the token would hold for no day or for longer than ten years.
        """
        _check_role(role)
        if days is not None and not 0 < days <= MOST_DAYS:
            message = f"a token holds for 1 to {MOST_DAYS} days, or until it is revoked"
            raise UsageError(message)
        told = " ".join(label.split())
        if not 0 < len(told) <= _LONGEST_LABEL:
            message = f"say what the token is for, in at most {_LONGEST_LABEL} characters"
            raise UsageError(message)
        shown, now = secret.make_token_secret(), self.clock()
        with self.store.write() as ledger:
            account = _find(ledger, name)
            if account.disabled:
                message = f"the account {account.name!r} is disabled"
                raise UsageError(message)
            if not allows(account.role, role):
                message = f"{account.name!r} is a {account.role}: its tokens can be no {role}'s"
                raise UsageError(message)
            token = ApiToken(
                id=_ID_MARK + token_hex(_ID_BYTES),
                account=account.name,
                label=told,
                role=role,
                created=now,
                expires=None if days is None else shift(now, timedelta(days=days)),
            )
            ledger.api_tokens.keep(token, digest=secret.digest(shown))
            detail = f"{token.id}, {role}: {told}"
            self._note(ledger, "token_made", actor, about=account.name, detail=detail)
        return token, shown

    def revoke_token(self, name: str, *, actor: Actor, of: str | None = None) -> ApiToken:
        """Let a token hold no longer, by its id or the beginning of it.

        Args:
            name: The id, or the beginning of one.
            actor: Who revokes it.
            of: The account that it must belong to; None: any.

        Raises:
            UsageError: No token, or several, are named so.
        """
        with self.store.write() as ledger:
            token = _find_token(ledger.api_tokens.all(name=of), name)
            if ledger.api_tokens.revoke(token.id, at=self.clock()):
                detail = f"{token.id}: {token.label}"
                self._note(ledger, "token_revoked", actor, about=token.account, detail=detail)
        return token

    def _note(
        self, ledger: Ledger, act: Act, actor: Actor, *, about: str, detail: str | None = None
    ) -> None:
        at = self.clock()
        ledger.deeds.keep(Deed(at=at, act=act, actor=actor, about=about, detail=detail))


def _find(ledger: Ledger, name: str) -> Account:
    account = ledger.accounts.find(name)
    if account is None:
        message = f"there is no account {name!r}"
        raise UsageError(message)
    return account


def _find_token(tokens: tuple[ApiToken, ...], name: str) -> ApiToken:
    digits = name.removeprefix(_ID_MARK)
    found = [token for token in tokens if digits and token.id.startswith(_ID_MARK + digits)]
    if len(found) != 1:
        message = f"{len(found) or 'no'} tokens have an id that begins with {name!r}"
        raise UsageError(message)
    return found[0]


def _is_admin(account: Account) -> bool:
    return account.role == "admin" and account.disabled is None


def _expect_another_admin(ledger: Ledger, account: Account) -> None:
    others = (one for one in ledger.accounts.all() if one.name != account.name)
    if _is_admin(account) and not any(_is_admin(one) for one in others):
        message = f"{account.name!r} is the only admin: make another one first"
        raise UsageError(message)


def _check_role(role: str) -> None:
    if role not in ROLES:
        message = f"there is no role {role!r}: the roles are {', '.join(ROLES)}"
        raise UsageError(message)


def _check_name(name: str) -> str:
    """Give a name as it is told: with single spaces, and nothing that cannot be seen."""
    told = unicodedata.normalize("NFKC", " ".join(name.split()))
    unseen = any(unicodedata.category(letter).startswith("C") for letter in told)
    if unseen or not 0 < len(told) <= _LONGEST_NAME:
        message = f"{name!r} is no name: it has 1 to {_LONGEST_NAME} visible characters"
        raise UsageError(message)
    return told
