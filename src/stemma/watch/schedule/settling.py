"""What came of a round -> what the store knows, and what is still to be asked for it."""

from dataclasses import replace

from stemma.errors import FetchError, InputError
from stemma.read.answer import Answer
from stemma.stores import Ledger
from stemma.watch.clock import after
from stemma.watch.feeds import Listing
from stemma.watch.feeds.addresses import absolute
from stemma.watch.manners import Manners
from stemma.watch.schedule.articles import is_known_elsewhere, refuse_article, take_article
from stemma.watch.schedule.errand import Came, Errand
from stemma.watch.schedule.lists import refuse_list, take_list
from stemma.watch.schedule.pausing import learn_rules, pause

_MOST_HOPS = 5
_MISSING = 404
_HELD_BACK_SECONDS = 90.0


def settle(  # noqa: PLR0913 - an errand, and all that came of it
    ledger: Ledger,
    errand: Errand,
    came: Came,
    listing: Listing | InputError | None,
    *,
    now: str,
    manners: Manners,
) -> Errand | None:
    """Note what came of an errand; give the errand that follows where it was redirected.

    ``listing`` is what ``read_list`` made of it.
    """
    pause(ledger, errand, came, now=now, manners=manners)
    if isinstance(came, Answer) and came.redirect is not None:
        onward = _follow(errand, came)
        if isinstance(onward, Errand):
            if errand.kind == "article" and is_known_elsewhere(ledger, onward, now=now):
                return None
            _hold_back(ledger, onward, until=after(now, _HELD_BACK_SECONDS))
            return onward
        came = onward
    if errand.kind == "robots":
        learn_rules(ledger, errand, came, now=now)
    elif errand.kind == "list":
        take_list(ledger, errand, came, listing, now=now, manners=manners)
    else:
        take_article(ledger, errand, came, now=now)
    return None


def _hold_back(ledger: Ledger, errand: Errand, *, until: str) -> None:
    """Keep other processes from what is on its way to where a redirect leads."""
    if errand.kind == "list":
        feed = ledger.feeds.find(errand.key)
        if feed is not None:
            ledger.feeds.keep(replace(feed, due=until))
    elif errand.kind == "article":
        found = ledger.feeds.articles([errand.key]).values()
        ledger.feeds.keep_articles(
            [
                replace(article, due=until, revisit=None if article.revisit is None else until)
                for article in found
            ]
        )


def refuse(ledger: Ledger, errand: Errand, *, now: str) -> None:
    """Note that an errand may not be done, for a robots.txt forbids it."""
    if errand.kind == "list":
        refuse_list(ledger, errand, now=now)
    else:
        refuse_article(ledger, errand, now=now)


def _follow(errand: Errand, came: Answer) -> Errand | Came:
    """Give the errand that a redirect makes; a rules file that is never reached is missing."""
    address = absolute(came.redirect, came.url)
    if errand.hops < _MOST_HOPS and address is not None:
        return errand.moved(address, for_good=came.is_for_good)
    if errand.kind == "robots":
        return replace(came, status=_MISSING, headers={})
    if address is None:
        return FetchError(f"{errand.address!r} redirects to no web address: {came.redirect!r}")
    return FetchError(f"{errand.address!r} redirects more than {_MOST_HOPS} times")
