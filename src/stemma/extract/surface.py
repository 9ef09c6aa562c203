"""Speech told by word order alone: ``X, NP said.``, ``X, said NP.``, ``X, NP said, Y.``

Parsers often lose the speaker at the end of a long sentence; the commas don't. Where the parse
gives the subject it bounds the speaker's words, else the nearest comma does.
"""

from stemma.extract.attribution import Attribution
from stemma.extract.quoted import Quoted
from stemma.extract.subjects import cue_tokens
from stemma.extract.syntax import Syntax
from stemma.extract.verbs import load_verbs

_SEPARATORS = frozenset((",", "–", "—", "--", "-", "?", "!", "…", "..."))
_NO_SPEAKER = frozenset(
    [
        "who",
        "which",
        "that",
        "and",
        "but",
        "or",
        "nor",
        "while",
        "as",
        "because",
        "when",
        "after",
        "before",
        "if",
        "although",
        "though",
        "since",
        "where",
        "what",
        "whether",
        "so",
        "than",
        "then",
        "there",
        "to",
        "for",
        "in",
        "on",
        "at",
        "by",
        "with",
        "from",
        "of",
    ]
)
_NAME_TAGS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_SPOKEN_TAGS = frozenset(("VBD", "VBZ", "VBP", "VBN"))
_AFTER_SPEAKER = frozenset(
    [
        "in",
        "on",
        "at",
        "during",
        "while",
        "as",
        "who",
        "whom",
        "whose",
        "which",
        "that",
        "adding",
        "according",
        "after",
        "when",
        "before",
        "to",
        "through",
        "via",
        "by",
        "from",
        "with",
        "because",
        "about",
        "following",
        "late",
        "early",
        "earlier",
        "yesterday",
        "today",
    ]
)
_NEW_CLAUSE = frozenset(
    [
        "while",
        "although",
        "though",
        "who",
        "which",
        "whom",
        "whose",
        "as",
        "after",
        "when",
        "whereas",
        "before",
        "since",
        "where",
    ]
)
_MAX_SPEAKER = 40
_MAX_LOOSE_SPEAKER = 14
_MAX_TAIL = 14
_MIN_CONTENT = 2


def find_by_order(syntax: Syntax, quoted: Quoted, first: int, last: int) -> list[Attribution]:
    """Find the attributions of the sentence ``[first, last)`` whose speaker follows the words."""
    verbs = load_verbs()
    found: list[Attribution] = []
    for at in range(first + _MIN_CONTENT, last):
        verb = verbs.get(syntax.words[at])
        if (
            verb is None
            or "quote" not in verb.frames
            or syntax.tokens[at].xpos not in _SPOKEN_TAGS
            or quoted.speech_at(at) >= 0
        ):
            continue
        reading = _Reading(syntax, quoted, first, last, at)
        parts = reading.inverted() or reading.straight()
        if parts is not None:
            source, content = parts
            found.append(
                Attribution(
                    cue=cue_tokens(syntax, at),
                    source=source,
                    content=content,
                    verb_class=verb.verb_class,
                )
            )
    return found


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
        end = self._speaker_end(self.at + 1)
        speaker = list(range(self.at + 1, end))
        if not self._may_speak(speaker) or self.syntax.is_mark(self.at + 1):
            return None
        left = self._left(before)
        if left is None:
            return None
        return speaker, self._with_right(left, end)

    def straight(self) -> tuple[list[int], list[int]] | None:
        """Read ``X, NP said`` and ``X, NP said, Y``."""
        start = self._speaker_start()
        if start is None or start <= self.first or not self._separates(start - 1):
            return None
        speaker = self.syntax.trim(range(start, self.cue_first))
        if not self._may_speak(speaker):
            return None
        left = self._left(start - 1)
        if left is None or self._content_follows():
            return None
        return speaker, self._with_right(left, self.at + 1)

    def _separates(self, at: int) -> bool:
        if at <= self.first:
            return False
        return self.syntax.tokens[at].text in _SEPARATORS or self.quoted.closes(at)

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
                    return min(block[-1] + 1, self.last)
        return end

    def _speaker_start(self) -> int | None:
        """Give where the speaker before the verb starts."""
        subjects = [
            child for child in self.syntax.dependents(self.at, "nsubj") if child < self.cue_first
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
            if self.cue_first - start <= _MAX_SPEAKER and not loose:
                return start
        return self._loose_start()

    def _loose_start(self) -> int | None:
        at = self.cue_first - 1
        while at >= self.first and self.cue_first - at <= _MAX_LOOSE_SPEAKER:
            if self._separates(at):
                return at + 1
            if self.syntax.is_finite(at):
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
        inside = separator + 1 if self.quoted.closes(separator) else separator
        left = list(range(self.first, inside))
        while left and self.syntax.words[left[-1]] == ",":
            left.pop()
        words = [at for at in left if not self.syntax.is_mark(at)]
        says = bool(left) and self.quoted.speech_at(left[-1]) >= 0
        if not says:
            if len(words) < _MIN_CONTENT or self.syntax.words[left[0]] in _NEW_CLAUSE:
                return None
            if not any(self.syntax.is_finite(at) for at in words):
                return None
        return left

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
            return left + list(right)
        if self.quoted.speech_at(left[-1]) >= 0 or tags == "VBG":
            return left
        if self.syntax.words[first] in _NEW_CLAUSE or self.syntax.words[first] in ("and", "but"):
            return left
        if any(self.syntax.is_finite(at) for at in words):
            return left + list(right)
        return left

    def _goes_on(self, at: int) -> bool:
        return self.syntax.words[at] in (",", ":", "—", "–", "--")
