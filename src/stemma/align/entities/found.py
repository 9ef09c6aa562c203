"""Entities put together from their mentions: name, aliases, slips, description."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from stemma.align.entities.decided import Decided, regroup
from stemma.align.entities.explained import with_explained
from stemma.align.entities.forms import gather, people_and_things, votes
from stemma.align.entities.mentions import Mention, find_mentions
from stemma.align.entities.people import tie_people
from stemma.align.entities.roles import Roles, describe, role_mentions
from stemma.align.entities.slips import find_slips, find_slips_of_things
from stemma.align.entities.things import tie_things
from stemma.align.order import by_report, in_order
from stemma.model import Entity, Extracted, Span, digest

_COMMON = 0.25


def find_entities(
    story: Sequence[Extracted], *, together: Decided = (), apart: Decided = ()
) -> tuple[Entity, ...]:
    """Give the people, organisations and places of a story, those named most first.

    All mentions of a name vote on its kind; spellings, acronyms, surnames and roles are tied
    to one entity. Names that people decided to be ``together`` or ``apart`` (pairs of spans) are
    so. The order of the reports given changes nothing.
    """
    ordered = in_order(story)
    mentions = [
        mention
        for piece in ordered
        for mention in with_explained(piece.annotated.report, find_mentions(piece.annotated))
    ]
    forms = gather(mentions)
    people, things = people_and_things(forms)
    groups = [group for group in tie_people(people) if group]
    groups += tie_things(things, by_report(ordered))
    groups = regroup(groups, together=together, apart=apart)
    places = {piece.annotated.report.id: at for at, piece in enumerate(ordered)}
    roles = {piece.annotated.report.id: Roles(piece.annotated) for piece in ordered}
    described = _with_own_ids(_entity(group, places, roles) for group in groups)
    entities = _with_roles(described, ordered, places)
    return tuple(
        sorted(entities, key=lambda entity: (-len(entity.mentions), entity.name, entity.id))
    )


def _entity(
    mentions: Sequence[Mention], places: Mapping[str, int], roles: dict[str, Roles]
) -> tuple[Entity, list[str]]:
    kind = next(iter(votes(mentions)))
    counts, spellings = _spellings(mentions)
    slips = find_slips(mentions) if kind == "person" else find_slips_of_things(mentions)
    name = _fullest(counts, spellings, slips, person=kind == "person")
    description, titles = describe(mentions, roles) if kind == "person" else (None, [])
    aliases = sorted(counts, key=lambda form: (-counts[form], form))
    entity = Entity(
        id=digest("entity", kind, *name),
        name=spellings[name],
        kind=kind,
        aliases=tuple(spellings[form] for form in aliases),
        misspellings=tuple(spellings[form] for form in aliases if form in slips),
        description=description,
        mentions=_sorted((mention.span for mention in mentions), places),
    )
    return entity, titles


def _with_own_ids(
    described: Iterable[tuple[Entity, list[str]]],
) -> list[tuple[Entity, list[str]]]:
    """Give those whom people parted by place alone, under one name, an id each."""
    known: set[str] = set()
    found: list[tuple[Entity, list[str]]] = []
    for entity, titles in described:
        place = entity.mentions[0]
        own = digest("entity", entity.kind, entity.name, place.report, place.start)
        found.append((replace(entity, id=own) if entity.id in known else entity, titles))
        known.add(entity.id)
    return found


def _spellings(
    mentions: Sequence[Mention],
) -> tuple[Counter[tuple[str, ...]], dict[tuple[str, ...], str]]:
    """Count the folded forms, and find how each is mostly printed."""
    counts: Counter[tuple[str, ...]] = Counter()
    printed: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        counts[mention.words] += 1
        printed[mention.words][mention.spelled] += 1
    spellings = {
        form: min(spelled, key=lambda text: (-spelled[text], text.isupper(), text))
        for form, spelled in printed.items()
    }
    return counts, spellings


def _fullest(
    counts: Counter[tuple[str, ...]],
    spellings: dict[tuple[str, ...], str],
    slips: set[tuple[str, ...]],
    *,
    person: bool,
) -> tuple[str, ...]:
    """Choose the name: for people the most common full name, else the longest common form."""
    if person:
        full = [form for form in counts if len(form) > 1 and form not in slips]
        spaced = [form for form in full if " " in spellings[form]]
        known = spaced or full or list(counts)
        return min(known, key=lambda form: (-counts[form], -len(form), form))
    most = max(counts.values())
    common = [form for form in counts if counts[form] >= _COMMON * most]
    return min(common, key=lambda form: (-len(spellings[form]), -counts[form], form))


def _with_roles(
    described: Sequence[tuple[Entity, list[str]]],
    ordered: Sequence[Extracted],
    places: Mapping[str, int],
) -> list[Entity]:
    """Add mentions by role where one person alone has it."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for entity, titles in described:
        for title in titles:
            holders[title.casefold()].add(entity.id)
    entities: list[Entity] = []
    for entity, titles in described:
        own = sorted({t for t in titles if len(holders[t.casefold()]) == 1})
        found = [span for piece in ordered for span in role_mentions(piece.annotated, own)]
        entities.append(_with_mentions(entity, found, places) if found else entity)
    return entities


def _with_mentions(entity: Entity, found: Sequence[Span], places: Mapping[str, int]) -> Entity:
    return Entity(
        id=entity.id,
        name=entity.name,
        kind=entity.kind,
        aliases=entity.aliases,
        misspellings=entity.misspellings,
        description=entity.description,
        mentions=_sorted({*entity.mentions, *found}, places),
    )


def _sorted(spans: Iterable[Span], places: Mapping[str, int]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: (places[span.report], span.start, span.end)))
