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
        "about", "after", "am", "an", "any", "are", "as", "at", "be", "been", "before", "by",
        "can", "could", "did", "do", "does", "for", "from", "had", "has", "have", "he", "her",
        "here", "him", "his", "how", "i", "if", "in", "into", "is", "its", "me", "my", "no",
        "not", "off", "on", "onto", "or", "our", "out", "over", "she", "should", "some", "their",
        "them", "these", "they", "those", "to", "under", "up", "upon", "us", "was", "we", "were",
        "what", "when", "where", "which", "who", "why", "will", "with", "within", "would", "your",
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
    shorter: int
    """The number of words of the shorter quotation."""

    @property
    def coverage(self) -> float:
        """The share of the shorter quotation that is in common."""
        return len(self.same) / max(1, self.shorter)

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
        return Comparison((), (), min(len(left), len(right)))
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
    kept = tuple(change for change in changes if _counts(change))
    return Comparison(tuple(same), kept, min(len(left), len(right)))


def _counts(change: Change) -> bool:
    words = change.left + change.right
    if GAP in words or "".join(change.left) == "".join(change.right):
        return False
    one_sided = not change.left or not change.right
    return not (one_sided and all(word in _FILLERS for word in words))
