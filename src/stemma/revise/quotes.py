"""Quotations that read otherwise in the next version."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from stemma.model import Change, Report, Span
from stemma.revise.pair import Pair
from stemma.revise.sentences import Sentence
from stemma.revise.sides import Side
from stemma.revise.words import find_words

_MARKED = re.compile(
    r"“(?P<curly>[^“”\n]{2,1500})(?:”|$)"
    r"|(?:^|(?<=[\s(\[—–-]))\"(?=\S)(?P<straight>[^\"\n]{2,1500})(?:\"(?!\w)|$)",
    re.MULTILINE,
)
_ONE_QUOTE = 0.4
_FEW_WORDS = 3

_ALTERED = 0.88
_TAKEN_OUT = 0.74
_SLIGHTLY = 0.45
_PHRASE = 0.35
_PUT_IN = 0.3


@dataclass(frozen=True, slots=True)
class Quote:
    """Words inside quotation marks, as far as one sentence holds them, without the marks."""

    span: Span
    words: tuple[str, ...]


def find_changed_quotes(pair: Pair) -> Iterator[Change]:
    """Find quotations whose words changed, or that came or went."""
    earlier, later = pair.earlier.report, pair.later.report
    lost = _without(pair.touched_before(quotes_in(earlier, pair.before)), pair.later)
    new = _without(pair.touched_after(quotes_in(later, pair.after)), pair.earlier)
    for quote in lost:
        follower = max(new, key=lambda other: _alike(quote, other), default=None)
        if follower is not None and _alike(quote, follower) >= _ONE_QUOTE:
            new.remove(follower)
            yield _change(pair, quote.span, follower.span, _weigh(pair, quote, follower))
        else:
            place = pair.instead_of(quote.span)
            gap = Span(report=place.report, start=place.start, end=place.start)
            weight = _TAKEN_OUT if len(quote.words) > _FEW_WORDS else _PHRASE
            yield _change(pair, quote.span, gap, weight)
    for quote in new:
        place = pair.formerly(quote.span)
        gap = Span(report=place.report, start=place.start, end=place.start)
        yield _change(pair, gap, quote.span, _PUT_IN)


def quotes_in(report: Report, sentence: Sentence) -> list[Quote]:
    """Give what is inside quotation marks in a sentence; a quotation may go on beyond it."""
    line_start = report.text.rfind("\n", 0, sentence.span.start) + 1
    line_end = report.text.find("\n", sentence.span.start)
    line_end = len(report.text) if line_end < 0 else line_end
    found: list[Quote] = []
    for match in _MARKED.finditer(report.text, line_start, line_end):
        start, end = match.span(match.lastgroup or 0)
        start, end = max(start, sentence.span.start), min(end, sentence.span.end)
        if start < end:
            span = report.span(start, end)
            words = tuple(word.text for word in find_words(report.text, span))
            if words:
                found.append(Quote(span, words))
    return found


def _without(quotes: Sequence[Quote], other: Side) -> list[Quote]:
    """Leave out the quotations that the other version prints as well, there or elsewhere."""
    return [quote for quote in quotes if f" {' '.join(quote.words)} " not in other.printed]


def _alike(one: Quote, other: Quote) -> float:
    return Indel.normalized_similarity(one.words, other.words)


def _weigh(pair: Pair, before: Quote, after: Quote) -> float:
    inside = [
        one
        for one in pair.stretches
        if one.earlier_span.overlaps(before.span) or one.later_span.overlaps(after.span)
    ]
    return _SLIGHTLY if all(one.is_slight for one in inside) else _ALTERED


def _change(pair: Pair, before: Span, after: Span, weight: float) -> Change:
    return Change(
        kind="quote",
        earlier=before,
        later=after,
        message=pair.became("quotation", before, after),
        weight=weight,
    )
