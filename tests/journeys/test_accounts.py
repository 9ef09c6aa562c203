"""A desk for a team, in a real browser: logging in, deciding, managing, by keyboard too."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from stemma.access import Passwords
from stemma.archive import Request
from stemma.model import Actor, Role
from stemma.newsroom import Newsroom, open_newsroom
from stemma.settings import Settings
from stemma.web import Entrance, make_site

COVERAGE = Path(__file__).parents[2] / "examples" / "coverage"
DAM = ["cpa-kestrin-gate.html", "sarrowbell.html"]
PASSWORD = "a heron by the weir"  # noqa: S105 - of invented people
ROOT = Actor(name="root", through="command line")
ROLES: dict[str, Role] = {"Rea Finn": "reader", "Eda Noll": "editor", "Ada Fenn": "admin"}
PAGES = ["/login", "/stories", "/verdicts", "/account", "/accounts", "/audit"]

Serve = Callable[[FastAPI], AbstractContextManager[str]]
Violations = Callable[[Page], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A desk that is served, and where it stands."""

    address: str
    newsroom: Newsroom
    entrance: Entrance

    def log_in(self, page: Page, name: str, password: str = PASSWORD) -> None:
        page.goto(f"{self.address}/login")
        page.get_by_label("Name").fill(name)
        page.get_by_label("Password").fill(password)
        page.keyboard.press("Enter")
        page.wait_for_url("**/stories")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> Iterator[Desk]:
    settings = Settings(store=str(tmp_path_factory.mktemp("team") / "stemma.db"))
    with open_newsroom(settings) as newsroom:
        newsroom.add([str(COVERAGE / name) for name in DAM])
        newsroom.refresh()
        entrance = Entrance(newsroom=newsroom, passwords=Passwords())
        for name, role in ROLES.items():
            entrance.register.add(name, PASSWORD, role, actor=ROOT)
        entrance.register.make_token("Ada Fenn", "evening digest", "reader", actor=ROOT)
        with serve(make_site(newsroom, entrance=entrance)) as address:
            yield Desk(address=address, newsroom=newsroom, entrance=entrance)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A browser of its own for each test: nobody is logged in."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.set_default_timeout(30_000)
    yield page
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_of_the_team_can_be_read_by_everybody(
    browser: Browser, desk: Desk, violations: Violations, scheme: Literal["light", "dark"]
):
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    desk.log_in(page, "Ada Fenn")
    for path in PAGES:
        page.goto(desk.address + path)
        for details in page.locator("details").all():
            details.evaluate("one => { one.open = true }")
        assert violations(page) == [], path
    page.goto(f"{desk.address}/account")
    page.get_by_label("What it is for").fill("reader of the morning")
    page.get_by_role("button", name="Make a token").click()
    page.get_by_label("Your new token").wait_for()
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("width", [360, 2560])
def test_a_page_of_the_team_fits_narrow_and_wide_screens(page: Page, desk: Desk, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    desk.log_in(page, "Ada Fenn")
    for path in PAGES:
        page.goto(desk.address + path)
        for details in page.locator("details").all():
            details.evaluate("one => { one.open = true }")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_pages_of_the_team_have_no_errors(page: Page, desk: Desk):
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            errors.append(message.text)

    page.on("console", note)
    desk.log_in(page, "Ada Fenn")
    for path in PAGES:
        page.goto(desk.address + path)
        page.wait_for_timeout(100)
    assert errors == []


def test_who_wants_a_page_logs_in_by_keyboard_and_gets_it(page: Page, desk: Desk):
    page.goto(f"{desk.address}/search?q=gate")
    page.wait_for_url("**/login?next=**")
    expect(page.get_by_label("Name")).to_be_focused()
    page.keyboard.type("rea finn")
    page.keyboard.press("Tab")
    page.keyboard.type("a wrong guess")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("do not belong together")
    expect(page.get_by_label("Name")).to_have_value("rea finn")
    expect(page.get_by_label("Password")).to_be_focused()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=gate")
    expect(page.get_by_role("link", name="Rea Finn")).to_be_visible()
    page.get_by_role("button", name="Log out").press("Enter")
    page.wait_for_url("**/login")
    page.goto(f"{desk.address}/stories")
    page.wait_for_url("**/login?next=**")


def test_the_back_button_shows_nothing_to_who_logged_out(page: Page, desk: Desk):
    desk.log_in(page, "Rea Finn")
    page.locator(".stories h2 a").first.click()
    page.wait_for_url("**/story/**")
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url("**/login")
    page.go_back()
    page.wait_for_url("**/login?next=**")


def test_a_reader_is_offered_nothing_to_decide(page: Page, desk: Desk):
    desk.log_in(page, "Rea Finn")
    page.locator(".stories h2 a").first.click()
    page.wait_for_url("**/story/**")
    expect(page.get_by_role("link", name="Decide")).to_have_count(0)
    page.goto(f"{desk.address}/accounts")
    expect(page.get_by_role("heading", name="Not with your role")).to_be_visible()


def test_an_editor_undoes_a_verdict_in_their_own_name(page: Page, desk: Desk):
    story, *_ = desk.newsroom.stories()
    reports = desk.newsroom.story(story.id).reports[:2]
    names = tuple(report.id for report in reports)
    desk.newsroom.decide(Request(kind="same_story", names=names, author="Bo Falk"))
    desk.log_in(page, "Eda Noll")
    page.goto(f"{desk.address}/verdicts")
    form = page.locator("form[action='/undo']").first
    expect(form.locator("input[name='author']")).to_have_count(0)
    with page.expect_navigation():
        form.evaluate("form => form.requestSubmit()")
    last = desk.newsroom.verdicts()[-1].verdict
    assert (last.kind, last.author) == ("undo", "Eda Noll")


def test_an_admin_adds_changes_and_disables_an_account(page: Page, desk: Desk, browser: Browser):
    desk.log_in(page, "Ada Fenn")
    page.get_by_role("link", name="Accounts").click()
    form = page.locator("form[action='/accounts']")
    form.get_by_label("Name").fill("Nea Falk")
    form.get_by_label(re.compile("Password")).fill("another heron here")
    form.get_by_label("Role").select_option("reader")
    form.get_by_role("button", name="Add it").click()
    account = page.locator(".held li", has_text="Nea Falk")
    expect(account).to_contain_text("reader")
    other = browser.new_context().new_page()
    desk.log_in(other, "Nea Falk", "another heron here")
    account.get_by_text("Change", exact=False).first.press("Enter")
    account.get_by_label("Role").select_option("editor")
    account.get_by_role("button", name="Change the role").click()
    expect(account.locator(".state")).to_contain_text("editor")
    account.get_by_text("Change", exact=False).first.press("Enter")
    account.get_by_role("button", name="Disable").press("Enter")
    expect(account.locator(".state")).to_contain_text("disabled since")
    other.reload()
    other.wait_for_url("**/login?next=**")
    other.context.close()
    page.get_by_role("link", name="Audit").click()
    expect(page.locator(".deeds li").first).to_contain_text("Ada Fenn disabled Nea Falk")


def test_a_session_that_ends_while_a_list_is_typed_in_leads_to_the_login(page: Page, desk: Desk):
    desk.log_in(page, "Rea Finn")
    page.context.clear_cookies()
    page.get_by_label("Words").type("dam")
    page.wait_for_url("**/login?next=**")


def test_what_arrives_is_no_longer_told_to_who_is_out(page: Page, desk: Desk):
    desk.log_in(page, "Rea Finn")
    ended = page.evaluate(
        """() => new Promise((resolve) => {
          const events = new EventSource("/live");
          events.addEventListener("hello", () => resolve("told"));
          events.addEventListener("error", () => resolve("refused"));
        })"""
    )
    assert ended == "told"
    gone = page.evaluate(
        """async () => {
          const answer = await fetch("/live");
          const reader = answer.body.getReader();
          await reader.read();
          const token = document.querySelector("[name=form_token]").value;
          await fetch("/logout", {method: "POST", headers: {"X-Form-Token": token}});
          for (;;) if ((await reader.read()).done) return answer.status;
        }"""
    )
    assert gone == 200
