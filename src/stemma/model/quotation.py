"""Words of reports as they stand inside a sentence of ours."""

import re

_DOUBLE = re.compile(r"(?P<opening>“|(?<!\S)\")|[”\"]")
_ABBREVIATED = re.compile(r"(?:^|[ .])\w\.$")


def shorten(words: str, longest: int) -> str:
    """Cut words on one line between two of them where they are too long, in code points."""
    if len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0].rstrip(",;:–- ") + " …"


def set_single(words: str) -> str:
    """Let double quotation marks be single, for words that get double ones around them."""
    return _DOUBLE.sub(lambda mark: "‘" if mark["opening"] else "’", words)


def without_end(words: str) -> str:
    """Leave out a comma or the like at the end, and a sentence's full stop, but not "a.m."'s."""
    words = words.rstrip(",;: ")
    is_sentence = words.endswith(".") and not words.endswith("..") and words.count(" ") > 1
    return words[:-1] if is_sentence and not _ABBREVIATED.search(words) else words
