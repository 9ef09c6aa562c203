from datetime import timedelta
from typing import Protocol

import pytest
from argon2 import PasswordHasher

from stemma.access import Door, Entered, Passwords, Refused, Register, Visit, recognise, see
from stemma.model import Actor
from stemma.stores import Store

RIGHT = "a heron by the weir"
HERE = "192.0.2.7"


class Clock(Protocol):
    now: str

    def turn(self, **by: float) -> None: ...


@pytest.fixture(autouse=True)
def filled(register: Register) -> Register:
    return register


def enter(door: Door, name: str = "Ida Noll", password: str = RIGHT, address: str = HERE) -> str:
    entered = door.enter(name, password, address=address)
    assert isinstance(entered, Entered)
    return entered.secret


def fail(door: Door, name: str = "Ida Noll", address: str = HERE) -> int:
    refused = door.enter(name, "wrong", address=address)
    assert isinstance(refused, Refused)
    return refused.wait


def acts(store: Store) -> list[tuple[str, str]]:
    with store.read() as ledger:
        latest = ledger.deeds.latest(most=100)
    return [(one.act, one.actor.name) for _, one in reversed(latest)][2:]


def test_who_knows_the_password_is_in_under_the_accounts_own_name(door: Door, store: Store):
    shown = enter(door, "  ida NOLL")
    visit = recognise(store, shown, now=door.clock())
    assert isinstance(visit, Visit)
    assert (visit.name, visit.role, visit.token) == ("Ida Noll", "editor", None)
    assert recognise(store, shown + "x", now=door.clock()) is None


def test_each_login_starts_a_session_of_its_own(door: Door):
    assert enter(door) != enter(door)


def test_who_goes_is_out(door: Door, store: Store):
    first, second = enter(door), enter(door)
    actor = Actor(name="Ida Noll", through="session")
    door.leave(first, actor)
    assert recognise(store, first, now=door.clock()) is None
    assert recognise(store, second, now=door.clock()) is not None
    third = enter(door)
    door.leave_everywhere(actor)
    assert recognise(store, second, now=door.clock()) is None
    assert recognise(store, third, now=door.clock()) is None


def test_logins_are_written_down_but_no_name_that_is_nobodys(door: Door, store: Store):
    shown = enter(door)
    fail(door)
    fail(door, name="my secret passphrase")
    door.leave(shown, Actor(name="Ida Noll", through="session"))
    assert acts(store) == [
        ("login", "Ida Noll"),
        ("failed_login", "Ida Noll"),
        ("failed_login", ""),
        ("logout", "Ida Noll"),
    ]


def test_a_session_that_is_idle_for_half_a_day_has_ended(door: Door, store: Store, clock: Clock):
    shown = enter(door)
    clock.turn(hours=11, minutes=59)
    visit = recognise(store, shown, now=clock.now)
    assert isinstance(visit, Visit)
    see(store, shown, visit, now=clock.now)
    clock.turn(hours=11, minutes=59)
    assert recognise(store, shown, now=clock.now) is not None
    clock.turn(minutes=1)
    assert recognise(store, shown, now=clock.now) is None


def test_no_session_lasts_longer_than_a_week(door: Door, store: Store, clock: Clock):
    shown = enter(door)
    for _ in range(14):
        clock.turn(hours=11, minutes=59)
        visit = recognise(store, shown, now=clock.now)
        assert isinstance(visit, Visit)
        see(store, shown, visit, now=clock.now)
    clock.turn(minutes=14)
    assert recognise(store, shown, now=clock.now) is None


def test_use_is_noted_at_most_every_five_minutes(door: Door, store: Store, clock: Clock):
    shown = enter(door)
    visit = recognise(store, shown, now=clock.now)
    assert isinstance(visit, Visit)
    assert not visit.to_be_noted
    clock.turn(minutes=6)
    later = recognise(store, shown, now=clock.now)
    assert isinstance(later, Visit)
    assert later.to_be_noted


def test_ten_failures_under_a_name_close_it_for_a_quarter_of_an_hour(door: Door, clock: Clock):
    for number in range(10):
        assert fail(door, address=f"192.0.2.{number}") == 0
        clock.turn(minutes=1)
    assert fail(door) == 5 * 60 + 1
    refused = door.enter("Ida Noll", RIGHT, address=HERE)
    assert isinstance(refused, Refused), "a right password is not tried either"
    enter(door, "Bo Falk")
    clock.turn(seconds=5 * 60 + 1)
    enter(door)


def test_a_name_that_is_nobodys_is_closed_likewise(door: Door):
    waits = [fail(door, name="Zebra", address=f"192.0.2.{number}") for number in range(11)]
    assert waits[:10] == [0] * 10
    assert waits[10] > 0


def test_an_address_is_closed_after_thirty_failures_under_any_names(door: Door):
    waits = [fail(door, name=f"Zebra {number}") for number in range(31)]
    assert waits[:30] == [0] * 30
    assert waits[30] > 0
    assert isinstance(door.enter("Ida Noll", RIGHT, address=HERE), Refused)
    enter(door, address="192.0.2.8")


def test_addresses_of_one_network_of_ipv6_count_as_one(door: Door):
    waits = [fail(door, f"Zebra {n}", f"2001:db8:0:1::{n:x}") for n in range(31)]
    assert waits[30] > 0
    assert fail(door, "Zebra", "2001:db8:0:2::1") == 0


def test_who_gets_it_right_in_the_end_begins_anew(door: Door):
    for _ in range(3):
        for _ in range(9):
            assert fail(door) == 0
        enter(door)


def test_who_gets_it_right_elsewhere_gives_a_guesser_no_more_tries(door: Door):
    for _ in range(9):
        fail(door, address="192.0.2.99")
    enter(door)
    assert fail(door, address="192.0.2.99") == 0
    assert fail(door, address="192.0.2.99") > 0


def test_many_attempts_at_once_are_counted_before_they_are_decided(
    door: Door, monkeypatch: pytest.MonkeyPatch
):
    tried: list[int] = []

    def verify(self: Passwords, kept: str | None, password: str) -> bool:
        del self, kept, password
        if len(tried) < 20:
            tried.append(fail(door))
        return False

    monkeypatch.setattr(Passwords, "verify", verify)
    fail(door)
    assert len(tried) == 10, "the eleventh was refused while ten were undecided"


def test_a_password_that_changes_while_it_is_checked_lets_nobody_in(
    door: Door, register: Register, monkeypatch: pytest.MonkeyPatch, actor: Actor
):
    verify = Passwords.verify

    def change(self: Passwords, kept: str | None, password: str) -> bool:
        right = verify(self, kept, password)
        register.set_password("Ida Noll", "another heron here", actor=actor)
        return right

    monkeypatch.setattr(Passwords, "verify", change)
    assert isinstance(door.enter("Ida Noll", RIGHT, address=HERE), Refused)


def test_a_hash_of_other_costs_is_made_anew(door: Door, store: Store):
    dearer = Passwords(hasher=PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    enter(Door(store=store, clock=door.clock, passwords=dearer))
    with store.read() as ledger:
        assert "t=2" in (ledger.accounts.password("Ida Noll") or "")
    enter(door)


def test_proving_a_password_counts_as_a_login_does(door: Door):
    assert door.prove("Ida Noll", RIGHT, address=HERE) is None
    for _ in range(10):
        assert door.prove("Ida Noll", "wrong", address=HERE) == Refused()
    again = door.prove("Ida Noll", RIGHT, address=HERE)
    assert again is not None
    assert again.wait > 0
    assert timedelta(seconds=again.wait) <= timedelta(minutes=15, seconds=1)
