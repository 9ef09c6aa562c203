"""How long: durations and sets as ISO 8601 periods."""

from stemma.language.moments.expression import Expression

_ISO_UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "weekend": "W",
    "month": "M", "year": "Y",
}  # fmt: skip


def period_of(expression: Expression) -> str | None:
    """Write the length of a duration or set as an ISO 8601 period; None where it is unknown."""
    if expression.amount is None or expression.unit is None:
        return None
    parts = [_sized(expression.amount, expression.unit)]
    parts += [_sized(amount, unit) for amount, unit in expression.extra]
    days = "".join(part for part, clock in parts if not clock)
    clock = "".join(part for part, clock in parts if clock)
    return f"P{days}" + (f"T{clock}" if clock else "")


def _sized(amount: float, unit: str) -> tuple[str, bool]:
    if unit in {"decade", "century", "quarter", "season", "half"}:
        factor, unit = {
            "decade": (10, "year"), "century": (100, "year"), "quarter": (3, "month"),
            "season": (3, "month"), "half": (6, "month"),
        }[unit]  # fmt: skip
        amount *= factor
    smaller = {
        "year": (12, "month"),
        "day": (24, "hour"),
        "hour": (60, "minute"),
        "minute": (60, "second"),
    }
    if amount != int(amount) and unit in smaller and amount < 100:  # noqa: PLR2004 - "2.5 years"
        whole, (factor, finer) = int(amount), smaller[unit]
        rest = round((amount - whole) * factor)
        first = f"{whole}{_ISO_UNITS[unit]}" if whole else ""
        join = "T" if unit == "day" else ""
        return f"{first}{join}{rest}{_ISO_UNITS[finer]}", unit in {"hour", "minute"}
    written = f"{amount:.15g}" if amount < 1e15 else f"{amount:.0f}"  # noqa: PLR2004
    return f"{written}{_ISO_UNITS[unit]}", unit in {"second", "minute", "hour"}
