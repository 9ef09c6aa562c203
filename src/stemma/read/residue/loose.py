"""Forms that are seldom a report's own: no proof, but evidence beside other evidence."""

import re

from stemma.read.residue.furniture import begins
from stemma.read.shape import ends_flat, folded, is_sentence, words_of

_NAME = r"[A-ZÀ-Þ][\w.'’À-ÿ-]*"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_FORMS = re.compile(
    rf"^(?:By|by|BY) {_NAME}(?: |$)|^{_NAME}(?: {_NAME}){{1,2}} ?[-|•·]$"  # a byline
    r"|^\([^()]{1,60}\)?$|^[^()]{1,40}\)$"  # all in brackets
    r"|^(?:\w+ )?[Cc]ourtesy of\b|^A post shared by\b|^Source: "
    r"|^[—–-] ?[^—]{2,60}\(@\w+\)|\bpic\.twitter\.com/|^\S*https?://\S+$"  # a post
    r"|^(?i:tags?|labels?|topics?|categor(?:y|ies)|keywords?|filed under)\b"
)
_OPEN_FORMS = re.compile(
    r"^(?i:see |read |load |shop |get |our |the )?(?i:more|latest|recent(?:ly)?|related|popular"
    r"|similar|next|explore)\b"
    r"|^[^.!?]{2,40},$"  # an entry of a list of tags
    rf"|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}"
    r"|[a-z][A-Z].*[a-z][A-Z]"  # buttons run together
)
_LONGEST = 14  # words
_QUOTED = re.compile(r"[\"“”«»]")
_PAGE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_READER = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_WHAT_PAGES_OFFER = re.compile(
    r"\b(?:links?|commissions?|newsletters?|e-?mails?|cookies|privacy|accounts?|subscri\w+"
    r"|sign-?ups?|sites?|websites?|pages?|apps?|content|products?|recommend\w*|editorial\w*"
    r"|adverts?|ads|advertis\w+|partners|purchases?|terms|consent\w*|inbox|browsers?)\b",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 70
_OFFERS = 2


def is_loose(line: str) -> bool:
    """Tell whether a line has a form that pages use around their articles.

    Bylines, credits in brackets, posts' signatures, pointers to more, tags, dates, prompts
    without a full stop, buttons run together, and sentences in which the page speaks to its
    reader of itself ("We may earn from links on this page").
    """
    count = len(words_of(line))
    if count > _LONGEST or is_sentence(line):
        return count <= _LONGEST_NOTICE and _speaks_for_page(line)
    if _FORMS.search(line):
        return True
    if ends_flat(line):
        return False
    return bool(_OPEN_FORMS.search(line)) or begins(folded(line), "asking") is not None


def _speaks_for_page(line: str) -> bool:
    if _QUOTED.search(line) or not _PAGE.search(line):
        return False
    offers = {word.casefold().rstrip("s") for word in _WHAT_PAGES_OFFER.findall(line)}
    return len(offers) + bool(_READER.search(line)) > _OFFERS
