"""Labels of words, ``B-``/``I-``/``O``, as stretches of words."""

from collections.abc import Sequence

Mark = tuple[int, int, str]
"""First word, one after the last, and the label."""


def marks(labels: Sequence[str]) -> list[Mark]:
    """Give the stretches; an ``I-`` that continues nothing begins one."""
    found: list[Mark] = []
    start, kind = 0, ""
    for at, label in enumerate([*labels, "O"]):
        head, _, tail = label.partition("-")
        if kind and (head != "I" or tail != kind):
            found.append((start, at, kind))
            kind = ""
        if head in {"B", "I"} and not kind:
            start, kind = at, tail
    return found
