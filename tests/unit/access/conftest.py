"""A door and a register over a store in memory, with a clock that tests turn."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from stemma.access import Door, Passwords, Register
from stemma.access.moments import shift
from stemma.model import Actor
from stemma.stores import Store

RIGHT = "a heron by the weir"


@dataclass(slots=True)
class Clock:
    """A clock that stands until it is turned."""

    now: str = "2026-05-10T08:00:00Z"

    def __call__(self) -> str:
        return self.now

    def turn(self, **by: float) -> None:
        self.now = shift(self.now, timedelta(**by))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def passwords() -> Passwords:
    return Passwords(hasher=PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def actor() -> Actor:
    return Actor(name="root", through="command line")


@pytest.fixture
def door(store: Store, clock: Clock, passwords: Passwords) -> Door:
    return Door(store=store, clock=clock, passwords=passwords)


@pytest.fixture
def register(store: Store, clock: Clock, passwords: Passwords, actor: Actor) -> Register:
    register = Register(store=store, clock=clock, passwords=passwords)
    register.add("Ida Noll", RIGHT, "editor", actor=actor)
    register.add("Bo Falk", RIGHT, "admin", actor=actor)
    return register
