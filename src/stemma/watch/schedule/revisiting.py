"""Looking at an article again: many change it after publication, and few lists say so."""

from dataclasses import replace

from stemma.read.answer import Answer
from stemma.stores.raws import name_bytes
from stemma.stores.watched import Article
from stemma.watch.clock import after
from stemma.watch.schedule.errand import Came
from stemma.watch.schedule.pausing import OVERLOADED
from stemma.watch.waiting import DAY

MOST_AN_HOUR = 20
"""So many articles of a host are looked at again within an hour."""

_HOUR = 3_600.0
_GAPS = (_HOUR, 5 * _HOUR, 18 * _HOUR, 2 * DAY)
"""One hour, six hours, a day and three days after it came."""

_GONE = frozenset({404, 410})
_CLIENT_ERROR = 400


def next_visit(visits: int, now: str) -> str | None:
    """Give when to look again at what was looked at again so often before; None for never."""
    return after(now, _GAPS[visits]) if visits < len(_GAPS) else None


def is_as_before(article: Article, came: Came) -> bool:
    """Tell whether an article that was added has nothing new, or nothing can be had of it."""
    if article.state != "added":
        return False
    if not isinstance(came, Answer) or not came.is_success:
        return True
    return name_bytes(came.content) == article.raw


def note_visit(article: Article, came: Came, *, now: str) -> Article:
    """Give an article after a look that brought nothing: it stays what it is."""
    if not isinstance(came, Answer):
        return _visited(article, now, problem=str(came))
    if came.status in OVERLOADED:
        return replace(article, problem=f"{article.url!r} asks to wait ({came.status})")
    if came.status in _GONE:
        return give_up(article, problem=f"{article.url!r} is no longer there ({came.status})")
    failed = came.status >= _CLIENT_ERROR
    return _visited(
        article, now, problem=f"{article.url!r} answers with {came.status}" if failed else None
    )


def give_up(article: Article, *, problem: str) -> Article:
    """Give an article that is not to be looked at again."""
    return replace(article, revisit=None, problem=problem)


def _visited(article: Article, now: str, *, problem: str | None) -> Article:
    visits = article.visits + 1
    return replace(article, visits=visits, revisit=next_visit(visits, now), problem=problem)
