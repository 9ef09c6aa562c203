"""Sets that grow together: whatever is tied, directly or by way of others, is one."""

from collections.abc import Iterable


class Ties:
    """Numbers ``0 .. size - 1``, tied in pairs (disjoint sets with path halving)."""

    def __init__(self, size: int) -> None:
        """Begin with every number alone."""
        self._parent = list(range(size))

    def tie(self, left: int, right: int) -> None:
        """Make two numbers, and all that is tied to them, one set."""
        one, other = sorted((self.root(left), self.root(right)))
        self._parent[other] = one

    def root(self, number: int) -> int:
        """Give the least number of the set."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def sets(self, numbers: Iterable[int]) -> list[list[int]]:
        """Give the sets, each in order, by their first number."""
        found: dict[int, list[int]] = {}
        for number in numbers:
            found.setdefault(self.root(number), []).append(number)
        return list(found.values())
