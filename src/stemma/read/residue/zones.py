"""Residue that is told by where a line stands: below a heading, beside a clock time, at the end."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from stemma.read.residue.form import asks_reader, is_about_author, is_section, is_stamp, opens_list
from stemma.read.shape import is_sentence, words_of

_LONGEST_TEASER = 34  # words of a headline of another story, with its section
_WIDEST_GAP = 5  # lines from one teaser's clock time to the next one's
_RUN = 3  # headlines on end that make a list
_LABEL_WORDS = 4

Page = Sequence[str]
Reasons = Mapping[int, str]


def below_headings(page: Page, cut: Reasons, body: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Give the lines of lists of other stories, from their heading to the next body paragraph."""
    for heading, line in enumerate(page):
        if heading in cut and opens_list(line):
            for index in range(heading + 1, len(page)):
                if index in body:
                    break
                if is_sentence(page[index]) or _is_short(page[index]):
                    yield index, "stands below the heading of a list of other stories"


def beside_stamps(page: Page, cut: Reasons, body: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Give the lines of teasers, which stand beside a clock time or an age."""
    reason = "a teaser of another story, beside a clock time or an age"
    stamps = [index for index, line in enumerate(page) if index in cut and is_stamp(line)]
    if not stamps or not body:
        return
    gaps = [right - left for left, right in pairwise(stamps)]
    usual = Counter(gap for gap in gaps if gap <= _WIDEST_GAP).most_common(1)
    reach = usual[0][0] - 1 if usual else 2
    first_body = min(body)
    for stamp in stamps:
        if stamp < first_body:
            continue
        yield from ((index, reason) for index in _towards(page, stamp, -1, body, reach=reach))
        yield from (
            (index, reason) for index in _towards(page, stamp, +1, body, reach=max(reach, 2))
        )


def _towards(
    page: Page, stamp: int, step: int, body: frozenset[int], *, reach: int
) -> Iterator[int]:
    for index in range(stamp + step, stamp + step * (reach + 1), step):
        if not 0 <= index < len(page) or index in body:
            return
        if step < 0 and is_sentence(page[index]):
            return
        yield index


def lists_of_headlines(page: Page, cut: Reasons, body: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Give the lines of three or more headlines on end behind the last body paragraph."""
    last = max(body, default=len(page))
    run: list[int] = []
    for index in range(last + 1, len(page) + 1):
        if index < len(page) and (
            index in cut or (not is_sentence(page[index]) and _is_short(page[index]))
        ):
            run.append(index)
            continue
        if len(run) >= _RUN:
            yield from ((line, "one of a list of headlines") for line in run)
        run = []


def at_the_end(page: Page, cut: Reasons, body: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Give what is left behind the last body paragraph: headings of nothing, notes on the author."""
    last = max(body, default=len(page))
    for index in range(last, len(page)):
        line = page[index]
        if index in cut:
            continue
        if is_about_author(line) and (index > last or len(body) > _RUN):
            yield index, "tells about the author"
        elif index > last and asks_reader(line):
            yield index, "a question to the reader"
        elif index > last and not is_sentence(line) and _is_short(line):
            yield index, "a heading with nothing below it"


def before_the_headline(
    page: Page, cut: Reasons, headline: int | None
) -> Iterator[tuple[int, str]]:
    """Give the short labels above the headline: names of sections, of the site."""
    for index in range(headline or 0):
        if (
            index not in cut
            and len(words_of(page[index])) <= _LABEL_WORDS
            and not is_sentence(page[index])
        ):
            yield index, "a label above the headline"


def sections(page: Page, cut: Reasons, headline: int | None) -> Iterator[tuple[int, str]]:
    """Give the names of sections that stand on a line of their own."""
    for index, line in enumerate(page):
        if index not in cut and index != headline and is_section(line):
            yield index, "the name of a section"


Zone = Callable[[Page, Reasons, frozenset[int]], Iterator[tuple[int, str]]]
ZONES: tuple[Zone, ...] = (below_headings, beside_stamps, lists_of_headlines, at_the_end)


def _is_short(line: str) -> bool:
    return len(words_of(line)) <= _LONGEST_TEASER
