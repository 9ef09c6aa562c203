"""Lines -> those of the article, and those cut with the reason."""

from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from stemma.ports import Encoder
from stemma.read.layout import dateline_of
from stemma.read.residue.belonging import leans_on_others, odd_words, strangers
from stemma.read.residue.form import is_list_entry, opens_list, repeats, told_by_form
from stemma.read.residue.stamps import is_bare_date, is_clock, is_stamp
from stemma.read.residue.stretches import FEWEST_PARAGRAPHS, Marks, Own, find_stretches
from stemma.read.residue.zones import BY_PLACE_ALONE, ZONES, before_the_headline, sections
from stemma.read.shape import is_sentence, words_of

_PARAGRAPH = 9  # words of running text that make a paragraph
_LONG_PARAGRAPH = 35
_LONGEST_LIST = 16  # lines below the heading of a list that are doubted
_WIDEST_TEASER = 5  # lines
_TEASERS = 2  # teasers that make a pattern
_FEWEST_WORDS = 80
_SMALLEST_SHARE = 0.3
_NEVER_FIRST = ("a label", "the caption", "asks the reader")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """``kept`` are indices of lines in order; ``cut`` gives the reason by index."""

    kept: tuple[int, ...]
    cut: Mapping[int, str]


def sift(
    page: Sequence[str],
    *,
    headline: int | None,
    spared: Collection[int],
    crude: bool,
    encoder: Encoder,
) -> Sifted:
    """Cut page residue anywhere among the lines of a page.

    ``headline`` is the index of the headline, if there is one; ``spared`` are lines that are
    known to be the article's whatever their form (byline, sign-off). In crude text, paragraphs
    that do not belong to the rest are cut too. Where hardly anything would be left, as of a
    round-up of many stories, only what single lines tell is cut.
    """
    safe = {*spared, *(() if headline is None else (headline,))}
    by_form = {index: reason for index, reason in _by_line(page, headline) if index not in safe}
    cut = {
        index: reason
        for index, reason in _by_place(page, by_form, crude=crude, encoder=encoder).items()
        if index in by_form or index not in safe
    }
    if crude and len(_paragraphs(page, cut)) >= FEWEST_PARAGRAPHS:
        cut = _by_stretch(page, cut, Own(headline, frozenset(safe)), encoder)
    if _words_left(page, cut) < min(_FEWEST_WORDS, _SMALLEST_SHARE * _words_left(page, by_form)):
        cut = by_form
    return Sifted(kept=tuple(index for index in range(len(page)) if index not in cut), cut=cut)


def _by_place(
    page: Sequence[str], by_form: Mapping[int, str], *, crude: bool, encoder: Encoder
) -> dict[int, str]:
    """Add to what single lines told what their places and their neighbours tell."""
    body = _paragraphs(page, by_form)
    strange = _strange(page, by_form, body, crude=crude, encoder=encoder)
    own_times = _own_clock_times(page, by_form, frozenset(body) - strange)
    if own_times:
        strange -= frozenset(_beside_stamps(page, own_times, body))
    cut = {index: reason for index, reason in by_form.items() if index not in own_times}
    reason = "does not belong: its words and names are far from the report's"
    cut |= dict.fromkeys(strange, reason)
    for zone in ZONES:
        cut |= {
            index: reason
            for index, reason in zone(page, cut, frozenset(body) - strange)
            if index not in cut
        }
    return cut


def _by_stretch(
    page: Sequence[str], by_place: Mapping[int, str], own: Own, encoder: Encoder
) -> dict[int, str]:
    """Take for a mere sign where a line stands, and let the whole course of the text tell.

    Clock times and dates that were found to be the report's own are its beyond doubt.
    """
    told = {index: why for index, why in by_place.items() if why not in BY_PLACE_ALONE}
    spared = {at for at, line in enumerate(page) if at not in by_place and told_by_form(line)}
    found = find_stretches(
        page,
        _paragraphs(page, told),
        marks=Marks(frozenset(told), frozenset(by_place) - frozenset(told)),
        own=Own(own.headline, own.safe | spared),
        encoder=encoder,
    )
    reason = "does not belong: what it says is far from the report"
    return told | {index: by_place.get(index, reason) for index in sorted(found)}


def _paragraphs(page: Sequence[str], cut: Collection[int]) -> list[int]:
    return [index for index, line in enumerate(page) if index not in cut and is_paragraph(line)]


def _words_left(page: Sequence[str], cut: Mapping[int, str]) -> int:
    return sum(len(words_of(line)) for index, line in enumerate(page) if index not in cut)


def is_paragraph(line: str) -> bool:
    """Tell whether a line is a paragraph of running text, even one that breaks off."""
    count = len(words_of(line))
    return count >= _LONG_PARAGRAPH or (count >= _PARAGRAPH and is_sentence(line))


def _by_line(page: Sequence[str], headline: int | None) -> Iterator[tuple[int, str]]:
    """Give what single lines tell: by their form, as repetitions, as labels and sections.

    Dates between paragraphs are headings of the report's own where there are several, as in a
    chronicle.
    """
    found: dict[int, str] = {}
    body = False
    dated = sum(is_bare_date(line) and is_paragraph(below) for line, below in pairwise(page))
    for index, line in enumerate(page):
        reason = told_by_form(line)
        body = body or (reason is None and is_paragraph(line))
        if reason and not (index == 0 and reason.startswith(_NEVER_FIRST)):
            below = page[index + 1] if index + 1 < len(page) else ""
            if not (dated > 1 and body and is_bare_date(line) and is_paragraph(below)):
                found[index] = reason
    for index, reason in repeats(page).items():
        found.setdefault(index, reason)
    for label in (before_the_headline, sections):
        found |= dict(label(page, found, headline))
    yield from sorted(found.items())


def _strange(
    page: Sequence[str],
    cut: Mapping[int, str],
    body: Sequence[int],
    *,
    crude: bool,
    encoder: Encoder,
) -> frozenset[int]:
    """Give paragraphs of other stories: beside clock times, in lists, in crude text anywhere."""
    stamped = frozenset(_beside_stamps(page, cut, body))
    listed = list(_below_headings(page, cut, body))
    odd = _odd(page, cut, body) if crude else frozenset[int]()
    beside = stamped.union(*listed)
    found = strangers(page, body=body, beside_residue=beside, odd=odd, encoder=encoder)
    in_lists = {place for run in listed for place in takewhile(found.__contains__, run)}
    strange = frozenset(
        index for index in found if index in stamped or index in odd or index in in_lists
    )
    return strange | _alike(page, cut, strange)


def _odd(page: Sequence[str], cut: Mapping[int, str], body: Sequence[int]) -> frozenset[int]:
    """Give the paragraphs with odd words; the first, datelines and entries of lists are none."""
    return frozenset(
        index
        for index in odd_words(page, body, cut)
        if index != body[0] and not dateline_of(page[index]) and not is_list_entry(page[index])
    )


def _alike(page: Sequence[str], cut: Iterable[int], strange: frozenset[int]) -> frozenset[int]:
    """Give the paragraphs that stand like teasers do where most that stand so are strange.

    A teaser may be of the same matter as the report; its place between the others tells it.
    """
    stamps = sorted(index for index in cut if is_stamp(page[index]))
    below = [
        next((place for place in range(stamp + 1, end) if is_paragraph(page[place])), None)
        for stamp, end in pairwise([*stamps, len(page)])
        if end - stamp <= _WIDEST_TEASER or end == len(page)
    ]
    places = [place for place in below if place is not None]
    told = [place for place in places if place in strange]
    if len(told) < _TEASERS or 2 * len(told) < len(places):
        return frozenset()
    return frozenset(
        place for place in places if place <= max(told) and not leans_on_others(page[place])
    )


def _below_headings(
    page: Sequence[str], cut: Mapping[int, str], body: Sequence[int]
) -> Iterator[list[int]]:
    for index in cut:
        if opens_list(page[index]):
            yield [place for place in body if index < place <= index + _LONGEST_LIST]


def _beside_stamps(page: Sequence[str], cut: Iterable[int], body: Sequence[int]) -> Iterator[int]:
    """Give the last paragraph before and the first one behind every clock time or age."""
    for index in cut:
        if is_stamp(page[index]):
            place = bisect(body, index)
            yield from body[max(0, place - 1) : place + 1]


def _own_clock_times(
    page: Sequence[str], cut: Mapping[int, str], trusted: frozenset[int]
) -> list[int]:
    """Give the clock times that are the report's own: a diary of the day, its paragraphs below."""
    clocks = [index for index in cut if is_clock(page[index])]
    followed = [index for index in clocks if index + 1 in trusted]
    return clocks if len(followed) > 1 and len(followed) > len(clocks) / 2 else []
