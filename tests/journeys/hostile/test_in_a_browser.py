"""Hostile text in a real browser: nothing of it comes alive."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    expect,
)
from tests.journeys.hostile.conftest import LOGIN, Desk
from tests.journeys.hostile.payloads import BREAKING_OUT, MARK, MARKUP

Serve = Callable[[FastAPI], AbstractContextManager[str]]

_REPORTS = 8
_ALARM = "window.hostile = () => { window.alive = true; };"
_ALIVE = f"""() => ({{
  called: window.alive === true,
  made: [...document.querySelectorAll("[{MARK}]")].map((one) => one.outerHTML.slice(0, 200)),
  handlers: [...document.querySelectorAll("*")].filter((one) =>
    [...one.attributes].some((attribute) => attribute.name.startsWith("on"))).length,
  links: [...document.querySelectorAll("a, form, area")]
    .flatMap((one) => ["href", "xlink:href", "action"].map((name) => one.getAttribute(name)))
    .filter((address) => address !== null
      && !["http:", "https:", "file:"].includes(new URL(address, location.href).protocol)),
}})"""
NOTHING: dict[str, object] = {"called": False, "made": [], "handlers": 0, "links": []}


@dataclass  # without slots: Playwright writes into what listens
class Watch:
    """What a page did that it should not."""

    page: Page
    home: str
    alarms: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        self.page.add_init_script(_ALARM)
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.page.on("console", self._console)
        self.page.on("popup", lambda page: self.alarms.append(f"window {page.url}"))

    def open(self, path: str) -> None:
        self.page.goto(self.home + path)
        self.check(path)

    def check(self, path: str) -> None:
        assert self.page.evaluate(_ALIVE) == NOTHING, path
        assert self.alarms == [], path

    def _dialog(self, dialog: Dialog) -> None:
        self.alarms.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:,")):
            self.alarms.append(f"asked {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "404" not in message.text:
            self.alarms.append(message.text)


@pytest.fixture(scope="module")
def address(desk: Desk, serve: Serve) -> Iterator[str]:
    with serve(desk.own) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(60_000)
    yield context
    context.close()


@pytest.fixture
def watch(context: BrowserContext, address: str) -> Watch:
    return Watch(context.new_page(), address)


def test_no_page_lets_anything_come_alive(watch: Watch, desk: Desk):
    reports = [f"/report/{one}" for one in desk.reports[:: max(1, len(desk.reports) // _REPORTS)]]
    others = [path for path in desk.pages if not path.startswith("/report/")]
    for path in [*others, *reports]:
        watch.open(path)


def test_what_is_picked_and_unfolded_stays_text(watch: Watch, desk: Desk):
    for story in desk.stories:
        watch.open(f"/story/{story}")
        watch.page.evaluate(
            "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
        )
        buttons = watch.page.locator("button[data-pick]")
        for at in range(min(3, buttons.count())):
            buttons.nth(at).click()
        watch.check(story)


def test_what_is_typed_stays_text(watch: Watch):
    watch.open("/search")
    for payload, word in ((MARKUP[0], "script"), (BREAKING_OUT[0], "onerror")):
        watch.page.locator("#q").fill(payload)
        expect(watch.page).to_have_url(re.compile(word))
        watch.check(payload)
    watch.open("/stories?q=" + quote(BREAKING_OUT[0]))
    watch.open("/nowhere/" + quote(MARKUP[5]))


def test_names_of_accounts_stay_text(context: BrowserContext, desk: Desk, serve: Serve):
    with serve(desk.shared) as address:
        watch = Watch(context.new_page(), address)
        watch.open("/login?next=" + quote("javascript:hostile()"))
        watch.page.get_by_label("Name").fill(LOGIN["name"])
        watch.page.get_by_label("Password").fill(LOGIN["password"])
        watch.page.get_by_role("button", name="Log in").click()
        watch.page.wait_for_url("**/stories")
        for path in ("/accounts", "/account", "/audit", "/verdicts"):
            watch.open(path)


def test_what_is_taken_away_lets_nothing_come_alive(context: BrowserContext, report_page: Path):
    watch = Watch(context.new_page(), "file:")
    watch.page.goto(report_page.as_uri())
    watch.page.locator("button[data-pick]").first.click()
    watch.check(str(report_page))
