"""Attribution on PolNeAR: who is said to have said what.

PolNeAR marks no attribution inside the content of another, so a statement whose cue stands in
another's content is left out on our side as well. Tokens are runs of letters and digits.

- ``content_token``, ``source_token``, ``cue_token``: tokens that have the role anywhere in the
  report, whichever attribution they belong to.
- ``whole``: one statement for one attribution; cues overlap, sources overlap (or both have
  none), and the contents' Jaccard index is at least .5.
- ``direct_speaker``: of the attributions whose content is one quotation, the share that has a
  statement covering most of it whose source overlaps the source.

Details give ``whole`` and the recall of content tokens for direct, indirect and mixed
attributions apart: nine tenths of the content's tokens, none, or some stand in quotation marks.
What we say is sorted by the same rule, so precision counts ours and recall theirs.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from evals.material import annotate, make_report
from evals.outcome import Figure, Outcome, Selection, Tally
from evals.readers.polnear import Attribution, Stretch, read_polnear

from stemma.extract import extract
from stemma.model import Statement

Manner = Literal["direct", "indirect", "mixed"]
MANNERS: tuple[Manner, ...] = ("direct", "indirect", "mixed")
KEYS = (
    "content_token_p",
    "content_token_r",
    "content_token_f1",
    "source_token_f1",
    "cue_token_f1",
    "whole_f1",
    "direct_speaker",
)
ALIKE = 0.5
_TOKEN = re.compile(r"\w+")
_OPENING = "\"“'‘"
_CLOSING = "\"”'’"
_SHORTEST_QUOTE = 25
_WHOLLY = 0.9
_QUOTED = re.compile('“[^”\n]*|(?<!\\w)"[^"\n]*')
"""A quotation, or what is left of it in its line."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The starts of the tokens that have each role in one attribution."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Manner:
    """Counts of one manner: ``whole`` of theirs and of ours, and tokens of content."""

    recall: Tally = field(default_factory=Tally)
    precision: Tally = field(default_factory=Tally)
    content: Tally = field(default_factory=Tally)

    def details(self) -> dict[str, float]:
        """Give the figures, and how many attributions there are."""
        recall, precision = self.recall.recall, self.precision.precision
        both = recall + precision
        return {
            "whole_p": precision,
            "whole_r": recall,
            "whole_f1": 2 * recall * precision / both if both else 0.0,
            "content_token_r": self.content.recall,
            "count": self.recall.wanted,
        }


def score(selection: Selection) -> Outcome:
    """Score the dev half of PolNeAR."""
    count = Count()
    for article in read_polnear(selection):
        report = make_report(article.text, name=article.name, title=True)
        statements = extract(annotate(report)).statements
        count.add(article.text, article.attributions, statements)
    return Outcome(figures=count.figures(), details=count.details())


class Count:
    """Counts report by report."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._roles = {role: Tally() for role in ("content", "source", "cue")}
        self._whole = Tally()
        self._quotes = Tally()
        self._manners = {manner: _Manner() for manner in MANNERS}

    def add(
        self, text: str, attributions: Sequence[Attribution], statements: Iterable[Statement]
    ) -> None:
        """Count one report."""
        marked = [(one, _roles_of(text, one)) for one in attributions if one.cue or one.content]
        wanted = [roles for _, roles in marked]
        every = [_roles_said(text, one) for one in statements if one.source or one.cue]
        given = _outermost(every)
        for role, tally in self._roles.items():
            left, right = _union(wanted, role), _union(given, role)
            tally.add(len(left & right), len(right), len(left))
        told = [roles for roles in given if roles.cue]
        pairs = _pair_up(wanted, told)
        self._whole.add(len(pairs), len(told), len(wanted))
        self._add_manners(quoted_places(text), wanted, told, pairs, _union(given, "content"))
        for one, roles in marked:
            if roles.source and is_quotation(text, one.content):
                self._quotes.add(any(_speaks(roles, other) for other in every), 0, 1)

    def _add_manners(
        self,
        quoted: frozenset[int],
        wanted: Sequence[Roles],
        told: Sequence[Roles],
        pairs: Mapping[int, int],
        said: set[int],
    ) -> None:
        """Count the same by manner."""
        for at, roles in enumerate(wanted):
            counts = self._manners[manner_of(roles.content, quoted)]
            counts.recall.add(at in pairs, 0, 1)
            counts.content.add(len(roles.content & said), 0, len(roles.content))
        right = set(pairs.values())
        for at, roles in enumerate(told):
            self._manners[manner_of(roles.content, quoted)].precision.add(at in right, 1, 0)

    def figures(self) -> dict[str, Figure]:
        """Give the figures of the task."""
        content = self._roles["content"]
        return {
            "content_token_p": content.precision,
            "content_token_r": content.recall,
            "content_token_f1": content.f1,
            "source_token_f1": self._roles["source"].f1,
            "cue_token_f1": self._roles["cue"].f1,
            "whole_f1": self._whole.f1,
            "direct_speaker": self._quotes.recall,
        }

    def details(self) -> dict[str, float]:
        """Give what lies behind them."""
        return {
            "source_token_p": self._roles["source"].precision,
            "source_token_r": self._roles["source"].recall,
            "cue_token_p": self._roles["cue"].precision,
            "cue_token_r": self._roles["cue"].recall,
            "whole_p": self._whole.precision,
            "whole_r": self._whole.recall,
            "direct_quotes": self._quotes.wanted,
        } | {
            f"{manner}_{name}": value
            for manner, counts in self._manners.items()
            for name, value in counts.details().items()
        }


def is_quotation(text: str, content: Sequence[Stretch]) -> bool:
    """Tell whether an attribution's content is a quotation, and more than a phrase."""
    words = "".join(text[start:end] for start, end in content)
    closed = words.rstrip(".,")
    return len(words) > _SHORTEST_QUOTE and words[0] in _OPENING and closed[-1:] in _CLOSING


def quoted_places(text: str) -> frozenset[int]:
    """Give the starts of the tokens that stand in quotation marks."""
    return frozenset(
        token.start()
        for quotation in _QUOTED.finditer(text)
        for token in _TOKEN.finditer(text, *quotation.span())
    )


def manner_of(content: Collection[int], quoted: Collection[int]) -> Manner:
    """Tell direct, indirect and mixed contents apart, by how much of them is quoted."""
    inside = sum(start in quoted for start in content)
    if not inside:
        return "indirect"
    return "direct" if inside >= _WHOLLY * len(content) else "mixed"


def _starts(text: str, stretches: Iterable[Stretch]) -> frozenset[int]:
    return frozenset(
        match.start() for start, end in stretches for match in _TOKEN.finditer(text, start, end)
    )


def _roles_of(text: str, one: Attribution) -> Roles:
    return Roles(_starts(text, one.source), _starts(text, one.cue), _starts(text, one.content))


def _roles_said(text: str, statement: Statement) -> Roles:
    source = statement.source.spans if statement.source else ()
    return Roles(
        _starts(text, [(span.start, span.end) for span in source]),
        _starts(text, [(statement.cue.start, statement.cue.end)] if statement.cue else []),
        _starts(text, [(span.start, span.end) for span in statement.content]),
    )


def _outermost(every: Sequence[Roles]) -> list[Roles]:
    return [
        one
        for one in every
        if not any(other is not one and one.cue and one.cue <= other.content for other in every)
    ]


def _union(several: Iterable[Roles], role: str) -> set[int]:
    return {start for roles in several for start in getattr(roles, role)}


def _jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    return len(left & right) / max(len(left | right), 1)


def _pair_up(wanted: Sequence[Roles], told: Sequence[Roles]) -> dict[int, int]:
    """Give for attributions the statement of their own that is most alike; by their places."""
    pairs: dict[int, int] = {}
    for place, one in enumerate(wanted):
        fits = [
            (_jaccard(one.content, other.content), -at)
            for at, other in enumerate(told)
            if at not in pairs.values() and one.cue & other.cue and _same_source(one, other)
        ]
        best = max(fits, default=(0.0, 0))
        if best[0] >= ALIKE:
            pairs[place] = -best[1]
    return pairs


def _same_source(one: Roles, other: Roles) -> bool:
    return bool(one.source & other.source) or not (one.source or other.source)


def _speaks(wanted: Roles, other: Roles) -> bool:
    covered = len(wanted.content & other.content)
    return covered > ALIKE * len(wanted.content) and bool(wanted.source & other.source)
