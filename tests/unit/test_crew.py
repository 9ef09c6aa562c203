from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from threading import Event

import pytest

from stemma.crew import Crew
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

    for value in Crew(progress=Silence(), pool=None).ahead(make()):
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
