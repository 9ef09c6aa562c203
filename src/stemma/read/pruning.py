"""Parts of a page that are plainly not the article: comments, newsletters, consent, teasers."""

import re

from stemma.read.markup import Element, walk, words_of

_SAID_BY_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:-?(?:list|section|widget|thread|content))?|disqus\w*|onetrust\w*"
    r"|cookies?|consent|gdpr|truste|privacy)(?:$|[\s_-])"
)
_SELLS_SOMETHING = re.compile(
    r"(?:^|[\s_-])(?:newsletter\w*|mailing-?list|taboola\w*|outbrain\w*|trending|donat\w*"
    r"|most-?(?:read|popular|viewed)|membership|pull-?quotes?|sign-?up|subscri(?:be|ption)s?"
    r"|call-to-action|cta|promos?|advert\w*|sponsored)(?:$|[\s_-])"
)
_HOLDERS = frozenset({"div", "section", "aside", "form", "ul", "ol", "li", "dialog", "footer"})
_BLOCKS = ("p", "div", "h2", "h3", "h4", "h5", "li", "figure")
_SHARE_OF_A_PAGE = 0.4
_SHARE_OF_A_PART = 0.9
_WORDS_OF_A_TEASER = 4


def prune(tree: Element) -> None:
    """Take such parts out of the tree, by their ``class`` and ``id`` and by what they link.

    A part that holds much of the page's paragraphs is kept, whatever it calls itself: many sites
    write "cookie" into the class of the body. A link around whole blocks is a card for another
    story.
    """
    lengths = _measure(tree)
    total = lengths.pop()[1]
    for element, length in lengths:
        may_be_page = next(element.iter("h1", "article"), None) is not None
        apart = _is_named(element, _SAID_BY_OTHERS) and not may_be_page
        if length <= (_SHARE_OF_A_PART if apart else _SHARE_OF_A_PAGE) * total:
            element.drop_tree()


def _measure(tree: Element) -> list[tuple[Element, int]]:
    """Give candidates, each with the length of the paragraphs in it; the whole tree comes last."""
    found: list[tuple[Element, int]] = []
    open_lengths = [0]
    for event, element in walk(tree):
        if event == "start":
            open_lengths.append(0)
            continue
        length = open_lengths.pop()
        if element.tag == "p":
            length = max(length, len(words_of(element)))
        open_lengths[-1] += length
        named = _is_named(element, _SAID_BY_OTHERS) or _is_named(element, _SELLS_SOMETHING)
        if named or _is_card(element):
            found.append((element, length))
    found.append((tree, open_lengths[0]))
    return found


def _is_named(element: Element, pattern: re.Pattern[str]) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return element.tag in _HOLDERS and bool(pattern.search(names))


def _is_card(element: Element) -> bool:
    if element.tag != "a" or next(element.iter(*_BLOCKS), None) is None:
        return False
    return len(words_of(element).split()) >= _WORDS_OF_A_TEASER
