"""Two quotations laid beside each other."""

from dataclasses import dataclass

from rapidfuzz.distance import OSA, Levenshtein

from stemma.align.findings.quotes import GAP

_FILLERS = frozenset(
    [
        "a", "ah", "also", "and", "but", "er", "it", "just", "know", "mean", "now", "of", "oh",
        "really", "so", "that", "the", "then", "there", "this", "uh", "um", "very", "well", "you",
    ]
)  # fmt: skip
_SMALL_WORDS = _FILLERS | frozenset(
    [
        "am", "an", "are", "as", "at", "be", "been", "by", "can", "did", "do", "does", "for",
        "from", "had", "has", "have", "he", "her", "him", "his", "i", "if", "in", "is", "its",
        "me", "my", "no", "not", "on", "or", "our", "she", "their", "them", "they", "to", "up",
        "us", "was", "we", "were", "what", "when", "which", "who", "will", "with", "would", "your",
    ]
)  # fmt: skip
_LONGEST_ENDING = 3
_KIN = 0.6
"""How alike two words are that differ in their endings only."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one quotation that stand for words of the other; one side may be empty."""

    left: tuple[str, ...]
    right: tuple[str, ...]

    def is_slight(self) -> bool:
        """Tell whether only small words or endings differ, and nothing is denied or affirmed."""
        if "not" in self.left + self.right or "no" in self.left + self.right:
            return False
        if not content(self.left) and not content(self.right):
            return True
        one, other = "".join(self.left), "".join(self.right)
        return OSA.normalized_similarity(one, other) >= _KIN and one[:3] == other[:3]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two quotations agree: the words they have in common, and the changes between them."""

    same: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def agreement(self) -> float:
        """The share of words in common, where the quotations overlap."""
        changed = sum(max(len(change.left), len(change.right)) for change in self.changes)
        return len(self.same) / max(1, len(self.same) + changed)


def content(words: tuple[str, ...]) -> list[str]:
    """Give the words that carry meaning."""
    return [word for word in words if word and word not in _SMALL_WORDS]


def compare(left: tuple[str, ...], right: tuple[str, ...]) -> Comparison:
    """Lay two quotations beside each other, as far as they overlap.

    That one begins earlier or ends later is no change: quotations are cut to size. Neither is
    a gap that its reporter marks. Where both go on for a few words in different ways, that is.
    """
    codes = list(Levenshtein.opcodes(left, right))
    while codes and codes[0].tag != "equal":
        codes.pop(0)
    if not codes:
        return Comparison((), ())
    ending = codes.pop() if codes[-1].tag == "replace" else None
    while codes[-1].tag != "equal":
        codes.pop()
    same: list[str] = []
    changes: list[Change] = []
    gone: list[str] = []
    come: list[str] = []
    for code in codes:
        if code.tag != "equal":
            gone += left[code.src_start : code.src_end]
            come += right[code.dest_start : code.dest_end]
            continue
        same += left[code.src_start : code.src_end]
        if gone or come:
            changes.append(Change(tuple(gone), tuple(come)))
            gone, come = [], []
    if ending is not None and ending.src_end - ending.src_start <= _LONGEST_ENDING:
        changes.append(
            Change(
                left[ending.src_start : ending.src_end],
                right[ending.dest_start : ending.dest_end],
            )
        )
    return Comparison(tuple(same), tuple(change for change in changes if _counts(change)))


def _counts(change: Change) -> bool:
    words = change.left + change.right
    if GAP in words or "".join(change.left) == "".join(change.right):
        return False
    one_sided = not change.left or not change.right
    return not (one_sided and all(word in _FILLERS for word in words))
