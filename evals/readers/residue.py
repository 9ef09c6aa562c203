"""Real page residue: what stands on news pages beside the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from evals.readers.andy import Page

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body br dd div dl dt fieldset figcaption figure footer
        form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul button
        label option""",
    )
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "select"})
_RUN = 4
_MOST_SHARED = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Residue:
    """The lines of a page that are not its article, in order.

    ``inside`` are runs of lines between two paragraphs of the article, ``after`` what follows
    the last of them.
    """

    inside: tuple[tuple[str, ...], ...]
    after: tuple[str, ...]


def find_residue(page: Page) -> Residue:
    """Tell a page's residue from its article, by the words that the article has."""
    lines = list(visible_lines(page.html.decode("utf-8", errors="replace")))
    known = _runs(f"{page.title}\n{page.body}")
    told = {_plain(line) for line in [*page.body.splitlines(), page.title, *page.authors]}
    own = [_is_own(line, known, told) for line in lines]
    paragraphs = [at for at, mine in enumerate(own) if mine and len(lines[at].split()) > _RUN]
    if not paragraphs:
        return Residue(inside=(), after=())
    first, last = paragraphs[0], paragraphs[-1]
    runs: list[list[str]] = [[]]
    for at in range(first, last):
        if own[at]:
            runs.append([])
        elif re.search(r"\w", lines[at]):
            runs[-1].append(lines[at])
    after = [lines[at] for at in range(last + 1, len(lines)) if not own[at]]
    return Residue(
        inside=tuple(tuple(run) for run in runs if run),
        after=tuple(line for line in after if re.search(r"\w", line)),
    )


def visible_lines(markup: str) -> Iterator[str]:
    """Give the text of a page as somebody would copy it, a block a line."""
    seen = _Seen()
    seen.feed(markup)
    for line in "".join(seen.pieces).split("\n"):
        if squeezed := " ".join(line.split()):
            yield squeezed


class _Seen(HTMLParser):
    """Collects what a reader sees: text, with a line feed at the edge of a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _UNSEEN:
            self._hidden.append(tag)
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data.replace("\n", " "))


def _is_own(line: str, known: set[tuple[str, ...]], told: set[str]) -> bool:
    """Tell whether a line is the article's: its words are, or they are all of a line of it."""
    plain = _plain(line)
    if plain in told:
        return True
    runs = _runs(line)
    return bool(runs) and len(runs & known) > _MOST_SHARED * len(runs)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _plain(text).split()
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
