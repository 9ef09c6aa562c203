"""The forms in which names stand in a story, and the kind that their mentions vote for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.align.entities.mentions import Mention
from stemma.align.spelling import sound
from stemma.model.annotated import NameKind

_SECOND_MEANING = 0.25
_LONG_WORD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Mentions with the same folded words, all taken to be of one kind."""

    words: tuple[str, ...]
    kind: NameKind
    mentions: tuple[Mention, ...]

    @property
    def reports(self) -> frozenset[str]:
        """The ids of the reports in which the form stands."""
        return frozenset(mention.span.report for mention in self.mentions)


def gather(mentions: Sequence[Mention]) -> list[Form]:
    """Put mentions of the same words together; each form's kind is voted by all of them.

    A word may mean two things in one story: "Washington" the city, and Denzel Washington. The
    lesser meaning keeps its own form where a full name ends in it and a quarter of the votes
    are for it.
    """
    grouped: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[mention.words].append(mention)
    surnames = _surnames(grouped)
    forms: list[Form] = []
    for words, members in grouped.items():
        for kind, chosen in _by_kind(members, ambiguous=words in surnames).items():
            forms.append(Form(words=words, kind=kind, mentions=tuple(chosen)))
    return sorted(forms, key=lambda form: (-len(form.mentions), form.words, form.kind))


def people_and_things(forms: Sequence[Form]) -> tuple[list[Form], list[Form]]:
    """Part people from things: "Ostgiya", taken for a person, is "Ostgia", an organisation.

    So is a single name that nobody's full name has, and that sounds like a thing's.
    """
    people = [form for form in forms if form.kind == "person"]
    things = [form for form in forms if form.kind != "person"]
    full = {word for form in people if len(form.words) > 1 for word in form.words}
    heard = {sound(form.words[0]) for form in things if _is_long_word(form)}
    moved = [
        form
        for form in people
        if _is_long_word(form) and form.words[0] not in full and sound(form.words[0]) in heard
    ]
    return [form for form in people if form not in moved], [*things, *moved]


def _is_long_word(form: Form) -> bool:
    return len(form.words) == 1 and len(form.words[0]) >= _LONG_WORD


def votes(members: Sequence[Mention]) -> dict[NameKind, float]:
    """Sum the scores of each kind, greatest first; ties go by the name of the kind."""
    sums: dict[NameKind, float] = {}
    for member in members:
        sums[member.kind] = sums.get(member.kind, 0.0) + member.score
    return dict(sorted(sums.items(), key=lambda vote: (-vote[1], vote[0])))


def _surnames(grouped: dict[tuple[str, ...], list[Mention]]) -> set[tuple[str, ...]]:
    return {
        (words[-1],)
        for words, members in grouped.items()
        if len(words) > 1 and next(iter(votes(members))) == "person"
    }


def _by_kind(members: list[Mention], *, ambiguous: bool) -> dict[NameKind, list[Mention]]:
    sums = votes(members)
    winner = next(iter(sums))
    total = sum(sums.values())
    apart = (
        {kind for kind, score in sums.items() if score >= _SECOND_MEANING * total}
        if ambiguous
        else set[NameKind]()
    )
    chosen: dict[NameKind, list[Mention]] = {}
    for member in members:
        is_other_meaning = member.kind in apart and "person" in {member.kind, winner}
        chosen.setdefault(member.kind if is_other_meaning else winner, []).append(member)
    return chosen
