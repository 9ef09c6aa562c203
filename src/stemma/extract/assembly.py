"""Attributions and own words to statements."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.extract.attribution import Attribution
from stemma.extract.factuality import mark_factuality
from stemma.extract.reading import Reading
from stemma.extract.speakers import Told
from stemma.model import Span, Statement, digest
from stemma.model.statement import Act, Voice

_ACTS: dict[str, Act] = {
    "ask": "question",
    "order": "directive",
    "vow": "attitude",
    "attitude": "attitude",
    "stance": "attitude",
    "refuse": "attitude",
}
_PAST = frozenset(("VBD", "VBN"))
_WHOLLY = 0.9
_TAIL = 2


def _act(attribution: Attribution) -> Act:
    """Give what kind of act it is; to speak about something asserts nothing."""
    if attribution.response:
        return "response"
    if attribution.topic and attribution.verb_class not in _ACTS:
        return "attitude"
    return _ACTS.get(attribution.verb_class, "assertion")


class Assembly:
    """Makes the statements of one report."""

    def __init__(self, reading: Reading) -> None:
        """Take the report."""
        self.syntax = reading.syntax
        self.quoted = reading.quoted

    def attributed(self, told: Told) -> Statement:
        """Make the statement of an attribution."""
        attribution = told.attribution
        voice = self._voice(attribution.content)
        past = any(self.syntax.tokens[at].xpos in _PAST for at in attribution.cue)
        factuality = mark_factuality(
            self.syntax, attribution.content, backshifted=past and voice != "direct"
        )
        verb_class = attribution.verb_class
        if verb_class == "think":
            factuality = replace(factuality, hedged=True)
        elif verb_class == "vow":
            factuality = replace(factuality, future=True)
        if verb_class == "deny" or attribution.negated:
            factuality = replace(factuality, negated=True)
        cue = self._spans(attribution.cue)
        content = self._spans(attribution.content)
        return Statement(
            id=self._id(content, cue),
            report=self.syntax.annotated.report.id,
            content=content,
            text=self._quote(content),
            voice=voice,
            act=_act(attribution),
            factuality=factuality,
            source=told.speaker.source if told.speaker is not None else None,
            via=told.via,
            cue=self._cover(cue) if cue else None,
        )

    def own(self, content: list[int]) -> Statement:
        """Make a statement of the report's own."""
        spans = self._spans(content)
        return Statement(
            id=self._id(spans, ()),
            report=self.syntax.annotated.report.id,
            content=spans,
            text=self._quote(spans),
            voice="own",
            act="question" if self._asks(content) else "assertion",
            factuality=mark_factuality(self.syntax, content),
            source=None,
            via=(),
            cue=None,
        )

    def _asks(self, content: Sequence[int]) -> bool:
        """Tell whether the sentence ends in a question mark."""
        sentence = self.syntax.sentence(content[-1])
        tail = self.syntax.words[max(sentence.last - _TAIL, content[-1]) : sentence.last]
        return "?" in tail

    def _id(self, content: tuple[Span, ...], cue: tuple[Span, ...]) -> str:
        places = [place for span in content for place in (span.start, span.end)]
        at = cue[0].start if cue else None
        return digest("statement", self.syntax.annotated.report.id, at, *places)

    def _quote(self, content: tuple[Span, ...]) -> str:
        return " … ".join(span.of(self.syntax.annotated.report.text) for span in content)

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
