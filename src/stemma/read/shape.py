"""What a line looks like: signs of form that tell an article's text from page furniture."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_NO_WORD = re.compile(r"[^\w%]+")
_CLOSERS = "\"'”’»)]*"
_STOPS = ".!?…"
_MINOR_WORD = 4  # letters; shorter words stay small in a title ("of", "the", "for")
_TITLE_SHARE = 0.75
_TITLE_WORDS = 3
_HEADLINE_WORDS = 24


def words_of(line: str) -> list[str]:
    """Give the words, marks left out; "U.S.-supplied" is one word."""
    return _WORD.findall(line)


def folded(line: str) -> str:
    """Give the line for comparison: small letters, one blank between words, no marks."""
    return _NO_WORD.sub(" ", line.casefold().replace("’", "'").replace("'", "")).strip()


def ends_sentence(line: str) -> bool:
    """Tell whether the line ends as a sentence does, quotation marks and brackets aside."""
    bare = line.rstrip(_CLOSERS + " ")
    return bool(bare) and (bare[-1] in _STOPS or line.rstrip()[-1] in _STOPS)


def ends_flat(line: str) -> bool:
    """Tell whether the line ends with a full stop, not with a question or an exclamation."""
    bare = line.rstrip(_CLOSERS + " ")
    return bool(bare) and (bare[-1] in ".…" or line.rstrip()[-1] in ".…")


def is_sentence(line: str) -> bool:
    """Tell whether a line is running text: it ends as a sentence and is no mere phrase."""
    return ends_sentence(line) and len(words_of(line)) >= 5  # noqa: PLR2004 ("He did not say.")


def is_capitals(line: str) -> bool:
    """Tell whether every letter is a capital, at least two words of them or one long one."""
    letters = [letter for letter in line if letter.isalpha()]
    return len(letters) >= _MINOR_WORD and line.upper() == line and line.lower() != line


def is_title_case(line: str) -> bool:
    """Tell whether the words of weight begin with capitals, as in a title."""
    weighty = [
        word for word in words_of(line) if len(word) >= _MINOR_WORD and not word[0].isdigit()
    ]
    if len(weighty) < _TITLE_WORDS:
        return False
    return sum(word[0].isupper() for word in weighty) >= _TITLE_SHARE * len(weighty)


def is_headline(line: str) -> bool:
    """Tell whether a line may be a headline: a phrase of some words, with no full stop."""
    count = len(words_of(line))
    return 3 <= count <= _HEADLINE_WORDS and not ends_flat(line) and line[-1] not in ":;,"  # noqa: PLR2004


def is_bare_marks(line: str) -> bool:
    """Tell whether a line holds no letter and no digit ("-", "***", "•")."""
    return not any(character.isalnum() for character in line)
