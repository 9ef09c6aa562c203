"""Whether a paragraph belongs to the report it stands in: by words, names and vectors."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import numpy as np

from stemma.ports import Encoder
from stemma.read.shape import words_of

_NAME = re.compile(r"(?<![.!?:“\"] )(?<!^)\b[A-Z][\w’'-]+")
_QUOTE = "\"“‘'«"
_ANAPHOR = re.compile(
    r"^(?:he|she|they|it|his|her|hers|their|its|him|them|this|that|these|those|such|there|here|"
    r"but|and|or|so|yet|"
    r"also|however|still|then|instead|meanwhile|nevertheless|nonetheless|moreover|furthermore|"
    r"in addition|even so|"
    r"as a result|for example|for instance|the (?:latter|former|two|pair)|both|neither|another|"
    r"others|i|we|you)\b",
    re.IGNORECASE,
)
_STEM = 6  # letters of a word that are compared
_SHORTEST = 4  # letters of a word that says something
_NEAREST = 3  # paragraphs that vouch for another
_TELLING = 320  # code points from which a vector tells what a paragraph is about
_MOST_VOUCHING = 10  # paragraphs asked to vouch, spread over the report
_MOST_DOUBTED = 80  # paragraphs; no page of one article has more that are another's
_TOO_FEW = 3  # paragraphs without which there is nothing to compare with

# Mean cosine with the three nearest paragraphs of the same report. Of 1,449 paragraphs of clean
# reports, 4 lie below the first, 11 below .25 and 30 below the second; of 92 paragraphs put in
# from other stories, 78, 88 and 90.
_STRANGE_ANYWHERE = 0.20
_STRANGE_THOUGH_NAMED = 0.12
_SHARE_OF_USUAL = 0.45
_STRANGE_BESIDE_RESIDUE = 0.34
_STRANGE_WITHOUT_NAMES = 0.45

_ODD_OVERLAP = 0.2  # share of a paragraph's words that occur elsewhere in the report
_ODD_OVERLAP_BESIDE_RESIDUE = 0.3
_ODD_WORDS = 15  # words from which such a share means something
_ODD_NAMES = 2  # names of its own that a teaser of another story has at least


def strangers(
    lines: Sequence[str],
    *,
    body: Sequence[int],
    beside_residue: Collection[int],
    odd: Collection[int],
    encoder: Encoder,
) -> frozenset[int]:
    """Give the paragraphs that do not belong to the rest of ``body``.

    ``body`` are the indices of running text; of these ``beside_residue`` stand where teasers do,
    and ``odd`` have words that hardly occur elsewhere. Each is compared with those in no doubt.
    """
    doubted = {index for index in (*beside_residue, *odd) if not leans_on_others(lines[index])}
    trusted = [index for index in body if index not in doubted]
    in_doubt = [index for index in body if index in doubted]
    if len(trusted) < _TOO_FEW or not in_doubt:
        return frozenset()
    in_doubt = in_doubt[:_MOST_DOUBTED]
    vouching = trusted[:: -(-len(trusted) // _MOST_VOUCHING)]
    vectors = encoder.encode([lines[index][:_TELLING] for index in [*vouching, *in_doubt]])
    centre, asked = vectors[: len(vouching)], vectors[len(vouching) :]
    support = np.sort(asked @ centre.T, axis=1)[:, -_NEAREST:].mean(axis=1)
    among_themselves = np.sort(centre @ centre.T, axis=1)[:, -_NEAREST - 1 : -1].mean(axis=1)
    usual = float(np.median(among_themselves))
    known = names_of(lines[index] for index in trusted)
    return frozenset(
        index
        for index, nearness in zip(in_doubt, support.tolist(), strict=True)
        if nearness < _least(names_of([lines[index]]), known, usual, beside=index in beside_residue)
    )


def leans_on_others(line: str) -> bool:
    """Tell whether a paragraph is a quotation or points back ("His comments came as …").

    A teaser of another story does neither: it must be understood on its own.
    """
    return line[0] in _QUOTE or bool(_ANAPHOR.match(line))


def _least(names: set[str], known: set[str], usual: float, *, beside: bool) -> float:
    """Give the support below which a paragraph is strange; ``usual`` is that of the others.

    The paragraphs of a round-up are as far from each other as from anything else.
    """
    if not beside:
        limit = _STRANGE_THOUGH_NAMED if names & known else _STRANGE_ANYWHERE
        return min(limit, _SHARE_OF_USUAL * usual)
    unknown = len(names - known) >= _ODD_NAMES and not names & known
    return _STRANGE_WITHOUT_NAMES if unknown else _STRANGE_BESIDE_RESIDUE


def odd_words(
    lines: Sequence[str], body: Sequence[int], residue: Collection[int]
) -> frozenset[int]:
    """Give the paragraphs whose names and words hardly occur elsewhere in the report.

    A cheap test that spares most reports the vectors.
    """
    if len(body) <= _TOO_FEW:
        return frozenset()
    stems = {index: stems_of(lines[index]) for index in body}
    names = {index: names_of([lines[index]]) for index in body}
    spread = Counter(stem for found in stems.values() for stem in found)
    named = Counter(name for found in names.values() for name in found)
    odd: set[int] = set()
    for index in body:
        line = lines[index]
        if leans_on_others(line) or len(words_of(line)) < _ODD_WORDS:
            continue
        beside = index - 1 in residue or index + 1 in residue
        limit = _ODD_OVERLAP_BESIDE_RESIDUE if beside else _ODD_OVERLAP
        shared = sum(spread[stem] > 1 for stem in stems[index])
        known = sum(named[name] > 1 for name in names[index])
        if (
            shared < limit * len(stems[index])
            and len(names[index]) - known >= _ODD_NAMES
            and (beside or not known)
        ):
            odd.add(index)
    return frozenset(odd)


def names_of(lines: Iterable[str]) -> set[str]:
    """Give the words with capitals that do not begin a sentence, in small letters."""
    return {name.casefold() for line in lines for name in _NAME.findall(line)}


def stems_of(line: str) -> set[str]:
    """Give the beginnings of the words that say something, in small letters."""
    return {word.casefold()[:_STEM] for word in words_of(line) if len(word) >= _SHORTEST}
