"""Which stretches of a crude text are another page's, told by all their lines together.

A short line between paragraphs may be a subhead or the name of a shop, and a paragraph may be the
report's or a teaser's. Alone few lines tell. So each gives evidence: how near its meaning is to
the headline and the paragraphs, and how many of its words they have. The likeliest course
through all lines is taken (Viterbi 1967), in which each change between the report and what is
not of it costs something: a doubtful line goes with its neighbours.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemma.ports import Encoder
from stemma.read.residue.belonging import leans_on_others, odd_words, stems_of
from stemma.read.residue.form import is_list_entry, reports_speech
from stemma.read.residue.loose import is_loose
from stemma.read.shape import is_sentence, words_of

_INTO = 2.0  # what it costs to leave the report, in nats as all evidence here
_BACK = 1.5
_CUT = 2.0  # a line that its form gave away speaks for its neighbours
_SUSPECTED = 2.0
_LOOSE = 2.0
_LISTED = -1.0  # an entry of a list goes with what stands around it, and rather stays
_BROKEN = 3  # words
_MOST = 5.0  # no single line says more
_NEAREST = 3  # lines that vouch for another
_VOUCHING = 7  # lines asked to vouch, spread over the report
_FEW_VOUCHING = _NEAREST + 1  # of these and the headline, asked first; one may be the line itself
FEWEST_PARAGRAPHS = 3
"""Without so many there is nothing to compare with."""

_QUOTES = '"“«'
_TELLING = 90  # code points from which a vector tells what a line that vouches is about
_TELLING_IN_DOUBT = 200
_ROUNDS = 6  # in which doubt spreads from a line to the paragraphs beside it
_DOUBTED = 160  # lines; a page of which more are in doubt is no page of one report


class _Weights(NamedTuple):
    """What speaks for another page, less what speaks for this one, in nats.

    ``support`` and ``relative`` weigh the mean cosine with the nearest lines, as it is and as a
    share of what is usual among the report's own; ``shared`` the share of words that the report
    has elsewhere.
    """

    at_first: float
    support: float
    relative: float
    shared: float
    leaning: float
    sentence: float


# Logistic regression on the lines of 106 pages with residue put in, rounded, then made slower to
# give up a sentence. Half the short lines put in have a support under .14; half the own ones
# have more than .44.
_PARAGRAPH = _Weights(6.3, 14.0, 5.2, 5.6, 0.8, 1.9)
_SHORT = _Weights(4.4, 17.3, 0.3, 2.6, 0.9, 2.5)


class Own(NamedTuple):
    """The lines that are the report's beyond doubt: its headline, byline, sign-off."""

    headline: int | None
    safe: frozenset[int]


class Marks(NamedTuple):
    """What is known of lines: ``cut`` for their form, ``suspected`` for their place."""

    cut: frozenset[int]
    suspected: frozenset[int]


def find_stretches(
    page: Sequence[str], body: Sequence[int], *, marks: Marks, own: Own, encoder: Encoder
) -> frozenset[int]:
    """Give the lines that are another page's, beyond those cut for their form.

    ``body`` are the indices of running text, at least three; the first of it is the report's.
    Lines above it are not judged.
    """
    course = _Course(page, frozenset(body), marks, own, encoder)
    odd = odd_words(page, body, marks.cut)
    found = frozenset[int]()
    for _ in range(_ROUNDS):
        doubted = course.doubted(odd, found)
        if not doubted or len(doubted) > _DOUBTED:
            break
        again = course.judge(doubted, [index for index in body if index not in found])
        if again == found:
            break
        found = again
    return found


class _Course:
    """The lines of one page: which are in doubt, what speaks for each, the likeliest course."""

    def __init__(
        self,
        page: Sequence[str],
        body: frozenset[int],
        marks: Marks,
        own: Own,
        encoder: Encoder,
    ) -> None:
        self._page, self._body, self._marks, self._encoder = page, body, marks, encoder
        self._first = min(body)
        self._top = [] if own.headline is None else [own.headline]
        self._safe = own.safe | {self._first}
        self._telling: dict[int, int] = {}
        self._vectors: dict[int, NDArray[np.float32]] = {}

    def doubted(self, odd: Collection[int], found: Collection[int]) -> list[int]:
        """Give the short lines below the first paragraph, and the paragraphs beside residue."""
        below = range(self._first + 1, len(self._page))
        bare = {at for at in below if at not in self._body and not is_sentence(self._page[at])}
        strange = {*self._marks.cut, *found, *bare}
        doubtful = {*odd, *self._marks.suspected, *bare}
        return [
            index
            for index in below
            if index not in self._marks.cut
            and index not in self._safe
            and (index in doubtful or {index - 1, index + 1} & strange)
        ]

    def judge(self, doubted: Sequence[int], trusted: Sequence[int]) -> frozenset[int]:
        """Give the lines that are outside the report in the likeliest course.

        Vectors are dear. So a line counts at first as near nothing, then as near as a few vouching
        lines make it, and at last as near as all do. Less evidence against a line puts no other
        outside; so what the report keeps at one step it keeps at the next, and only the rest is
        compared. That finds what comparing all with all would find.
        """
        shared = self._shared(doubted, trusted)
        vouching = self._vouching(doubted, trusted)
        for length, lines in ((_TELLING_IN_DOUBT, doubted), (_TELLING, vouching)):
            self._telling = dict.fromkeys(lines, length) | self._telling
        short = [at for at in doubted if at not in self._body]
        paragraphs = [at for at in doubted if at in self._body]
        evidence = {at: self._weigh(at, shared[at]) for at in doubted}
        found = self.likeliest(evidence)
        for lines in (short, paragraphs):
            asked = [at for at in lines if at in found]
            _, support = self._compare(asked, vouching[:_FEW_VOUCHING])
            evidence |= {at: self._weigh(at, shared[at], support=support[at]) for at in asked}
            found = self.likeliest(evidence)
        sure: set[int] = set()
        while asked := [at for at in doubted if at in found and at not in sure]:
            usual, support = self._compare(asked, vouching)
            evidence |= {at: self._weigh(at, shared[at], support[at], usual) for at in asked}
            found = self.likeliest(evidence)
            sure |= set(asked)
        return found

    def _vouching(self, doubted: Collection[int], trusted: Sequence[int]) -> list[int]:
        sure = [index for index in trusted if index not in doubted]
        sure = sure if len(sure) >= FEWEST_PARAGRAPHS else list(trusted)
        return [*self._top, *sure[:: -(-len(sure) // _VOUCHING)]]

    def _shared(self, doubted: Sequence[int], trusted: Sequence[int]) -> dict[int, float]:
        """Give the share of each line's words that the report has elsewhere."""
        page = self._page
        known = Counter(stem for at in (*self._top, *trusted) for stem in stems_of(page[at]))
        stems = {at: stems_of(page[at]) for at in doubted}
        return {
            at: sum(known[stem] > (at in trusted) for stem in stems[at]) / max(len(stems[at]), 1)
            for at in doubted
        }

    def _compare(
        self, asked: Sequence[int], vouching: Sequence[int]
    ) -> tuple[float, dict[int, float]]:
        """Give how near the vouching lines are to each other, and to each line asked for."""
        if not asked:
            return 1.0, {}
        vectors = self._encode([*asked, *vouching])
        centre = np.stack([vectors[at] for at in vouching])
        support: dict[int, float] = {}
        for at in asked:
            others = [row for row, voucher in enumerate(vouching) if voucher != at]
            nearest = np.sort(centre[others] @ vectors[at])[-_NEAREST:]
            support[at] = max(0.0, float(nearest.mean()))
        return _usual(centre), support

    def _weigh(self, index: int, shared: float, support: float = 0.0, usual: float = 1.0) -> float:
        """Give the evidence that a line is another page's: the most it may be, by default."""
        line = self._page[index]
        weights = _PARAGRAPH if index in self._body else _SHORT
        told = _weighed(line, weights, support, usual, shared)
        told += _SUSPECTED * (index in self._marks.suspected)
        return min(told, _LISTED) if _is_listed(line) else told

    def likeliest(self, evidence: Mapping[int, float]) -> frozenset[int]:
        """Give the lines that are outside the report in the course with the most evidence."""
        report, other = 0.0, -np.inf
        steps: list[tuple[bool, bool]] = []
        for index in range(len(self._page)):
            steps.append((other - _BACK > report, other >= report - _INTO))
            report, other = max(report, other - _BACK), max(other, report - _INTO)
            if index in self._safe or index in self._top:
                other = -np.inf
            else:
                other += _CUT if index in self._marks.cut else evidence.get(index, -_MOST)
        found: set[int] = set()
        outside = other > report
        for index in range(len(self._page) - 1, -1, -1):
            if outside:
                found.add(index)
            outside = steps[index][outside]
        return frozenset(found - self._marks.cut)

    def _encode(self, wanted: Sequence[int]) -> dict[int, NDArray[np.float32]]:
        new = [index for index in dict.fromkeys(wanted) if index not in self._vectors]
        if new:
            made = self._encoder.encode([self._page[at][: self._telling[at]] for at in new])
            self._vectors |= dict(zip(new, made, strict=True))
        return self._vectors


def _usual(centre: NDArray[np.float32]) -> float:
    """Give how near the vouching lines are to each other: little in a round-up of many matters."""
    if len(centre) <= _NEAREST:
        return 1.0
    among = np.sort(centre @ centre.T, axis=1)[:, -_NEAREST - 1 : -1]
    return max(float(np.median(among.mean(axis=1))), 0.05)


def _is_listed(line: str) -> bool:
    """Tell an entry of a list, or the second half of a broken line, which begins small."""
    return is_list_entry(line) or (line[0].islower() and len(words_of(line)) >= _BROKEN)


def _weighed(line: str, weights: _Weights, support: float, usual: float, shared: float) -> float:
    quoted = any(mark in line for mark in _QUOTES)
    told = (
        weights.at_first
        - weights.support * support
        - weights.relative * support / usual
        - weights.shared * shared
        - weights.leaning * (leans_on_others(line) or (quoted and reports_speech(line)))
        - weights.sentence * is_sentence(line)
        + _LOOSE * is_loose(line)
    )
    return max(-_MOST, min(_MOST, told))
