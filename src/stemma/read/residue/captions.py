"""Captions and credits of pictures."""

import re

from stemma.read.residue.furniture import begins
from stemma.read.shape import ends_flat, ends_sentence
from stemma.read.signoff import names_only_agencies

_AGENCY = (
    r"(?:Getty(?: Images)?|AFP|AP|Associated Press|Reuters|REUTERS|EPA|Shutterstock|Alamy|"
    r"Bloomberg|PA|UPI|"
    r"Xinhua|TASS|IANS|PTI|ANI|Pool|Handout|iStock|Rex(?: Features)?|Zuma|Anadolu|NurPhoto)"
)
_HOLDER = r"[A-ZÀ-Þ][\w.'’À-ÿ-]*(?: [A-ZÀ-Þ][\w.'’À-ÿ-]*| of| the| for){0,5}"
_FILED = re.compile(
    r"^(?:FILE(?: PHOTO| PICTURE| IMAGE)?\s*[-–—:]|File ?[-–—:] ?In this\b|File (?:photo|picture|"
    r"image)\b)"
)
_MARK = re.compile(
    r"\((?:pictured|file (?:photo|picture|image)|stock (?:photo|image)|photo|image)\b[^)]{0,60}\)"
    r"|\b(?:photo(?:graph)?|picture|image) credits?:|\bfile photo\b|\bscreen ?(?:shot|"
    r"grab)(?: (?:of|from|via)|:)"
    r"|^(?:photo|image|picture|photograph|illustration|video)s? (?:by|courtesy)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(
    rf"\b(?:Photo(?:graph)?|Picture|Image|Credit)s?: ?\S|\bREUTERS/|/{_AGENCY}(?:\W|$)|"
    rf"\bvia {_AGENCY}(?:\W|$)|"
    r"\bGetty Images\b"
)
_BRACKETED = re.compile(
    rf"\((?:{_HOLDER} ?/ ?{_HOLDER}|(?:(?:Photo|Image|Picture|Credit|"
    rf"Photograph)s?(?: by)?[ :][^()]*)|"
    rf"[^()]*\b(?:AP Photo|Getty|Associated Press|File)\b[^()]*|{_AGENCY})\)\.?$|\[(?:Photo|"
    rf"Picture|Image)\b[^\]]*\]$"
)
_SOURCE_ALONE = re.compile(
    rf"^(?:Photo(?:graph)?s?:? |Image:? |Picture:? |Credit:? )?(?:{_HOLDER}\s?(?:/|\||,|"
    rf" via )\s?)*(?:{_AGENCY}|The [A-Z]\w+(?: [A-Z]\w+)?"
    r"|[A-Z]{3,5})(?: [A-ZÀ-Þ][\w.'’-]+)*(?:\s?/\s?[\w ]+)*(?: via [\w /]+)?$"
)
_CREDIT_AT_END = re.compile(
    r"(?:^|[|.!?]\s?)(?:photo(?:graph)?|picture|image|credit)s?(?: credits?)?: ?[^.|]{2,60}\.?$",
    re.IGNORECASE,
)
_TWO_NAMES = re.compile(rf"^{_HOLDER}\s?/\s?{_HOLDER}$")
_DATED_OWNER = re.compile(rf"\([A-Z][a-z]{{2,8}}\.? \d{{1,2}}\) {_AGENCY}$")
_NO_CAPTION = frozenset(
    {"exclusive", "source", "sources", "interview", "poll", "news", "photo", "photos"}
)


def is_caption(line: str, small: str) -> bool:
    """Tell whether a line is the caption or the credit of a picture; ``small`` is it folded.

    A sentence that ends with a full stop is none unless it begins as an archive picture does or
    ends with the owner in brackets.
    """
    if names_only_agencies(line) or _TWO_NAMES.match(line):
        return True
    if _CREDIT_AT_END.search(line):
        return True
    if _FILED.match(line) or _BRACKETED.search(line) or _DATED_OWNER.search(line):
        return not _is_sign_off(line)
    if _SOURCE_ALONE.match(line) and re.search(
        r"[/|,]| via |^(?:Photo|Image|Picture|Credit)|Getty|Shutterstock", line
    ):
        return True
    if ends_flat(line):
        return False
    return bool(_MARK.search(line) or _OWNED.search(line)) or _begins_with_owner(line, small)


def is_archive_caption(line: str) -> bool:
    """Tell whether a line begins as agencies' captions of archive pictures do, which run long."""
    return bool(_FILED.match(line))


def _is_sign_off(line: str) -> bool:
    """Tell "… on Monday. (AP)", a paragraph signed by an agency, from a caption."""
    return bool(re.search(rf"[.!?][\"'”’]?\s*\((?:{_AGENCY}|Reuters)\)\.?$", line))


def _begins_with_owner(line: str, small: str) -> bool:
    """Tell "EPA Rescuers carry a man" from "Reuters journalists freed"."""
    owner = begins(small, "picture")
    if owner is None or small == owner or ends_sentence(line):
        return False
    rest = small[len(owner) :].split()
    written = _after(line, len(owner.split()))
    return bool(rest) and rest[0] not in _NO_CAPTION and bool(written) and written[0].isupper()


def _after(line: str, words: int) -> str:
    """Give what follows the first words of a line, marks between them left out."""
    match = re.match(
        rf"(?:\W*\w+){{{words}}}\W*(?:contributor|licensors|or licensors)?\W*", line, re.IGNORECASE
    )
    return line[match.end() :] if match else ""
