"""Who does the work: this process alone, or several of them side by side.

Results come in the order of what was given, whoever did them, so a run with one worker and a
run with eight give the same.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from threadpoolctl import threadpool_limits

from stemma.ports import Progress

Given = TypeVar("Given")
Made = TypeVar("Made")

_SEVERAL = 24
"""Fewer pieces than this are done sooner by one process than by starting more."""

_CHUNK = 4


@dataclass(slots=True, kw_only=True)
class Crew:
    """Does one function on many values. Functions must be importable by name.

    ``workers`` may share the work, and do so as ``pool`` once there is enough of it.
    """

    progress: Progress
    workers: int = 1
    pool: ProcessPoolExecutor | None = None

    def expect(self, size: int) -> None:
        """Let several do the work from now on, where there are ``size`` pieces of it to do."""
        if self.pool is None and self.workers > 1 and size >= _SEVERAL:
            self.pool = ProcessPoolExecutor(
                self.workers, mp_context=get_context("spawn"), initializer=multiply_alone
            )

    def each(
        self, stage: str, work: Callable[[Given], Made], given: Sequence[Given]
    ) -> Iterator[Made]:
        """Give ``work(value)`` for each value, in order, telling the progress of the stage."""
        if not given:
            return
        self.expect(len(given))
        self.progress.start(stage, len(given))
        made = map(work, given) if self.pool is None else self._spread(self.pool, work, given)
        for value in made:
            self.progress.step()
            yield value

    def ahead(self, made: Iterator[Made]) -> Iterator[Made]:
        """Give values as they are made, the next one being made while the last is worked with.

        Only where others do the work: a thread of this process hands it to them.
        """
        if self.pool is None:
            yield from made
            return
        with ThreadPoolExecutor(1, thread_name_prefix="stemma-ahead") as thread:
            coming = thread.submit(_next, made)
            while several := coming.result():
                coming = thread.submit(_next, made)
                yield from several

    def _spread(
        self, pool: ProcessPoolExecutor, work: Callable[[Given], Made], given: Sequence[Given]
    ) -> Iterator[Made]:
        return pool.map(work, given, chunksize=_CHUNK)


def _next(made: Iterator[Made]) -> list[Made]:
    """Give the next value, nothing at the end."""
    return list(islice(made, 1))


@contextmanager
def gather(size: int, *, workers: int, progress: Progress) -> Generator[Crew, None, None]:
    """Lend a crew fit for ``size`` pieces of work; it goes home at the end of the block.

    It becomes fit for more when there is more: one source may hold many reports.
    """
    crew = Crew(progress=progress, workers=workers)
    crew.expect(size)
    try:
        yield crew
    finally:
        if crew.pool is not None:
            crew.pool.shutdown()


def multiply_alone() -> None:
    """Let this process multiply numpy's matrices in one thread from now on.

    Ours are small, and threads that wait for each other burn the processor's time: with one thread
    ``stemma add`` takes a sixth less of it. For programs, once numpy is loaded; a library leaves
    the threads of its user as they are.
    """
    threadpool_limits(limits=1, user_api="blas")
