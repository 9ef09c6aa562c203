"""Lines -> those of the article, and those cut with the reason."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from stemma.ports import Encoder
from stemma.read.residue.belonging import odd_words, strangers
from stemma.read.residue.form import opens_list, repeats, told_by_form
from stemma.read.residue.zones import ZONES, before_the_headline, sections
from stemma.read.shape import is_sentence, words_of

_PARAGRAPH = 9  # words of running text that make a paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """``kept`` are indices of lines in order; ``cut`` gives the reason by index."""

    kept: tuple[int, ...]
    cut: Mapping[int, str]


def sift(
    page: Sequence[str],
    *,
    headline: int | None,
    spared: Collection[int],
    crude: bool,
    encoder: Encoder,
) -> Sifted:
    """Cut page residue anywhere among the lines of a page.

    ``headline`` is the index of the headline, if there is one; ``spared`` are lines that are
    known to be the article's whatever their form (byline, sign-off). In crude text, paragraphs
    that do not belong to the rest are cut too.
    """
    kept_whatever = {*spared, *(() if headline is None else (headline,))}
    cut = {index: reason for index, line in enumerate(page) if (reason := told_by_form(line))}
    cut |= {index: reason for index, reason in repeats(page).items() if index not in cut}
    cut = {index: reason for index, reason in cut.items() if index not in kept_whatever}
    for found in (before_the_headline(page, cut, headline), sections(page, cut, headline)):
        cut |= {index: reason for index, reason in found if index not in kept_whatever}
    body = [index for index, line in enumerate(page) if index not in cut and _is_paragraph(line)]
    doubted = _doubted(page, cut, body, crude=crude)
    strange = strangers(page, body=body, doubted=doubted - kept_whatever, encoder=encoder)
    cut |= dict.fromkeys(strange, "does not belong: its words and names are far from the report's")
    trusted = frozenset(body) - strange
    for zone in ZONES:
        cut |= {
            index: reason
            for index, reason in zone(page, cut, trusted)
            if index not in kept_whatever and index not in cut
        }
    return Sifted(kept=tuple(index for index in range(len(page)) if index not in cut), cut=cut)


def _is_paragraph(line: str) -> bool:
    return is_sentence(line) and len(words_of(line)) >= _PARAGRAPH


def _doubted(
    page: Sequence[str], cut: Mapping[int, str], body: Sequence[int], *, crude: bool
) -> set[int]:
    """Give the paragraphs that stand where residue does, or whose words are strange."""
    paragraphs = set(body)
    doubted: set[int] = set()
    for index in cut:
        for step in (-1, 1):
            place = index + step
            while 0 <= place < len(page) and place not in paragraphs:
                place += step
            if place in paragraphs and (opens_list(page[index]) or "clock time" in cut[index]):
                doubted.add(place)
    if crude:
        doubted |= {
            index for index in odd_words(page, body) if index - 1 in cut or index + 1 in cut
        }
    return doubted
