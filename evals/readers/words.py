"""Words that a corpus has cut apart, put back into text that reads as it was printed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_STRAIGHT = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
_LEANS_BACK = re.compile(r"[.,;:!?%)\]}’”]+|n['’]t|['’](?:s|re|ve|ll|m|d|S)?|…", re.IGNORECASE)
_LEANS_ON = re.compile(r"[(\[{$£€“‘#@]+")


@dataclass(frozen=True, slots=True)
class Joined:
    """A text, and where each word of it stands: ``[start, end)`` in code points."""

    text: str
    places: list[tuple[int, int]]


def join_words(sentences: Iterable[Iterable[str]]) -> Joined:
    """Put sentences together, each on a line of its own."""
    text = ""
    places: list[tuple[int, int]] = []
    for sentence in sentences:
        text += "\n" if text else ""
        line = len(text)
        inside = False
        leans = True
        for form in sentence:
            word = _STRAIGHT.get(form, form)
            quote = word == '"'
            closes = quote and inside
            back = bool(_LEANS_BACK.fullmatch(word)) or closes
            if len(text) > line and not leans and not back:
                text += " "
            start = len(text)
            text += word
            places.append((start, len(text)))
            leans = bool(_LEANS_ON.fullmatch(word)) or (quote and not inside)
            inside = inside != quote
    return Joined(text, places)
