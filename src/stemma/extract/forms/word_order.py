"""Speech told by word order alone: ``X, NP said``, ``X, said NP`` and ``X, NP said, Y``.

Parsers often lose the speaker at the end of a long sentence; the commas don't. Where the parse
gives the subject it bounds the speaker's words, else the nearest comma does.
"""

from stemma.extract.attribution import Attribution
from stemma.extract.forms.bounds import Bounds
from stemma.extract.lexicon import find_verb, speaker_kind, words
from stemma.extract.reading import Reading
from stemma.extract.sources import QUANTIFIERS
from stemma.extract.text import is_told_of_noun
from stemma.model import Token

_NO_SPEAKER = words("word_order.no_speaker")
_TIMES = words("sources.times")
_PLACING = frozenset(("in", "at", "on", "during", "to"))
_SETTINGS = words("complements.settings")
_NEW_CLAUSE = words("word_order.new_clause")
_NAME_TAGS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_NO_SPEAKER_TAGS = frozenset(("RB", "VBG", "IN", "CC", "WDT", "WP", "EX"))
_NOMINAL = frozenset(("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"))
_SPOKEN_TAGS = frozenset(("VBD", "VBZ", "VBP", "VBN"))
_GOES_ON = frozenset((",", ":", "—", "–", "--"))
_ADDRESSED = frozenset(("tell", "tells", "told"))
_BE = frozenset(("is", "are", "was", "were", "been", "be", "being"))
_MAX_TAIL = 14
_TITLE_WORDS = 3

Found = tuple[list[int], list[int]]
"""The tokens of the speaker and of what is said."""


def find_by_order(reading: Reading, first: int, last: int) -> list[Attribution]:
    """Find the attributions of the sentence ``[first, last)`` whose speaker follows the words."""
    syntax, quoted = reading.syntax, reading.quoted
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
        bounds = Bounds(reading, first, last, at)
        parts = (None if verb.lemma == "tell" else _inverted(bounds)) or _straight(bounds)
        if parts is None or not _is_sure(reading, bounds, parts[0]):
            continue
        source, content = parts
        if _is_passive(bounds):
            if syntax.words[source[-1]] != "it":
                continue
            source = []
        if "quote" in verb.frames or any(quoted.of[place] >= 0 for place in content):
            found.append(
                Attribution(
                    cue=bounds.cue, source=source, content=content, verb_class=verb.verb_class
                )
            )
    return found


def _is_passive(bounds: Bounds) -> bool:
    """Tell ``it has been claimed`` from ``they have claimed``."""
    syntax = bounds.syntax
    before = [syntax.words[at] for at in bounds.cue[:-1]]
    return syntax.tokens[bounds.at].xpos == "VBN" and not _BE.isdisjoint(before)


def _is_sure(reading: Reading, bounds: Bounds, speaker: list[int]) -> bool:
    """Tell ``said`` from a participle before a noun ("the said matter")."""
    syntax, at = reading.syntax, bounds.at
    if syntax.tokens[at].xpos != "VBN" or syntax.relations[at] not in ("amod", "acl", "compound"):
        return True
    auxiliary = any(syntax.tokens[place].upos == "AUX" for place in bounds.cue[:-1])
    return auxiliary or speaker_kind(syntax.words[reading.names.head(speaker)]) is not None


def _inverted(bounds: Bounds) -> Found | None:
    """Read ``X, said NP``."""
    separator = bounds.cue[0] - 1
    if not bounds.separates(separator) or bounds.at + 1 >= bounds.last:
        return None
    subjects = bounds.subjects()
    if subjects and max(subjects) < bounds.at:
        return None
    end = bounds.speaker_end()
    if end < bounds.last and bounds.syntax.is_finite(end):
        return None
    speaker = list(range(bounds.at + 1, end))
    left = _left(bounds, separator)
    if left is None or not _may_speak(bounds, speaker):
        return None
    content = _with_right(bounds, left, end)
    if content == left and not _is_clause(bounds, left):
        return None
    return speaker, content


def _straight(bounds: Bounds) -> Found | None:
    """Read ``X, NP said`` and ``X, NP said, Y``."""
    start = bounds.speaker_start()
    if start is None or not bounds.separates(start - 1):
        return None
    if is_told_of_noun(bounds.syntax, bounds.at):
        return None
    speaker = bounds.syntax.trim(range(start, bounds.cue[0]))
    left = _left(bounds, start - 1)
    if left is None or not _may_speak(bounds, speaker):
        return None
    direct = _is_speech(bounds, left)
    if not direct and (bounds.content_follows() or _has_object(bounds)):
        return None
    content = _with_right(bounds, left, bounds.at + 1)
    if content == left and not _is_clause(bounds, left):
        return None
    return speaker, content


def _may_speak(bounds: Bounds, speaker: list[int]) -> bool:
    syntax = bounds.syntax
    if not speaker or syntax.is_mark(speaker[0]) or syntax.words[speaker[0]] in _NO_SPEAKER:
        return False
    if syntax.tokens[speaker[0]].xpos in _NO_SPEAKER_TAGS or syntax.words[speaker[0]] in _TIMES:
        return False
    if any(syntax.words[at] == "than" and _is_compared(syntax.tokens[at + 1]) for at in speaker):
        return False
    return any(
        syntax.tokens[at].upos in _NAME_TAGS or syntax.words[at] in QUANTIFIERS for at in speaker
    )


def _is_compared(token: Token) -> bool:
    """Tell ``more than it had disclosed`` from ``more than 200 workers``."""
    return token.upos in ("PRON", "DET", "PROPN")


def _left(bounds: Bounds, separator: int) -> list[int] | None:
    """Give the words before the speaker, if they can have been said."""
    syntax, quoted = bounds.syntax, bounds.quoted
    if separator < bounds.first:
        return list(range(*quoted.ranges[quoted.of[separator]]))
    inside = separator + 1 if quoted.closes(separator) else separator
    left = list(range(_after_lead(bounds, inside), inside))
    while left and syntax.words[left[-1]] == ",":
        left.pop()
    if left and _is_speech(bounds, left):
        opening = quoted.ranges[quoted.of[left[-1]]][0]
        led = opening > bounds.first and syntax.words[opening - 1] == ":"
        return quoted.widen([opening] if led else left)
    told = [at for at in left if not syntax.is_mark(at)]
    if not told or (syntax.words[left[0]] in _NEW_CLAUSE and not _has_main_clause(bounds, left)):
        return None
    return left


def _after_lead(bounds: Bounds, inside: int) -> int:
    """Skip ``According to NP,`` at the head of the sentence."""
    listed = bounds.syntax.words
    if listed[bounds.first] != "according":
        return bounds.first
    return next((at + 1 for at in range(bounds.first, inside) if listed[at] == ","), bounds.first)


def _is_speech(bounds: Bounds, left: list[int]) -> bool:
    """Tell words that end in a quotation of speech from ``In a talk on “This Week,”``."""
    number = bounds.quoted.speech_at(left[-1])
    if number < 0:
        return False
    first, last = bounds.quoted.ranges[number]
    told = sum(not bounds.syntax.is_mark(at) for at in range(first, last))
    return told > _TITLE_WORDS or first <= left[0]


def _has_main_clause(bounds: Bounds, left: list[int]) -> bool:
    """Tell ``As the rain fell, the river rose`` from ``As the rain fell``."""
    syntax = bounds.syntax
    if syntax.words[left[0]] in ("who", "which", "whom", "whose"):
        return False
    return sum(syntax.is_finite(at) for at in left) > 1


def _is_clause(bounds: Bounds, left: list[int]) -> bool:
    """Tell words that can stand alone from the first half of a broken sentence."""
    if _is_speech(bounds, left):
        return True
    if bounds.syntax.tokens[left[0]].xpos in ("VBN", "VBG"):
        return False
    return any(bounds.syntax.is_finite(at) for at in left)


def _has_object(bounds: Bounds) -> bool:
    """Tell ``As costs rise, experts predict a fight`` from ``Costs rise, experts predict``."""
    if bounds.at + 1 < bounds.last and bounds.syntax.words[bounds.at + 1] == ",":
        return False
    objects = bounds.syntax.dependents(bounds.at, "obj", "ccomp")
    told = bounds.syntax.words[bounds.at] in _ADDRESSED
    return not told and any(child > bounds.at for child in objects)


def _with_right(bounds: Bounds, left: list[int], after: int) -> list[int]:
    """Add what goes on after ``he said,``."""
    syntax, quoted = bounds.syntax, bounds.quoted
    comma = after
    while comma < bounds.last and syntax.words[comma] not in _GOES_ON:
        if comma - after > _MAX_TAIL or syntax.is_finite(comma):
            return left
        comma += 1
    right = list(range(comma + 1, bounds.last))
    told = [at for at in right if not syntax.is_mark(at)]
    if not told:
        return left
    begins = syntax.tokens[left[0]].upos in _NOMINAL or _is_clause(bounds, left)
    if quoted.opens_speech(right[0]):
        return quoted.widen(left + right if begins else right)
    if _is_speech(bounds, left):
        return _with_later(bounds, left, right)
    if not _carries_on(bounds, told):
        return left
    return left + right if begins or not _is_setting(bounds, left) else right


def _is_setting(bounds: Bounds, left: list[int]) -> bool:
    """Tell ``In an interview, she said, X`` from ``With each week, she said, X``."""
    listed = bounds.syntax.words
    if bounds.syntax.tokens[left[0]].upos == "VERB":
        return True
    return listed[left[0]] in _PLACING or any(listed[at] in _SETTINGS for at in left)


def _with_later(bounds: Bounds, left: list[int], right: list[int]) -> list[int]:
    """Add the quotation of ``“X,” he said, smiling, “Y.”``, unless another verb brings it."""
    quoted, listed = bounds.quoted, bounds.syntax.words
    opening = next((at for at in right if quoted.opens_speech(at)), None)
    if opening is None or listed[opening - 1] not in (",", "but", "and"):
        return left
    between = range(right[0], opening)
    others = any(
        "quote" in verb.frames
        for verb in (find_verb(listed, at) for at in between)
        if verb is not None
    )
    return left if others else quoted.widen([*left, opening])


def _carries_on(bounds: Bounds, told: list[int]) -> bool:
    """Tell the second half of what is said from an adjunct or a new clause."""
    syntax = bounds.syntax
    first = told[0]
    if syntax.tokens[first].xpos == "VBG" or syntax.words[first] in _NEW_CLAUSE:
        return False
    if syntax.words[first] in ("and", "but") and not syntax.is_finite(first + 1):
        return False
    return any(syntax.is_finite(at) for at in told)
