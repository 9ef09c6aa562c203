"""A real browser, and the desk served as users serve it."""

import socket
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, sync_playwright

import stemma

COVERAGE = Path(__file__).parents[2] / "examples" / "coverage"
AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"


@contextmanager
def serving(site: FastAPI) -> Generator[str]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        config = uvicorn.Config(site, log_level="error", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield address
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def serve() -> Callable[[FastAPI], AbstractContextManager[str]]:
    """Serve a site for as long as a block lasts; give its address."""
    return serving


@pytest.fixture(scope="session")
def told_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the address of the page that tells the invented coverage, a file."""
    coverage = stemma.report([str(COVERAGE)])
    file = tmp_path_factory.mktemp("story") / "report.html"
    file.write_text(stemma.to_html(coverage), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.set_default_timeout(30_000)
    yield page
    page.close()


@pytest.fixture(scope="session")
def violations() -> Callable[[Page], list[str]]:
    """Give what axe-core finds against WCAG 2.1 A and AA."""

    def find(page: Page) -> list[str]:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found: dict[str, Any] = page.evaluate(
            "() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })"
        )
        return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]]

    return find
