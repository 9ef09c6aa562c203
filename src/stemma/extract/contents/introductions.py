"""Quotations whose speaker stands beside them: ``NP … : “X”``, ``“X” — NP``."""

from stemma.extract.attribution import Attribution
from stemma.extract.lexicon import find_verb
from stemma.extract.text import Syntax, cue_tokens, noun_phrase

_SPEAKING = frozenset(("speak", "talk"))
_TOP = frozenset(("root", "conj", "parataxis"))
_DASHES = frozenset(("–", "—", "―", "-", "--"))
_MAX_SIGNED = 12


def find_introduction(syntax: Syntax, first: int, last: int) -> Attribution | None:
    """Give the attribution of the quotation ``[first, last)`` (token indices), if any."""
    return (
        _signed(syntax, first, last)
        or _after_colon(syntax, first, last)
        or _after_announcement(syntax, first, last)
    )


def _signed(syntax: Syntax, first: int, last: int) -> Attribution | None:
    """Read ``“X” — NP`` at the end of a paragraph."""
    part = syntax.sentence(last - 1).part
    number = syntax.sentence_of[last - 1]
    following = syntax.annotated.sentences[number : number + 2]
    end = [one for one in following if one.part == part][-1].last
    places = syntax.trim(range(last + 1, end))
    if last >= end or syntax.words[last] not in _DASHES or not places:
        return None
    if len(places) > _MAX_SIGNED or not syntax.tokens[places[0]].text[:1].isupper():
        return None
    if any(syntax.is_finite(at) for at in places):
        return None
    return Attribution(
        cue=[last], source=places, content=list(range(first, last)), verb_class="say"
    )


def _after_colon(syntax: Syntax, first: int, last: int) -> Attribution | None:
    """Read ``NP … : “X”``; the colon may end the paragraph before."""
    colon = first - 1
    if colon < 0 or syntax.words[colon] != ":":
        return None
    sentence = syntax.sentence(colon)
    subjects = [
        at
        for at in range(sentence.first, colon)
        if syntax.tokens[at].relation == "nsubj"
        and syntax.tokens[at].upos in ("NOUN", "PROPN", "PRON")
        and syntax.tokens[at].xpos not in ("WDT", "WP", "DT")
    ]
    roots = [at for at in subjects if syntax.tokens[syntax.tokens[at].head].relation == "root"]
    if not subjects:
        return None
    return Attribution(
        cue=[colon],
        source=noun_phrase(syntax, (roots or subjects)[-1], without=set()),
        content=list(range(first, last)),
        verb_class="say",
    )


def _after_announcement(syntax: Syntax, first: int, last: int) -> Attribution | None:
    """Read ``NP said in a statement. “X”`` and ``NP spoke to the paper. “X”``.

    It takes a verb of saying that brought nothing yet.
    """
    here = syntax.sentence_of[first]
    if here == 0 or syntax.sentence(first).first != first:
        return None
    before = syntax.annotated.sentences[here - 1]
    for at in range(before.last - 1, before.first - 1, -1):
        verb = find_verb(syntax.words, at)
        speaks = verb is not None and (verb.verb_class == "say" or verb.lemma in _SPEAKING)
        if not speaks or syntax.relations[at] not in _TOP:
            continue
        subjects = [child for child in syntax.dependents(at, "nsubj") if child < at]
        if subjects and not syntax.dependents(at, "ccomp"):
            return Attribution(
                cue=cue_tokens(syntax, at),
                source=noun_phrase(syntax, subjects[0], without={at}),
                content=list(range(first, last)),
                verb_class="say",
            )
    return None
