"""Draft -> Report: headline, residue, sign-offs, layout, outlet, credits, date, language, ids."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemma.errors import UnreadableError
from stemma.language.identify import ENGLISH, identify
from stemma.model import Cut, Part, Report, digest
from stemma.ports import Encoder
from stemma.press.outlets import Outlet, outlet_at, outlet_named
from stemma.read.credits import find_credits
from stemma.read.dating import date_report
from stemma.read.draft import Draft
from stemma.read.headline import find_headline
from stemma.read.layout import is_byline, lay_out
from stemma.read.residue import is_paragraph, sift
from stemma.read.shape import folded, is_sentence, words_of
from stemma.read.signoff import is_sign_off, names_only_agencies, split_sign_off

_FEWEST_WORDS = 25  # of article; less is a stub, a caption or a page of links
_TOP = 8  # lines from the top where a byline is looked for
_AUTHOR = re.compile(r"^[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4}$")
_AUTHOR_NOISE = re.compile(
    r"\b(?:staff|editorial|min(?:ute)? read|read more|more (?:by|from)|\d+ min|published|updated|"
    r"news|editor|correspondent|reporter|author|stories|"
    r"opinion|twitter|facebook|for \w+online|mailonline|for dailymail\.com)\b",
    re.IGNORECASE,
)


class _Line(NamedTuple):
    text: str
    at: int
    """Index in the draft's lines before which whatever stood here is reported."""


def finish(draft: Draft, *, encoder: Encoder) -> Report:
    """Cut page residue, tell the layout, and gather what a report says about itself.

    ``encoder`` is asked only about paragraphs that may belong to another story; in other languages
    than English, which its vectors do not know, only those in lists of teasers are.

    Raises:
        UnreadableError: too few words are left for an article.
    """
    lines = _with_title(draft)
    page = [line.text for line in lines]
    headline = find_headline(page, draft.title)
    spared = [index for index in range(len(page)) if _is_spared(page, index)]
    crude = draft.crude and identify("\n".join(page)) == ENGLISH
    sifted = sift(page, headline=headline, spared=spared, crude=crude, encoder=encoder)
    kept = list(sifted.kept)
    if headline in kept:
        kept.remove(headline)
        kept.insert(0, headline)
    _check_length([page[index] for index in kept], draft.path)
    return _assemble(draft, lines, kept=kept, reasons=sifted.cut, headline=headline)


def _is_spared(page: Sequence[str], index: int) -> bool:
    """Tell whether a line is a byline or a sign-off, which look like residue and are not.

    An agency's name alone signs a report at its end; further up it is the credit of a picture.
    """
    line = page[index]
    if index < _TOP and is_byline(line):
        return True
    if not is_sign_off(line):
        return False
    return not names_only_agencies(line) or not any(map(is_sentence, page[index + 1 :]))


def _with_title(draft: Draft) -> list[_Line]:
    """Put the declared title on top where the lines do not have it."""
    lines = [_Line(text, at) for at, text in enumerate(draft.lines)]
    if draft.title and find_headline(draft.lines, draft.title) is None:
        lines.insert(0, _Line(draft.title, 0))
    return lines


def _check_length(lines: Sequence[str], path: str) -> None:
    words = sum(len(words_of(line)) for line in lines)
    if words < _FEWEST_WORDS:
        told = f"{words} word{'' if words == 1 else 's'}"
        message = (
            f"{path!r} holds {told} of article, fewer than {_FEWEST_WORDS}: "
            "it may be an index page, a paywall or an error page; give the full text of the report"
        )
        raise UnreadableError(message)


def name_report(*, url: str | None, outlet: str | None, text: str) -> str:
    """Name a report by its address, its outlet and its words."""
    return digest("report", url, outlet, text)


def _assemble(
    draft: Draft,
    lines: Sequence[_Line],
    *,
    kept: Sequence[int],
    reasons: Mapping[int, str],
    headline: int | None,
) -> Report:
    written, starts = _written(lines, kept)
    text = "\n".join(written)
    outlet = _outlet(draft)
    identity = name_report(url=draft.url, outlet=outlet.name if outlet else None, text=text)
    parts = _parts(written, headline=headline is not None)
    authors = _authors(draft, text, parts)
    title = written[0] if headline is not None else draft.title
    return Report(
        id=identity,
        article_id=_article_id(draft, outlet, title or written[0]),
        paths=(draft.path,),
        url=draft.url,
        outlet=outlet.name if outlet else None,
        family=outlet.family if outlet else None,
        agency=outlet.agency if outlet else None,
        title=title,
        authors=authors,
        published=date_report(
            text,
            parts,
            report=identity,
            candidates=draft.published,
            above=_above(lines, kept, reasons),
        ),
        language=identify(text),
        parts=parts,
        credits=find_credits(text, parts, report=identity, draft=draft),
        text=text,
        cut=_cuts(draft, lines, reasons, starts, len(text)),
    )


def _written(lines: Sequence[_Line], kept: Sequence[int]) -> tuple[list[str], dict[int, int]]:
    """Give the lines of the text, sign-offs apart, and where each line of the page starts."""
    written: list[str] = []
    starts: dict[int, int] = {}
    offset = 0
    for index in kept:
        divided = split_sign_off(lines[index].text)
        starts[index] = offset
        for line in divided or (lines[index].text,):
            written.append(line)
            offset += len(line) + 1
    return written, starts


def _parts(written: Sequence[str], *, headline: bool) -> tuple[Part, ...]:
    parts: list[Part] = []
    offset = 0
    for line, pieces in zip(written, lay_out(written, headline=headline), strict=True):
        parts += [
            Part(kind=piece.kind, start=offset + piece.start, end=offset + piece.end)
            for piece in pieces
        ]
        offset += len(line) + 1
    return tuple(parts)


def _cuts(
    draft: Draft,
    lines: Sequence[_Line],
    reasons: Mapping[int, str],
    starts: Mapping[int, int],
    length: int,
) -> tuple[Cut, ...]:
    """Give what was cut, by the format and here, in the order of the page."""
    places = sorted((lines[index].at, start) for index, start in starts.items())
    found = [(at, text, reason) for text, reason, at in draft.cut]
    found += [(lines[index].at, lines[index].text, why) for index, why in sorted(reasons.items())]
    ats, offsets = [at for at, _ in places], [*(start for _, start in places), length]
    return tuple(
        Cut(text=text, reason=reason, at=offsets[bisect_left(ats, at)])
        for at, text, reason in sorted(found, key=lambda piece: piece[0])
    )


def _outlet(draft: Draft) -> Outlet | None:
    """Tell the outlet: by the address where a table knows it, else by the site's own name."""
    by_address = outlet_at(draft.url) if draft.url else None
    if by_address and by_address.name != by_address.family:
        return by_address
    if draft.outlet:
        named = outlet_named(draft.outlet)
        return by_address if by_address and "." not in by_address.name else named
    return by_address


def _above(lines: Sequence[_Line], kept: Sequence[int], reasons: Mapping[int, str]) -> list[str]:
    """Give the lines cut from above the first paragraph of the article."""
    paragraphs = [index for index in kept if is_paragraph(lines[index].text)]
    first = min(paragraphs, default=len(lines))
    return [lines[index].text for index in sorted(reasons) if index < first]


def _article_id(draft: Draft, outlet: Outlet | None, title: str) -> str:
    if draft.url:
        return digest("article", draft.url)
    return digest("article", outlet.name if outlet else None, folded(title))


def _authors(draft: Draft, text: str, parts: Sequence[Part]) -> tuple[str, ...]:
    """Give people's names, from metadata or else from the byline, each once."""
    declared = [
        name for name in draft.authors if _AUTHOR.match(name) and not _AUTHOR_NOISE.search(name)
    ]
    if not declared:
        bylines = [text[part.start : part.end] for part in parts if part.kind == "byline"]
        declared = [name for byline in bylines for name in _names_in(byline)]
    return tuple(dict.fromkeys(declared))


def _names_in(byline: str) -> list[str]:
    bare = re.sub(r"^(?:\w+ )?by:?\s+", "", byline, flags=re.IGNORECASE)
    names = re.split(r"\s*(?:,|\||&|\band\b|\bin [A-Z])\s*", bare)
    written = [name.title() if name.isupper() else name for name in map(str.strip, names)]
    return [name for name in written if _AUTHOR.match(name) and not _AUTHOR_NOISE.search(name)]
