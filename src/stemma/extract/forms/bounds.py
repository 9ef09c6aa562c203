"""Where a speaker's words begin and end beside a verb of saying, told by commas and the parse."""

from stemma.extract.lexicon import words
from stemma.extract.reading import Reading
from stemma.extract.text import cue_tokens

_SEPARATORS = words("bounds.separators")
_AFTER_SPEAKER = words("bounds.after_speaker")
_INNER_MARKS = frozenset(("-", "&", "'", "(", ")"))
_ASKING = frozenset(("?", "!", "…", "..."))
_MAX_SPEAKER = 40
_MAX_LOOSE_SPEAKER = 14


class Bounds:
    """The verb at index ``at`` in the sentence ``[first, last)``."""

    def __init__(self, reading: Reading, first: int, last: int, at: int) -> None:
        """Take a verb of saying."""
        self.syntax = reading.syntax
        self.quoted = reading.quoted
        self.first = first
        self.last = last
        self.at = at
        self.cue = cue_tokens(reading.syntax, at)

    def separates(self, at: int) -> bool:
        """Tell whether what is said may end at this token: comma, dash or closing quotation."""
        if at < self.first:
            return self._ends_question(at)
        if at == self.first or self._is_within(at):
            return False
        if self.syntax.words[at] == "-" and self._is_glued(at):
            return False
        return self.syntax.words[at] in _SEPARATORS or self._ends_speech(at)

    def _is_within(self, at: int) -> bool:
        """Tell the comma of ``a “no risk, no fun” plan`` from one that ends a quotation."""
        number = self.quoted.of[at]
        return number >= 0 and at < self.quoted.ranges[number][1] - 2

    def _ends_speech(self, at: int) -> bool:
        """Tell the end of a quotation from that of a title or nickname."""
        spoken = self.quoted.speech_at(at) >= 0 or self.syntax.words[at - 1] in _SEPARATORS
        return self.quoted.closes(at) and spoken

    def _is_glued(self, at: int) -> bool:
        """Tell a hyphen within a word from a dash."""
        tokens = self.syntax.tokens
        return tokens[at - 1].end == tokens[at].start or (
            at + 1 < self.last and tokens[at].end == tokens[at + 1].start
        )

    def _ends_question(self, at: int) -> bool:
        """Tell ``“Why?” she asked.``, of which sentence splitters make two."""
        if at < 1 or not self.quoted.closes(at) or self.quoted.speech_at(at) < 0:
            return False
        sentences = self.syntax.annotated.sentences
        number = self.syntax.sentence_of[at]
        return (
            self.syntax.words[at - 1] in _ASKING
            and sentences[number].part == sentences[number + 1].part
            and not self.content_follows()
        )

    def content_follows(self) -> bool:
        """Tell whether what is said stands right after the verb, without a comma."""
        following = self.at + 1
        if following >= self.last:
            return False
        if self.syntax.words[following] in ("that", ":") or self.quoted.opens_speech(following):
            return True
        stops = (at for at in range(following, self.last) if self.syntax.words[at] in (",", ";"))
        before_comma = range(following, next(stops, self.last))
        finite = [at for at in before_comma if self.syntax.is_finite(at)]
        if not finite:
            return any(self.quoted.opens_speech(at) for at in before_comma)
        new_clause = words("word_order.new_clause")
        return all(self.syntax.words[at] not in new_clause for at in range(following, finite[0]))

    def subjects(self) -> list[int]:
        """Give the subjects of the verb outside quotations, by the parse."""
        found = self.syntax.dependents(self.at, "nsubj")
        return [child for child in found if self.quoted.speech_at(child) < 0]

    def speaker_start(self) -> int | None:
        """Give where the speaker before the verb starts."""
        subjects = [child for child in self.subjects() if child < self.cue[0]]
        if subjects:
            block = set(self.syntax.subtree(subjects[-1]))
            start = subjects[-1]
            while start - 1 in block and not self.quoted.closes(start - 1):
                start -= 1
            while self.syntax.is_mark(start) and start < subjects[-1]:
                start += 1
            gap = range(subjects[-1], self.cue[0])
            loose = any(self.syntax.is_finite(at) and at not in block for at in gap)
            short = self.cue[0] - start <= _MAX_SPEAKER
            if short and not loose and self.separates(start - 1):
                return start
        return self._loose_start()

    def _loose_start(self) -> int | None:
        """Go back to the nearest comma, or over an apposition to the comma before."""
        end = self.cue[0] - 1
        if end >= self.first and self.syntax.words[end] == ",":
            comma = self._back_to_comma(end - 1)
            if comma is None:
                return None
            end = comma - 1
        before = self._back_to_comma(end)
        return None if before is None else before + 1

    def _back_to_comma(self, at: int) -> int | None:
        """Give the nearest separator at or before ``at`` with no finite verb between."""
        start = at
        while at >= self.first - 1 and start - at <= _MAX_LOOSE_SPEAKER:
            if self.separates(at):
                return at
            if at < self.first or self.syntax.is_finite(at):
                return None
            at -= 1
        return None

    def speaker_end(self) -> int:
        """Give where the speaker after the verb ends: apposition included."""
        end = start = self.at + 1
        while end < self.last and not self._stops(start, end):
            end += 1
        inside = range(start, end)
        for at in range(end + 1, self.last):
            if self.syntax.relations[at] == "appos" and self.syntax.tokens[at].head in inside:
                block = self.syntax.subtree(at)
                if block[0] <= end + 1 <= at and not self.quoted.opens_speech(end + 1):
                    past = min(block[-1] + 1, self.last)
                    told = self.syntax.words[end + 1 : past]
                    return end + 1 + told.index("according") if "according" in told else past
        return end

    def _stops(self, start: int, at: int) -> bool:
        mark = self.syntax.is_mark(at) and self.syntax.words[at] not in _INNER_MARKS
        after = at > start and self.syntax.words[at] in _AFTER_SPEAKER
        return mark or after or self.syntax.is_finite(at)
