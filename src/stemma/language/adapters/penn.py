"""Penn Treebank tags and universal tags, each from the other where a pipeline gives only one."""

from collections.abc import Callable, Mapping

Features = Mapping[str, str]
"""Morphological features as in CoNLL-U: ``{"Number": "Plur"}``."""

_TAGS = """
$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT
POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB ``
"""
TAGS = frozenset(_TAGS.split())
"""The tags of English treebanks, OntoNotes' "XX" left out."""

_UNIVERSAL = {
    "$": "SYM", "ADD": "X", "AFX": "ADJ", "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON",
    "FW": "X", "GW": "X", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "LS": "X",
    "MD": "AUX", "NN": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "NNS": "NOUN", "PDT": "DET",
    "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV",
    "RP": "ADP", "SYM": "SYM", "TO": "PART", "UH": "INTJ", "VB": "VERB", "VBD": "VERB",
    "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON", "WP": "PRON",
    "WP$": "PRON", "WRB": "ADV",
}  # fmt: skip
_MARKS = {
    ",": ",", ".": ".", "!": ".", "?": ".", "(": "-LRB-", "[": "-LRB-", ")": "-RRB-", "]": "-RRB-",
    "“": "``", "‘": "``", "”": "''", "’": "''", '"': "''", "'": "''", "-": "HYPH",
}  # fmt: skip
_PARTICLES = {"to": "TO", "'s": "POS", "’s": "POS", "'": "POS", "’": "POS"}
_MODALS = frozenset(
    ["can", "could", "may", "might", "must", "shall", "should", "will", "would"]
) | frozenset(["ca", "wo", "sha", "'ll", "’ll", "'d", "’d"])
_CURRENCIES = ("$", "£", "€", "¥", "₹")
_ASKING = ("Int", "Rel", "Int,Rel")
_DEGREES = {"Cmp": "R", "Sup": "S"}


def universal_tag(penn: str) -> str:
    """Give the universal tag that a Penn tag mostly stands for; of a mark it is PUNCT."""
    return _UNIVERSAL.get(penn, "PUNCT" if penn in TAGS else "X")


def penn_tag(word: str, upos: str, features: Features) -> str:
    """Give the Penn tag of a word from its universal tag and features; FW for what has none."""
    make = _MAKERS.get(upos)
    return "FW" if make is None else make(word.lower(), features)


def _noun(_: str, features: Features) -> str:
    return "NNS" if features.get("Number") == "Plur" else "NN"


def _proper_noun(_: str, features: Features) -> str:
    return "NNPS" if features.get("Number") == "Plur" else "NNP"


def _auxiliary(lower: str, features: Features) -> str:
    return "MD" if lower in _MODALS else _verb(lower, features)


def _verb(_: str, features: Features) -> str:
    tense = features.get("Tense")
    match features.get("VerbForm"):
        case "Inf":
            return "VB"
        case "Ger":
            return "VBG"
        case "Part":
            return "VBG" if tense == "Pres" else "VBN"
        case _:
            return "VBD" if tense == "Past" else _present(features)


def _present(features: Features) -> str:
    if features.get("Mood") == "Imp":
        return "VB"
    third = features.get("Person") == "3" and features.get("Number") == "Sing"
    return "VBZ" if third else "VBP"


def _adjective(_: str, features: Features) -> str:
    return "JJ" + _DEGREES.get(features.get("Degree", ""), "")


def _adverb(_: str, features: Features) -> str:
    asking = features.get("PronType") in _ASKING
    return "WRB" if asking else "RB" + _DEGREES.get(features.get("Degree", ""), "")


def _determiner(_: str, features: Features) -> str:
    if features.get("PronType") in _ASKING:
        return "WDT"
    return "PRP$" if features.get("Poss") == "Yes" else "DT"


def _pronoun(lower: str, features: Features) -> str:
    kind, owning = features.get("PronType"), features.get("Poss") == "Yes"
    if kind in _ASKING:
        return "WP$" if owning else "WDT" if lower in ("that", "which") else "WP"
    if lower == "there":
        return "EX"
    if kind == "Prs":
        return "PRP$" if owning else "PRP"
    return "DT" if kind == "Dem" else "NN"


_MAKERS: dict[str, Callable[[str, Features], str]] = {
    "ADJ": _adjective,
    "ADP": lambda _, __: "IN",
    "ADV": _adverb,
    "AUX": _auxiliary,
    "CCONJ": lambda _, __: "CC",
    "DET": _determiner,
    "INTJ": lambda _, __: "UH",
    "NOUN": _noun,
    "NUM": lambda _, __: "CD",
    "PART": lambda lower, _: _PARTICLES.get(lower, "RB"),
    "PRON": _pronoun,
    "PROPN": _proper_noun,
    "PUNCT": lambda lower, _: _MARKS.get(lower, ":"),
    "SCONJ": lambda _, __: "IN",
    "SYM": lambda lower, _: "$" if lower.endswith(_CURRENCIES) else "SYM",
    "VERB": _verb,
}
