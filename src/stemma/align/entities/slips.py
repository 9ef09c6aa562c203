"""Spellings of a name that look like slips of the pen."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from stemma.align.entities.mentions import Mention
from stemma.align.spelling import slipped, transliterated

_RARE = 3


def find_slips(mentions: Sequence[Mention]) -> set[tuple[str, ...]]:
    """Give the folded forms with a word that is a rare misprint of a common word of the name.

    Rare is a third as often as the common word, or in a third as many reports: a report may
    misspell a name from its first line to its last. Other transliterations are no slips.
    """
    tally: Counter[str] = Counter()
    reports: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        for word in mention.words:
            tally[word] += 1
            reports[word].add(mention.span.report)

    def is_rare(word: str, common: str) -> bool:
        seldom = tally[word] * _RARE <= tally[common]
        return seldom or len(reports[word]) * _RARE <= len(reports[common])

    slips = {
        word
        for word in tally
        if any(slipped(word, common) and is_rare(word, common) for common in tally)
        and not any(transliterated(word, other) and tally[other] > tally[word] for other in tally)
    }
    return {mention.words for mention in mentions if slips.intersection(mention.words)}
