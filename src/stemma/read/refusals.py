"""Pages that hold no article: told from the article, and refused with what to do."""

import re
from functools import cache

from stemma.errors import UnreadableError
from stemma.read.markup import Element, visible_words, words_of
from stemma.tables import read_table

_SAVE = "save the page and give the file"
_NOTICES = (
    ("robot", f"is a robot check, not an article: open it in a browser, {_SAVE}"),
    ("error", "looks like an error page, not an article: check the address or save it again"),
    ("cookie", f"looks like a cookie notice, not an article: answer it in a browser, {_SAVE}"),
)
_PAYWALL = f"looks like the stub before a paywall: sign in, {_SAVE}"
_INDEX = "looks like an index page (links, no article): give the articles' own pages"
_NOTHING = "holds no article that can be told from the rest: save its text and give that"

_LENGTH_OF_A_NOTICE = 600
_LENGTH_OF_A_STUB = 900
_WORDS_OF_A_STUB = 40
_ENOUGH_TO_FIND_IT = 40
_NEXT_TO_IT = 300
FEWEST_WORDS = 25
"""Words of an article; what has less is a stub or a caption."""
_WORDS_OF_A_HEADLINE = 4
_LINKS_OF_AN_INDEX = 25
_SHARE_OF_TEASERS = 0.8
_SENTENCE = re.compile(r"[a-z0-9][.!?][\"”’')\]]*(?:\s|$)")


def refuse(
    tree: Element, lines: tuple[str, ...], *, title: str | None, free: bool | None, path: str
) -> None:
    """Raise ``UnreadableError`` where the page holds no article, saying what it looks like.

    ``lines`` are the main text that was found; ``free`` is False where the page says that one has
    to pay.
    """
    reason = (
        _find_notice(tree, lines, title or "")
        or _find_paywall(tree, lines, free=free)
        or (_INDEX if _is_index(tree, lines) else None)
        or (_NOTHING if len(" ".join(lines).split()) < FEWEST_WORDS else None)
    )
    if reason:
        message = f"{path!r} {reason}"
        raise UnreadableError(message)


def _find_notice(tree: Element, lines: tuple[str, ...], title: str) -> str | None:
    body = "\n".join(lines)
    if len(body) >= _LENGTH_OF_A_NOTICE:
        return None
    shown = body or visible_words(tree)[:_LENGTH_OF_A_NOTICE]
    for kind, reason in _NOTICES:
        if any(pattern.search(words) for pattern in _patterns(kind) for words in (title, shown)):
            return reason
    return None


def _find_paywall(tree: Element, lines: tuple[str, ...], *, free: bool | None) -> str | None:
    if sum(map(len, lines)) >= _LENGTH_OF_A_STUB:
        return None
    if free is False and len(" ".join(lines).split()) < _WORDS_OF_A_STUB:
        return _PAYWALL
    page = visible_words(tree)
    last = lines[-1][-_ENOUGH_TO_FIND_IT:] if lines else ""
    end = page.rfind(last) + len(last)
    shown = " ".join((*lines, page[end : end + _NEXT_TO_IT]))
    return _PAYWALL if any(pattern.search(shown) for pattern in _patterns("paywall")) else None


def _is_index(tree: Element, lines: tuple[str, ...]) -> bool:
    """Tell a page of teasers: many links, and lines that are no sentences or are all link."""
    anchors = {words_of(anchor) for anchor in tree.iter("a")}
    headlines = {words for words in anchors if len(words.split()) >= _WORDS_OF_A_HEADLINE}
    if len(headlines) < _LINKS_OF_AN_INDEX:
        return False
    teasers = sum(len(line) for line in lines if line in headlines or not _SENTENCE.search(line))
    return teasers >= _SHARE_OF_TEASERS * sum(map(len, lines))


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    rows = read_table("stemma.read", "notices.tsv")
    return tuple(re.compile(row[1], re.IGNORECASE) for row in rows if row[0] == kind)
