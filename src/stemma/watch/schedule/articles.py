"""What an article's answer changes."""

from dataclasses import replace

from stemma.errors import FetchError
from stemma.model import Failure
from stemma.press.addresses import canonical
from stemma.read.answer import Answer
from stemma.stores import Ledger
from stemma.stores.raws import Arrival, name_bytes
from stemma.stores.watched import Article
from stemma.watch.clock import after
from stemma.watch.schedule.errand import Came, Errand
from stemma.watch.schedule.pausing import OVERLOADED
from stemma.watch.schedule.revisiting import give_up, is_as_before, next_visit, note_visit
from stemma.watch.waiting import back_off

MOST_ATTEMPTS = 8
"""The last of them comes about eleven hours after the first."""

_UNCHANGED = 304
_SERVER_ERROR = 500
_TRY_AGAIN = frozenset({408, 425})
_FIRST_WAIT = 300.0
_ITS_OWN = frozenset({"waiting", "held", "added", "same"})


def take_article(ledger: Ledger, errand: Errand, came: Came, *, now: str) -> None:
    """Note what came for an article; its bytes are kept in the same transaction."""
    article = ledger.feeds.articles([errand.key]).get(errand.key)
    if article is None:
        return
    if is_as_before(article, came):
        ledger.feeds.keep_articles([note_visit(article, came, now=now)])
    elif not isinstance(came, Answer):
        _lose(ledger, article, came, now, again=isinstance(came, FetchError))
    elif came.is_success:
        _hold(ledger, article, came, now)
    elif came.status == _UNCHANGED:
        state = "added" if article.raw is not None else "failed"
        ledger.feeds.keep_articles([replace(article, state=state, fetched=now, problem=None)])
    elif came.status in OVERLOADED:
        problem = f"{article.url!r} asks to wait ({came.status})"
        ledger.feeds.keep_articles([replace(article, problem=problem)])
    else:
        again = came.status >= _SERVER_ERROR or came.status in _TRY_AGAIN
        error = FetchError(f"{article.url!r} answers with {came.status}")
        _lose(ledger, article, error, now, again=again)


def refuse_article(ledger: Ledger, errand: Errand, *, now: str) -> None:
    """Note that a robots.txt forbids an article."""
    article = ledger.feeds.articles([errand.key]).get(errand.key)
    if article is None:
        return
    problem = f"the robots.txt of {errand.host} forbids {errand.address!r}"
    if article.state == "added":
        ledger.feeds.keep_articles([give_up(article, problem=problem)])
    else:
        _lose(ledger, article, FetchError(problem), now, again=False)


def is_known_elsewhere(ledger: Ledger, errand: Errand, *, now: str) -> bool:
    """Tell whether a redirect leads to an article that is there or is to be fetched anyway.

    If so, the two are noted to be one.
    """
    name = canonical(errand.address)
    if name is None or name == errand.key:
        return False
    found = ledger.feeds.articles([name, errand.key])
    if name not in found or errand.key not in found or found[name].state not in _ITS_OWN:
        return False
    if found[errand.key].final_url == found[name].url:
        return False  # where it led before, too
    same = replace(found[errand.key], state="same", final_url=found[name].url, fetched=now)
    ledger.feeds.keep_articles([same])
    return True


def _hold(ledger: Ledger, article: Article, came: Answer, now: str) -> None:
    visits = article.visits + 1 if article.state == "added" else 0
    content_type = came.headers.get("content-type")
    arrival = Arrival(
        raw=name_bytes(came.content),
        path=article.url,
        url=came.url,
        content_type=content_type,
        seen=now,
    )
    ledger.raws.keep(arrival, came.content)
    _name_end(ledger, article, came.url, now)
    ledger.feeds.keep_articles(
        [
            replace(
                article,
                state="held",
                fetched=now,
                raw=arrival.raw,
                final_url=came.url,
                content_type=content_type,
                etag=came.headers.get("etag"),
                modified=came.headers.get("last-modified"),
                visits=visits,
                revisit=next_visit(visits, now),
                failures=0,
                problem=None,
            )
        ]
    )


def _name_end(ledger: Ledger, article: Article, address: str, now: str) -> None:
    """Note where redirects ended, so that a list that names that address brings nothing new."""
    name = canonical(address)
    if name is not None and name != article.id:
        end = replace(
            article,
            id=name,
            url=address,
            state="same",
            fetched=now,
            final_url=address,
            revisit=None,
        )
        ledger.feeds.add_articles([end])


def _lose(ledger: Ledger, article: Article, error: Exception, now: str, *, again: bool) -> None:
    """Try later, or give up and say so."""
    failures = article.failures + 1
    problem = str(error)
    if again and failures < MOST_ATTEMPTS:
        due = after(now, back_off(article.id, failures, least=_FIRST_WAIT))
        later = replace(article, failures=failures, problem=problem, due=due)
        ledger.feeds.keep_articles([later])
        return
    lost = replace(article, state="failed", failures=failures, problem=problem)
    ledger.feeds.keep_articles([lost])
    failure = Failure(path=article.url, error=type(error).__name__, message=problem)
    ledger.raws.fail(failure, raw=None, seen=now)
