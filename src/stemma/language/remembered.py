"""What a network said of a text, kept so that no text is put to it twice."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

Asked = TypeVar("Asked", bound=Hashable)
Told = TypeVar("Told")


class Remembered(Generic[Asked, Told]):
    """Answers that follow from what is asked alone: the latest so many of them.

    Reports of one event share sentences, and reading, understanding and comparing look at the same
    ones. Several threads may ask at once.
    """

    def __init__(self, *, most: int) -> None:
        """Begin with nothing; ``most`` answers are kept, the oldest go first."""
        self._most = most
        self._known: dict[Asked, Told] = {}

    def answer(
        self, asked: Sequence[Asked], work: Callable[[Sequence[Asked]], Iterable[Told]]
    ) -> list[Told]:
        """Give the answers in order; ``work`` gives those that are new, each asked once."""
        known = {one: self._known[one] for one in asked if one in self._known}
        new = [one for one in dict.fromkeys(asked) if one not in known]
        if new:
            found = dict(zip(new, work(new), strict=True))
            known |= found
            self._known |= found
            for one in list(self._known)[: -self._most]:
                self._known.pop(one, None)
        return [known[one] for one in asked]
