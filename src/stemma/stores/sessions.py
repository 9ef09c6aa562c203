"""Sessions, found by the digest of what a browser holds."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select, update

from stemma.model import Session
from stemma.model.account import fold
from stemma.stores.accounts import TOLD, account_of
from stemma.stores.tables import accounts, sessions


@dataclass(frozen=True, slots=True)
class Sessions:
    """Who is logged in."""

    connection: Connection

    def start(self, digest: str, name: str, *, now: str, expires: str) -> None:
        """Let a browser in as the account of this name."""
        row = {
            "digest": digest,
            "account": fold(name),
            "created": now,
            "seen": now,
            "expires": expires,
        }
        self.connection.execute(insert(sessions).values(**row))

    def find(self, digest: str) -> Session | None:
        """Give a session with its account as it is now."""
        query = (
            select(*TOLD, sessions.c.created, sessions.c.seen, sessions.c.expires)
            .join_from(sessions, accounts)
            .where(sessions.c.digest == digest)
        )
        row = self.connection.execute(query).one_or_none()
        if row is None:
            return None
        *told, created, seen, expires = row
        account = account_of(told)
        return Session(account=account, created=created, seen=seen, expires=expires)

    def see(self, digest: str, *, at: str) -> None:
        """Note that a session is in use."""
        self.connection.execute(
            update(sessions)
            .where(sessions.c.digest == digest, sessions.c.seen < at)
            .values(seen=at)
        )

    def end(self, digest: str) -> bool:
        """End a session; tell whether there was one."""
        ended = self.connection.execute(delete(sessions).where(sessions.c.digest == digest))
        return ended.rowcount > 0

    def end_all(self, name: str) -> int:
        """End every session of an account; give how many."""
        ended = self.connection.execute(delete(sessions).where(sessions.c.account == fold(name)))
        return ended.rowcount

    def forget(self, *, now: str, idle_since: str) -> None:
        """Drop the sessions that have expired."""
        expired = or_(sessions.c.expires <= now, sessions.c.seen <= idle_since)
        self.connection.execute(delete(sessions).where(expired))
