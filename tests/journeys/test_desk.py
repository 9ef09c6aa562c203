"""The desk in a real browser, served as users serve it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal

import httpx
import pytest
from fastapi import FastAPI
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    expect,
)

from stemma.newsroom import Newsroom, open_newsroom
from stemma.settings import Settings
from stemma.web import make_site

ROOT = Path(__file__).parents[2]
DAM = [
    "cpa-kestrin-gate.html",
    "quaysidechronicle-dam.html",
    "sarrowbell.html",
    "tarnsidestandard-dam.html",
]
LATER = "saved-page-0417.txt"

Serve = Callable[[FastAPI], AbstractContextManager[str]]
Violations = Callable[[Page], list[str]]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    settings = Settings(store=str(tmp_path_factory.mktemp("desk") / "stemma.db"))
    with open_newsroom(settings) as newsroom:
        coverage = ROOT / "examples" / "coverage"
        newsroom.add([*(str(coverage / name) for name in DAM), str(coverage / "sennickecho.html")])
        newsroom.refresh()
        yield newsroom


@pytest.fixture(scope="module")
def address(newsroom: Newsroom, serve: Serve) -> Iterator[str]:
    with serve(make_site(newsroom)) as address:
        yield address


@pytest.fixture(scope="module")
def pages(address: str) -> list[str]:
    listed = httpx.get(f"{address}/stories.json").json()["stories"]
    story = next(one["id"] for one in listed if one["counts"]["reports"] > 2)
    told = httpx.get(f"{address}/story/{story}.json").json()
    first, second, *_ = told["stories"][0]["reports"]
    return [
        "/stories",
        f"/story/{story}",
        f"/report/{first}",
        f"/compare?report={first}&report={second}",
        "/search?q=gate",
    ]


PAGES = ["stories", "story", "report", "compare", "search"]


@pytest.fixture(params=PAGES)
def path(request: pytest.FixtureRequest, pages: list[str]) -> str:
    return pages[PAGES.index(request.param)]


def test_a_page_asks_this_machine_alone_and_has_no_errors(page: Page, address: str, path: str):
    asked: list[str] = []
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            errors.append(message.text)

    def ask(request: Request) -> None:
        asked.append(request.url)

    page.on("request", ask)
    page.on("console", note)
    page.goto(address + path)
    page.wait_for_timeout(200)
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_can_be_read_by_everybody(
    browser: Browser,
    address: str,
    path: str,
    violations: Violations,
    scheme: Literal["light", "dark"],
):
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(address + path)
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("width", [360, 2560])
def test_a_page_fits_narrow_and_wide_screens(page: Page, address: str, path: str, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_list_narrows_as_words_are_typed(page: Page, address: str):
    page.goto(f"{address}/stories")
    assert page.locator(".stories li").count() == 2
    page.get_by_label("Words").type("otter")
    expect(page.locator(".stories li")).to_have_count(1)
    assert "q=otter" in page.url
    assert "Bronze otter" in page.locator(".stories").inner_text()


def test_how_much_a_search_found_is_told_in_a_few_words(page: Page, address: str):
    page.goto(f"{address}/search")
    page.get_by_label("Words").type("gate")
    expect(page.locator("[data-status]")).to_contain_text("hit")
    page.get_by_label("Words").fill("zebra")
    expect(page.locator("[data-status]")).to_contain_text("Nothing that is held")


def test_a_story_is_opened_and_its_words_are_shown_by_keyboard_alone(page: Page, address: str):
    page.goto(f"{address}/stories?q=dam")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    link = page.locator(".stories h2 a").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/story/**")
    button = page.locator(".finding button[data-pick]").first
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator(".text .lit").count() > 0


def test_two_reports_are_chosen_and_stand_side_by_side(page: Page, address: str, pages: list[str]):
    page.goto(address + pages[1])
    page.locator("#compare summary").click()
    button = page.get_by_role("button", name="Compare", exact=True)
    assert button.is_disabled()
    page.get_by_role("checkbox", name="Carenian Press Agency").check()
    page.get_by_role("checkbox", name="The Sarrow Bell").check()
    button.click()
    page.wait_for_url("**/compare?**")
    assert page.locator(".bands path").count() > 0
    shared = page.locator(".shared").first
    shared.hover()
    assert page.locator(".shared.lit").count() >= 2


def test_what_arrives_is_announced_without_a_reload(
    page: Page, address: str, pages: list[str], newsroom: Newsroom
):
    page.goto(address + pages[1])
    notice = page.locator(".news")
    assert notice.is_hidden()
    page.wait_for_timeout(500)
    newsroom.add([str(ROOT / "examples" / "coverage" / LATER)])
    newsroom.refresh()
    notice.wait_for(state="visible")
    page.get_by_role("button", name="Show what is new").click()
    page.wait_for_load_state()
    assert LATER in page.locator(".reports").inner_text()
