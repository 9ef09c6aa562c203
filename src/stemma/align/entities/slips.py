"""Spellings of a name that look like slips of the pen."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from stemma.align.entities.mentions import Mention
from stemma.align.spelling import american, consonants, nearly_spelled, slipped, transliterated

_RARE = 3
_FEW = 2
_LONG_ENOUGH, _LONG_ENOUGH_ALONE = 5, 8


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


def find_slips_of_things(mentions: Sequence[Mention]) -> set[tuple[str, ...]]:
    """Give the folded forms of an organisation or a place that look misprinted beside others."""
    by_words: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_words[mention.words].append(mention)
    return {
        rare
        for rare, few in by_words.items()
        if any(is_misprint(few, many) for many in by_words.values())
    }


def is_misprint(few: Sequence[Mention], many: Sequence[Mention]) -> bool:
    """Tell whether one report alone prints a name with a letter too many, too few or wrong.

    All words but one are the same; a name of one word is long, and not just another letter in it:
    "Kensley" is not "Kenbley". Plurals, the two spellings of English, and another vowel for one
    ("Nabi", "Nebi") are no misprints.
    """
    rare, common = few[0].words, many[0].words
    if len(rare) != len(common) or len(few) * _RARE > len(many):
        return False
    differing = [(a, b) for a, b in zip(rare, common, strict=True) if a != b]
    if len(differing) != 1 or not _is_lone(few, many):
        return False
    here, there = differing[0]
    if american(here) == american(there) or here.rstrip("s") == there.rstrip("s"):
        return False
    least = _LONG_ENOUGH_ALONE if len(rare) == 1 else _LONG_ENOUGH
    near = here[0] == there[0] and nearly_spelled(here, there)
    if not near or min(len(here), len(there)) < least:
        return False
    return len(here) != len(there) if len(rare) == 1 else not _is_other_vowel(here, there)


def _is_other_vowel(here: str, there: str) -> bool:
    return len(here) == len(there) and consonants(here) == consonants(there)


def _is_lone(few: Sequence[Mention], many: Sequence[Mention]) -> bool:
    alone = {mention.span.report for mention in few}
    return len(alone) == 1 and len({mention.span.report for mention in many}) >= _FEW
