"""What was made for pages, remembered as long as there is room for it."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Generator, Hashable
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock, local
from typing import TypeVar

Value = TypeVar("Value")
Weigh = Callable[[object], int]

_AT_ONCE = 2
"""So many work at a time: one process of Python gains nothing by more, and each slows all down."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Values under names that mean the same for ever; what was asked least lately is forgotten.

    ``weigh`` gives the kilobytes that a value takes, about, and ``most`` is how many may be kept.
    """

    weigh: Weigh
    most: int
    _kept: OrderedDict[Hashable, object] = field(default_factory=OrderedDict[Hashable, object])
    _weights: Counter[Hashable] = field(default_factory=Counter[Hashable])
    _making: dict[Hashable, Future[object]] = field(default_factory=dict[Hashable, Future[object]])
    _lock: Lock = field(default_factory=Lock)
    _places: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(_AT_ONCE))
    _of_thread: local = field(default_factory=local)

    def find(self, key: Hashable) -> object:
        """Give what is remembered; None where nothing is."""
        with self._lock:
            return self._find(key)

    def keep(self, key: Hashable, value: object) -> None:
        """Remember a value."""
        with self._lock:
            self._kept[key] = value
            self._weights[key] = self.weigh(value)
            while self._weights.total() > self.most and len(self._kept) > 1:
                forgotten, _ = self._kept.popitem(last=False)
                del self._weights[forgotten]

    def make(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Give what was made under this key, or make it; who asks meanwhile waits for it.

        Nobody may ask who holds anything that making needs, such as a connection to the store.
        """
        with self._lock:
            found, begun = self._find(key), self._making.get(key)
        if found is None and begun is not None:
            found = begun.result()
        elif found is None:
            with self._place():
                found = self._make(key, make)
        return found  # pyright: ignore[reportReturnType] - a key has one type

    def _find(self, key: Hashable) -> object:
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def _make(self, key: Hashable, make: Callable[[], object]) -> object:
        with self._lock:
            found = self._find(key)
            begun = self._making.get(key)
            ours = begun or Future[object]()
            if found is None:
                self._making[key] = ours
        if found is not None:
            return found
        if begun is not None:
            return begun.result()
        try:
            value = make()
        except BaseException as error:
            ours.set_exception(error)
            raise
        else:
            self.keep(key, value)
            ours.set_result(value)
            return value
        finally:
            with self._lock:
                del self._making[key]

    @contextmanager
    def _place(self) -> Generator[None]:
        """Wait for a place to work at; who has one already keeps it."""
        if getattr(self._of_thread, "works", False):
            yield
            return
        with self._places:
            self._of_thread.works = True
            try:
                yield
            finally:
                self._of_thread.works = False
