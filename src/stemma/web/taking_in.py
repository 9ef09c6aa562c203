"""Work on reports that people hand over: in a process of its own, so that readers need not wait."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from threading import BoundedSemaphore, Lock

from stemma import archive
from stemma.newsroom import Newsroom
from stemma.read import Raw
from stemma.settings import Settings, Silence
from stemma.stores import open_store
from stemma.stores.store import MEMORY

MOST_WAITING = 4
"""So many may wait for their turn; who comes after is asked to come again."""

_turn = Lock()
_places = BoundedSemaphore(MOST_WAITING)


class BusyError(Exception):
    """Too many are adding already."""


def has_place() -> bool:
    """Tell whether somebody who comes now may wait."""
    free = _places.acquire(blocking=False)
    if free:
        _places.release()
    return free


def take_in(newsroom: Newsroom, raws: Sequence[Raw]) -> archive.Added:
    """Read and keep what is new, and tell its stories anew; one at a time.

    Raises:
        BusyError: Others wait already.
        StoreError: The store cannot be written.
    """
    if not _places.acquire(blocking=False):
        raise BusyError
    try:
        with _turn:
            if newsroom.settings.store == MEMORY:
                return _work(newsroom, raws)
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
                return other.submit(_work_apart, newsroom.settings, tuple(raws)).result()
    finally:
        _places.release()


def _work_apart(settings: Settings, raws: tuple[Raw, ...]) -> archive.Added:
    with closing(open_store(settings.store)) as store:
        newsroom = Newsroom(
            settings=settings, progress=Silence(), store=store, clock=archive.present
        )
        return _work(newsroom, raws)


def _work(newsroom: Newsroom, raws: Sequence[Raw]) -> archive.Added:
    added = newsroom.take(raws)
    newsroom.refresh()
    return added
