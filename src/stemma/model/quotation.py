"""Words of reports as they stand inside a sentence of ours."""

import re

_DOUBLE = re.compile(r"(?P<opening>“|(?<!\S)\")|[”\"]")


def shorten(words: str, longest: int) -> str:
    """Cut words on one line between two of them where they are too long, in code points."""
    if len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0].rstrip(",;:–- ") + " …"


def set_single(words: str) -> str:
    """Let double quotation marks be single, for words that get double ones around them."""
    return _DOUBLE.sub(lambda mark: "‘" if mark["opening"] else "’", words)
