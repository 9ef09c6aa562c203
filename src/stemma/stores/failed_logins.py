"""Failed logins of late, counted by name and by address for all processes together."""

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from stemma.model.account import fold
from stemma.stores.tables import failed_logins


@dataclass(frozen=True, slots=True)
class FailedLogins:
    """When somebody failed to log in; names that were tried are not readable here."""

    connection: Connection

    def keep(self, name: str, address: str, *, at: str) -> None:
        """Add a failure."""
        row = {"key": _key(name), "address": address, "at": at}
        self.connection.execute(insert(failed_logins).values(**row))

    def by_name(self, name: str, *, since: str) -> tuple[str, ...]:
        """Give when logins under a name failed after a time, the earliest first."""
        return self._times(failed_logins.c.key == _key(name), since)

    def by_address(self, address: str, *, since: str) -> tuple[str, ...]:
        """Give when logins from an address failed after a time, the earliest first."""
        return self._times(failed_logins.c.address == address, since)

    def forgive(self, name: str, address: str) -> None:
        """Drop the failures under a name from an address: it was they, after all."""
        same = failed_logins.c.key == _key(name), failed_logins.c.address == address
        self.connection.execute(delete(failed_logins).where(*same))

    def forgive_all(self, name: str) -> None:
        """Drop all failures under a name."""
        self.connection.execute(delete(failed_logins).where(failed_logins.c.key == _key(name)))

    def forget(self, *, until: str) -> None:
        """Drop what is too long ago to count."""
        self.connection.execute(delete(failed_logins).where(failed_logins.c.at <= until))

    def _times(self, who: ColumnElement[bool], since: str) -> tuple[str, ...]:
        query = select(failed_logins.c.at).where(who, failed_logins.c.at > since)
        return tuple(self.connection.scalars(query.order_by(failed_logins.c.at)))


def _key(name: str) -> str:
    """Give what stands for a name: people type passwords where a name belongs."""
    return sha256(fold(name).encode("utf-8", "surrogatepass")).hexdigest()
