"""The schedule of watching: lists of news, the articles they name, the hosts they are on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, delete, func, select

from stemma.stores.dialects import insert_new, put
from stemma.stores.tables import feed_entries, feed_links, feeds, hosts
from stemma.stores.watched import Article, ArticleState, Feed, Host

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Feeds:
    """Everything that watching has to remember."""

    connection: Connection

    def name(self, several: Iterable[Feed]) -> int:
        """Make lists known; those that are keep their schedule. Give how many are new."""
        return insert_new(self.connection, feeds, [_row(feed) for feed in several])

    def keep(self, feed: Feed) -> None:
        """Write a list as it is now."""
        put(self.connection, feeds, [_row(feed)])

    def find(self, url: str) -> Feed | None:
        """Give the list that was named so."""
        query = select(feeds).where(feeds.c.url == url)
        row = self.connection.execute(query).mappings().first()
        return None if row is None else Feed(**row)

    def all(self) -> tuple[Feed, ...]:
        """Give all lists, by address."""
        rows = self.connection.execute(select(feeds).order_by(feeds.c.url)).mappings()
        return tuple(Feed(**row) for row in rows)

    def lead(self, parent: str, children: Iterable[str]) -> None:
        """Say which lists a list names now."""
        self.connection.execute(delete(feed_links).where(feed_links.c.parent == parent))
        rows = [{"parent": parent, "child": child} for child in dict.fromkeys(children)]
        insert_new(self.connection, feed_links, rows)

    def beneath(self, roots: Iterable[str]) -> frozenset[str]:
        """Give these lists and all that they lead to."""
        children: dict[str, list[str]] = {}
        for parent, child in self.connection.execute(select(feed_links).order_by(*feed_links.c)):
            children.setdefault(parent, []).append(child)
        found = set(roots)
        waiting = list(found)
        while waiting:
            new = [child for child in children.get(waiting.pop(), []) if child not in found]
            found.update(new)
            waiting.extend(new)
        return frozenset(found)

    def articles(self, ids: Iterable[str]) -> Mapping[str, Article]:
        """Give those of the articles that are known, by id."""
        wanted = sorted(set(ids))
        return {
            row["id"]: Article(**row)
            for at in range(0, len(wanted), _AT_ONCE)
            for row in self.connection.execute(
                select(feed_entries).where(feed_entries.c.id.in_(wanted[at : at + _AT_ONCE]))
            ).mappings()
        }

    def add_articles(self, several: Sequence[Article]) -> int:
        """Write the articles that are not known yet; give how many."""
        return insert_new(self.connection, feed_entries, [_row(one) for one in several])

    def keep_articles(self, several: Sequence[Article]) -> None:
        """Write articles as they are now."""
        put(self.connection, feed_entries, [_row(one) for one in several])

    def waiting_hosts(self) -> Mapping[str, str]:
        """Give the hosts with articles to fetch, each with when the first of them is due."""
        rows = self.connection.execute(
            select(feed_entries.c.host, func.min(feed_entries.c.due))
            .where(feed_entries.c.state == "waiting")
            .group_by(feed_entries.c.host)
            .order_by(feed_entries.c.host)
        )
        return {host: due for host, due in rows}  # noqa: C416 - rows are no pairs to a type checker

    def due_articles(self, host: str, now: str, *, most: int) -> tuple[Article, ...]:
        """Give articles of a host that are to be fetched now, the newest first."""
        rows = self.connection.execute(
            select(feed_entries)
            .where(
                feed_entries.c.state == "waiting",
                feed_entries.c.host == host,
                feed_entries.c.due <= now,
            )
            .order_by(feed_entries.c.published.desc(), feed_entries.c.id)
            .limit(most)
        )
        return tuple(Article(**row) for row in rows.mappings())

    def revisited_hosts(self) -> Mapping[str, str]:
        """Give the hosts with articles to look at again, each with when the first is due."""
        rows = self.connection.execute(
            select(feed_entries.c.host, func.min(feed_entries.c.revisit))
            .where(feed_entries.c.state == "added", feed_entries.c.revisit.is_not(None))
            .group_by(feed_entries.c.host)
            .order_by(feed_entries.c.host)
        )
        return {host: due for host, due in rows}  # noqa: C416 - as above

    def due_revisits(self, host: str, now: str, *, most: int) -> tuple[Article, ...]:
        """Give articles of a host that are to be looked at again now, longest due first."""
        rows = self.connection.execute(
            select(feed_entries)
            .where(
                feed_entries.c.state == "added",
                feed_entries.c.host == host,
                feed_entries.c.revisit <= now,
            )
            .order_by(feed_entries.c.revisit, feed_entries.c.id)
            .limit(most)
        )
        return tuple(Article(**row) for row in rows.mappings())

    def in_state(self, state: ArticleState, *, most: int | None = None) -> tuple[Article, ...]:
        """Give the articles in a state, by id."""
        rows = self.connection.execute(
            select(feed_entries)
            .where(feed_entries.c.state == state)
            .order_by(feed_entries.c.id)
            .limit(most)
        )
        return tuple(Article(**row) for row in rows.mappings())

    def count(self) -> Mapping[str, int]:
        """Count the articles in each state."""
        rows = self.connection.execute(
            select(feed_entries.c.state, func.count()).group_by(feed_entries.c.state)
        )
        return {state: number for state, number in rows}  # noqa: C416 - as above

    def rests(self) -> Mapping[str, str]:
        """Give when every host may be asked again, by its origin."""
        rows = self.connection.execute(select(hosts.c.origin, hosts.c.due))
        return {origin: due for origin, due in rows}  # noqa: C416 - as above

    def host(self, origin: str) -> Host | None:
        """Give what is known of a host."""
        query = select(hosts).where(hosts.c.origin == origin)
        row = self.connection.execute(query).mappings().first()
        return None if row is None else Host(**row)

    def keep_host(self, host: Host) -> None:
        """Write a host as it is now."""
        put(self.connection, hosts, [_row(host)])


def _row(value: Feed | Article | Host) -> dict[str, Any]:
    return {column.name: getattr(value, column.name) for column in fields(value)}
