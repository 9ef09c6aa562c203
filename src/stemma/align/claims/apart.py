"""Signs that two wordings cannot say the same, however alike they sound."""

from rapidfuzz.fuzz import partial_ratio

from stemma.align.claims.changes import changes_differ
from stemma.align.claims.wordings import Wording
from stemma.align.quantities import agree, comparable
from stemma.align.spelling import words

_NEARLY_THE_SAME = 90.0
"""Per cent of letters in which the shorter of two quotations is found in the longer."""

_ONE_CLAUSE = 14
_OWN_WORDS = frozenset({"direct", "mixed"})


def apart(left: Wording, right: Wording) -> bool:
    """Tell whether two wordings are never one claim.

    So it is with a statement and its denial, with a denial and what others negate, with a
    refusal and an answer, with two numbers of the same thing in one report, and with the own words
    of two people, unless the words are nearly the same: one quotation, given to two.
    """
    if left.refuses != right.refuses:
        return True
    if _denied(left, right) or _anothers_denial(left, right) or changes_differ(left, right):
        return True
    if _two_numbers(left, right):
        return True
    return _two_people(left, right) and not _one_quotation(left, right)


def _denied(left: Wording, right: Wording) -> bool:
    """Tell whether one denies the other; of long statements only a part may be denied."""
    if left.negated == right.negated:
        return False
    if left.denied != right.denied:
        return True
    return max(left.length, right.length) <= _ONE_CLAUSE


def _anothers_denial(left: Wording, right: Wording) -> bool:
    """Tell whether one denies something, and the other says of its own accord that it is not so.

    "The company denied that it had been warned" and "nobody had warned them" are both negated,
    and are the words of two sides. What the one who denies says elsewhere is the denial again.
    """
    return left.denied != right.denied and left.speaker != right.speaker


def _two_people(left: Wording, right: Wording) -> bool:
    """Tell whether two people who are told apart by name speak, one of them in own words."""
    if None in {left.person, right.person} or left.person == right.person:
        return False
    return any(wording.statements[0].voice in _OWN_WORDS for wording in (left, right))


def _two_numbers(left: Wording, right: Wording) -> bool:
    """Tell whether one report gives a number in each, and another: three years, 45 years."""
    if not left.figures or not right.figures or left.reports.isdisjoint(right.reports):
        return False
    alike = [
        agree(one, other)
        for one in left.figures
        for other in right.figures
        if one.unit is not None and comparable(one, other)
    ]
    return bool(alike) and not any(alike)


def _one_quotation(left: Wording, right: Wording) -> bool:
    one, other = (" ".join(words(wording.text)) for wording in (left, right))
    return partial_ratio(one, other, score_cutoff=_NEARLY_THE_SAME) > 0
