"""Sign-off lines: who reported, edited, owns the copy, and who helped."""

import re
from functools import cache

from stemma.press.agencies import agencies, agency_named
from stemma.read.shape import words_of

_ROLE = (
    r"(?:additional |extra |further )?(?:reporting|writing|editing|report|edited|written|"
    r"compiled|compilation|"
    r"translation|translated|production|graphics?|research|photography|"
    r"reported)(?: and (?:writing|editing|reporting))?"
)
_SIGNED = re.compile(
    rf"^[\[(]?\s*{_ROLE} (?:by|in|from)\b|^[\[(]?contributing(?: reporters?| writers?)?:|"
    r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?: and [A-Z][\w.'’-]+(?: "
    r"[A-Z][\w.'’-]+){0,2})? reported from\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"\b(?:reporting|writing) by\b", re.IGNORECASE)
_EDITED = re.compile(r"\beditt?ing by\b", re.IGNORECASE)
_CONTRIBUTION = re.compile(
    r"^[\[(]?[^.]{0,200}\bcontributed (?:to|reporting|reports?)\b.{0,80}$|"
    r"^[\[(]?with (?:additional |further )?"
    r"(?:inputs?|reporting|reports?|files?|material|agencies|agency)\b.{0,120}$|^[\[(]?(?:this|"
    r"the) "
    r"(?:story|report|article|copy)\b.{0,60}\b(?:from|by|includes|uses|contains|"
    r"was (?:first )?(?:published|provided|"
    r"generated|syndicated))\b.{0,160}$|^[\[(]?material from\b.{0,120}$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"^\W*(?:copyright\b|©|\(c\)\s*\d{4}|\d{4} ?©)", re.IGNORECASE)
_REPORT_NOUN = re.compile(
    r"\bcontributed (?:to (?:this|the|our|these)\b.{0,20}?\b(?:report|story|article|post|piece|"
    r"project|reporting|"
    r"coverage|dispatch|review)s?\b|(?:reporting|research|to this)\b)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"(?<=[.!?”\"'’)])\s+(?P<sign>[\[(]\s*{_ROLE} by\b[^()\[\]]{{3,400}}[\])]?\.?)$",
    re.IGNORECASE,
)
_TAIL_AGENCY = re.compile(
    r"(?:(?<=[a-z0-9][a-z0-9%][.!?])|(?<=[”\"'’)]))\s+"
    r"(?P<sign>(?:[-–—]{1,2}\s?|\()?(?P<name>[A-Z][\w./& -]{1,40}?)\)?\.?)$"
)
_LONGEST = 80  # words


def is_sign_off(line: str) -> bool:
    """Tell whether a line is a sign-off ("(Reporting by …)", "© 2017 AFP", "AFP")."""
    count = len(words_of(line))
    if not 1 <= count <= _LONGEST:
        return False
    if _SIGNED.match(line) or names_only_agencies(line):
        return True
    if _COPYRIGHT.match(line):
        return bool(agencies_in(line))
    return is_contribution(line)


def is_contribution(line: str) -> bool:
    """Tell whether a line says that somebody helped ("The Associated Press contributed …")."""
    if not _CONTRIBUTION.match(line) or len(words_of(line)) > _LONGEST:
        return False
    if "contributed" in line.casefold():
        return bool(_REPORT_NOUN.search(line)) and '"' not in line and "“" not in line
    return bool(agencies_in(line)) or bool(re.search(r"\bagenc(?:y|ies)\b", line, re.IGNORECASE))


def is_signed_reporting(line: str) -> bool:
    """Tell whether a line is "(Reporting by …; Editing by …)", a form that Reuters uses."""
    return bool(_SIGNED.match(line) and _REPORTED.search(line) and _EDITED.search(line))


def is_copyright(line: str) -> bool:
    """Tell whether a line is a notice of copyright."""
    return bool(_COPYRIGHT.match(line))


def split_sign_off(line: str) -> tuple[str, str] | None:
    """Divide a paragraph from the sign-off at its end, None where there is none."""
    match = _TAIL.search(line) or _TAIL_AGENCY.search(line)
    if match is None or not line[: match.start()].strip():
        return None
    sign = match["sign"].strip()
    if "name" in match.re.groupindex and not names_only_agencies(sign):
        return None
    return line[: match.start()].rstrip(), sign


def names_only_agencies(line: str) -> bool:
    """Tell whether a line is agencies' names and nothing else ("AFP", "— Reuters/AP")."""
    bare = line.strip(" ()[]–—-.·|*")
    names = [name for name in re.split(r"\s*(?:/|,|&|\||;|\band\b|\bwith\b|\+)\s*", bare) if name]
    return bool(names) and all(_is_written(name) for name in names)


def _is_written(name: str) -> bool:
    """Tell whether the words are an agency's, a short form in capitals as agencies write it."""
    agency = agency_named(name)
    return agency is not None and (name not in {short.lower() for short in agency.short})


def agencies_in(line: str) -> list[tuple[str, int, int]]:
    """Give the agencies that a line names, as (name, start, end), in text order.

    Behind a stroke only one that is joined to another counts ("Reuters/AFP"): behind a person's
    name it owns a picture, and in an address it is a word like any other.
    """
    found: list[tuple[str, int, int]] = []
    for match in _any_agency().finditer(line):
        agency = agency_named(match.group())
        start, end = match.span()
        joined = bool(found) and found[-1][2] == start - 1
        if agency is not None and (joined or line[start - 1 : start] != "/"):
            found.append((agency.name, start, end))
    return found


@cache
def _any_agency() -> re.Pattern[str]:
    forms = sorted(
        {form for agency in agencies() for form in agency.forms},
        key=lambda form: (-len(form), form),
    )
    return re.compile(r"(?<![\w@.])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w]|\.\w)")
