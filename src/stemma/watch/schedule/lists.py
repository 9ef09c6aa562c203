"""What a list's answer changes: what it names, and when it is asked next."""

from dataclasses import dataclass, replace

from stemma.errors import InputError
from stemma.read.answer import Answer
from stemma.stores import Ledger
from stemma.stores.watched import Feed
from stemma.watch.clock import after, moment
from stemma.watch.feeds import Listing, read_listing
from stemma.watch.manners import Manners
from stemma.watch.schedule.entries import add_entries, add_lists
from stemma.watch.schedule.errand import Came, Errand
from stemma.watch.schedule.pausing import OVERLOADED
from stemma.watch.waiting import DAY, back_off, fresh_for, next_interval, share

_UNCHANGED = 304
_GONE = 410
_DEEPEST = 3
"""Lists of lists of lists are followed, and no further."""

_SPREAD = 0.1


def read_list(errand: Errand, came: Came, *, limit: int) -> Listing | InputError | None:
    """Read what came for a list, before a store is held up with it; None where there is none."""
    if errand.kind != "list" or not isinstance(came, Answer) or not came.is_success:
        return None
    content_type = came.headers.get("content-type")
    try:
        return read_listing(came.content, url=came.url, content_type=content_type, limit=limit)
    except InputError as error:
        return error


def take_list(  # noqa: PLR0913 - an errand, and all that came of it
    ledger: Ledger,
    errand: Errand,
    came: Came,
    listing: Listing | InputError | None,
    *,
    now: str,
    manners: Manners,
) -> None:
    """Note what came for a list, and what was read of it."""
    feed = ledger.feeds.find(errand.key)
    if feed is None:
        return
    if errand.hops and errand.for_good and isinstance(came, Answer) and came.is_success:
        feed = replace(feed, at=errand.address, host=errand.host)
    look = _Look(ledger=ledger, feed=replace(feed, looked=now), now=now, manners=manners)
    if not isinstance(came, Answer):
        look.fail(str(came))
    elif isinstance(listing, Listing):
        look.take(came, listing)
    elif isinstance(listing, InputError):
        look.fail(str(listing))
    elif came.status == _UNCHANGED:
        look.find_unchanged(came)
    elif came.status == _GONE:
        look.part()
    elif came.status in OVERLOADED:
        look.wait(f"{feed.url!r} asks to wait ({came.status})")
    else:
        look.fail(f"{feed.url!r} answers with {came.status}")


def refuse_list(ledger: Ledger, errand: Errand, *, now: str) -> None:
    """Note that a robots.txt forbids a list: it is asked for again in a day."""
    feed = ledger.feeds.find(errand.key)
    if feed is not None:
        problem = f"the robots.txt of {errand.host} forbids {errand.address!r}"
        ledger.feeds.keep(replace(feed, problem=problem, due=after(now, DAY)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """One look at a list."""

    ledger: Ledger
    feed: Feed
    now: str
    manners: Manners

    def take(self, came: Answer, listing: Listing) -> None:
        news = add_entries(self.ledger, self.feed, listing, now=self.now, manners=self.manners)
        if self.feed.depth < _DEEPEST:
            add_lists(self.ledger, self.feed, listing.onward, now=self.now, manners=self.manners)
        feed = replace(
            self.feed,
            kind=listing.kind,
            title=listing.title or self.feed.title,
            etag=came.headers.get("etag"),
            modified=came.headers.get("last-modified"),
        )
        self._succeed(feed, self._asked_rest(came, listing), news=news > 0)

    def find_unchanged(self, came: Answer) -> None:
        self._succeed(self.feed, self._asked_rest(came, None), news=False)

    def fail(self, problem: str) -> None:
        """Wait longer with every failure."""
        failures = self.feed.failures + 1
        due = after(self.now, back_off(self.feed.url, failures, least=self.manners.every))
        self.ledger.feeds.keep(replace(self.feed, failures=failures, problem=problem, due=due))

    def wait(self, problem: str) -> None:
        """Leave it due: the whole host has its rest."""
        self.ledger.feeds.keep(replace(self.feed, problem=problem))

    def part(self) -> None:
        problem = f"{self.feed.url!r} is gone for good (410): look for the feed that follows it"
        self.ledger.feeds.keep(replace(self.feed, gone=True, problem=problem))

    def _asked_rest(self, came: Answer, listing: Listing | None) -> float:
        """Give for how many seconds the answer or the list itself says that it stays fresh."""
        told = fresh_for(came.headers, moment(self.now)) or 0
        return max(told, (listing.fresh_for or 0) if listing else 0)

    def _succeed(self, feed: Feed, rest: float, *, news: bool) -> None:
        manners = self.manners
        every = next_interval(feed.every, news=news, least=manners.every, most=manners.seldom)
        wait = max(every, min(rest, manners.seldom)) * (1 + _SPREAD * share(feed.url))
        due = after(self.now, wait)
        self.ledger.feeds.keep(replace(feed, every=every, due=due, failures=0, problem=None))
