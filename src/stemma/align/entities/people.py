"""Names of people: which forms are one person."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from stemma.align.entities.forms import Form
from stemma.align.entities.mentions import Mention
from stemma.align.spelling import (
    known_given_name,
    nearly_spelled,
    same_given_name,
    slipped,
    sound,
    transliterated,
)
from stemma.align.ties import Ties

_RARE = 3
_LONG_ENOUGH = 5
_NEAR = 200
"""Code points within which two names are told apart by the report itself."""


@dataclass(slots=True)
class _Person:
    forms: list[Form]
    mentions: list[Mention] = field(default_factory=list[Mention])

    def surnames(self) -> set[str]:
        return {form.words[-1] for form in self.forms}

    def given_names(self) -> set[str]:
        return {form.words[0] for form in self.forms}

    def is_told_of(self) -> bool:
        """Tell whether it is anybody but one of those who made the reports."""
        return not all(mention.signs for mention in self.mentions)

    def in_report(self, report: str) -> bool:
        return any(
            mention.span.report == report for form in self.forms for mention in form.mentions
        )


def tie_people(forms: Sequence[Form]) -> list[list[Mention]]:
    """Give the mentions of each person; ``forms`` are those of kind person.

    Full names are tied first. A name of one word then goes to the person whose surname it is;
    where several people share it, each mention goes to the one whom its own report names in
    full, or else to the one named most. It is no reporter's who but signs.
    """
    full = [form for form in forms if len(form.words) > 1]
    bare = [form for form in forms if len(form.words) == 1]
    people = [
        _Person(forms=group, mentions=[m for form in group for m in form.mentions])
        for group in _full_names(full)
    ]
    told_of = [person for person in people if person.is_told_of()]
    strangers: list[Form] = []
    for form in bare:
        owners = _owners(form, told_of)
        if not owners:
            strangers.append(form)
        for mention in form.mentions:
            if owners:
                _owner(mention, owners).mentions.append(mention)
    return [person.mentions for person in people] + _strangers(strangers)


def _full_names(full: Sequence[Form]) -> list[list[Form]]:
    ties = Ties(len(full))
    buckets: defaultdict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(full):
        for key in {word[0] for word in form.words}:
            buckets[key].append(at)
    for bucket in buckets.values():
        for place, one in enumerate(bucket):
            for other in bucket[place + 1 :]:
                if _same_person(full[one], full[other]):
                    ties.tie(one, other)
    return [[full[at] for at in group] for group in ties.sets(range(len(full)))]


def _same_person(one: Form, other: Form) -> bool:
    left, right = one.words, other.words
    if _is_part(left, right) or _is_part(right, left):
        return True
    surname = transliterated(left[-1], right[-1])
    given = same_given_name(left[0], right[0])
    if surname and given:
        return True
    if surname and slipped(left[0], right[0]):
        return not (known_given_name(left[0]) and known_given_name(right[0]))
    if _other_spelling(one, other):
        return True
    return given and min(len(left[0]), len(right[0])) > 1 and _slip(one, other)


def _other_spelling(one: Form, other: Form) -> bool:
    """Tell whether one word differs by a letter: "Zhen Sirun" and "Zhen Zirun".

    Not where the two stand near each other, as twins do; nor where a given name is well known,
    which may then be that of a brother or a namesake.
    """
    left, right = one.words, other.words
    if len(left) != len(right) or _near(one, other):
        return False
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(differing) != 1 or known_given_name(left[0]) or known_given_name(right[0]):
        return False
    here, there = differing[0]
    return min(len(here), len(there)) >= _LONG_ENOUGH and nearly_spelled(here, there)


def _near(one: Form, other: Form) -> bool:
    return any(
        here.span.report == there.span.report and abs(here.span.start - there.span.start) < _NEAR
        for here in one.mentions
        for there in other.mentions
    )


def _slip(one: Form, other: Form) -> bool:
    """A misspelt surname is rare beside the right one, and never in the same report in full."""
    if not slipped(one.words[-1], other.words[-1]):
        return False
    rare, common = sorted((len(one.mentions), len(other.mentions)))
    return rare * 2 <= common or rare == 1


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    size = len(short)
    return size < len(long) and (long[-size:] == short or long[:size] == short)


def _owners(form: Form, people: Sequence[_Person]) -> list[_Person]:
    """Find the people to whom a name of one word can belong, by the best reason there is."""
    word = form.words[0]
    reports = {mention.span.report for mention in form.mentions}
    by_surname = [
        person for person in people if any(transliterated(word, s) for s in person.surnames())
    ]
    if by_surname:
        return by_surname
    here = [person for person in people if any(person.in_report(report) for report in reports)]
    by_given = [person for person in here if word in person.given_names()]
    if by_given:
        return by_given if len(by_given) == 1 else []
    return [person for person in here if _misspells(form, person)]


def _misspells(form: Form, person: _Person) -> bool:
    """A surname nobody introduces, beside one that is introduced in full, is likely a slip."""
    if len(form.mentions) * _RARE > len(person.mentions):
        return False
    reports = {mention.span.report for mention in form.mentions}
    return all(person.in_report(report) for report in reports) and any(
        slipped(form.words[0], surname) for surname in person.surnames()
    )


def _owner(mention: Mention, owners: Sequence[_Person]) -> _Person:
    here = [person for person in owners if person.in_report(mention.span.report)]
    named = Counter({at: len(person.forms[0].mentions) for at, person in enumerate(here or owners)})
    return (here or owners)[max(named, key=lambda at: (named[at], -at))]


def _strangers(forms: Sequence[Form]) -> list[list[Mention]]:
    heard: defaultdict[str, list[Mention]] = defaultdict(list)
    for form in forms:
        heard[sound(form.words[0])] += form.mentions
    return list(heard.values())
