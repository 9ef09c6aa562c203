"""Verbs that say the opposite of one another."""

from collections import defaultdict
from functools import cache

from stemma.tables import read_lines


def opposed(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether a verb of one statement is the opposite of one of the other.

    Not where both statements have either verb: "lost and regained" is opposed to neither.
    """
    table = _opposites()
    return any(table.get(verb, frozenset[str]()) & (right - left) for verb in left - right)


@cache
def _opposites() -> dict[str, frozenset[str]]:
    table: defaultdict[str, set[str]] = defaultdict(set)
    for line in read_lines("stemma.align", "opposites.tsv"):
        left, right = (side.split() for side in line.split("\t"))
        for one in left:
            for other in right:
                table[one].add(other)
                table[other].add(one)
    return {verb: frozenset(others) for verb, others in table.items()}
