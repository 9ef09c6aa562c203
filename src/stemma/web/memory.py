"""What was made for pages, remembered as long as there is room for it."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock, current_thread
from typing import TypeVar

Value = TypeVar("Value")
Weigh = Callable[[object], int]

_AT_ONCE = 2
"""So many work at a time: one process of Python gains nothing by more, and each slows all down."""

_MAKER = "stemma-maker"


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
    _makers: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(_AT_ONCE, thread_name_prefix=_MAKER)
    )

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

        What is asked first is made first. Nobody may ask who holds anything that making needs,
        such as a connection to the store.
        """
        with self._lock:
            found, begun = self._find(key), self._making.get(key)
            if found is None and begun is None and not _is_maker():
                begun = self._making[key] = self._makers.submit(self._make, key, make)
        if found is None:
            # a maker waits for no other that has not begun: both might
            waits = begun is not None and (begun.running() or not _is_maker())
            found = begun.result() if begun and waits else self._make(key, make)
        return found  # pyright: ignore[reportReturnType] - a key has one type

    def _find(self, key: Hashable) -> object:
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def _make(self, key: Hashable, make: Callable[[], object]) -> object:
        try:
            value = self.find(key)
            if value is None:
                value = make()
                self.keep(key, value)
            return value
        finally:
            with self._lock:
                self._making.pop(key, None)


def _is_maker() -> bool:
    return current_thread().name.startswith(_MAKER)
