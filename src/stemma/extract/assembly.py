"""Attributions and own words to statements."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.extract.factuality import mark_factuality
from stemma.extract.layers import Told
from stemma.extract.quoted import Quoted
from stemma.extract.syntax import Syntax
from stemma.model import Factuality, Source, Span, Statement, digest
from stemma.model.statement import Act, Voice

_ACTS: dict[str, Act] = {
    "ask": "question",
    "order": "directive",
    "vow": "attitude",
    "attitude": "attitude",
    "stance": "attitude",
    "refuse": "attitude",
}
_WHOLLY = 0.9


class Assembly:
    """Makes the statements of one report."""

    def __init__(self, syntax: Syntax, quoted: Quoted) -> None:
        """Take the report's trees and quotations."""
        self.syntax = syntax
        self.quoted = quoted

    def attributed(self, told: Told) -> Statement:
        """Make the statement of an attribution."""
        attribution = told.attribution
        factuality = mark_factuality(self.syntax, attribution.content)
        verb_class = attribution.verb_class
        if verb_class == "think":
            factuality = replace(factuality, hedged=True)
        elif verb_class == "vow":
            factuality = replace(factuality, future=True)
        if verb_class == "deny" or attribution.negated:
            factuality = replace(factuality, negated=True)
        cue = self._spans(attribution.cue)
        return self._make(
            content=self._spans(attribution.content),
            voice=self._voice(attribution.content),
            act="response" if attribution.response else _ACTS.get(verb_class, "assertion"),
            factuality=factuality,
            source=told.speaker.source if told.speaker is not None else None,
            via=told.via,
            cue=self._cover(cue) if cue else None,
        )

    def own(self, content: list[int]) -> Statement:
        """Make a statement of the report's own."""
        question = self.syntax.words[content[-1]] == "?" or self._asks(content)
        return self._make(
            content=self._spans(content),
            voice="own",
            act="question" if question else "assertion",
            factuality=mark_factuality(self.syntax, content),
            source=None,
            via=(),
            cue=None,
        )

    def _asks(self, content: Sequence[int]) -> bool:
        sentence = self.syntax.sentence(content[-1])
        return "?" in self.syntax.words[content[-1] + 1 : sentence.last]

    def _make(
        self,
        *,
        content: tuple[Span, ...],
        voice: Voice,
        act: Act,
        factuality: Factuality,
        source: Source | None,
        via: tuple[Source, ...],
        cue: Span | None,
    ) -> Statement:
        report = self.syntax.annotated.report
        places = [place for span in content for place in (span.start, span.end)]
        at = cue.start if cue is not None else None
        return Statement(
            id=digest("statement", report.id, at, *places),
            report=report.id,
            content=content,
            text=" … ".join(span.of(report.text) for span in content),
            voice=voice,
            act=act,
            factuality=factuality,
            source=source,
            via=via,
            cue=cue,
        )

    def _spans(self, places: Sequence[int]) -> tuple[Span, ...]:
        """Give runs of tokens as spans; a run does not cross a paragraph's end."""
        report, tokens = self.syntax.annotated.report, self.syntax.tokens
        sentences = self.syntax.annotated.sentences
        found: list[Span] = []
        for first, last in self.syntax.runs(places):
            start = first
            for at in range(first, last):
                part = sentences[self.syntax.sentence_of[at]].part
                ends = at + 1 == last or (sentences[self.syntax.sentence_of[at + 1]].part != part)
                if ends:
                    run = self.syntax.trim(range(start, at + 1))
                    if run:
                        found.append(report.span(tokens[run[0]].start, tokens[run[-1]].end))
                    start = at + 1
        return tuple(found)

    def _cover(self, spans: tuple[Span, ...]) -> Span:
        return self.syntax.annotated.report.span(spans[0].start, spans[-1].end)

    def _voice(self, content: Sequence[int]) -> Voice:
        words = [at for at in content if not self.syntax.is_mark(at)]
        inside = sum(self.quoted.of[at] >= 0 for at in words)
        if not inside:
            return "indirect"
        return "direct" if inside >= _WHOLLY * len(words) else "mixed"
