"""Words in a speaker's place that name no speaker: the writer, times and comparisons."""

from stemma.extract.text import Syntax

_MEASURES = frozenset(("after", "before", "since", "than", "until"))
_MEASURED = 6


def is_nobody(syntax: Syntax, source: list[int]) -> bool:
    """Tell the writer, ``two years after hundreds of women`` and ``more than it`` from speakers."""
    if [syntax.words[at] for at in source] in (["i"], ["we"], ["you"]):
        return True
    near = source[1:_MEASURED]
    return any(syntax.words[at] in _MEASURES and not _counts(syntax, at + 1) for at in near)


def _counts(syntax: Syntax, at: int) -> bool:
    """Tell ``more than 200 workers`` from ``more than it``."""
    return at < len(syntax.tokens) and syntax.tokens[at].upos == "NUM"
