"""Reports of invented events in invented towns."""

from collections.abc import Callable

import pytest
from tests.invented import make_report

from stemma.language import load_annotator
from stemma.model import Annotated

Maker = Callable[..., Annotated]


def make(name: str, text: str, *, day: str | None = None, language: str = "en") -> Annotated:
    report = make_report(text, name=name, first="headline", published=day, language=language)
    return load_annotator().annotate(report)


@pytest.fixture(scope="session")
def report() -> Maker:
    return make


ALMERY = (
    (
        "Ferry burns off Port Almery, all 212 saved\n"
        "A ferry with 212 people on board caught fire off Port Almery on Sunday night, "
        "and all of them "
        "were taken off alive.\nThe Marigold was an hour out of harbour when smoke came "
        "from the car "
        "deck, Captain Hanne Brodersen said. Fishing boats took the passengers off."
    ),
    (
        "Fishing boats rescue 212 from burning ferry\n"
        "Fishing boats took 212 people from the burning ferry Marigold off Port Almery "
        "late on Sunday."
        "\nCaptain Hanne Brodersen said the fire began on the car deck. Nobody was hurt."
    ),
    (
        "Marigold fire began on car deck, captain says\n"
        "The fire that gutted the ferry Marigold off Port Almery on Sunday began on the "
        "car deck, her "
        "captain, Hanne Brodersen, said. All 212 people on board were rescued by fishing boats."
    ),
)
CORVIN = (
    (
        "Ferry burns on Lake Corvin, all 64 saved\n"
        "A ferry with 64 people on board caught fire on Lake Corvin on Tuesday morning, and all of "
        "them were taken off alive.\nThe Kittiwake was in sight of the pier when smoke "
        "came from the "
        "engine room, pilot Osman Tiel said. Police boats took the passengers off."
    ),
    (
        "Police boats rescue 64 from burning ferry\n"
        "Police boats took 64 people from the burning ferry Kittiwake on Lake Corvin "
        "early on Tuesday."
        "\nPilot Osman Tiel said the fire began in the engine room. Nobody was hurt."
    ),
    (
        "Kittiwake fire began in engine room, pilot says\n"
        "The fire that gutted the ferry Kittiwake on Lake Corvin on Tuesday began in the "
        "engine room, "
        "her pilot, Osman Tiel, said. All 64 people on board were rescued by police boats."
    ),
)
BAKERY = (
    "Village bakery wins gold for its rye\n"
    "A bakery with two ovens has beaten forty others to the national prize for rye bread.\n"
    "Berit Aune, who bakes in Sollum with her son, said she would celebrate by sleeping in."
)


@pytest.fixture(scope="session")
def almery() -> list[Annotated]:
    return [make(f"almery-{at}", text) for at, text in enumerate(ALMERY)]


@pytest.fixture(scope="session")
def corvin() -> list[Annotated]:
    return [make(f"corvin-{at}", text) for at, text in enumerate(CORVIN)]


@pytest.fixture(scope="session")
def bakery() -> Annotated:
    return make("bakery", BAKERY)
