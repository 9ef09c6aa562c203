"""The desk's JSON is what its description says, for requests made after the description itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
import schemathesis
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi import checks

from stemma.access import Passwords
from stemma.model import Actor
from stemma.newsroom import open_newsroom
from stemma.settings import Settings
from stemma.web import make_site, taking_in
from stemma.web.entrance import Entrance

ROOT = Path(__file__).parents[2]
COVERAGE = ROOT / "examples" / "coverage"
Generated = Any
"""What schemathesis makes: its types are generic, and not told to the end."""

DESCRIPTION = "/api/openapi.json"
_ADMIN = Actor(name="Ada", through="command line")
_ACCEPTED: Any = vars(checks)["positive_data_acceptance"]
_GRAMMARS = {"/search.json"}
"""What is asked has a grammar of its own, which a schema cannot tell."""

_SETTINGS = settings(
    max_examples=25,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


class Desk:
    """A desk with accounts over the examples, and what a program knows of it."""

    def __init__(self, site: FastAPI, token: str) -> None:
        self.site = site
        self.headers = {"Authorization": f"Bearer {token}", "Host": "127.0.0.1"}
        client = TestClient(site, base_url="http://127.0.0.1", headers=self.headers)
        self.description: dict[str, Any] = client.get(DESCRIPTION).json()
        stories: list[Any] = client.get("/stories.json").json()["stories"]
        stories.sort(key=_size)
        self.stories: list[str] = [one["id"] for one in stories]
        told = client.get(f"/story/{self.stories[0]}.json").json()
        self.reports: list[str] = [one["id"] for one in told["reports"]]
        self.statements: list[str] = [one["id"] for one in told["stories"][0]["statements"]]


def _size(story: Generated) -> int:
    return -story["counts"]["reports"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    chosen = Settings(store=str(tmp_path_factory.mktemp("api") / "stemma.db"))
    patch = pytest.MonkeyPatch()
    patch.setattr(taking_in, "MEMORY", chosen.store)  # to add here, and start no processes
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with open_newsroom(chosen) as newsroom:
        newsroom.add([str(path) for path in sorted(COVERAGE.iterdir())[:9]])
        newsroom.refresh()
        entrance = Entrance(newsroom=newsroom, passwords=Passwords(hasher=hasher))
        entrance.register.add("Ada", "a heron by the weir", "admin", actor=_ADMIN)
        _, shown = entrance.register.make_token("Ada", "tests", "admin", actor=_ADMIN)
        yield Desk(make_site(newsroom, entrance=entrance), shown)
    patch.undo()


@pytest.fixture(scope="module")
def described(desk: Desk) -> Generated:
    return schemathesis.openapi.from_asgi(DESCRIPTION, desk.site, headers=desk.headers)


def test_answers_are_as_described(described: Generated, desk: Desk):
    asked: set[tuple[str, int]] = set()
    for found in described.exclude(path="/live").get_all_operations():
        operation = found.ok()

        @_SETTINGS
        @given(case=operation.as_strategy())
        def ask(case: Generated) -> None:
            _name_what_is_there(case, desk)
            answer = case.call_and_validate(
                base_url="http://127.0.0.1",
                headers=desk.headers,
                excluded_checks=[_ACCEPTED] if case.path in _GRAMMARS else [],
            )
            asked.add((case.path, answer.status_code))

        ask()
    held = {path for path in desk.description["paths"] if path != "/live"}
    assert {path for path, status in asked if status == 200} == held


def _name_what_is_there(case: Generated, desk: Desk) -> None:
    """Let most requests be about something that the store holds."""
    turn = crc32(repr((case.path_parameters, case.query, case.body)).encode("utf-8", "replace"))
    if turn % 4 == 0:
        return
    held = desk.reports if "/report/" in case.path or turn % 4 == 1 else desk.stories
    some = held[turn % len(held)]
    other = desk.reports[1:][turn // 7 % (len(desk.reports) - 1)]
    for asked, name in ((case.path_parameters, "name"), (case.query, "about")):
        if asked and name in asked:
            asked[name] = some
    if case.query and "report" in case.query:
        case.query["report"] = [desk.reports[0], other]
    body: Any = case.body
    if type(body) is dict and "names" in body:
        body["names"] = [some, other] if turn % 3 else desk.statements[:1]


def test_every_operation_is_described(desk: Desk):
    for path, methods in desk.description["paths"].items():
        for method, operation in methods.items():
            where = (path, method)
            assert operation["summary"], where
            assert operation["description"], where
            answers = operation["responses"]
            assert all("content" in answer for answer in answers.values()), where
            assert {"401", "403"} <= set(answers), where
            if path.endswith(".json"):
                schema = answers["200"]["content"]["application/json"]["schema"]
                assert schema.keys() & {"$ref", "items", "properties"}, where


def test_parts_of_the_description_have_words(desk: Desk):
    schemas = desk.description["components"]["schemas"]
    assert {"Trouble", "StoriesPage", "StoryFile", "Hits"} <= set(schemas)
    assert [name for name, one in schemas.items() if not one.get("description")] == []


def test_a_method_that_is_not_offered_is_refused_with_those_that_are(desk: Desk):
    client = TestClient(desk.site, base_url="http://127.0.0.1", headers=desk.headers)
    answer = client.delete("/stories.json")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.json()["message"]
