from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from operator import call
from os import getpid
from threading import Event
from typing import Any

import pytest
from threadpoolctl import threadpool_info

from stemma.crew import Crew, gather
from stemma.settings import Silence

PATIENCE_SECONDS = 10


@pytest.fixture
def several() -> Iterator[Crew]:
    with ProcessPoolExecutor(1) as pool:  # starts no process before it is given work
        yield Crew(progress=Silence(), pool=pool)


def test_the_next_value_is_made_while_the_last_is_worked_with(several: Crew):
    made = [Event() for _ in range(3)]

    def make() -> Iterator[int]:
        for at, event in enumerate(made):
            event.set()
            yield at

    seen: list[int] = []
    for value in several.ahead(make()):
        seen.append(value)
        assert all(event.wait(PATIENCE_SECONDS) for event in made[: value + 2])
    assert seen == [0, 1, 2]


def test_one_process_alone_makes_a_value_when_it_is_asked_for():
    made: list[int] = []

    def make() -> Iterator[int]:
        for at in range(3):
            made.append(at)
            yield at

    for value in Crew(progress=Silence()).ahead(make()):
        assert made == [*range(value + 1)]


def test_what_goes_wrong_ahead_is_heard_of_after_what_was_made_before(several: Crew):
    def make() -> Iterator[int]:
        yield 0
        message = "the disk is gone"
        raise OSError(message)

    ahead = several.ahead(make())
    assert next(ahead) == 0
    with pytest.raises(OSError, match="the disk is gone"):
        next(ahead)


def test_each_of_several_processes_multiplies_in_one_thread():
    asked: list[Callable[[], list[dict[str, Any]]]] = [threadpool_info] * 24
    with gather(len(asked), workers=2, progress=Silence()) as crew:
        told = list(crew.each("Asking", call, asked))
    blas = [library for one in told for library in one if library["user_api"] == "blas"]
    assert {library["num_threads"] for library in blas} == {1}


def test_several_share_the_reports_of_one_source():
    with gather(1, workers=2, progress=Silence()) as crew:
        reading = set(crew.each("Reading", call, [getpid]))
        understanding = set(crew.each("Understanding", call, [getpid] * 24))
    assert reading == {getpid()}
    assert getpid() not in understanding
