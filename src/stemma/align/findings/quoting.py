"""Words of reports inside a sentence of ours, in quotation marks that fit into it."""

import re

from stemma.model.quotation import set_single, shorten, without_end

_LONGEST = 200
_AROUND = re.compile(r"(?:[“\"](?P<words>[^“”\"]*)[”\"]|['‘](?P<single>[^“”\"]*)['’])")


def quoted(text: str, *, longest: int = _LONGEST) -> str:
    """Put words in quotation marks, on one line, cut between words where they are too long.

    Marks within them become single ones. What ends them stays behind, a comma or the like and the
    full stop of a sentence: the sentence around them has its own.
    """
    words = without_end(" ".join(text.split()))
    whole = _AROUND.fullmatch(words)
    words = without_end(whole["words"] or whole["single"] or "") if whole else _closed(words)
    return f"“{shorten(words, longest)}”"


def _closed(words: str) -> str:
    """Let marks within words be single, and none be left open or closed alone."""
    opened = len(re.findall("“", words)) - len(re.findall("”", words))
    if opened > 0:
        words = f"{words}”" if not words.startswith("“") else words[1:]
    elif opened < 0:
        words = words[:-1] if words.endswith("”") else f"“{words}"
    return set_single(words)
