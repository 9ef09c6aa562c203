"""Verdicts in plain English, with the words that they are about."""

import re

from stemma.model import Anchor, Verdict
from stemma.model.quotation import set_single, shorten
from stemma.model.verdict import VerdictKind

_LONGEST = 120
_PAIR = 2
_AROUND = re.compile(r"[“\"](?P<words>[^“”\"]*)[”\"]")

_OF_TWO: dict[VerdictKind, str] = {
    "same_story": "{} and {} are of one story",
    "different_story": "{} and {} are of different stories",
    "same_claim": "{} and {} say the same",
    "different_claim": "{} and {} do not say the same",
    "same_name": "{} and {} name the same",
    "different_name": "{} and {} do not name the same",
}


def say(verdict: Verdict) -> str:
    """Write what was decided: "“Bridge shut” and “Cracks close bridge” are of one story"."""
    words = [quoted(anchor) for anchor in verdict.subject]
    if verdict.kind == "different_story" and len(words) > _PAIR:
        more = len(words) - _PAIR
        others = f"{words[1]} and {more} more {'report' if more == 1 else 'reports'}"
        return f"{words[0]} is not of the story of {others}"
    if verdict.kind in _OF_TWO:
        return _OF_TWO[verdict.kind].format(*words)
    if verdict.kind == "undo":
        return f"{verdict.undoes} is taken back"
    return _say_of_one(verdict, words[0], words[1:])


def sign(verdict: Verdict) -> str:
    """Write who decided what, and when: "Ann Lee decided on 2026-03-04 that …"."""
    return f"{verdict.author} decided on {verdict.at[:10]} that {say(verdict)}"


def _say_of_one(verdict: Verdict, one: str, others: list[str]) -> str:
    match verdict.kind:
        case "speaker" if verdict.answer is None:
            return f"nobody but the report itself says {one}"
        case "speaker":
            return f"{verdict.answer} says {one}"
        case "not_speaker":
            return f"{verdict.answer} does not say {one}"
        case "own_origin":
            return f"{one} is its own origin"
        case _:
            return f"{one} takes from {verdict.answer or others[0]}"


def quoted(anchor: Anchor) -> str:
    """Put an anchor's words in quotation marks, on one line, cut where they are long.

    Marks within them become single ones.
    """
    words = " ".join(anchor.words.split())
    whole = _AROUND.fullmatch(words)
    words = whole["words"] if whole else set_single(words)
    return f"“{shorten(words, _LONGEST)}”"
