"""Words to lemmas, by rule and by tables of what the rules get wrong."""

from functools import cache, lru_cache
from pathlib import Path

_TABLES = Path(__file__).parent / "tables"
_VOWELS = frozenset("aeiou")
_HISSING = ("ss", "x", "sh", "ch", "zz", "o")
_PREFIXES = ("re", "over", "under", "un", "out", "mis", "fore", "co", "co-", "re-")
_BASE_FORMS = frozenset(("VB", "VBP"))
_ALSO_BASES = frozenset(("saw", "found", "lay", "wound", "ground", "bound", "fell", "spat"))
"""Past forms that are also verbs of their own."""

_ENDINGS = """
v u s c z dg rg bl tl gl pl dl kl fl cl ag iat uat cid sid vid but cut sum com thr
"""
_SILENT_E = tuple(_ENDINGS.split())
"""How stems end that lost an "e": "achiev-ed", "compos-ed", "displac-ed", "situat-ed"."""

_MODALS = {"'d": "would", "’d": "would", "ca": "can", "wo": "will", "sha": "shall"}
_HAD = ("'d", "’d")
_PARTICLES = {"n't": "not", "n’t": "not", "n`t": "not", "’s": "'s"}
_DEGREES = {
    "better": "good", "best": "good", "worse": "bad", "worst": "bad", "further": "far",
    "furthest": "far", "farther": "far", "later": "late", "latest": "late",
    "safer": "safe", "safest": "safe",
    "wider": "wide", "widest": "wide", "finer": "fine", "finest": "fine", "elder": "old",
    "eldest": "old", "freer": "free", "looser": "loose", "ruder": "rude", "crueler": "cruel",
}  # fmt: skip
_PRONOUNS = {
    "i": "I", "me": "I", "us": "we", "them": "they", "him": "he", "’em": "they", "'em": "they",
    "these": "this", "those": "that", "'s": "us", "’s": "us",
}  # fmt: skip
_DETERMINERS = {"an": "a", "these": "this", "those": "that"}


@cache
def _irregular(name: str) -> dict[str, str]:
    """Map the irregular forms of verbs or nouns, and the words themselves, to their lemmas."""
    forms: dict[str, str] = {}
    lines = (_TABLES / f"irregular_{name}.txt").read_text("utf-8").splitlines()
    entries = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    for lemma, *others in entries:
        forms.update((form, lemma) for form in others)
    for lemma, *_ in entries:
        forms.setdefault(lemma, lemma)
    return forms


@cache
def _verbs() -> frozenset[str]:
    lines = (_TABLES / "verbs.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@lru_cache(maxsize=100_000)
def find_lemma(word: str, upos: str, xpos: str) -> str:
    """Give the lemma: lower case, but a proper name as it is written.

    ``upos`` is the Universal Dependencies tag, ``xpos`` the Penn Treebank tag. As in UD English,
    modal verbs and "people" are their own lemmas.
    """
    lower = word.lower()
    match upos:
        case "PROPN":
            lemma = word
        case "VERB" | "AUX":
            lemma = _verb(lower, xpos)
        case "NOUN":
            lemma = _noun(lower) if xpos == "NNS" else lower
        case "ADJ" | "ADV":
            lemma = _degree(lower, upos, xpos)
        case "PRON":
            lemma = _PRONOUNS.get(lower, lower)
        case "DET":
            lemma = _DETERMINERS.get(lower, lower)
        case "PART":
            lemma = _PARTICLES.get(lower, lower)
        case _:
            lemma = lower
    return lemma


def _verb(lower: str, xpos: str) -> str:
    base = xpos in _BASE_FORMS
    if lower in _MODALS:
        return _MODALS[lower] if xpos == "MD" or lower not in _HAD else "have"
    if lower in _irregular("verbs"):
        return lower if base and lower in _ALSO_BASES else _irregular("verbs")[lower]
    return lower if base else _prefixed(lower) or _regular(lower, xpos)


def _regular(lower: str, xpos: str) -> str:
    if len(lower) < len("used"):
        return lower
    if xpos == "VBZ":
        return _without_s(lower)
    if xpos == "VBG" and lower.endswith("ing"):
        return _restore(lower.removesuffix("ing"))
    if xpos in ("VBD", "VBN") and lower.endswith("ied"):
        return lower.removesuffix("ied") + ("y" if len(lower) > len("tied") else "ie")
    if xpos in ("VBD", "VBN") and lower.endswith("ed"):
        return _restore(lower.removesuffix("ed"))
    return lower


def _prefixed(lower: str) -> str | None:
    for prefix in _PREFIXES:
        rest = lower.removeprefix(prefix)
        known = _irregular("verbs").get(rest) if rest != lower and len(rest) > len("sat") else None
        if known is not None and known not in (rest, "lie", "die", "tie"):
            return prefix + known
    return None


def _noun(lower: str) -> str:
    if lower in _irregular("nouns"):
        return _irregular("nouns")[lower]
    head, dash, final = lower.rpartition("-")
    if dash and final in _irregular("nouns"):
        return f"{head}-{_irregular('nouns')[final]}"
    if lower.endswith("men") and len(lower) > len("women"):
        return lower.removesuffix("men") + "man"
    return lower if lower[:-1].isdigit() else _without_s(lower)


def _without_s(lower: str) -> str:
    """Undo "-s": "countries" to "country", "boxes" to "box", "says" to "say"."""
    if not lower.endswith("s") or lower.endswith(("ss", "us", "is")) or len(lower) < len("ads"):
        return lower
    if lower.endswith("ies") and len(lower) > len("ties"):
        return lower.removesuffix("ies") + "y"
    hissing = lower.endswith("es") and lower.removesuffix("es").endswith(_HISSING)
    if hissing and not lower.endswith(("shoes", "toes")):
        return lower.removesuffix("es")
    return "focus" if lower == "focuses" else lower.removesuffix("s")


def _restore(stem: str) -> str:
    """Undo what "-ed" and "-ing" do to a verb: "stopp" to "stop", "hop" to "hope"."""
    if _is_short(stem):
        return stem + "e"
    single = stem[:-1] if _is_doubled(stem) else stem
    for verb in (stem, stem + "e", single):
        if verb in _verbs():
            return verb
    if _is_doubled(stem):
        return stem if stem.endswith(("ll", "ss", "ff", "zz")) else single
    lost = stem.endswith(_SILENT_E) and not stem.endswith("ss")
    created = stem.endswith("at") and len(stem) > len("treat") and stem[-3] not in _VOWELS
    return stem + "e" if lost or created else stem


def _is_short(stem: str) -> bool:
    """Tell one vowel before one consonant, as in "hop-ing": without an "e" it would double."""
    ends = len(stem) > 1 and stem[-1] not in _VOWELS | frozenset("wxy") and stem[-2] in _VOWELS
    return ends and sum(letter in _VOWELS for letter in stem) == 1 and stem != "bus"


def _is_doubled(stem: str) -> bool:
    return len(stem) > len("ad") and stem[-1] == stem[-2] and stem[-1] not in _VOWELS


def _degree(lower: str, upos: str, xpos: str) -> str:
    if lower in _PARTICLES:
        return _PARTICLES[lower]
    if xpos not in ("JJR", "JJS", "RBR", "RBS"):
        return lower
    adverb = upos == "ADV" and lower in ("better", "best")
    known = "well" if adverb else _DEGREES.get(lower)
    if known is not None or lower in ("more", "most", "less", "least"):
        return known or lower
    return _restore_degree(lower)


def _restore_degree(lower: str) -> str:
    """Undo "-er" and "-est": "bigg" to "big", "larg" to "large", "happi" to "happy"."""
    if len(lower) < len("oldest") - 1:
        return lower
    stem = lower.removesuffix("est") if lower.endswith("est") else lower.removesuffix("er")
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if _is_doubled(stem) and not stem.endswith(("ll", "ss")):
        return stem[:-1]
    lost = stem.endswith(("rg", "v", "c", "s", "bl", "pl", "tl", "ur", "u")) and stem != lower
    return stem + "e" if lost and not stem.endswith("ss") else stem
