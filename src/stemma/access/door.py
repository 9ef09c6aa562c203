"""Logging in and out."""

from dataclasses import dataclass
from datetime import timedelta

from stemma.access import secret, throttle
from stemma.access.moments import Clock, shift
from stemma.access.passwords import LONGEST, Passwords
from stemma.model import Account, Actor, Deed
from stemma.model.deed import Act
from stemma.stores import Ledger, Store

IDLE = timedelta(hours=12)
AT_MOST = timedelta(days=7)

_UNKNOWN = ""
"""Stands for names that are nobody's: people type passwords where a name belongs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """Somebody is in; ``secret`` is what the browser is to show from now on."""

    account: Account
    secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Somebody is not; ``wait`` is in how many seconds to try again, 0: at once."""

    wait: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Where people come in and go."""

    store: Store
    clock: Clock
    passwords: Passwords

    def enter(self, name: str, password: str, *, address: str) -> Entered | Refused:
        """Start a new session, whatever the browser showed until now."""
        proved = self._prove(name, password, address)
        if isinstance(proved, Refused):
            return proved
        now = self.clock()
        shown = secret.make_session_secret()
        with self.store.write() as ledger:
            account = ledger.accounts.find(name)
            if not _may_enter(ledger, account, proved) or account is None:
                return Refused()
            throttle.forgive(ledger, name, address)
            self._renew(ledger, name, proved, password)
            ledger.sessions.forget(now=now, idle_since=shift(now, -IDLE))
            expires = shift(now, AT_MOST)
            ledger.sessions.start(secret.digest(shown), name, now=now, expires=expires)
            ledger.deeds.keep(_deed("login", account.name, address, now))
        return Entered(account=account, secret=shown)

    def prove(self, name: str, password: str, *, address: str) -> Refused | None:
        """Tell whether somebody knows an account's password; None: they do."""
        proved = self._prove(name, password, address)
        if isinstance(proved, Refused):
            return proved
        with self.store.write() as ledger:
            throttle.forgive(ledger, name, address)
        return None

    def leave(self, shown: str, actor: Actor) -> None:
        """End a session."""
        with self.store.write() as ledger:
            if ledger.sessions.end(secret.digest(shown)):
                ledger.deeds.keep(Deed(at=self.clock(), act="logout", actor=actor))

    def leave_everywhere(self, actor: Actor) -> None:
        """End every session of whoever asks for it."""
        with self.store.write() as ledger:
            count = ledger.sessions.end_all(actor.name)
            detail = f"everywhere: {count}"
            ledger.deeds.keep(Deed(at=self.clock(), act="logout", actor=actor, detail=detail))

    def _prove(self, name: str, password: str, address: str) -> str | Refused:
        """Give the hash that a password was found right by."""
        now = self.clock()
        with self.store.write() as ledger:
            wait = throttle.reserve(ledger, name, address, now=now)
            if wait:
                return Refused(wait=wait)
            account = ledger.accounts.find(name)
            kept = ledger.accounts.password(name)
        right = self.passwords.verify(kept, password[: LONGEST + 1])
        if kept is not None and right and account is not None and account.disabled is None:
            return kept
        with self.store.write() as ledger:
            who = account.name if account else _UNKNOWN
            detail = "disabled" if account and account.disabled else None
            ledger.deeds.keep(_deed("failed_login", who, address, now, detail))
        return Refused()

    def _renew(self, ledger: Ledger, name: str, kept: str, password: str) -> None:
        """Hash anew, as now recommended, what was hashed otherwise."""
        if self.passwords.is_outdated(kept):
            ledger.accounts.set_password(name, self.passwords.hash(password))


def _may_enter(ledger: Ledger, account: Account | None, kept: str) -> bool:
    """Tell whether what was proved still holds: somebody may have changed it in the meantime."""
    if account is None or account.disabled is not None:
        return False
    return ledger.accounts.password(account.name) == kept


def _deed(act: Act, name: str, address: str, at: str, detail: str | None = None) -> Deed:
    actor = Actor(name=name, through="session", address=address)
    return Deed(at=at, act=act, actor=actor, detail=detail)
