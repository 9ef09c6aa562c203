"""Speech told by word order alone: ``X, NP said.``, ``X, said NP.``, ``X, NP said, Y.``

Parsers often lose the speaker at the end of a long sentence; the commas don't. Where the parse
gives the subject it bounds the speaker's words, else the nearest comma does.
"""

from stemma.extract.attribution import Attribution
from stemma.extract.quoted import Quoted
from stemma.extract.sources import SourceReader
from stemma.extract.subjects import cue_tokens
from stemma.extract.syntax import Syntax
from stemma.extract.verbs import find_verb
from stemma.extract.words import words

_SEPARATORS = words("surface.separators")
_NO_SPEAKER = words("surface.no_speaker")
_NAME_TAGS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_NOMINAL = frozenset(("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"))
_SPOKEN_TAGS = frozenset(("VBD", "VBZ", "VBP", "VBN"))
_AFTER_SPEAKER = words("surface.after_speaker")
_NEW_CLAUSE = words("surface.new_clause")
_MAX_SPEAKER = 40
_MAX_LOOSE_SPEAKER = 14
_MAX_TAIL = 14


def find_by_order(
    syntax: Syntax, quoted: Quoted, reader: SourceReader, first: int, last: int
) -> list[Attribution]:
    """Find the attributions of the sentence ``[first, last)`` whose speaker follows the words."""
    found: list[Attribution] = []
    for at in range(first, last):
        verb = find_verb(syntax.words, at)
        if (
            verb is None
            or not verb.frames.keys() & {"quote", "direct"}
            or syntax.tokens[at].xpos not in _SPOKEN_TAGS
            or quoted.speech_at(at) >= 0
        ):
            continue
        reading = _Reading(syntax, quoted, first, last, at)
        parts = reading.inverted() or reading.straight()
        if parts is not None:
            source, content = parts
            if not _is_finite(syntax, at) and not reader.is_speaker_noun(reader.head(source)):
                continue
            if "quote" not in verb.frames and not any(quoted.of[place] >= 0 for place in content):
                continue
            found.append(
                Attribution(
                    cue=cue_tokens(syntax, at),
                    source=source,
                    content=content,
                    verb_class=verb.verb_class,
                )
            )
    return found


def _is_finite(syntax: Syntax, at: int) -> bool:
    """Tell ``has said`` and ``said`` from a participle before a noun."""
    if syntax.tokens[at].xpos != "VBN" or syntax.relations[at] not in ("amod", "acl", "compound"):
        return True
    return any(syntax.tokens[place].upos == "AUX" for place in cue_tokens(syntax, at)[:-1])


class _Reading:
    """One verb of saying in its sentence."""

    def __init__(self, syntax: Syntax, quoted: Quoted, first: int, last: int, at: int) -> None:
        self.syntax = syntax
        self.quoted = quoted
        self.first = first
        self.last = last
        self.at = at
        self.cue_first = cue_tokens(syntax, at)[0]

    def inverted(self) -> tuple[list[int], list[int]] | None:
        """Read ``X, said NP``."""
        before = self.cue_first - 1
        if not self._separates(before) or self.at + 1 >= self.last:
            return None
        if self._has_subject_before():
            return None
        end = self._speaker_end(self.at + 1)
        if end < self.last and self.syntax.is_finite(end):
            return None
        speaker = list(range(self.at + 1, end))
        if not self._may_speak(speaker) or self.syntax.is_mark(self.at + 1):
            return None
        left = self._left(before)
        if left is None or not self._is_clause(left):
            return None
        return speaker, self._with_right(left, end)

    def _has_subject_before(self) -> bool:
        """Tell ``NP, of whom much is known, said X`` by the parse."""
        subjects = [
            child
            for child in self.syntax.dependents(self.at, "nsubj")
            if self.quoted.speech_at(child) < 0
        ]
        return any(child < self.at for child in subjects) and not any(
            child > self.at for child in subjects
        )

    def straight(self) -> tuple[list[int], list[int]] | None:
        """Read ``X, NP said`` and ``X, NP said, Y``."""
        start = self._speaker_start()
        if start is None or not self._separates(start - 1):
            return None
        speaker = self.syntax.trim(range(start, self.cue_first))
        if not self._may_speak(speaker):
            return None
        left = self._left(start - 1)
        if left is None:
            return None
        if self.quoted.speech_at(left[-1]) < 0 and (self._content_follows() or self._has_object()):
            return None
        content = self._with_right(left, self.at + 1)
        if content == left and not self._is_clause(left):
            return None
        return speaker, content

    def _separates(self, at: int) -> bool:
        if at < self.first:
            return self._ends_question(at)
        if at == self.first:
            return False
        if self.syntax.words[at] == "-" and self._is_glued(at):
            return False
        return self.syntax.words[at] in _SEPARATORS or self.quoted.closes(at)

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
            self.syntax.words[at - 1] in ("?", "!", "…", "...")
            and sentences[number].part == sentences[number + 1].part
            and not self._content_follows()
        )

    def _speaker_end(self, start: int) -> int:
        """Give where the speaker after the verb ends: apposition included."""
        end = start
        while end < self.last:
            if (
                self.syntax.is_mark(end)
                and self.syntax.tokens[end].text not in ("-", "&", "’", "'", "(", ")")
            ) or (end > start and self.syntax.words[end] in _AFTER_SPEAKER):
                break
            if self.syntax.is_finite(end):
                break
            end += 1
        inside = set(range(start, end))
        for at in range(end + 1, self.last):
            if self.syntax.relations[at] == "appos" and self.syntax.tokens[at].head in inside:
                block = self.syntax.subtree(at)
                if block[0] <= end + 1 <= at and not self.quoted.opens_speech(end + 1):
                    past = min(block[-1] + 1, self.last)
                    return next(
                        (
                            place
                            for place in range(end + 1, past)
                            if self.syntax.words[place] == "according"
                        ),
                        past,
                    )
        return end

    def _speaker_start(self) -> int | None:
        """Give where the speaker before the verb starts."""
        subjects = [
            child
            for child in self.syntax.dependents(self.at, "nsubj")
            if child < self.cue_first and self.quoted.speech_at(child) < 0
        ]
        if subjects:
            block = set(self.syntax.subtree(subjects[-1]))
            start = subjects[-1]
            while start - 1 in block and not self.quoted.closes(start - 1):
                start -= 1
            while self.syntax.is_mark(start) and start < subjects[-1]:
                start += 1
            gap = range(subjects[-1], self.cue_first)
            loose = [at for at in gap if self.syntax.is_finite(at) and at not in block]
            fits = self.cue_first - start <= _MAX_SPEAKER and not loose
            if fits and self._separates(start - 1):
                return start
        return self._loose_start()

    def _loose_start(self) -> int | None:
        """Go back to the nearest comma, or over an apposition to the comma before."""
        at = self.cue_first - 1
        apposition = at >= self.first and self.syntax.words[at] == ","
        if apposition:
            at = self._back_to_comma(at - 1)
            if at is None:
                return None
            at -= 1
        before = self._back_to_comma(at)
        return None if before is None else before + 1

    def _back_to_comma(self, at: int) -> int | None:
        """Give the nearest separator at or before ``at`` with no finite verb between."""
        start = at
        while at >= self.first - 1 and start - at <= _MAX_LOOSE_SPEAKER:
            if self._separates(at):
                return at
            if at < self.first or self.syntax.is_finite(at):
                return None
            at -= 1
        return None

    def _may_speak(self, speaker: list[int]) -> bool:
        if not speaker or self.syntax.words[speaker[0]] in _NO_SPEAKER:
            return False
        if self.syntax.tokens[speaker[0]].xpos in ("RB", "VBG", "IN", "CC", "WDT", "WP", "EX"):
            return False
        return any(self.syntax.tokens[at].upos in _NAME_TAGS for at in speaker)

    def _left(self, separator: int) -> list[int] | None:
        """Give the words before the speaker, if they can have been said."""
        if separator < self.first:
            return list(range(*self.quoted.ranges[self.quoted.of[separator]]))
        inside = separator + 1 if self.quoted.closes(separator) else separator
        left = list(range(self.first, inside))
        while left and self.syntax.words[left[-1]] == ",":
            left.pop()
        words = [at for at in left if not self.syntax.is_mark(at)]
        says = bool(left) and self.quoted.speech_at(left[-1]) >= 0
        if not says:
            if not words or self.syntax.words[left[0]] in _NEW_CLAUSE:
                return None
            if not self._is_clause(left) and self.syntax.tokens[words[0]].upos not in _NOMINAL:
                return None
        return self.quoted.widen(left) if says else left

    def _is_clause(self, left: list[int]) -> bool:
        """Tell words that can stand alone from the first half of a broken sentence."""
        if self.quoted.speech_at(left[-1]) >= 0:
            return True
        if self.syntax.tokens[left[0]].xpos in ("VBN", "VBG"):
            return False
        return any(self.syntax.is_finite(at) for at in left)

    def _has_object(self) -> bool:
        """Tell ``As costs rise, experts predict a fight`` from ``Costs rise, experts predict``."""
        objects = self.syntax.dependents(self.at, "obj", "ccomp", "xcomp")
        return any(child > self.at for child in objects) and self.syntax.words[self.at] not in (
            "told",
            "tells",
            "tell",
        )

    def _content_follows(self) -> bool:
        """Tell whether what is said stands right after the verb, without a comma."""
        following = self.at + 1
        if following >= self.last:
            return False
        if self.syntax.words[following] in ("that", ":") or self.quoted.opens_speech(following):
            return True
        comma = next(
            (at for at in range(following, self.last) if self.syntax.words[at] in (",", ";")),
            self.last,
        )
        finite = [at for at in range(following, comma) if self.syntax.is_finite(at)]
        opened = [at for at in range(following, comma) if self.quoted.opens_speech(at)]
        return (
            bool(finite or opened)
            and not any(self.syntax.words[at] in _NEW_CLAUSE for at in range(following, finite[0]))
            if finite
            else bool(opened)
        )

    def _with_right(self, left: list[int], after: int) -> list[int]:
        """Add what goes on after ``he said,``."""
        comma = after
        while comma < self.last and not self._goes_on(comma):
            if comma - after > _MAX_TAIL or self.syntax.is_finite(comma):
                return left
            comma += 1
        right = range(comma + 1, self.last)
        words = [at for at in right if not self.syntax.is_mark(at)]
        if not words or comma >= self.last:
            return left
        first = words[0]
        tags = self.syntax.tokens[first].xpos
        if self.quoted.opens_speech(comma + 1):
            return self.quoted.widen(left + list(right))
        if self.quoted.speech_at(left[-1]) >= 0 or tags == "VBG":
            return left
        if self.syntax.words[first] in _NEW_CLAUSE:
            return left
        if self.syntax.words[first] in ("and", "but") and not self.syntax.is_finite(first + 1):
            return left
        if any(self.syntax.is_finite(at) for at in words):
            return left + list(right)
        return left

    def _goes_on(self, at: int) -> bool:
        return self.syntax.words[at] in (",", ":", "—", "–", "--")
