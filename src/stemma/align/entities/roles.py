"""What reports say a person is: titles before the name, appositions after it."""

import re
from collections import Counter
from collections.abc import Sequence

from stemma.align.entities.mentions import Mention
from stemma.align.spelling import fold, titles, words
from stemma.model import Annotated, Span

_TITLE_TAGS = frozenset({"NOUN", "PROPN", "ADJ"})
_LINKS = frozenset({"of", "and", "for", "-", "&", "the"})
_LONGEST = 160
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx"})
_SHORT_TITLES = _COURTESY | {"dr", "prof", "sir"}
_ROLE_MIN_WORDS = 2
_NOBODY = frozenset({"source", "official", "person", "people"})
_CLAUSES = frozenset({"acl:relcl", "acl", "appos", "parataxis"})


class Roles:
    """Reads roles off one report; tokens are looked up by their offsets."""

    def __init__(self, annotated: Annotated) -> None:
        """Take a report with its tokens."""
        self._annotated = annotated
        self._tokens = annotated.tokens
        self._at = {token.start: at for at, token in enumerate(annotated.tokens)}
        self._bounds = [(sentence.first, sentence.last) for sentence in annotated.sentences]

    def before(self, mention: Mention) -> str | None:
        """Give the title in front of a name: "Ukrainian Defense Minister"."""
        found = self._sentence(mention)
        if found is None:
            return None
        first, (low, _) = found
        at = first
        while at > low and self._belongs_to_title(at - 1):
            at -= 1
        while at < first and self._tokens[at].text.lower() in _LINKS:
            at += 1
        last = first
        while last - 1 > at and fold(self._tokens[last - 1].text).rstrip(".") in _SHORT_TITLES:
            last -= 1
        if at == last or not self._ends_in_role(at, last):
            return None
        return self._annotated.report.text[self._tokens[at].start : self._tokens[last - 1].end]

    def after(self, mention: Mention) -> str | None:
        """Give the apposition behind a name: "senior lecturer in politics at …"."""
        found = self._sentence(mention)
        if found is None:
            return None
        first, (_, high) = found
        last = first
        while last < high and self._tokens[last].end < mention.span.end:
            last += 1
        inside = range(first, last + 1)
        for at in range(last + 1, min(high, last + 12)):
            token = self._tokens[at]
            fits = token.relation == "appos" and token.head in inside and token.upos == "NOUN"
            if fits and token.lemma not in _NOBODY:
                return self._phrase(at, last + 1, high)
        return None

    def _sentence(self, mention: Mention) -> tuple[int, tuple[int, int]] | None:
        first = self._at.get(mention.span.start)
        if first is None:
            return None
        bounds = next(((low, high) for low, high in self._bounds if low <= first < high), None)
        return None if bounds is None else (first, bounds)

    def _belongs_to_title(self, at: int) -> bool:
        token = self._tokens[at]
        if token.upos in _TITLE_TAGS:
            return token.xpos != "NNS"
        return (
            token.text.lower() in _LINKS
            and at > 0
            and self._tokens[at - 1].text[0].isupper()
            and self._tokens[at - 1].upos in _TITLE_TAGS
        )

    def _ends_in_role(self, at: int, first: int) -> bool:
        last = self._tokens[first - 1]
        if last.upos not in {"NOUN", "PROPN"} or fold(last.text).rstrip(".") in _COURTESY:
            return False
        title = words(self._annotated.report.text[self._tokens[at].start : last.end])
        return last.upos == "NOUN" or any(title[-size:] in titles() for size in (1, 2, 3))

    def _phrase(self, head: int, low: int, high: int) -> str | None:
        """Give the words under ``head``, as far as they stand in one piece without a clause."""
        inside = self._under(head, low, high)
        start = end = head
        while start - 1 in inside:
            start -= 1
        while end + 1 in inside:
            end += 1
        while start < head and self._tokens[start].upos in {"PUNCT", "DET"}:
            start += 1
        while end > head and self._tokens[end].upos in {"PUNCT", "CCONJ"}:
            end -= 1
        text = self._annotated.report.text[self._tokens[start].start : self._tokens[end].end]
        return text if len(text) <= _LONGEST else None

    def _under(self, head: int, low: int, high: int) -> set[int]:
        inside = {head}
        size = 0
        while size < len(inside):
            size = len(inside)
            inside |= {
                at
                for at in range(low, high)
                if self._tokens[at].head in inside and self._tokens[at].relation not in _CLAUSES
            }
        return inside


def describe(mentions: Sequence[Mention], roles: dict[str, Roles]) -> tuple[str | None, list[str]]:
    """Give the best description of a person, and all titles that stand before the name.

    An apposition says more than a title; among several, the one most reports give, then the
    longest.
    """
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for mention in mentions:
        role = roles[mention.span.report]
        if (title := role.before(mention)) is not None:
            before[title] += 1
        if (apposition := role.after(mention)) is not None:
            after[apposition] += 1
    ranked = sorted(after, key=lambda text: (-after[text], -len(text), text))
    ranked += sorted(before, key=lambda text: (-before[text], -len(text), text))
    return (ranked[0] if ranked else None), sorted(before)


def role_mentions(annotated: Annotated, roles: Sequence[str]) -> list[Span]:
    """Find "the Ukrainian president" for the role "Ukrainian President"."""
    spans: list[Span] = []
    for role in roles:
        if len(words(role)) < _ROLE_MIN_WORDS:
            continue
        pattern = re.compile(rf"\b[Tt]he ((?i:{re.escape(role)}))\b(?! [A-Z])")
        spans += [
            annotated.report.span(match.start(1), match.end(1))
            for match in pattern.finditer(annotated.report.text)
        ]
    return spans
