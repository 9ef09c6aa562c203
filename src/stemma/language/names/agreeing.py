"""One kind for all mentions of a name in a report, and mentions that were missed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from stemma.language.names.casing import Casing
from stemma.language.names.shaping import Found, known_kind
from stemma.model.annotated import NameKind

_SURE = 0.5
_MISSED_SCORE = 0.5

Words = tuple[str, ...]


def agree(
    sentences: Sequence[Sequence[str]],
    cases: Sequence[Sequence[Casing]],
    names: Sequence[Sequence[Found]],
) -> list[list[Found]]:
    """Give each sentence's names after all mentions of a name have voted on its kind."""
    votes: dict[Words, dict[NameKind, float]] = defaultdict(lambda: defaultdict(float))
    for words, found in _mentions(sentences, names):
        votes[_key(words)][found.kind] += found.score
    _lend_full_names(votes)
    kinds: dict[Words, NameKind] = {
        key: max(sorted(tally), key=lambda kind, tally=tally: tally[kind])
        for key, tally in votes.items()
    }
    return [
        _settle(words, case, found, kinds, votes)
        for words, case, found in zip(sentences, cases, names, strict=True)
    ]


def _key(words: Sequence[str]) -> Words:
    return tuple(word.upper() for word in words)


def _mentions(
    sentences: Sequence[Sequence[str]], names: Sequence[Sequence[Found]]
) -> list[tuple[Words, Found]]:
    return [
        (tuple(words[found.first : found.last]), found)
        for words, sentence in zip(sentences, names, strict=True)
        for found in sentence
    ]


def _lend_full_names(votes: dict[Words, dict[NameKind, float]]) -> None:
    """Let "Mary Castor" vote that "Castor" is a person too, and "Moon Jae-in" that "Moon" is."""
    for key in sorted(votes):
        person = votes[key].get("person", 0.0)
        if len(key) > 1 and person > sum(votes[key].values()) / 2:
            for single in (key[-1:], key[:1]):
                if single in votes and known_kind(single[0].title()) is None:
                    votes[single]["person"] += person + 1.0


def _settle(
    words: Sequence[str],
    cases: Sequence[Casing],
    found: Sequence[Found],
    kinds: dict[Words, NameKind],
    votes: dict[Words, dict[NameKind, float]],
) -> list[Found]:
    settled = [
        replace(name, kind=_voted(words[name.first : name.last], name.kind, kinds))
        for name in found
    ]
    taken = {at for name in found for at in range(name.first, name.last)}
    for at, word in enumerate(words):
        key = (word.upper(),)
        named = cases[at] in ("capital", "acronym")
        if at not in taken and named and key in kinds and max(votes[key].values()) > _SURE:
            settled.append(Found(first=at, last=at + 1, kind=kinds[key], score=_MISSED_SCORE))
    return sorted(settled, key=lambda name: name.first)


def _voted(words: Sequence[str], kind: NameKind, kinds: dict[Words, NameKind]) -> NameKind:
    return known_kind(" ".join(words)) or kinds.get(_key(words), kind)
