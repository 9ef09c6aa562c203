"""Tokens to sentences, by rule."""

from collections.abc import Sequence

MAX_WORDS = 160
"""Longer sentences are cut, at a semicolon or comma where there is one."""

_ENDS = frozenset((".", "!", "?", "…", "...", "?!", "!!"))
_CLOSING = frozenset("”\"'’)]»")
_OPENING = frozenset("“\"‘'([«")
_BRACKETS = frozenset("([")
_ABBREVIATIONS = """
u.s. u.k. u.n. e.u. d.c. u.a.e. a.m. p.m. inc. corp. co. ltd. bros. etc. jr. sr. est.
"""
_ENDING_ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
"""Abbreviations that may also end a sentence; others never do."""

_NUMBERED = frozenset(("no", "No", "nos", "Nos", "fig", "Fig", "vol", "Vol"))
_DAYS = frozenset(["Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"])
_MONTHS = frozenset(
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
)
_BEGINNINGS = """
The He She It They We You But And In On At An This That These Those His Her Their Its Our My There
If When While As For By After Before However Meanwhile Some So Many Most One What Who Why How
Asked Since To With Under Also Both Last Earlier Officials Critics Police Until According
"""
_STARTERS = frozenset(_BEGINNINGS.split())
"""Words that, after such an abbreviation or an initial, begin a new sentence."""


def find_sentences(words: Sequence[str], *, gaps: Sequence[bool]) -> list[tuple[int, int]]:
    """Find the sentences of one part: half-open ranges of word indices.

    ``gaps[i]`` tells whether white space stands before word ``i``.
    """
    if not words:
        return []
    starts = [0]
    place = 0
    while place < len(words) - 1:
        following = _after_end(words, gaps, place)
        if following is None:
            place += 1
        else:
            starts.append(following)
            place = following
    found: list[tuple[int, int]] = []
    for first, last in zip(starts, [*starts[1:], len(words)], strict=True):
        found += _cut_long(words, first, last)
    return found


def _after_end(words: Sequence[str], gaps: Sequence[bool], place: int) -> int | None:
    """Give where the next sentence starts, if the word at ``place`` ends one."""
    word = words[place]
    abbreviation = word.lower() in _ENDING_ABBREVIATIONS or _is_initial(word)
    if (word not in _ENDS and not abbreviation) or _is_short_for(words, place):
        return None
    following = place + 1
    while (
        following < len(words)
        and words[following] in _CLOSING
        and (words[following] not in "\"'" or not gaps[following])
    ):
        following += 1
    if following >= len(words):
        return None
    if not gaps[following]:
        return following if _glued(words, place, following) else None
    opener = words[following]
    opened = opener in _OPENING and following + 1 < len(words)
    opener = words[following + 1] if opened else opener
    if abbreviation:
        opens = opened and words[following] not in _BRACKETS and not _is_initial(word)
        return following if opener in _STARTERS or opens else None
    starts = opener[:1].isupper() or opener[:1].isdigit() or opener in _OPENING
    return following if starts else None


def _is_short_for(words: Sequence[str], place: int) -> bool:
    """Tell the point of ``no. 45`` and ``Sun. Dec. 31`` from a sentence's end."""
    if words[place] != "." or place == 0 or place + 1 == len(words):
        return False
    before, after = words[place - 1], words[place + 1]
    if before in _NUMBERED:
        return after[:1].isdigit() and (before[0].isupper() or words[place - 2][:1].isupper())
    return before in _DAYS and (after[:1].isdigit() or after.rstrip(".") in _MONTHS)


def _is_initial(word: str) -> bool:
    return len(word) == len("J.") and word[0].isupper() and word[1] == "."


def _glued(words: Sequence[str], place: int, following: int) -> bool:
    """Tell whether the blank between two sentences was lost ("was over.The next")."""
    before = words[place - 1] if place else ""
    after = words[following]
    return (
        following == place + 1
        and words[place] in _ENDS
        and before.isalpha()
        and before.islower()
        and len(before) > 1
        and after.isalpha()
        and after.istitle()
        and len(after) > 1
    )


def _cut_long(words: Sequence[str], first: int, last: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while last - first > MAX_WORDS:
        window = range(first + MAX_WORDS, first + MAX_WORDS // 2, -1)
        cut = next((at for at in window if words[at - 1] in ";,"), first + MAX_WORDS)
        found.append((first, cut))
        first = cut
    return [*found, (first, last)]
