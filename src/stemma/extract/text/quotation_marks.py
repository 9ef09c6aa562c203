"""Quotations: where they open and close, over sentences and paragraphs.

Curly and straight marks, guillemets, single marks used as double ones and two single marks for
a double one are read; apostrophes are not quotation marks. By newspaper custom a quotation that
runs over several paragraphs opens again in each and closes only in the last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Part

_MARK = re.compile(r"''|``|[“”„\"«»‘’‚']")
_OPENING = frozenset(("“", "„", "«", "``", "‚"))
_CLOSING = frozenset(("”", "»"))
_EVEN = frozenset(('"', "''"))
_SINGLE = frozenset("‘’'")
_ELISION = re.compile(r"[‘’'](?:\d0s|em|til|cause|tis|twas|n|bout|round|cos|kay)\b", re.IGNORECASE)
_QUOTED_PARTS = frozenset(("headline", "standfirst", "body"))
_SPOKEN_END = re.compile(r"[.,!?…][’'](?!\w)")
_SENTENCE_END = re.compile(r"[.!?…]\s+$")
_END_REACH = 6
_SPEECH_LEAD = re.compile(r"(?:^|[,:–—-])\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation within one part: ``[start, end)`` in code points, marks included.

    ``depth`` is 0 for one that stands in no other. ``chain`` is the same number for the
    paragraphs of one quotation. ``closed`` is False where the closing mark is missing.
    """

    start: int
    end: int
    part: int
    depth: int
    chain: int
    closed: bool


@dataclass(slots=True)
class _Open:
    kind: str
    start: int


def find_quotations(text: str, parts: Sequence[Part]) -> tuple[Quotation, ...]:
    """Find the quotations of a report, in order of their starts."""
    found: list[Quotation] = []
    chain = 0
    running = False
    for number, part in enumerate(parts):
        if part.kind not in _QUOTED_PARTS:
            continue
        following = _opens_next(text, parts, number)
        here, unclosed = _read(text, part.start, part.end, lasting=following is not None)
        reopens = running and bool(here) and min(start for start, *_ in here) == part.start
        running = False
        for start, end, depth, closed in sorted(here):
            if not closed and not (following or _leads(text, part.start, start)):
                continue
            if not (reopens and start == part.start):
                chain += 1
            if start == unclosed and following is not None:
                running = following == _kind(text[start])
            found.append(
                Quotation(
                    start=start, end=end, part=number, depth=depth, chain=chain, closed=closed
                )
            )
    return tuple(found)


def _leads(text: str, first: int, start: int) -> bool:
    """Tell whether a quotation stands where speech begins, so that a lost end may be forgiven."""
    return _SPEECH_LEAD.search(text[first:start]) is not None


def _opens_next(text: str, parts: Sequence[Part], number: int) -> str | None:
    """Give the kind of mark with which the next paragraph opens, None for no mark."""
    for part in parts[number + 1 :]:
        if part.kind == "body":
            mark = _MARK.match(text, part.start)
            return _kind(mark.group()) if mark and mark.group() not in _CLOSING else None
    return None


def _read(
    text: str, first: int, last: int, *, lasting: bool
) -> tuple[list[tuple[int, int, int, bool]], int | None]:
    """Give ``(start, end, depth, closed)`` within one part, and where one stays unclosed.

    ``lasting`` tells that the next paragraph opens with a mark: only then a single mark at the
    head of this one can stay open.
    """
    found: list[tuple[int, int, int, bool]] = []
    stack: list[_Open] = []
    for mark, opens, closes in _marks(text, first, last):
        kind = _kind(mark.group())
        holder = next((one for one in reversed(stack) if one.kind == kind), None)
        if closes and holder is not None and (not opens or mark.group() in _EVEN):
            while stack[-1] is not holder:
                stack.pop()
            stack.pop()
            if mark.start() > holder.start + 1:
                found.append((holder.start, mark.end(), len(stack), True))
        elif opens and kind == "single" and lasting and _stays_open(text, mark, first, last):
            stack.append(_Open("single, lasting", first))
        elif opens and _is_no_opening(text, mark, holder, last, closes=closes):
            continue
        elif opens:
            if holder is not None and not _is_nested(text, mark, last):
                stack.remove(holder)
            stack.append(_Open(kind, mark.start()))
    outer = stack[0] if stack and stack[0].kind != "single" else None
    if outer is None:
        return _without_lost(found, stack), None
    found.append((outer.start, last, 0, False))
    return found, outer.start


def _is_no_opening(
    text: str, mark: re.Match[str], holder: _Open | None, last: int, *, closes: bool
) -> bool:
    """Tell an apostrophe, or a quotation that opens again while it runs, from a new one."""
    if _kind(mark.group()) == "single" and not _closes_later(text, mark.end(), last):
        return True
    return holder is not None and not closes and _goes_on(text, mark)


def _is_nested(text: str, mark: re.Match[str], last: int) -> bool:
    """Tell a quotation within one of the same marks: both are closed later."""
    opening = mark.group()
    closing = {"“": "”", "«": "»"}.get(opening)
    behind = text[mark.start() : last]
    return closing is not None and behind.count(closing) > behind.count(opening)


def _goes_on(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a quotation opens again at a new sentence, as tabloids print paragraphs."""
    return _SENTENCE_END.search(text, max(0, mark.start() - _END_REACH), mark.start()) is not None


def _stays_open(text: str, mark: re.Match[str], first: int, last: int) -> bool:
    """Tell whether a single mark opens the paragraph and nothing in it closes speech."""
    return mark.start() == first and _SPOKEN_END.search(text, mark.end(), last) is None


def _without_lost(
    found: list[tuple[int, int, int, bool]], stack: list[_Open]
) -> list[tuple[int, int, int, bool]]:
    """Bring up what was read inside an opening mark that proved to be none."""
    return [
        (start, end, depth - sum(one.start < start for one in stack), closed)
        for start, end, depth, closed in found
    ]


def _marks(text: str, first: int, last: int) -> Iterator[tuple[re.Match[str], bool, bool]]:
    """Give each quotation mark with whether it can open and whether it can close."""
    for mark in _MARK.finditer(text, first, last):
        written = mark.group()
        before = text[mark.start() - 1] if mark.start() > first else " "
        after = text[mark.end()] if mark.end() < last else " "
        free_before = not before.isalnum() and before not in ".,!?…%)]”’"
        free_after = not after.isalnum()
        if written in _OPENING:
            yield mark, True, False
        elif written in _CLOSING:
            yield mark, False, True
        elif written in _SINGLE:
            if _ELISION.match(text, mark.start()) or not (free_before or free_after):
                continue
            opens = written != "’" and free_before and (after.isalnum() or after in '[(“"$£€.…')
            closes = written != "‘" and free_after and not before.isspace()
            if closes and _is_possessive(text, mark, last):
                closes = False
            if opens or closes:
                yield mark, opens and not closes, closes
        else:
            opens = free_before and not after.isspace()
            closes = not before.isspace() and not (free_before and after.isalnum())
            if not opens and not closes:
                opens = closes = True
            yield mark, opens, closes


def _is_possessive(text: str, mark: re.Match[str], last: int) -> bool:
    """Tell ``workers’ rights`` inside a quotation from its end."""
    if text[mark.start() - 1] not in "sz":
        return False
    after = re.match(r"\s+(\w)", text[mark.end() : last])
    if after is None:
        return False
    later = _next_close(text, mark.end(), last)
    return later is not None and (after.group(1).islower() or text[later - 1] in ",.!?…")


def _closes_later(text: str, start: int, last: int) -> bool:
    """Tell whether a single mark that can close stands ahead, before another one opens."""
    return _next_close(text, start, last) is not None


def _next_close(text: str, start: int, last: int) -> int | None:
    for mark in re.finditer(r"(?<=[\w.,!?…%)\]])[’'](?!\w)|(?<!\w)[‘'](?=\w)", text[start:last]):
        at = start + mark.start()
        opens = mark.group() == "‘" or (at > start and text[at - 1].isspace())
        return None if opens else at
    return None


def _kind(mark: str) -> str:
    if mark in _SINGLE or mark == "‚":
        return "single"
    if mark in '“”„"':
        return "double"
    return "guillemet" if mark in "«»" else "straight"
