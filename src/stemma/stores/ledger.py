"""One open transaction, with one attribute for each thing that is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from stemma.stores import exchange
from stemma.stores.accounts import Accounts
from stemma.stores.alerts import Alerts
from stemma.stores.api_tokens import ApiTokens
from stemma.stores.deeds import Deeds
from stemma.stores.failed_logins import FailedLogins
from stemma.stores.feeds import Feeds
from stemma.stores.index import Index
from stemma.stores.mark import Mark, read_mark
from stemma.stores.passages import Passages
from stemma.stores.raws import Raws
from stemma.stores.reports import Reports
from stemma.stores.revisions import Revisions
from stemma.stores.sessions import Sessions
from stemma.stores.stories import Stories
from stemma.stores.summaries import Summaries
from stemma.stores.verdicts import Verdicts
from stemma.stores.work import Work


@dataclass(frozen=True, slots=True)
class Ledger:
    """What may be read, and in a ``Store.write`` also written, until the transaction ends."""

    connection: Connection

    @property
    def raws(self) -> Raws:
        """Bytes as they came, where they came from, and what could not be read."""
        return Raws(self.connection)

    @property
    def passages(self) -> Passages:
        """What a search finds."""
        return Passages(self.connection)

    @property
    def reports(self) -> Reports:
        """Reports in order of arrival."""
        return Reports(self.connection)

    @property
    def work(self) -> Work:
        """Finished work."""
        return Work(self.connection)

    @property
    def stories(self) -> Stories:
        """Stories, their members and what became of them."""
        return Stories(self.connection)

    @property
    def summaries(self) -> Summaries:
        """Stories in a line each, as a list shows them."""
        return Summaries(self.connection)

    @property
    def index(self) -> Index:
        """Where grouping finds reports again."""
        return Index(self.connection)

    @property
    def revisions(self) -> Revisions:
        """Versions of articles, and which follows which."""
        return Revisions(self.connection)

    @property
    def verdicts(self) -> Verdicts:
        """What people decided."""
        return Verdicts(self.connection)

    def mark(self) -> Mark:
        """Give how far the store has come: at the same mark, what was read before still holds."""
        return read_mark(self.connection)

    def dump(self) -> Iterator[str]:
        """Give everything but accounts and the audit log as lines of JSON (``exchange``)."""
        return exchange.dump(self.connection)

    def load(self, lines: Iterable[str]) -> int:
        """Fill an empty store from such lines; give how many rows.

        Raises:
            StoreError: The store is not empty, or a line is none of ours.
        """
        return exchange.load(self.connection, lines)

    @property
    def feeds(self) -> Feeds:
        """The schedule of watching."""
        return Feeds(self.connection)

    @property
    def alerts(self) -> Alerts:
        """Alerts and their delivery."""
        return Alerts(self.connection)

    @property
    def accounts(self) -> Accounts:
        """Who may log in."""
        return Accounts(self.connection)

    @property
    def sessions(self) -> Sessions:
        """Who is logged in."""
        return Sessions(self.connection)

    @property
    def api_tokens(self) -> ApiTokens:
        """What programs show."""
        return ApiTokens(self.connection)

    @property
    def failed_logins(self) -> FailedLogins:
        """Logins of late that failed."""
        return FailedLogins(self.connection)

    @property
    def deeds(self) -> Deeds:
        """The audit log."""
        return Deeds(self.connection)
