"""Quotation marks and brackets hang on what they enclose."""

from collections.abc import Iterator, Sequence

_CLOSING = {
    "(": ")",
    "[": "]",
    "{": "}",
    "“": "”",
    "‘": "’",
    "«": "»",
    '"': '"',
    "'": "'",
}
_MARK = "punct"


def hang_pairs(words: Sequence[str], heads: Sequence[int], relations: Sequence[str]) -> list[int]:
    """Give the heads (word index + 1, or 0: root), both marks of a pair on one word.

    Universal Dependencies: paired punctuation attaches to the head of what it encloses. Marks
    stay as they are where what stands between them is not one phrase.
    """
    hung = list(heads)
    for first, last in _find_pairs(words, relations):
        head = _find_head(first, last, hung, relations)
        if head is not None:
            hung[first] = hung[last] = head + 1
    return hung


def _find_pairs(words: Sequence[str], relations: Sequence[str]) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for at, word in enumerate(words):
        if relations[at] != _MARK:
            continue
        if opened and word == _CLOSING[words[opened[-1]]]:
            yield opened.pop(), at
        elif word in _CLOSING:
            opened.append(at)


def _find_head(first: int, last: int, heads: Sequence[int], relations: Sequence[str]) -> int | None:
    """Give the one word between two marks that hangs outside, if all else hangs on it."""
    tops = [
        at
        for at in range(first + 1, last)
        if relations[at] != _MARK and not first < heads[at] - 1 < last
    ]
    if len(tops) != 1:
        return None
    for at, head in enumerate(heads):
        outside = not first <= at <= last
        split = outside and relations[at] != _MARK and first < head - 1 < last
        if head - 1 in (first, last) or (split and head - 1 != tops[0]):
            return None
    return tops[0]
