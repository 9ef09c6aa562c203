from typing import Any

import pytest
from argon2 import PasswordHasher

from stemma.access import Passwords
from stemma.access.passwords import check_password
from stemma.errors import UsageError


def test_a_password_is_kept_as_argon2id_with_a_salt(passwords: Passwords):
    first, second = passwords.hash("a heron by the weir"), passwords.hash("a heron by the weir")
    assert first.startswith("$argon2id$")
    assert first != second
    assert passwords.verify(first, "a heron by the weir")
    assert not passwords.verify(first, "a heron by the Weir")


def test_what_keyboards_write_differently_is_the_same(passwords: Passwords):
    assert passwords.verify(
        passwords.hash("Ａ hero\u0301n by the weir"), "A her\u00f3n by the weir"
    )


@pytest.mark.parametrize("damaged", ["", "no hash", "$argon2id$v=19$m=8,t=1,p=1$"])
def test_what_is_no_hash_lets_nobody_in(passwords: Passwords, damaged: str):
    assert not passwords.verify(damaged, "a heron by the weir")


def test_an_unknown_account_costs_as_much_as_a_known_one(monkeypatch: pytest.MonkeyPatch):
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    passwords = Passwords(hasher=hasher)
    kept = passwords.hash("a heron by the weir")
    verified: list[str] = []
    verify = PasswordHasher.verify

    def count(self: PasswordHasher, hashed: Any, password: Any) -> Any:  # noqa: ANN401 - as the library's
        verified.append(hashed)
        return verify(self, hashed, password)

    monkeypatch.setattr(PasswordHasher, "verify", count)
    assert not passwords.verify(kept, "wrong")
    assert not passwords.verify(None, "wrong")
    known, unknown = verified
    assert (
        known.rpartition("$")[0].rpartition("$")[0] == unknown.rpartition("$")[0].rpartition("$")[0]
    )


def test_the_costs_are_those_that_the_library_recommends():
    parameters = PasswordHasher()
    used = Passwords().hasher
    assert (used.time_cost, used.memory_cost) == (parameters.time_cost, parameters.memory_cost)


@pytest.mark.parametrize("weak", ["short", "x" * 1001, "aaaaaaaaaaaaaaa", "IDA   NOLL OF HALDEN"])
def test_a_password_that_is_easily_guessed_is_refused(weak: str):
    with pytest.raises(UsageError, match="password"):
        check_password(weak, name="Ida Noll of Halden")
