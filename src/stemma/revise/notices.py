"""What a report says of its own past: retractions, corrections, clarifications, updates."""

import re
from collections.abc import Iterator

from stemma.model import Notice, Report, Span
from stemma.model.revision import NoticeKind

_ARTICLE = r"(?:article|story|report|piece|column|headline|dispatch|live ?blog)"
_ITSELF = rf"(?:this|our) (?:(?:earlier|original|news|live|online) )*{_ARTICLE}"
_FALSELY = (
    r"(?:(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately|falsely)\b|mis(?:stated|spelled|"
    r"spelt|identified|attributed|quoted|reported|characteri[sz]ed|named)\b|gave the wrong\b)"
)
_TOLD = (
    r"(?:said|stated|referred|reported|suggested|described|gave|named|quoted|listed|attributed|put|"
    r"carried|contained|included|indicated|implied|omitted|used|claimed)"
)
_ERRED = rf"(?:{_FALSELY}|{_TOLD}\b)"
_EARLIER = (
    r"(?:an?|the|our) (?:\w+ )?(?:earlier|previous|original|first|initial|prior|former) "
    r"(?:version|edition|draft|headline)"
)
_OF_ITSELF = rf"of (?:this|the|our) (?:\w+ )?{_ARTICLE}"
_BY_AND_BY = r"(?:,[^,.]{1,60},| (?:published|posted|printed|headlined)[^,.]{1,60})?"


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_FORMS: tuple[tuple[NoticeKind, re.Pattern[str]], ...] = (
    (
        "retraction",
        _any(
            r"^\W*(?:retraction|retracted|kill notice|withdrawal|withdrawn)\b\s*[:.—–-]",
            rf"\b{_ITSELF} (?:has been|was|is|is being|is hereby) "
            r"(?:retracted|withdrawn|removed|taken down|unpublished)\b",
            rf"\b(?:retract(?:s|ed|ing)?|withdr(?:aws?|ew|awn|awing)) {_ITSELF}\b",
        ),
    ),
    (
        "correction",
        _any(
            r"^\W*(?:corrections?|corrected|corrects|erratum|errata)\b\s*(?:\([^)]*\)\s*)?"
            r"(?:[:.—–-]|$)",
            rf"\b{_EARLIER} {_OF_ITSELF}{_BY_AND_BY} (?:had )?{_ERRED}",
            rf"\b{_EARLIER}{_BY_AND_BY} (?:had )?{_FALSELY}",
            rf"\b{_ITSELF} (?:has been|was) (?:\w+ )?(?:corrected|amended)\b",
            rf"\b{_ITSELF} (?:originally|previously|initially|at first|earlier) {_ERRED}",
            rf"\b{_ITSELF} {_FALSELY}",
            rf"\b{_ITSELF} (?:has been |was )?(?:updated|edited|changed|revised) to correct\b",
            r"^\W*(?:corrects|fixes) (?:the )?(?:spelling|name|date|day|figure|number|headline)",
        ),
    ),
    (
        "clarification",
        _any(
            r"^\W*(?:clarifications?|clarified|clarifies)\b\s*(?:\([^)]*\)\s*)?(?:[:.—–-]|$)",
            rf"\b{_ITSELF} (?:has been |was )?(?:\w+ to )?clarif(?:y|ied)\b",
        ),
    ),
    (
        "note",
        _any(r"^\W*(?:editor(?:['’]?s|s['’]|ial)? note|note (?:to|for) (?:readers|editors))\b"),
    ),
    (
        "update",
        _any(
            r"^\W*(?:updated?|last updated)\b\s*(?:\([^)]*\)\s*|\d[^:]{0,30})?[:.—–-]",
            rf"\b{_ITSELF} (?:has been|was|will be|is being) (?:updated|edited|changed|revised)\b",
        ),
    ),
)
_WRONG = re.compile(
    rf"(?:(?:{_ERRED} )+(?:that |as |to |as being )?|instead of |rather than |\bnot )"
    r"(?P<told>[^.;]{2,300}?)(?=[.;]|, (?:when|but|rather|instead|not)\b|$)",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"(?:\b(?:in fact|actually|should (?:have )?(?:read|said|been)|it should be|"
    r"the correct [\w ]{3,30}? is|(?:it|he|she) (?:is|was)|(?:they|there) (?:are|were))\b:?\s*)"
    r"(?P<told>[^.;]{2,300})",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]*[A-Z0-9])")
_SKIPPED = frozenset({"dateline", "credit"})


def find_notices(report: Report) -> tuple[Notice, ...]:
    """Find a report's notices about itself, one to a paragraph, in the order of the text.

    What a report says of other outlets' mistakes is none: a notice begins with its label
    ("Correction:"), or speaks of this article or a version of it.
    """
    return tuple(
        notice
        for part in report.parts
        if part.kind not in _SKIPPED
        for notice in _read(report, part.start, part.end, in_headline=part.kind == "headline")
    )


def owns_up(report: Report) -> bool:
    """Tell whether a report says that it was changed."""
    return bool(find_notices(report))


def _read(report: Report, start: int, end: int, *, in_headline: bool) -> Iterator[Notice]:
    line = report.text[start:end]
    for kind, form in _FORMS:
        match = form.search(line)
        if match is None or (in_headline and (kind == "update" or match.start())):
            continue
        first = 0 if match.start() == 0 else _sentence_start(line, match.start())
        told = line[first:].rstrip()
        span = report.span(start + first, start + first + len(told))
        yield Notice(
            kind=_sharpened(kind, told),
            span=span,
            wrong=_find(_WRONG, told, span),
            right=_find(_RIGHT, told, span),
        )
        return


def _sharpened(kind: NoticeKind, told: str) -> NoticeKind:
    """Tell what an editor's note or an update is about, where its words say so."""
    if kind not in {"note", "update"}:
        return kind
    for sharper, form in _FORMS[:3]:
        if form.search(told):
            return sharper
    return kind


def _sentence_start(line: str, at: int) -> int:
    ends = [one.end() for one in _NEXT_SENTENCE.finditer(line) if one.end() <= at]
    return ends[-1] if ends else 0


def _find(form: re.Pattern[str], told: str, span: Span) -> Span | None:
    match = form.search(told)
    if match is None:
        return None
    start, end = match.span("told")
    return Span(report=span.report, start=span.start + start, end=span.start + end)
