"""Passwords, kept as Argon2id hashes (RFC 9106) with the library's recommended costs."""

import unicodedata
from dataclasses import dataclass, field
from secrets import token_urlsafe
from threading import Lock, Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from stemma.errors import UsageError
from stemma.model.account import fold

SHORTEST, LONGEST = 12, 1000
"""Code points; length is what makes a password strong (NIST SP 800-63B)."""

_AT_ONCE = 2
"""Each hash takes 64 MiB: more at once would let strangers fill the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passwords:
    """Hashes passwords and tells whether one is right, in the same time for unknown accounts."""

    hasher: PasswordHasher = field(default_factory=PasswordHasher)
    _turns: Semaphore = field(default_factory=lambda: Semaphore(_AT_ONCE))
    _lock: Lock = field(default_factory=Lock)
    _dummy: list[str] = field(default_factory=list[str])

    def hash(self, password: str) -> str:
        """Give the hash of a password, with its salt and its costs."""
        with self._turns:
            return self.hasher.hash(_normalise(password))

    def verify(self, kept: str | None, password: str) -> bool:
        """Tell whether a password is the one that was hashed.

        Without a hash, as of an account that there is not, as much is computed, and it is wrong.
        """
        dummy = self._make_dummy()
        with self._turns:
            try:
                self.hasher.verify(kept or dummy, _normalise(password))
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None

    def is_outdated(self, kept: str) -> bool:
        """Tell whether a hash was made with other costs than are now recommended."""
        return self.hasher.check_needs_rehash(kept)

    def _make_dummy(self) -> str:
        """Give a hash of nobody's password, made once."""
        with self._lock:
            if not self._dummy:
                self._dummy.append(self.hasher.hash(token_urlsafe()))
            return self._dummy[0]


def check_password(password: str, *, name: str) -> None:
    """Refuse a password that is easily guessed.

    Raises:
        UsageError: It is too short, too long, or the name.
    """
    length = len(_normalise(password))
    if not SHORTEST <= length <= LONGEST:
        message = f"a password has {SHORTEST} to {LONGEST} characters, not {length}"
        raise UsageError(message)
    if fold(password) == fold(name) or len(set(password)) == 1:
        message = "this password is too easily guessed"
        raise UsageError(message)


def _normalise(password: str) -> str:
    """Take what keyboards write differently for the same (NFKC)."""
    return unicodedata.normalize("NFKC", password)
