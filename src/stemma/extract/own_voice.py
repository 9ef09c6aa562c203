"""What the report says in its own voice: all news that nobody else is made to say."""

from collections.abc import Collection, Iterable

from stemma.extract.lexicon import words
from stemma.extract.rests import is_bare_cue, settle_rest
from stemma.extract.text import Syntax, find_subject, noun_phrase
from stemma.model import Sentence

_SPOKEN_PARTS = frozenset(("headline", "standfirst", "body"))
_JOINTS = frozenset(("and", "but", "or", "while", "although", "though", "that", "which"))
_RELATIVE = frozenset(("who", "which"))
_LOOSE_ENDS = words("own_voice.loose_ends")
_MIN_WORDS = 4
_LONGEST_TAG = 5
_TIMES = words("own_voice.times")


def find_own_voice(
    syntax: Syntax, taken: Collection[int], sources: Collection[int]
) -> list[list[int]]:
    """Give the contents (token indices) of the report's own statements, in text order.

    ``taken`` are the tokens of contents, cues and sources, ``sources`` those of sources alone.
    A sentence without any is one statement; of the others the rests that
    tell news of their own: a clause of at least four words.
    """
    found: list[list[int]] = []
    attributed = {syntax.sentence_of[at] for at in taken}
    for number, sentence in enumerate(syntax.annotated.sentences):
        if syntax.annotated.report.parts[sentence.part].kind not in _SPOKEN_PARTS:
            continue
        if number not in attributed:
            whole = syntax.trim(range(sentence.first, sentence.last))
            if any(not syntax.is_mark(at) for at in whole) and not _is_tag(syntax, whole):
                found.append(whole)
            continue
        found += _rests(syntax, sentence, taken, sources)
    return found


def _is_tag(syntax: Syntax, whole: list[int]) -> bool:
    """Tell ``the agency reported.``, which belongs to the sentence before."""
    words = sum(not syntax.is_mark(at) for at in whole)
    return words <= _LONGEST_TAG and is_bare_cue(syntax, whole[-1], whole[-1])


def _rests(
    syntax: Syntax, sentence: Sentence, taken: Collection[int], sources: Collection[int]
) -> list[list[int]]:
    """Give the runs of a sentence that stand outside every attribution and tell something."""
    free = [at for at in range(sentence.first, sentence.last) if at not in taken]
    found: list[list[int]] = []
    for first, last in syntax.runs(free):
        run = _strip(syntax, range(first, last))
        told = [at for at in run if not syntax.is_mark(at) and syntax.words[at] not in _TIMES]
        if (
            len(told) >= _MIN_WORDS
            and any(syntax.tells(at) for at in told)
            and not _is_participial(syntax, run)
        ):
            run = _with_object(syntax, sources, run)
            run = settle_rest(syntax, sentence, _with_subject(syntax, sentence, sources, run))
            if run and run not in found:
                found.append(run)
    return found


def _is_participial(syntax: Syntax, run: list[int]) -> bool:
    """Tell ``Asked about the driver`` and ``Speaking outside the hall, where …``."""
    inside = set(run)
    head = next((at for at in run if not syntax.is_mark(at)), run[0])
    while syntax.tokens[head].head in inside and syntax.tokens[head].head != head:
        head = syntax.tokens[head].head
    participle = syntax.tokens[head].xpos in ("VBN", "VBG", "VBD")
    alone = not syntax.dependents(head, "nsubj", "csubj", "aux", "expl", "cop")
    return participle and alone and head <= run[0] + 1 and syntax.relations[head] == "advcl"


def _with_object(syntax: Syntax, sources: Collection[int], run: list[int]) -> list[int]:
    """Give ``the ministry issued`` its object, which another clause has made a speaker of."""
    last = run[-1]
    end = last + 1
    while end < syntax.sentence(last).last and end in sources:
        end += 1
    taken = range(last + 1, end)
    if any(syntax.tokens[at].head == last and syntax.relations[at] == "obj" for at in taken):
        return [*run, *taken]
    return run


def _strip(syntax: Syntax, places: Iterable[int]) -> list[int]:
    """Drop marks and conjunctions at both ends."""
    run = syntax.trim(places)
    while run and syntax.words[run[0]] in _JOINTS:
        run = syntax.trim(run[1:])
    while run and syntax.words[run[-1]] in _LOOSE_ENDS:
        run = syntax.trim(run[:-1])
    return run


def _with_subject(
    syntax: Syntax, sentence: Sentence, sources: Collection[int], run: list[int]
) -> list[int]:
    """Give a clause its subject back, which another clause has made a speaker of.

    The subject stands right before the clause, or further off: then there are two spans.
    """
    first = run[0]
    verb = next((at for at in run if syntax.relations[at] != "advmod"), first)
    if not syntax.is_finite(verb) and syntax.words[first] not in _RELATIVE:
        return run
    at = first
    if syntax.words[first] in _RELATIVE and syntax.words[first - 1] == ",":
        at -= 1
    while at > sentence.first and (
        at - 1 in sources or syntax.relations[at - 1] in ("aux", "advmod")
    ):
        at -= 1
    if at < first:
        return syntax.trim(range(at, run[-1] + 1))
    inside = set(run)
    top = next((place for place in run if syntax.tokens[place].head not in inside), first)
    subject = find_subject(syntax, top)
    if subject is None or subject in inside or subject > first:
        return run
    return sorted({*noun_phrase(syntax, subject, without={top}), *run})
