"""The wiring of a watch: a newsroom that hears of feeds, and people who hear of alerts."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO

from stemma import read
from stemma.errors import InputError, UsageError
from stemma.model import Failure
from stemma.model.alert import ALERT_KINDS, AlertKind
from stemma.newsroom import Newsroom, record_alerts
from stemma.stores import Ledger
from stemma.stores.watched import Feed
from stemma.watch import delivery
from stemma.watch.clock import Pause
from stemma.watch.feeds import read_listing
from stemma.watch.feeds.addresses import absolute
from stemma.watch.manners import Manners
from stemma.watch.watching import Tally, Watch

_WEB = re.compile(r"^https?://", re.IGNORECASE)
_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_SPARE_SECONDS = 10.0
_WEBHOOK_SECONDS = 20.0
_WEBHOOK_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Which alerts are told, and where.

    ``outlets`` is how many outlets make a story worth an alert. ``stream`` is written to as text,
    ``lines`` is a file of JSON lines, ``atom`` a feed for feed readers. ``webhook`` is an address
    to post to, signed with ``secret`` where there is one.
    """

    outlets: int = 3
    kinds: tuple[AlertKind, ...] = ALERT_KINDS
    stream: TextIO | None = None
    lines: Path | None = None
    atom: Path | None = None
    webhook: str | None = None
    secret: str | None = field(default=None, repr=False)
    mail: delivery.Mail | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What a watch came to.

    ``lists`` counts the lists that were looked after, ``problems`` are those that some of them
    have; ``waiting`` counts the alerts that could not be delivered yet, by channel.
    """

    tally: Tally
    lists: int
    problems: tuple[str, ...]
    waiting: Mapping[str, int]


def keep_watch(  # noqa: PLR0913 - everything that a watch is told
    newsroom: Newsroom,
    sources: Sequence[str],
    *,
    manners: Manners,
    telling: Telling,
    pause: Pause,
    once: bool = False,
    allow_private: bool = False,
    hear: Callable[[str], None] | None = None,
) -> Watched:
    """Look after lists of news: add what they name to the newsroom, and tell what comes of it.

    Args:
        newsroom: Where reports are kept, and whose settings hold.
        sources: Addresses of feeds, sitemaps, OPML lists, or pages that name a feed; files with
            OPML lists; none for all that were ever watched.
        manners: How hosts are treated.
        telling: Which alerts are told, and where.
        pause: Waits so many seconds, and tells whether the watch is to end.
        once: Ask what is due now, and come back.
        allow_private: Ask private and loopback addresses too.
        hear: Hears a line about each request.

    Raises:
        UsageError: A source is no address and no OPML file, there is nothing to watch, or a
            channel makes no sense.
        StoreError: The store cannot be used.
    """
    roots = find_roots(sources, limit=manners.limit)
    with newsroom.store.read() as ledger:
        if not roots and not ledger.feeds.all():
            message = "nothing to watch: name a feed by its address, or an OPML file"
            raise UsageError(message)
    channels = _open_channels(newsroom, telling)
    recording = record_alerts(
        newsroom.clock,
        outlets=telling.outlets,
        kinds=telling.kinds,
        channels=[channel.name for channel in channels],
    )
    listening = replace(newsroom, listeners=(recording,))
    fetcher = read.HttpFetcher(
        limit=manners.limit, seconds=newsroom.settings.timeout, allow_private=allow_private
    )
    watch = Watch(
        store=newsroom.store,
        ask=fetcher.ask,
        add=lambda raws: _add(listening, raws),
        clock=newsroom.clock,
        pause=pause,
        manners=manners,
        channels=channels,
        kinds=telling.kinds,
        patience=newsroom.settings.timeout + _SPARE_SECONDS,
        **({} if hear is None else {"hear": hear}),
    )
    tally = watch.look(roots) if once else watch.keep_looking(roots)
    with newsroom.store.read() as ledger:
        wanted = ledger.feeds.beneath(roots)
        lists = [one for one in ledger.feeds.all() if not roots or one.url in wanted]
        waiting = ledger.alerts.waiting()
        problems = tuple(filter(None, (_find_problem(ledger, one) for one in lists)))
    return Watched(tally=tally, lists=len(lists), problems=problems, waiting=waiting)


def _find_problem(ledger: Ledger, feed: Feed) -> str | None:
    """Say why a feed could not be read; its host may not have let it be asked."""
    host = ledger.feeds.host(feed.host)
    if feed.problem or host is None or host.robots_state != "unreachable":
        return feed.problem
    return (
        f"{feed.url!r} was not asked: {host.origin}/robots.txt cannot be had, and until it can, "
        f"nothing is; the next try is due at {host.robots_due}"
    )


def find_roots(sources: Sequence[str], *, limit: int) -> tuple[str, ...]:
    """Give the addresses that sources stand for: an OPML file stands for the feeds in it.

    Raises:
        UsageError: A source is neither.
    """
    roots: list[str] = []
    for source in sources:
        address = absolute(source, "")
        if address is not None:
            roots.append(address)
        elif _ADDRESS.match(source):
            message = f"{source[:200]!r} is no web address that can be watched: give http or https"
            raise UsageError(message)
        else:
            roots += _read_file(source, limit)
    return tuple(dict.fromkeys(roots))


def _read_file(path: str, limit: int) -> list[str]:
    advice = "name a feed by its address, or an OPML file"
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        message = f"{path!r} cannot be read ({error.strerror or error}): {advice}"
        raise UsageError(message) from None
    try:
        listing = read_listing(content, url=path, content_type=None, limit=limit)
    except InputError as error:
        message = f"{path!r} is no OPML list ({error}): {advice}"
        raise UsageError(message) from None
    if listing.kind != "opml" or not listing.onward:
        message = f"{path!r} is no OPML list with feeds in it: {advice}"
        raise UsageError(message)
    return [one.url for one in listing.onward]


def _open_channels(newsroom: Newsroom, telling: Telling) -> tuple[delivery.Channel, ...]:
    channels: list[delivery.Channel] = []
    if telling.stream is not None:
        channels.append(delivery.Printed(stream=telling.stream))
    if telling.lines is not None:
        channels.append(delivery.Lines(path=telling.lines))
    if telling.atom is not None:
        channels.append(
            delivery.AtomFile(path=telling.atom, latest=lambda: delivery.latest(newsroom.store))
        )
    if telling.webhook is not None:
        channels.append(_open_webhook(newsroom, telling.webhook, telling.secret))
    if telling.mail is not None:
        channels += _open_mail(newsroom, telling.mail)
    return tuple(channels)


def _open_mail(newsroom: Newsroom, mail: delivery.Mail) -> tuple[delivery.Mail, ...]:
    """Open a way to every recipient; what still waits for all of them together goes to each."""
    several = mail.to_each()
    with newsroom.store.write() as ledger:
        ledger.alerts.hand_over(mail.name, to=[one.name for one in several])
    return several


def _open_webhook(newsroom: Newsroom, url: str, secret: str | None) -> delivery.Webhook:
    """Open the way to an address that the user named: it may be a private one."""
    if not _WEB.match(url):
        message = "the webhook is no web address: only http and https are posted to"
        raise UsageError(message)
    sender = read.HttpFetcher(limit=_WEBHOOK_LIMIT, seconds=_WEBHOOK_SECONDS, allow_private=True)
    return delivery.Webhook(
        url=url,
        send=sender.ask,
        clock=newsroom.clock,
        key=delivery.read_key(secret) if secret else None,
    )


def _add(newsroom: Newsroom, raws: Sequence[read.Raw | Failure]) -> int:
    added = newsroom.take(raws)
    newsroom.refresh()
    return len(added.reports)
