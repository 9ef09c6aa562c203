"""Words without their endings: the algorithm of M. F. Porter.

"An algorithm for suffix stripping", Program 14 (1980), with the two changes that its author made
later ("logi" to "log", "bli" to "ble"). It is the one that SQLite's FTS5 has; it will not change,
so what was indexed years ago is still found.
"""

_SHORTEST = 3

_STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize",
    "bli": "ble", "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize",
    "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful",
    "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
_STEP_3 = {
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": "",
}  # fmt: skip
_STEP_4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip


def find_stem(word: str) -> str:
    """Give the stem of an English word in lower case; of anything else, the word itself."""
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return word
    word = _plurals(word)
    word = _past(word)
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    word = _replace(word, _STEP_2, measure=0)
    word = _replace(word, _STEP_3, measure=0)
    word = _strip(word)
    return _tidy(word)


def _shape(stem: str) -> str:
    """Write a stem as consonants and vowels: "trouble" is "ccvvccv"."""
    shape = ""
    for letter in stem:
        vowel = letter in "aeiou" or (letter == "y" and shape.endswith("c"))
        shape += "v" if vowel else "c"
    return shape


def _measure(stem: str) -> int:
    """Count the times that a consonant follows a vowel."""
    return _shape(stem).count("vc")


def _has_vowel(stem: str) -> bool:
    return "v" in _shape(stem)


def _doubled(stem: str) -> bool:
    return stem[-1:] == stem[-2:-1] and _shape(stem).endswith("c")


def _is_short(stem: str) -> bool:
    """Tell whether a stem ends like "hop": consonant, vowel, consonant."""
    return _shape(stem).endswith("cvc") and stem[-1] not in "wxy"


def _plurals(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word:
            return _mend(stem) if _has_vowel(stem) else word
    return word


def _mend(stem: str) -> str:
    """Give back what a stem lost before "ed" and "ing"."""
    if stem.endswith(("at", "bl", "iz")):
        return stem + "e"
    if _doubled(stem) and stem[-1] not in "lsz":
        return stem[:-1]
    if _measure(stem) == 1 and _is_short(stem):
        return stem + "e"
    return stem


def _replace(word: str, endings: dict[str, str], *, measure: int) -> str:
    for ending, then in endings.items():
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return stem + then if _measure(stem) > measure else word
    return word


def _strip(word: str) -> str:
    endings = [ending for ending in _STEP_4 if word.endswith(ending)]
    if not endings:
        return word
    ending = max(endings, key=len)
    stem = word.removesuffix(ending)
    if ending == "ion" and not stem.endswith(("s", "t")):
        return word
    return stem if _measure(stem) > 1 else word


def _tidy(word: str) -> str:
    if word.endswith("e"):
        stem = word[:-1]
        if _measure(stem) > 1 or (_measure(stem) == 1 and not _is_short(stem)):
            word = stem
    if word.endswith("ll") and _measure(word) > 1:
        word = word[:-1]
    return word
