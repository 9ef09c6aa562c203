"""Figures compared: whether two can be about the same, and whether both can be right."""

from math import floor, inf, log10

from stemma.model import Figure

_ABOUT, _ABOUT_FINE = 0.1, 0.05
"""How far "about 1,000" may be off, and how far "about 850": what has more digits means more."""

_ROUNDED = 0.05
"""How far rounding may take a figure before it counts as another figure."""

_SAME_NOUNS = (
    frozenset({"adult", "human", "people", "person", "soul"}),
    frozenset({"fighter", "militant", "insurgent", "rebel"}),
    frozenset({"personnel", "service member", "serviceman", "soldier", "troop"}),
    frozenset({"child", "kid", "minor"}),
    frozenset({"car", "vehicle"}),
    frozenset({"house", "home"}),
)


def comparable(left: Figure, right: Figure) -> bool:
    """Tell whether two figures may count the same: the same unit, and the same noun."""
    if left.unit != right.unit:
        return False
    if left.unit is not None:
        return True
    noun = counted_noun(left.counted)
    return noun is not None and noun == counted_noun(right.counted)


def counted_noun(noun: str | None) -> str | None:
    """Give one name for nouns that mean the same: soldiers are troops, but not just people."""
    if noun is None:
        return None
    head = noun.split()[-1]
    heads = {head, " ".join(noun.split()[-2:])}
    return next((min(nouns) for nouns in _SAME_NOUNS if heads & nouns), head)


def limits(figure: Figure) -> tuple[float, float]:
    """Give the least and the greatest value that a figure allows."""
    low, high = sorted((figure.value, figure.value if figure.high is None else figure.high))
    match figure.bound:
        case "at_least":
            return low, inf
        case "at_most":
            return -inf, high
        case "about":
            share = _ABOUT if max(_digits(low), _digits(high)) == 1 else _ABOUT_FINE
            slack = share * max(abs(low), abs(high))
            return low - slack, high + slack
        case _:
            return low, high


def both_possible(left: Figure, right: Figure) -> bool:
    """Tell whether one quantity can satisfy both figures, rounding allowed for."""
    low, high = limits(left)
    least, most = limits(right)
    return (low <= most and least <= high) or same_value(left, right)


def same_value(left: Figure, right: Figure) -> bool:
    """Tell whether two figures give one value, at most rounded differently."""
    ends = (left.high or left.value, right.high or right.value)
    return _rounds(left.value, right.value) and _rounds(*ends)


def _rounds(left: float, right: float) -> bool:
    if left == right:
        return True
    if 0 in (left, right) or abs(left - right) > _ROUNDED * max(abs(left), abs(right)):
        return False
    return any(
        _to_digits(fine, _digits(rough)) == rough for fine, rough in ((left, right), (right, left))
    )


def _digits(value: float) -> int:
    """Count significant digits: 1,200 has two."""
    return len(f"{abs(value):.10g}".split("e")[0].replace(".", "").strip("0")) or 1


def _to_digits(value: float, digits: int) -> float:
    places = digits - 1 - floor(log10(abs(value)))
    return float(f"{round(value, places):.10g}")


def agree(left: Figure, right: Figure) -> bool:
    """Tell whether two figures tell a reader the same: one value, or one within "about" another.

    "Up to 12,000" and "more than 10,000" are both possible and yet do not agree.
    """
    one_sided = {"at_least", "at_most"} & {left.bound, right.bound}
    return same_value(left, right) or (not one_sided and both_possible(left, right))
