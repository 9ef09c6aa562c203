"""Words to lemmas."""

from functools import lru_cache

_IRREGULAR = {
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "thought": "think",
    "felt": "feel",
    "knew": "know",
    "saw": "see",
    "was": "be",
    "is": "be",
    "are": "be",
    "were": "be",
    "been": "be",
    "am": "be",
    "has": "have",
    "had": "have",
    "written": "write",
    "known": "know",
}


@lru_cache(maxsize=100_000)
def find_lemma(word: str, upos: str, xpos: str) -> str:
    """Give the lemma, lower case except for proper names."""
    lower = word.lower()
    if upos == "PROPN":
        return word
    if upos in ("VERB", "AUX"):
        if lower in _IRREGULAR:
            return _IRREGULAR[lower]
        if lower.endswith(("ied", "ies")) and len(lower) > 4:
            return lower[:-3] + "y"
        if xpos == "VBG" and lower.endswith("ing"):
            return lower[:-3]
        if lower.endswith("ed") and len(lower) > 4:
            return lower[:-2]
        if lower.endswith("s") and not lower.endswith("ss") and xpos == "VBZ":
            return lower[:-1]
    if xpos == "NNS" and lower.endswith("s") and not lower.endswith("ss"):
        return lower[:-3] + "y" if lower.endswith("ies") else lower[:-1]
    return lower
