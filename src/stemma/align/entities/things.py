"""Names of organisations and places: which forms are one."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import permutations

from stemma.align.entities.forms import Form
from stemma.align.entities.mentions import Mention
from stemma.align.entities.slips import is_misprint
from stemma.align.spelling import acronym_of, consonants, sound, words
from stemma.align.ties import Ties
from stemma.model import Extracted

_IN_BRACKETS = re.compile(r"\s*\(\s*(?:the\s+)?([A-Z][A-Za-z.&’'\-]{1,11})\s*\)")
_CORPORATE = frozenset(
    {"ag", "co", "company", "corp", "corporation", "inc", "limited", "llc", "ltd", "nv", "plc"}
)
_SMALL = frozenset({"and", "for", "in", "of", "on", "the"})
_SHORTEST, _LONGEST = 2, 8
_LONG_ENOUGH = 4


def tie_things(forms: Sequence[Form], story: Mapping[str, Extracted]) -> list[list[Mention]]:
    """Give the mentions of each organisation or place.

    Tied are: an acronym and the words that it stands for ("UN"), above all where a report
    explains it ("Coastal Radar Missile System (CRADMS)"); a company with and without "Inc.";
    "Department of Justice" and "Justice Department"; "State Department" and the only longer
    name that ends in it; names that differ in vowels, where no report has both of them
    ("Mazar-i-Sharif", "Mazar-e-Sharif"); and a misprint with what it is misprinted for.
    """
    ties = Ties(len(forms))
    known: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, form in enumerate(forms):
        for key in _keys(form.words):
            known[key].append(at)
    for tied in known.values():
        for at in tied[1:]:
            ties.tie(tied[0], at)
    _tie_explained(forms, story, ties)
    _tie_acronyms(forms, ties)
    _tie_endings(forms, ties)
    _tie_spellings(forms, ties)
    _tie_misprints(forms, ties)
    return [
        [mention for at in group for mention in forms[at].mentions]
        for group in ties.sets(range(len(forms)))
    ]


def _keys(name: tuple[str, ...]) -> set[tuple[str, ...]]:
    plain = name
    while len(plain) > 1 and plain[-1] in _CORPORATE:
        plain = plain[:-1]
    keys = {name, plain}
    content = [word for word in plain if word not in _SMALL]
    if len(plain) == 1 and len(plain[0]) >= _LONG_ENOUGH:
        keys.add((sound(plain[0]), "", ""))
    if len(content) > 1:
        keys.add((*sorted(word.removesuffix("s") for word in content), ""))
    return keys


def _tie_explained(forms: Sequence[Form], story: Mapping[str, Extracted], ties: Ties) -> None:
    by_words: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, form in enumerate(forms):
        by_words[form.words].append(at)
    for at, form in enumerate(forms):
        for mention in form.mentions:
            text = story[mention.span.report].annotated.report.text
            match = _IN_BRACKETS.match(text, mention.span.end)
            if match is None:
                continue
            short = words(match.group(1))
            if len(short) == 1 and acronym_of(short[0], form.words, loosely=True):
                for other in by_words[short]:
                    ties.tie(at, other)


def _tie_acronyms(forms: Sequence[Form], ties: Ties) -> None:
    for at, form in enumerate(forms):
        if not _looks_like_acronym(form):
            continue
        fitting = [
            other
            for other, long in enumerate(forms)
            if len(long.words) > 1 and acronym_of(form.words[0], long.words)
        ]
        if fitting:
            ties.tie(at, _best_known(forms, form, fitting))


def _looks_like_acronym(form: Form) -> bool:
    if len(form.words) != 1 or not _SHORTEST <= len(form.words[0]) <= _LONGEST:
        return False
    capital = sum(
        mention.spelled.replace(".", "").isupper() or mention.spelled.rstrip("s").isupper()
        for mention in form.mentions
    )
    return capital * 2 > len(form.mentions)


def _best_known(forms: Sequence[Form], form: Form, fitting: Sequence[int]) -> int:
    """Prefer the long form that stands in the same reports, then the most frequent."""
    reports = {mention.span.report for mention in form.mentions}

    def support(other: int) -> tuple[int, int, int]:
        long = forms[other]
        shared = sum(mention.span.report in reports for mention in long.mentions)
        return (shared, len(long.mentions), -other)

    return max(fitting, key=support)


def _tie_endings(forms: Sequence[Form], ties: Ties) -> None:
    """Tie an organisation's name to the only longer one that ends in it: "U.S. State Department".

    Not where the longer name puts it below something else: "University of Port Sarrow" is not
    Port Sarrow.
    """
    endings: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for at, form in enumerate(forms):
        for start in range(1, len(form.words) - 1):
            if form.kind == "organisation" and not _SMALL.intersection(form.words[:start]):
                endings[form.words[start:]].add(at)
    for at, form in enumerate(forms):
        longer = sorted({ties.root(other) for other in endings.get(form.words, ()) if other != at})
        if form.kind == "organisation" and len(longer) == 1:
            ties.tie(at, longer[0])


def _tie_spellings(forms: Sequence[Form], ties: Ties) -> None:
    alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, form in enumerate(forms):
        long = [word for word in form.words if len(word) > 1]
        if len(long) > 1 and min(map(len, long)) >= _LONG_ENOUGH:
            alike[tuple(consonants(word) for word in long)].append(at)
    for spelled in alike.values():
        for place, one in enumerate(spelled):
            for other in spelled[place + 1 :]:
                if not forms[one].reports & forms[other].reports:
                    ties.tie(one, other)


def _tie_misprints(forms: Sequence[Form], ties: Ties) -> None:
    alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, form in enumerate(forms):
        alike[tuple(word[0] for word in form.words)].append(at)
    for places in alike.values():
        for at, other in permutations(places, 2):
            if is_misprint(forms[at].mentions, forms[other].mentions):
                ties.tie(at, other)
