"""By how much something is said to have changed: "rose 12.8 percent", "doubled"."""

from functools import cache

from stemma.align.claims.wordings import Wording
from stemma.tables import read_lines

_TOLD_BY_VERB = {"double": 100.0, "triple": 200.0, "quadruple": 300.0, "halve": 50.0}
_SLACK = 0.1


def changes_differ(left: Wording, right: Wording) -> bool:
    """Tell whether both wordings give rates of change, and not one of them is the same."""
    one = _changes(left)
    other = _changes(right) if one else []
    return bool(other) and not any(abs(a - b) <= _SLACK * max(a, b) for a in one for b in other)


def _changes(wording: Wording) -> list[float]:
    told = [_TOLD_BY_VERB[verb] for verb in wording.verbs if verb in _TOLD_BY_VERB]
    if wording.verbs & _verbs_of_change():
        told += [abs(figure.value) for figure in wording.figures if figure.unit == "%"]
    return sorted(told)


@cache
def _verbs_of_change() -> frozenset[str]:
    return frozenset(read_lines("stemma.align", "changes.txt"))
