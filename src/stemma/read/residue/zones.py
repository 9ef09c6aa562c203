"""Residue that is told by where a line stands: below a heading, beside a clock time, at the end."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from stemma.read.residue.form import (
    asks_reader,
    is_about_author,
    is_list_entry,
    is_post,
    is_section,
    opens_list,
)
from stemma.read.residue.stamps import is_stamp
from stemma.read.shape import ends_flat, is_sentence, words_of

_LONGEST_TEASER = 34  # words of a headline of another story, with its section
_SHORT_PARAGRAPH = 25  # words; fewer, and it may be a headline that ends with a full stop
_WIDEST_GAP = 5  # lines from one teaser's clock time to the next one's
_RUN = 3  # headlines on end that make a list
_HEADLINE_WORDS = 4
_LABEL_WORDS = 4
_LONGEST_HEADING = 12  # words
_INNER_STOP = re.compile(r"[a-z0-9][.!?][\"'”’]? [A-Z\"“]")
_SOURCE = re.compile(r"^(?:sources?|via|h/t|note|editor's note)\b", re.IGNORECASE)
_BELOW_A_HEADING = "stands below the heading of a list of other stories"
_IN_A_LIST = "one of a list of headlines"
_LONE_HEADING = "a heading with nothing below it"
BY_PLACE_ALONE = frozenset({_BELOW_A_HEADING, _IN_A_LIST, _LONE_HEADING})
"""Reasons that rest on nothing but where a line stands."""

Page = Sequence[str]
Reasons = Mapping[int, str]


def below_headings(page: Page, cut: Reasons, body: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Give the lines of lists of other stories, from their heading to the next body paragraph.

    A list that runs to the last line takes short sentences too: headlines may end with a stop.
    """
    last_paragraph = max(
        (index for index in body if len(words_of(page[index])) >= _SHORT_PARAGRAPH), default=-1
    )
    end = -1
    for heading in [index for index in sorted(cut) if opens_list(page[index])]:
        if heading < end:
            continue
        to_the_last = heading > last_paragraph
        for end in range(heading + 1, len(page)):
            if end in body and not (to_the_last and end > heading + 1):
                break
            yield end, _BELOW_A_HEADING


def beside_stamps(page: Page, cut: Reasons, body: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Give the lines of teasers, which stand beside a clock time or an age."""
    reason = "a teaser of another story, beside a clock time or an age"
    stamps = [index for index in sorted(cut) if is_stamp(page[index])]
    if not stamps or not body:
        return
    gaps = [right - left for left, right in pairwise(stamps)]
    usual = Counter(gap for gap in gaps if gap <= _WIDEST_GAP).most_common(1)
    reach = usual[0][0] - 1 if usual else 2
    for stamp in stamps:
        if stamp > min(body):
            yield from ((index, reason) for index in _towards(page, stamp, -1, body, reach=reach))
            yield from (
                (index, reason) for index in _towards(page, stamp, +1, body, reach=max(reach, 2))
            )


def _towards(
    page: Page, stamp: int, step: int, body: frozenset[int], *, reach: int
) -> Iterator[int]:
    for index in range(stamp + step, stamp + step * (reach + 1), step):
        if not 0 <= index < len(page) or index in body or is_list_entry(page[index]):
            return
        if step < 0 and is_sentence(page[index]):
            return
        yield index


def lists_of_headlines(page: Page, cut: Reasons, body: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Give the lines of three or more headlines on end behind the last body paragraph."""
    last = max(body, default=len(page))
    run: list[int] = []
    for index in range(last + 1, len(page) + 1):
        if index < len(page) and (index in cut or _may_be_headline(page[index])):
            run.append(index)
            continue
        if len(run) >= _RUN:
            yield from ((line, _IN_A_LIST) for line in run)
        run = []


def at_the_end(page: Page, cut: Reasons, body: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Give what is left behind the last paragraph: headings of nothing, notes on the author."""
    last = max(body, default=len(page))
    for index in range(last, len(page)):
        line = page[index]
        if index in cut:
            continue
        if is_about_author(line) and (index > last or len(body) > _RUN):
            yield index, "tells about the author"
        elif index > last and asks_reader(line):
            yield index, "a question to the reader"
        elif index > last and _is_lone_heading(line) and not page[index - 1].endswith(":"):
            yield index, _LONE_HEADING


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


def _may_be_headline(line: str) -> bool:
    count = len(words_of(line))
    return (
        _HEADLINE_WORDS <= count <= _LONGEST_TEASER and not is_sentence(line) and _is_heading(line)
    )


def _is_heading(line: str) -> bool:
    """Tell whether a line is a phrase without a full stop, no list entry, post or note."""
    if len(words_of(line)) > _LONGEST_TEASER or ends_flat(line) or line[-1] in ":;,":
        return False
    return not (line[0] in "([" or is_list_entry(line) or is_post(line) or _INNER_STOP.search(line))


def _is_lone_heading(line: str) -> bool:
    named = _SOURCE.match(line)
    return _is_heading(line) and len(words_of(line)) <= _LONGEST_HEADING and not named
