"""Invented coverage in any amount: towns, mishaps and outlets that do not exist."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

_STARTS = [
    "Al",
    "Bel",
    "Cor",
    "Dar",
    "El",
    "Fen",
    "Gor",
    "Hal",
    "Is",
    "Jor",
    "Kel",
    "Lor",
    "Mar",
    "Nor",
    "Or",
    "Pel",
    "Quen",
    "Ras",
    "Sol",
    "Tor",
    "Ul",
    "Ven",
    "Wes",
    "Yar",
    "Zel",
]
_ENDS = [
    "wick",
    "ford",
    "stad",
    "mere",
    "hurst",
    "berg",
    "ness",
    "vale",
    "by",
    "port",
    "holm",
    "dale",
    "mouth",
    "field",
    "sund",
]
_FIRST = [
    "Anna",
    "Boris",
    "Clara",
    "David",
    "Elena",
    "Farid",
    "Greta",
    "Hugo",
    "Irene",
    "Jonas",
    "Karim",
    "Lena",
    "Milan",
    "Nadia",
    "Oskar",
    "Petra",
]
_LAST = [
    "Abel",
    "Brandt",
    "Castell",
    "Dorn",
    "Ekman",
    "Falk",
    "Grau",
    "Hollin",
    "Ivers",
    "Jansk",
    "Keller",
    "Lund",
    "Morav",
    "Nyberg",
    "Orlan",
    "Prell",
]
_MISHAPS = (
    "bridge collapse", "chemical leak", "ferry grounding", "tunnel fire", "grain silo blast",
    "tram derailment", "landslide", "power station failure", "stadium stand failure", "dam leak",
)  # fmt: skip
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "September",
    "October",
    "November",
]

_TEMPLATES = (
    "At least {few} people were hurt on {weekday} in a {mishap} in {town}, firefighters said.",
    "Up to {many} residents were told to leave their homes, according to {person}, the mayor.",
    "“We heard a noise like thunder, and then the lights went out,” {person} said.",
    "The operator, {company}, declined to comment on the cause of the {mishap}.",
    "{company} took over the site in {year} and has since spent ${money} million on it.",
    "Two officials familiar with the matter said an inspection in {month} had found cracks.",
    "The interior ministry said more than {some} firefighters were sent to {town}.",
    "{person}, an engineer at the University of {town}, said the warning signs had been known.",
    "“Nobody can say that this came as a surprise,” the engineer told {outlet}.",
    "A spokeswoman for {company} said the company would cooperate with the inquiry.",
    "The region has seen several accidents since {year}, when rules on maintenance were eased.",
    "Schools in {town} will stay closed until further notice, the council said in a statement.",
    "Shares in {company} fell {percent} percent in early trading on {weekday}.",
    "Opposition leader {person} accused the government of ignoring its own experts.",
    "The government denied that money for repairs had been cut, and promised a full report.",
    "Traffic between {town} and the coast was diverted for about {few} hours.",
    "Volunteers handed out blankets and soup in the sports hall by the river.",
    "The damage could reach ${money} million, an insurer estimated, but the figure may rise.",
    "“I ran back for my daughter and the floor had gone,” {person} said.",
    "Rescue teams from the neighbouring province were expected to arrive on {weekday} evening.",
    "It was not immediately clear whether anybody was still trapped, a police officer said.",
    "Parliament is due to debate the accident on {month} {day}.",
    "Similar structures are in use in at least {few} other towns, according to the ministry.",
    "The prosecutor has opened an investigation against unknown persons, her office confirmed.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is so in one invented event."""

    town: str
    mishap: str
    company: str
    people: tuple[str, ...]
    numbers: dict[str, str]


def write(folder: Path, *, reports: int, per_story: int = 8, words: int = 500) -> None:
    """Write so many reports into the folder, ``per_story`` of each event, about ``words`` long."""
    random = Random(20260310)  # noqa: S311 - coverage, not a secret
    folder.mkdir(parents=True, exist_ok=True)
    facts = make_facts(random)
    for number in range(reports):
        if number % per_story == 0:
            facts = make_facts(random)
        text = _report(random, facts, outlet=make_town(random) + " Courier", words=words)
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


def make_facts(random: Random) -> Facts:
    """Invent an event."""
    town = make_town(random)
    return Facts(
        town=town,
        mishap=random.choice(_MISHAPS),
        company=f"{make_town(random)} Works",
        people=tuple(make_person(random) for _ in range(4)),
        numbers={
            "few": str(random.randint(3, 19)),
            "some": str(random.randint(40, 900)),
            "many": f"{random.randint(2, 60)},000",
            "money": str(random.randint(5, 700)),
            "percent": str(random.randint(2, 30)),
            "year": str(random.randint(1995, 2022)),
            "day": str(random.randint(1, 28)),
        },
    )


def make_town(random: Random) -> str:
    """Invent the name of a town."""
    return random.choice(_STARTS) + random.choice(_ENDS)


def make_person(random: Random) -> str:
    """Invent somebody."""
    return f"{make_first_name(random)} {random.choice(_LAST)}"


def make_first_name(random: Random) -> str:
    """Choose a first name, one of few."""
    return random.choice(_FIRST)


def _report(random: Random, facts: Facts, *, outlet: str, words: int) -> str:
    day, month = facts.numbers["day"], random.choice(_MONTHS)
    lines = [f"{facts.mishap.capitalize()} in {facts.town} leaves many hurt", ""]
    lines += [f"{facts.town.upper()}, {month} {day}, 2025 -", ""]
    written = 0
    while written < words:
        for template in random.sample(_TEMPLATES, k=12):
            sentence = _fill(random, template, facts, outlet=outlet, month=month)
            lines.append(sentence)
            written += len(sentence.split())
    return "\n\n".join(line for line in lines if line) + "\n"


def make_sentence(random: Random, facts: Facts, *, outlet: str) -> str:
    """Write a sentence about an event."""
    template = random.choice(_TEMPLATES)
    return _fill(random, template, facts, outlet=outlet, month=random.choice(_MONTHS))


def _fill(random: Random, template: str, facts: Facts, *, outlet: str, month: str) -> str:
    return template.format(
        town=facts.town,
        mishap=facts.mishap,
        company=facts.company,
        person=random.choice(facts.people),
        outlet=outlet,
        weekday=random.choice(("Monday", "Tuesday")),
        month=month,
        **facts.numbers,
    )
