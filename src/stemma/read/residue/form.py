"""Residue that is told by the form of one line alone."""

import re
from collections.abc import Callable, Sequence

from stemma.read.residue.captions import is_archive_caption, is_caption
from stemma.read.residue.furniture import begins, ends, holds, is_made_of, phrases
from stemma.read.residue.stamps import is_date_line, is_stamp, is_stamped_teaser
from stemma.read.shape import (
    ends_flat,
    ends_sentence,
    folded,
    is_bare_marks,
    is_title_case,
    words_of,
)

_COUNT = re.compile(
    r"^\W*\d[\d.,]* ?[km]?\+? ?(?:comments?|shares?|views?|likes?|reads?|votes?|reactions?|"
    r"followers?|replies|"
    r"retweets?|min(?:ute)?s?\.? read|photos?|images?|videos?)\W*(?:\d[\d.,]*)?$",
    re.IGNORECASE,
)
_NOT_THE_ATTACKS = r"(?!9/11\b)"
_GALLERY = re.compile(
    rf"^{_NOT_THE_ATTACKS}(?:[Pp]hoto |[Ii]mage |[Ss]lide )?"
    r"(?P<number>\d{1,3}) ?(?:/|of) ?(?P<all>\d{1,3})"
    r"(?=$|\W*(?:[A-ZÀ-Þ\"“‘]|(?:19|20)\d\d\b))"
)
_GALLERY_END = re.compile(
    rf"\b{_NOT_THE_ATTACKS}(?P<number>\d{{1,3}}) ?(?:of|/) ?(?P<all>\d{{1,3}})$"
)
_ADDRESS_ONLY = re.compile(r"^\W*(?:https?://\S+|www\.\S+|\S+@\S+\.\w+|[@#]\w+)\W*$", re.IGNORECASE)
_NUMBER_ONLY = re.compile(r"^\W*\d{1,4}\W*$")
_LABEL = re.compile(
    r"^(?P<label>[^\W\d][\w'’ ]{1,30}?)\s*(?::|\||»|>|→|[-–—]{1,2}\s)\s*(?P<rest>\S.*)$"
)
_COPYRIGHT = re.compile(
    r"^\W*(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved)|\ball rights reserved\b", re.IGNORECASE
)
_TO_READER = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_PREPOSITIONS = ("by ", "for ")
_ADDRESSES_READER = re.compile(
    r"\b(?:you|your|yours|our|visit|follow|click|tap|download|subscribe)\b", re.IGNORECASE
)
"""Without one of these, "By submitting the plan, …" and "For the latest talks, …" are news."""
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?:;|]\s+)(?:please |to |now |want to )?([A-Za-z-]+)")
_BIO = re.compile(
    r"^(?:[A-Z][\w.'’-]+ ){1,4}(?:is|was|covers|writes|reports|has been|"
    r"joined)\b.{0,60}\b(?:reporter|correspondent|"
    r"journalist|editor|writer|columnist|contributor|covers|covering|based in|bureau|newsroom|"
    r"author)\b"
)
_CONTACT = re.compile(
    r"\be-?mail(?:ed)?\b.{0,40}\S@\S|\bfollow (?:him|her|them|me|us|"
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*) on\b|"
    r"\b(?:twitter|x|instagram|facebook): ?@|\breach(?:ed)? (?:him|her|them|"
    r"me)(?: directly)? at\b|^[^ ]+@[^ ]+$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”«»]")
_SAYS = re.compile(
    r"\b(?:said|says|told|added|according|asked|tweeted|wrote|reported|announced)\b", re.IGNORECASE
)

_WEAK_OFFERS = frozenset({"here", "our", "below"})
_LONGEST_PROMPT = 60  # words
_LONGEST_HEADING = 6
_LONGEST_LABEL = 30
_LONGEST_BIO = 60
_LONGEST_CAPTION = 70
_LONGEST_ARCHIVE_CAPTION = 200

_LIST_ENTRY = re.compile(r"^(?:\d{1,3}[.):]? |(?:19|20)\d\d[:)] |[•●▪*·–—-] ?\S)")
_POST = re.compile(r"[(@]@\w+\)|\bpic\.twitter\.com/|\bhttps?://t\.co/|— [^—]{2,60}\(@\w+\)")
_POINTER_IN_BRACKETS = re.compile(r"^\[[A-Z][^\[\]]{8,160}[^.\]]\]$")
_MORE_AT = re.compile(r"^for more\b.*(?:https?:|www\.|: ?\S)", re.IGNORECASE)
_MENU = re.compile(r"^(?:home|menu)\b[^.!?:;]{3,120}$", re.IGNORECASE)
_ARROW = re.compile(r"^(?:>{1,3}|»|→|➤|▶|►|➡|⇒)\s*\S")

Rule = Callable[[str, str], str | None]
"""Takes the line and the line folded; gives the reason in plain English, or None."""


def told_by_form(line: str) -> str | None:
    """Give the reason why a line is page residue, None where its form does not tell."""
    small = folded(line)
    for rule in _RULES:
        reason = rule(line, small)
        if reason:
            return reason
    return None


def is_post(line: str) -> bool:
    """Tell whether a line is a post of a social network that the report quotes."""
    return bool(_POST.search(line))


def is_list_entry(line: str) -> bool:
    """Tell whether a line is a numbered or bulleted entry, as in a list of the report's own."""
    return bool(_LIST_ENTRY.match(line))


def opens_list(line: str) -> bool:
    """Tell whether a line is the heading of a list of other stories ("Read next")."""
    small = folded(line)
    phrase = begins(small, "heading")
    if phrase is None or phrase == small:
        return phrase is not None
    return len(small.split()) <= _LONGEST_HEADING and not ends_sentence(line)


def is_section(line: str) -> bool:
    """Tell whether a line is a word of a menu of sections ("International", "World | Politics")."""
    return is_made_of(folded(line), "section", "whole")


def is_about_author(line: str) -> bool:
    """Tell whether a line tells who the author is, or how to reach them."""
    short = len(words_of(line)) <= _LONGEST_BIO
    plain = not _QUOTED.search(line) and not is_post(line)
    return short and plain and bool(_BIO.match(line) or _CONTACT.search(line))


def asks_reader(line: str) -> bool:
    """Tell whether a line puts a question to the reader ("What is your opinion on this topic?")."""
    short = len(words_of(line)) <= _LONGEST_LABEL // 2
    return (
        short and line.endswith("?") and bool(_TO_READER.search(line)) and not _QUOTED.search(line)
    )


def _marks(line: str, _: str) -> str | None:
    return "a mark without words" if is_bare_marks(line) else None


def _stamp(line: str, _: str) -> str | None:
    if is_stamp(line):
        return "a clock time or an age, as beside a teaser"
    if is_stamped_teaser(line):
        return "a teaser of another story with its time"
    return None


def _count(line: str, _: str) -> str | None:
    if _COUNT.match(line) or _NUMBER_ONLY.match(line):
        return "a count or a number on its own"
    return None


def _address(line: str, _: str) -> str | None:
    return "an address on its own" if _ADDRESS_ONLY.match(line) else None


def _navigation(line: str, small: str) -> str | None:
    if ends_flat(line):
        return None
    tail = folded(line.rsplit(":", 1)[-1])
    shared = line.count("/") + line.count("|") and is_made_of(tail, "whole")
    menu = _MENU.match(line) and is_title_case(line) and _names_a_page(small)
    return "words of a button or menu" if is_made_of(small, "whole") or shared or menu else None


def _names_a_page(small: str) -> bool:
    """Tell "Home Lakes Ferries Jobs" from "Home Prices Rise for Third Month"."""
    return any(is_made_of(word, "whole", "section") for word in small.split()[1:])


def _heading(line: str, _: str) -> str | None:
    return "the heading of a list of other stories" if opens_list(line) else None


def _opening(line: str, small: str) -> str | None:
    phrase = begins(small, "opening")
    if phrase is None or len(small.split()) > 2 * _LONGEST_PROMPT or reports_speech(line):
        return None
    may_be_news = phrase.startswith(_PREPOSITIONS) and ends_flat(line)
    if may_be_news and not _ADDRESSES_READER.search(line):
        return None
    return f"begins as a pointer or prompt does: {phrase!r}"


def _label(line: str, small: str) -> str | None:
    match = _LABEL.match(line)
    if match is None or folded(match["label"]) not in phrases("label") or reports_speech(line):
        return None
    return "a label and what it points to" if len(small.split()) <= _LONGEST_LABEL else None


def _pointer(line: str, _: str) -> str | None:
    if _ARROW.match(line) and not ends_flat(line):
        return "an arrow and what it points to"
    if _POINTER_IN_BRACKETS.match(line) or _MORE_AT.match(line):
        return "a pointer to other pages"
    return None


def _date_line(line: str, _: str) -> str | None:
    return "a line that tells the date of the page" if is_date_line(line) else None


def _ending(line: str, small: str) -> str | None:
    if not ends_sentence(line) and len(small.split()) <= _LONGEST_LABEL and ends(small, "ending"):
        return "ends as a pointer to another page does"
    return None


def _prompt(line: str, small: str) -> str | None:
    if len(small.split()) > _LONGEST_PROMPT or reports_speech(line) or is_post(line):
        return None
    if holds(small, "inside"):
        return "a prompt of the page to its reader"
    firsts = {match.group(1).casefold() for match in _SENTENCE_STARTS.finditer(line)}
    offers = set(small.split()) & phrases("offer")
    if not firsts & phrases("asking"):
        return None
    at_once = begins(small, "asking") is not None
    count = len(small.split())
    strong = offers - _WEAK_OFFERS and (at_once or count <= _LONGEST_LABEL // 2)
    weak = offers & _WEAK_OFFERS and at_once and count <= _LONGEST_LABEL // 2
    return (
        "asks the reader to do something" if count <= _LONGEST_LABEL and (strong or weak) else None
    )


def _gallery(line: str, _: str) -> str | None:
    match = _GALLERY.match(line) or (None if ends_flat(line) else _GALLERY_END.search(line))
    numbered = match is not None and 0 < int(match["number"]) <= int(match["all"])
    return "a picture of a gallery" if numbered else None


def _caption(line: str, small: str) -> str | None:
    longest = _LONGEST_ARCHIVE_CAPTION if is_archive_caption(line) else _LONGEST_CAPTION
    if len(small.split()) <= longest and is_caption(line, small):
        return "the caption or credit of a picture"
    return None


def _legal(line: str, small: str) -> str | None:
    if _COPYRIGHT.search(line) and len(small.split()) <= _LONGEST_CAPTION:
        return "a notice of rights"
    return None


def reports_speech(line: str) -> bool:
    """Tell whether the line reports speech, which may well say "join us" or "your app"."""
    return bool(_SAYS.search(line)) and (bool(_QUOTED.search(line)) or ends_sentence(line))


_RULES: tuple[Rule, ...] = (
    _marks,
    _stamp,
    _count,
    _address,
    _navigation,
    _heading,
    _legal,
    _opening,
    _label,
    _pointer,
    _date_line,
    _ending,
    _prompt,
    _gallery,
    _caption,
)


def repeats(lines: Sequence[str]) -> dict[int, str]:
    """Give the lines that say again, word for word, what an earlier line said."""
    seen: dict[str, int] = {}
    again: dict[int, str] = {}
    for index, line in enumerate(lines):
        small = folded(line)
        if not small:
            continue
        if small in seen and len(small.split()) >= 3:  # noqa: PLR2004 (a refrain may be short)
            again[index] = "says again what stands above"
        seen.setdefault(small, index)
    return again
