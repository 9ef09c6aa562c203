"""Invented coverage of many stories at a time: each in words of its own, by one to twelve outlets.

Things, people and towns differ from event to event, so that grouping has stories to tell apart:
two events seldom have more names in common than first names and outlets. Reports of some twenty
events arrive in turns, as they do on a news day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from invented import make_first_name, make_person, make_town

MOST_REPORTS = 12
_AT_A_TIME = 20
_MONTHS = ("January", "February", "March", "April", "May", "June", "September", "October")


def _listed(words: str) -> list[str]:
    return words.split()


_THINGS = _listed("""
airport anchor archive arena asylum auction avalanche bakery ballot bank barge barrage battery
beach beacon bell bicycle billboard boiler border bottle bridge brewery brick bus cable camp canal
candle cannery carnival castle cathedral cattle cave cellar cemetery chapel charter chimney choir
cinema circus clinic clock coach college compost contract copper costume court crane crater crop
customs dairy dam depot diary dock drought drum earthquake eclipse election elevator embassy engine
estuary exam exhibition factory falcon fence ferry festival fertiliser film flood forest fountain
freight fungus gallery garage garden gas glacier glass goat grain grant gravel greenhouse guitar
harbour harvest hedge helicopter herring honey hospital hostel hotel housing ice inheritance insect
iron island jewel journal jury kennel kiln kindergarten kitchen laboratory lake lantern laundry lawn
lease ledger library licence lighthouse lizard locomotive lottery magnet manuscript marble market
meadow medal menu mercury meteor mill mine mint monastery monument mosaic motorway museum mushroom
nursery oak observatory oil opera orchard orchestra oven painting palace parade parcel parking
parliament pasture patent pension petition pharmacy piano pier pigeon pipeline plaster platform
playground poem poison pony pottery prison procession pump quarry quarantine radio rail rally ranch
raft refinery reservoir restaurant river robot roof rowing rubber ruin sail salmon salt satellite
sausage sawmill scaffold school sculpture seed senate sewer sheep shipyard signal silo skating slate
soap spa spire stable stadium statue steel stone strike subsidy sugar swan swimming syrup tannery
tapestry tax telescope temple tender theatre tide timber toll tower toy tractor trademark train tram
treaty trout tunnel turbine turnip uniform university vaccine valley vault vineyard violin volcano
voyage wage warehouse waterfall weather well whale wharf wheat windmill wolf wool workshop yacht
""")
_DEEDS = _listed("""
abandoned accepted acquired approved banned blocked bought broke built buried cancelled cleaned
closed condemned copied counted covered cut damaged defended delayed delivered demolished designed
dismissed divided doubled drained emptied examined expanded financed flooded found guarded halted
heated hired ignored insured inspected leased lifted lost measured moved opened painted postponed
praised privatised promised protected refused renamed rented repaired replaced rescued restored
sealed seized shared shut sold stole tested towed transferred withdrew
""")
_KINDS = _listed("""
abandoned ancient blue broken cheap coastal contested costly crowded dangerous deep disputed dry
eastern electric empty famous fragile frozen giant green heavy hidden historic illegal independent
industrial local lost medieval modern mobile municipal narrow neglected northern old open popular
private protected public rare red regional remote rural rusty sacred secret southern stolen swollen
temporary tidal tiny underground unsafe vast western wooden young
""")

_TEMPLATES = (
    "{outlet_town} officials {deed} the {kind} {thing} in {town} on {weekday}, {person} said.",
    "The {thing} was {deed} after {number} people had complained about the {kind} {other}.",
    "“Nobody {deed} the {thing} in time,” {person} told {outlet}.",
    "{company}, which {deed} the {other} in {year}, declined to comment.",
    "According to {person}, the {kind} {thing} had cost ${money} million.",
    "At least {number} {thing} workers had {deed} the {other} by {weekday} evening, police said.",
    "“We {deed} the {other} because the {thing} was {kind},” {person} said.",
    "A spokeswoman for {company} denied that the {thing} had been {deed}.",
    "The council of {town} said in a statement that the {kind} {other} would stay where it was.",
    "{person}, who has led the {thing} inquiry since {year}, called the {other} {kind}.",
    "Documents seen by {outlet} show that {company} {deed} the {thing} twice.",
    "The {other} and the {thing} had been {deed} in {month}, two people with knowledge of it said.",
    "Prosecutors in {town} are looking at whether the {kind} {thing} was {deed} unlawfully.",
    "Residents of {town} have asked for a {kind} {other} since {year}.",
    "The ministry expects the {thing} to cost up to ${money} million more, {person} said.",
    "It was not clear on {weekday} who had {deed} the {other}.",
    "About {number} visitors come to the {thing} each {month}, {company} says.",
    "“The {other} is {kind}, and everybody knew,” said {person}, a teacher in {town}.",
)
_ENDINGS = (
    "",
    "",
    " as {person} had warned in {month}",
    " while {few} {other} workers stood by",
    " before the {kind} {other} could be {deed}",
    " {few} days after the {thing} was {deed}",
    " despite the {kind} {thing} near {town}",
    " for the {nth} time since {year}",
    " after a meeting of {few} hours with {company}",
    " and left the {other} as {kind} as before",
    " to the relief of {few} neighbours of the {thing}",
    " although {few} of {number} {thing} owners had objected",
)
_SYLLABLES = _listed("""
al an bar bel bor cor dal dan dor el en fal fen gar gil gol hal hem hol im in jas jen kal kel kor
lan les lin mal mar men mir mol nal nes nor ol or pal per pin ral ren ros sal sen sil sor tal tam
tel tor ul un val ven vin vor wal wen wil yar zel zim
""")
_NTH = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """What the reports of one event share."""

    town: str
    company: str
    people: tuple[str, ...]
    things: tuple[str, ...]
    deeds: tuple[str, ...]
    kinds: tuple[str, ...]
    numbers: dict[str, str]


def write(folder: Path, *, reports: int, words: int = 350) -> int:
    """Write so many reports of about so many words, in order of arrival; give how many stories."""
    random = Random(20260310)  # noqa: S311 - coverage, not a secret
    folder.mkdir(parents=True, exist_ok=True)
    stories: set[int] = set()
    for number, (story, text) in zip(range(reports), _arrivals(random, words), strict=False):
        stories.add(story)
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return len(stories)


def vocabulary() -> set[str]:
    """Give the words that tell the events apart: things, deeds and kinds."""
    return {*_THINGS, *_DEEDS, *_KINDS}


def _arrivals(random: Random, words: int) -> Iterator[tuple[int, str]]:
    """Give (story, text) for ever."""
    open_stories: list[tuple[int, Iterator[str]]] = []
    begun = 0
    while True:
        while len(open_stories) < _AT_A_TIME:
            open_stories.append((begun, _story(random, words)))
            begun += 1
        at = random.randrange(_AT_A_TIME)
        story, texts = open_stories[at]
        text = next(texts, None)
        if text is None:
            del open_stories[at]
        else:
            yield story, text


def _story(random: Random, words: int) -> Iterator[str]:
    event = _make_event(random)
    for _ in range(random.randint(1, MOST_REPORTS)):
        yield _report(random, event, words)


def _make_event(random: Random) -> _Event:
    return _Event(
        town=_make_name(random),
        company=f"{_make_name(random)} Works",
        people=tuple(f"{make_first_name(random)} {_make_name(random)}" for _ in range(4)),
        things=tuple(random.sample(_THINGS, 6)),
        deeds=tuple(random.sample(_DEEDS, 5)),
        kinds=tuple(random.sample(_KINDS, 5)),
        numbers={
            "number": str(random.randint(3, 900)),
            "money": str(random.randint(2, 700)),
            "year": str(random.randint(1990, 2022)),
            "month": random.choice(_MONTHS),
            "day": str(random.randint(1, 28)),
        },
    )


def _make_name(random: Random) -> str:
    """Invent a town or a family, one of a quarter of a million."""
    return "".join(random.choices(_SYLLABLES, k=3)).capitalize()


def _report(random: Random, event: _Event, words: int) -> str:
    outlet = f"{make_town(random)} Courier"
    month, day = event.numbers["month"], event.numbers["day"]
    headline = f"{random.choice(event.kinds)} {event.things[0]} {random.choice(event.deeds)}"
    lines = [f"{headline.capitalize()} in {event.town}", f"By {make_person(random)}, {outlet}"]
    opening = f"{event.town.upper()}, {month} {day}, 2025 - "
    written = 0
    while written < words:
        for template in random.sample(_TEMPLATES, k=8):
            sentence = _sentence(random, template, event, outlet=outlet)
            lines.append(opening + sentence[0].upper() + sentence[1:])
            opening = ""
            written += len(sentence.split())
    return "\n\n".join(lines) + "\n"


def _sentence(random: Random, template: str, event: _Event, *, outlet: str) -> str:
    """Fill a template: hardly ever twice with the same words."""
    thing, other = random.sample(event.things, 2)
    ending = random.choice(_ENDINGS)
    wording = template if "”" in template else template.removesuffix(".") + ending + "."
    return wording.format(
        outlet=outlet,
        outlet_town=outlet.partition(" ")[0],
        town=event.town,
        company=event.company,
        person=random.choice(event.people),
        thing=thing,
        other=other,
        deed=random.choice(event.deeds),
        kind=random.choice(event.kinds),
        weekday=random.choice(("Monday", "Tuesday")),
        few=random.randint(3, 99),
        nth=random.choice(_NTH),
        **{name: event.numbers[name] for name in ("number", "money", "year", "month")},
    )
