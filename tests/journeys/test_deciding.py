"""Deciding, reading and following the news at the desk, in a real browser, by keyboard alone."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Literal

import httpx
import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Locator, Page, expect

from stemma.model import Alert
from stemma.newsroom import Newsroom, open_newsroom
from stemma.settings import Settings
from stemma.web import make_site

COVERAGE = Path(__file__).parents[2] / "examples" / "coverage"
DAM = ("cpa-kestrin-gate.html", "quaysidechronicle-dam.html", "sarrowbell.html")
LATER = ("quaysidechronicle-railway.html", "tarnsidestandard-railway.html", "sarrowledger.jsonl")

Serve = Callable[[FastAPI], AbstractContextManager[str]]
Violations = Callable[[Page], list[str]]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    folder = tmp_path_factory.mktemp("desk")
    with open_newsroom(Settings(store=str(folder / "stemma.db"))) as newsroom:
        newsroom.add([*(str(COVERAGE / name) for name in DAM), str(COVERAGE / "sennickecho.html")])
        newsroom.refresh()
        changed = (COVERAGE / DAM[1]).read_text(encoding="utf-8")
        changed = changed.replace("14,000", "11,000").replace("2026-03-10T12", "2026-03-10T18")
        later = folder / "later.html"
        later.write_text(changed, encoding="utf-8")
        newsroom.add([str(later)])
        newsroom.refresh()
        yield newsroom


@pytest.fixture(scope="module")
def address(newsroom: Newsroom, serve: Serve) -> Iterator[str]:
    with serve(make_site(newsroom)) as address:
        yield address


def story(address: str, words: str = "spillway") -> dict[str, Any]:
    listed = httpx.get(f"{address}/stories.json", params={"q": words}).json()["stories"]
    return httpx.get(f"{address}/story/{listed[0]['id']}.json").json()["stories"][0]


def count_stories(address: str) -> int:
    return httpx.get(f"{address}/stories.json").json()["held"]


def revised(address: str) -> str:
    for report in story(address)["reports"]:
        held = httpx.get(f"{address}/report/{report}/revisions.json").json()
        if len(held["versions"]) > 1:
            return report
    pytest.fail("no report has versions")


def shared_claim(address: str) -> dict[str, Any]:
    return next(one for one in story(address)["claims"] if len(one["appearances"]) == 3)


def focus_claim(page: Page, claim: dict[str, Any]) -> None:
    page.locator(f"#claim-{claim['id'].rpartition(':')[2]} button").first.focus()


def asked(board: Locator, label: str) -> Locator:
    """Give the fields that are to be seen; each form has one of its own behind them."""
    return board.get_by_label(label).filter(visible=True)


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until what has the focus fits a selector."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"no Tab leads to {wanted}")


def test_a_claim_is_parted_by_keyboard_alone_and_it_is_undone_from_the_notice(
    page: Page, address: str
):
    claim = shared_claim(address)
    page.goto(f"{address}/story/{story(address)['id']}")
    focus_claim(page, claim)
    page.keyboard.press("d")
    board = page.locator("dialog.board")
    expect(board.get_by_role("heading", name="Two of its statements")).to_be_visible()
    button = board.get_by_role("button", name="These two do not say the same")
    assert button.is_disabled()
    expect(asked(board, "Reason")).to_have_count(1)
    expect(asked(board, "Your name")).to_have_count(1)
    tab_to(page, 'input[name="reason"]')
    page.keyboard.type("did two jobs")
    tab_to(page, '[data-two] input[type="checkbox"]')
    page.keyboard.press("Space")
    tab_to(page, '[data-two] input[type="checkbox"]')
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(asked(board, "Your name")).to_be_focused()
    page.keyboard.type("Ada Fenn")
    button.press("Enter")
    notice = page.locator("[data-outcome]")
    expect(notice).to_contain_text("1 claim became 2")
    expect(page).not_to_have_url(re.compile("decided"))
    assert "#claim-" in page.url
    page.keyboard.press("u")
    expect(notice).to_contain_text("2 claims became 1")
    page.goto(f"{address}/verdicts")
    expect(page.locator(".verdicts li")).to_have_count(2)
    expect(page.locator(".verdicts .undone")).to_contain_text("did two jobs")


def test_two_stories_are_put_together_by_search_and_taken_apart_again(page: Page, address: str):
    page.goto(f"{address}/story/{story(address, 'otter')['id']}")
    page.keyboard.press("d")
    board = page.locator("dialog.board")
    search = board.get_by_role("searchbox")
    search.press_sequentially("kestrin")
    option = board.get_by_role("radio").first
    expect(option).to_be_visible()
    option.check()
    form = board.locator("form.choices")
    asked(board, "Reason").fill("one valley")
    if asked(board, "Your name").count():
        asked(board, "Your name").fill("Ada Fenn")
    form.get_by_role("button", name="Put together").click()
    expect(page.locator("[data-outcome]")).to_contain_text("came in")
    assert count_stories(address) == 1
    page.locator("[data-undo] button").first.click()
    expect(page.locator("[data-outcome]")).to_contain_text("left")
    assert count_stories(address) == 2


@pytest.mark.parametrize("path", ["/alerts", "/stories?page=2"])
def test_where_nothing_is_picked_there_is_nothing_to_decide(page: Page, address: str, path: str):
    page.goto(address + path)
    page.keyboard.press("d")
    page.wait_for_timeout(500)
    expect(page).to_have_url(address + path)


@pytest.mark.parametrize("key", ["j", "k"])
def test_behind_the_last_story_the_keys_lead_to_the_last(page: Page, address: str, key: str):
    page.goto(f"{address}/stories")
    links = page.locator(".stories h2 a")
    expect(links).not_to_have_count(0)
    assert links.count() > 1
    page.locator("footer [data-keys] button").focus()
    page.keyboard.press(key)
    expect(links.last).to_be_focused()


def test_keys_are_letters_while_somebody_writes_and_can_be_turned_off(page: Page, address: str):
    page.goto(f"{address}/stories")
    page.keyboard.press("/")
    page.keyboard.type("djk?")
    assert page.get_by_label("Words").input_value() == "djk?"
    assert page.locator("dialog[open]").count() == 0
    page.goto(f"{address}/stories")
    page.keyboard.press("j")
    first = page.locator(".stories h2 a").first
    expect(first).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.get_by_label("Single letters are keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    assert page.locator("dialog[open]").count() == 0
    page.keyboard.press("?")
    page.get_by_label("Single letters are keys").check()


def test_who_says_what_lights_up_in_the_text_by_hand_and_by_keyboard(page: Page, address: str):
    said = next(one for one in story(address)["statements"] if one["source"])
    page.goto(f"{address}/report/{said['report']}")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    button = page.locator('.said button[aria-pressed="true"]')
    expect(button).to_have_count(1)
    assert page.locator(".saying.lit").count() > 0
    page.keyboard.press("Escape")
    assert page.locator(".saying.lit").count() == 0
    page.locator(".saying").first.hover()
    assert page.locator(".said li.near").count() == 1


def test_versions_are_joined_where_they_changed(page: Page, address: str):
    page.goto(f"{address}/report/{revised(address)}/revisions")
    assert page.locator(".bands path.change").count() == 1
    change = page.locator(".differences button").first
    change.focus()
    page.keyboard.press("Enter")
    assert page.locator("section .changed.lit").count() == 2


def test_new_stories_and_alerts_arrive_on_open_pages(
    browser: Browser, page: Page, address: str, newsroom: Newsroom
):
    alerts = browser.new_page()
    alerts.goto(f"{address}/alerts")
    before = alerts.locator(".alerts > li").count()
    page.goto(f"{address}/stories")
    expect(page.locator(".stories > li")).to_have_count(2)
    page.wait_for_timeout(500)
    newsroom.add([str(COVERAGE / name) for name in LATER])
    newsroom.refresh()
    expect(page.locator(".stories > li.fresh").first).to_be_visible()
    expect(page.locator(".stories > li")).to_have_count(3)
    expect(page.locator("[data-status]")).to_contain_text("1 story new")
    expect(page.locator("[data-alerts] .badge")).to_contain_text("new")
    expect(alerts.locator(".alerts > li.fresh").first).to_be_visible()
    assert alerts.locator(".alerts > li").count() > before
    alerts.close()


def alert(newsroom: Newsroom, number: int) -> None:
    story, *_ = newsroom.stories()
    told = Alert(
        id=f"alert:sha256:{number:016x}",
        kind="second_origin",
        story=story.id,
        at="2026-05-10T08:00:00Z",
        message=f"Two have it ({number})",
        evidence=(),
        quotes=(),
    )
    with newsroom.store.write() as ledger:
        ledger.alerts.keep([told], channels=(), at=told.at)


def test_no_alert_moves_under_somebodys_hands(page: Page, address: str, newsroom: Newsroom):
    alert(newsroom, 1)
    page.goto(f"{address}/alerts")
    page.wait_for_timeout(500)
    page.locator(".alerts .told a").first.focus()
    alert(newsroom, 2)
    expect(page.locator("[data-news]")).to_contain_text("1 alert is new")
    expect(page.locator(".alerts .told a").first).to_be_focused()
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".alerts > li.fresh")).to_contain_text("Two have it (2)")


def test_nothing_moves_under_somebodys_hands(page: Page, address: str):
    page.goto(f"{address}/stories")
    page.wait_for_timeout(500)
    page.locator(".stories h2 a").first.focus()
    told = story(address)
    first, second = told["reports"][:2]
    ruling = {"kind": "same_story", "names": [first, second], "author": "Bo Falk"}
    httpx.post(f"{address}/verdicts.json", json=ruling, timeout=60)
    expect(page.locator("[data-news]")).to_be_visible()
    assert page.locator(".fresh").count() == 0
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".fresh").first).to_be_visible()


@pytest.fixture(params=["verdicts", "alerts", "revisions", "claim", "board"])
def opened(request: pytest.FixtureRequest, address: str) -> Callable[[Page], None]:
    told = story(address)
    paths = {
        "verdicts": "/verdicts",
        "alerts": "/alerts",
        "revisions": f"/report/{revised(address)}/revisions",
        "claim": f"/decide?about={shared_claim(address)['id']}",
        "board": f"/report/{told['reports'][0]}",
    }

    def show(page: Page) -> None:
        page.goto(address + paths[request.param])
        if request.param == "board":
            page.keyboard.press("d")
            expect(page.locator("dialog.board h1")).to_be_visible()

    return show


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_decide(
    browser: Browser,
    opened: Callable[[Page], None],
    violations: Violations,
    scheme: Literal["light", "dark"],
):
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    opened(page)
    page.wait_for_timeout(400)
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("width", [360, 768, 2560])
def test_it_fits_narrow_and_wide_screens(page: Page, opened: Callable[[Page], None], width: int):
    page.set_viewport_size({"width": width, "height": 800})
    opened(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
