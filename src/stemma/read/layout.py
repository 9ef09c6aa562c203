"""The layout of an article: what each line, or piece of a line, is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from stemma.model.report import PartKind
from stemma.press.agencies import agency_named
from stemma.read.shape import ends_sentence, is_capitals, is_sentence, words_of
from stemma.read.signoff import is_sign_off

_DATE = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?|"
    r"\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:,? \d{4})?)"
)
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{2,30}"
_PLACE = r"[A-ZÀ-Þ][\w.'’ÀÞ-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|la|el|of|the|and|al|upon)){0,3}"
_PLACES = rf"(?:{_CAPITALS}|{_PLACE})(?:(?:, |/| and ){_PLACE}\.?){{0,3}}"
_AGENCY = r"\((?P<agency>[A-Z][\w &./'’-]{1,40})\)"
_DASH = r"(?:[-–—]{1,3}|―)"
DATELINE = re.compile(
    rf"^(?P<place>{_PLACES})?(?P<comma>,? )?(?P<date>(?i:{_DATE}))?,? "
    rf"?(?:{_AGENCY})? ?(?P<mark>{_DASH}|:)\s+(?=\S)"
)
_AGENCY_ONLY = re.compile(rf"^{_AGENCY}\s*(?P<mark>{_DASH}|:)?\s+(?=[\"“‘'A-Z])")
_BYLINE = re.compile(
    r"^(?:(?:story |text |words |written |posted |published |"
    r"report )?by:?\s+(?P<names>[^.!?]{3,120})|"
    r"(?P<bare>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:(?:,| and|, and|"
    r" &) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})*"
    r"(?:, | \| | in [A-Z]\w+,? )(?P<house>[A-Z][\w .'&-]{1,40})))$",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"^(?:the )?(?:[\w .&'-]{2,30} )?(?:staff(?: reporter| writer)?s?|"
    r"staff and (?:news )?agencies|agencies|news ?desk|"
    r"newsroom|wire services?|web desk|news agencies|correspondents?|bureau)$",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(
    r"^(?:[A-ZÀ-Þ][\w.'’À-ÿ-]*|and|&|in|de|van|von|der|la|el|al|bin|for|the|of|at)$"
)
_DATED_CREDIT = re.compile(
    r"^(?P<names>[A-Z][\w ./&-]{1,60}?)\s*\|\s*(?:updated|published|posted)?:?\s*\S*\d{4}",
    re.IGNORECASE,
)

_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|"
    r"(?:septem|octo|novem|decem)ber",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"breaking(?: news)?|just in|updated?|exclusive|watch|video|opinion|analysis|explainer|live|"
    r"correction|editorial|letter|review|interview|fact check|poll|quiz|note",
    re.IGNORECASE,
)
_NO_GIVEN_NAMES = frozenset(
    [
        "a",
        "an",
        "the",
        "in",
        "on",
        "at",
        "of",
        "for",
        "from",
        "by",
        "with",
        "and",
        "but",
        "as",
        "if",
        "to",
        "after",
        "before",
        "since",
        "when",
        "while",
        "his",
        "her",
        "their",
        "its",
        "our",
        "this",
        "that",
        "these",
        "those",
        "new",
        "north",
        "south",
        "east",
        "west",
        "united",
        "president",
        "premier",
        "minister",
        "chancellor",
        "senator",
        "governor",
        "mayor",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "general",
        "colonel",
        "captain",
        "judge",
        "justice",
        "professor",
        "doctor",
        "dr",
        "mr",
        "mrs",
        "ms",
        "sir",
        "lord",
        "lady",
        "chief",
        "secretary",
        "ambassador",
        "representative",
        "republican",
        "democratic",
        "democrat",
        "labour",
        "conservative",
    ]
)

_TOP = 6  # lines from the top where a byline stands
_LONGEST_SUBHEAD = 14  # words
_LATEST_LEAD = 3  # lines below the headline
_SHORTEST_STANDFIRST = 6
_LONGEST_STANDFIRST = 60


class Piece(NamedTuple):
    """A stretch ``[start, end)`` of one line, in code points, and what it is."""

    kind: PartKind
    start: int
    end: int


def is_byline(line: str) -> bool:
    """Tell whether a line says who wrote the report ("By Ada Okoro, The Associated Press")."""
    if len(words_of(line)) > 20 or ends_sentence(line.rstrip(".")):  # noqa: PLR2004
        return False
    if agency_named(line) or _STAFF.match(line) or _DATED_CREDIT.match(line):
        return True
    match = _BYLINE.match(line)
    if match is None:
        return False
    if match["bare"]:
        house = match["house"].strip()
        return bool(agency_named(house)) or bool(
            re.search(
                r"\b(?:AP|AFP|Reuters|UPI|[A-Z]\w+\.(?:com|ca|org|net)|Staff|Writer|Press|News|"
                r"Correspondent|Reporter|Editor|Times|Post)\b",
                house,
            )
        )
    named = [word for word in re.split(r"[\s,|]+", match["names"]) if word]
    return bool(named) and sum(bool(_NAME_WORD.match(word)) for word in named) >= 0.7 * len(named)


def dateline_of(line: str) -> re.Match[str] | None:
    """Find the dateline at the beginning of a line: ``groups place, date, agency``.

    A place alone needs capitals or a dash; "Word: …" with a colon needs capitals.
    """
    match = DATELINE.match(line)
    if match is None or match.end() > 90:  # noqa: PLR2004
        bare = _AGENCY_ONLY.match(line)
        return bare if bare and agency_named(bare["agency"]) else None
    if not (match["place"] or match["agency"]) or line[match.end()].islower():
        return None
    if match["agency"] or match["date"]:
        return match
    place = match["place"].strip(" ,")
    if _NO_PLACE.fullmatch(place):
        return None
    first = place.split(",")[0].split("/")[0].strip()
    if match["mark"] == ":":
        return match if is_capitals(first) and len(first.split()) <= 3 else None  # noqa: PLR2004
    return match if is_capitals(first) or len(first.split()) <= 3 else None  # noqa: PLR2004


def lay_out(lines: Sequence[str], *, headline: bool) -> list[list[Piece]]:
    """Tell what each line is; ``headline`` says that the first line is one."""
    kinds: list[list[Piece]] = []
    lead = _lead(lines, headline=headline)
    for index, line in enumerate(lines):
        if index == 0 and headline:
            kinds.append([Piece("headline", 0, len(line))])
        elif index < max(lead, _TOP) and is_byline(line):
            kinds.append([Piece("byline", 0, len(line))])
        elif is_sign_off(line):
            kinds.append([Piece("credit", 0, len(line))])
        elif index < lead and len(words_of(line)) >= _SHORTEST_STANDFIRST:
            kinds.append([Piece("standfirst", 0, len(line))])
        elif _is_subhead(lines, index):
            kinds.append([Piece("subhead", 0, len(line))])
        else:
            kinds.append(_body(line, first=index <= lead + 1))
    return kinds


def _body(line: str, *, first: bool) -> list[Piece]:
    match = dateline_of(line) if first else None
    if match is None:
        return [Piece("body", 0, len(line))]
    end = len(line[: match.end()].rstrip())
    return [Piece("dateline", 0, end), Piece("body", match.end(), len(line))]


def _lead(lines: Sequence[str], *, headline: bool) -> int:
    """Give the index of the paragraph the report begins with; standfirsts stand before it."""
    first = 1 if headline else 0
    last = min(first + _LATEST_LEAD, len(lines) - 1)
    for index in range(first, last + 1):
        if dateline_of(lines[index]) and (is_sentence(lines[index]) or lines[index][-1] == ":"):
            return index
    position = first
    while position < last:
        line, below = lines[position], lines[position + 1 : position + 3]
        stands_above = is_byline(line) or not is_sentence(line)
        if not (stands_above or (position == first and _introduces_later(line, below))):
            break
        position += 1
    return position


def _introduces_later(line: str, below: Sequence[str]) -> bool:
    """Tell whether the line calls by surname somebody whom the lines below introduce in full.

    Then those begin the report, and the line is its standfirst.
    """
    if len(words_of(line)) > _LONGEST_STANDFIRST:
        return False
    for surname in set(re.findall(r"\b[A-ZÀ-Þ][a-zà-ÿ]{2,}\b", line)):
        full = re.compile(rf"\b(?P<given>[A-ZÀ-Þ][a-zà-ÿ]+) (?:[A-Z]\. )?{re.escape(surname)}\b")
        if full.search(line) or _is_calendar_word(surname) or not _is_given(surname):
            continue
        if any(_is_given(match["given"]) for text in below for match in full.finditer(text)):
            return True
    return False


def _is_subhead(lines: Sequence[str], index: int) -> bool:
    line = lines[index]
    if index + 1 >= len(lines) or index == 0:
        return False
    count = len(words_of(line))
    if not 1 <= count <= _LONGEST_SUBHEAD or line[-1] in ":;,":
        return False
    phrase = not ends_sentence(line) or is_capitals(line)
    question = line.endswith("?") and line[0] not in "\"“‘'"
    return (phrase or question) and not line.startswith(("•", "-", "*", "–"))


def _is_calendar_word(word: str) -> bool:
    return _CALENDAR.fullmatch(word) is not None


def _is_given(word: str) -> bool:
    return word.casefold() not in _NO_GIVEN_NAMES
