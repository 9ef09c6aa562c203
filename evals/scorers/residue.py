"""Residue in crude text: lines of other pages, put at random places into clean articles.

Each article is the body that people took from a real page, under its title; the residue is
what stands beside the article on other real pages: one to three runs of lines from between
paragraphs at places inside it, and often a longer run from below an article at the end. The
program gets all of it as plain text. ``p``: of the lines that it takes out, the share that was
put in; ``r``: of the lines put in, the share taken out. A line that also stands in the article
is not counted. The draw is the same in every run.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from evals.material import read_bytes
from evals.outcome import Outcome, Selection, Tally
from evals.readers.andy import Page, read_andy
from evals.readers.residue import Residue, find_residue

KEYS = ("p", "r")
_SEED = 20241118
_MOST_RUNS = 3
_LONGEST_RUN = 6
_LONGEST_TAIL = 25
_WITH_TAIL = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Crude:
    """An article with residue: lines, and which of them were put in."""

    lines: tuple[str, ...]
    foreign: tuple[bool, ...]


def score(selection: Selection) -> Outcome:
    """Score pages that were made of two."""
    pages = read_andy(selection)
    residues = [find_residue(page) for page in pages]
    tally, clean = Tally(), Tally()
    for at, page in enumerate(pages):
        random = Random(f"{_SEED} {page.path.stem}")  # noqa: S311 - a draw, not a secret
        others = [residue for other, residue in enumerate(residues) if other != at]
        lines = article_lines(page)
        add(tally, put_in(lines, others, random=random), name=page.path.stem)
        add(clean, Crude(lines=tuple(lines), foreign=(False,) * len(lines)), name=page.path.stem)
    return Outcome(
        figures={"p": tally.precision, "r": tally.recall},
        details={"lines_put_in": tally.wanted, "clean_lines_lost": clean.given},
    )


def article_lines(page: Page) -> list[str]:
    """Give the title and the paragraphs."""
    lines = [page.title, *page.body.splitlines()]
    return [" ".join(line.split()) for line in lines if line.strip()]


def put_in(lines: Sequence[str], others: Sequence[Residue], *, random: Random) -> Crude:
    """Put residue of other pages into an article; nothing goes above its first paragraph."""
    mixed = [(line, False) for line in lines]
    own = {plain(line) for line in lines}
    runs = [run for residue in others for run in residue.inside]
    tails = [residue.after for residue in others if residue.after]
    for _ in range(random.randint(1, _MOST_RUNS) if runs else 0):
        run = random.choice(runs)[:_LONGEST_RUN]
        at = random.randint(min(2, len(mixed)), len(mixed))
        mixed[at:at] = [(line, True) for line in run if plain(line) not in own]
    if tails and random.random() < _WITH_TAIL:
        tail = random.choice(tails)
        length = random.randint(1, _LONGEST_TAIL)
        mixed += [(line, True) for line in tail[:length] if plain(line) not in own]
    return Crude(
        lines=tuple(line for line, _ in mixed), foreign=tuple(foreign for _, foreign in mixed)
    )


def add(tally: Tally, crude: Crude, *, name: str) -> None:
    """Count one article: a line was taken out where the report has it less often."""
    reports = read_bytes("\n\n".join(crude.lines).encode(), path=f"{name}.txt")
    text = reports[0].text if reports else ""
    kept = Counter(plain(line) for line in text.splitlines())
    whole = plain(text)
    for line, foreign in zip(crude.lines, crude.foreign, strict=True):
        words = plain(line)
        if kept[words] > 0:
            kept[words] -= 1
            taken = False
        else:
            taken = foreign or f" {words} " not in f" {whole} "
        if words:
            tally.add(taken and foreign, taken, foreign)


def plain(line: str) -> str:
    """Give the words of a line."""
    return " ".join(re.findall(r"\w+", line.lower()))
