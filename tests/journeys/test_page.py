"""The HTML report in a real browser."""

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

WIDE, NARROW = {"width": 1400, "height": 900}, {"width": 360, "height": 740}


@pytest.fixture
def page(page: Page, told_page: str) -> Page:
    page.goto(told_page)
    return page


def test_the_page_asks_the_network_for_nothing_and_has_no_errors(browser: Browser, told_page: str):
    asked: list[str] = []
    errors: list[str] = []
    page = browser.new_page()

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def ask(request: Request) -> None:
        asked.append(request.url)

    page.on("request", ask)
    page.on("console", note)
    page.goto(told_page)
    page.locator("button[data-pick]").first.click()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert errors == []


def test_picking_a_finding_lights_up_its_words(page: Page):
    page.locator(".finding button[data-pick]").first.click()
    lit = page.locator(".lit")
    assert lit.count() >= 1
    assert lit.first.is_visible()
    assert "Passage 1 of" in page.locator("[data-picked-text]").first.inner_text()


def test_escape_puts_the_light_out(page: Page):
    page.locator(".finding button[data-pick]").first.click()
    page.keyboard.press("Escape")
    assert page.locator(".lit").count() == 0


def test_a_line_of_the_stemma_can_be_reached_and_read_by_keyboard(page: Page):
    edge = page.locator(".edge").first
    edge.focus()
    page.keyboard.press("Enter")
    assert page.locator(".edge.chosen").count() == 1
    assert page.locator("[data-reasons]").first.get_attribute("open") is not None
    assert edge.get_attribute("aria-label")


def test_a_claim_leads_to_its_words_in_each_report(page: Page):
    dots = page.locator(".matrix tbody tr").first.locator(".dot")
    assert dots.count() > 1
    dots.nth(1).click()
    assert page.locator(".lit").count() >= dots.count()


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_page_itself_never_scrolls_sideways(
    browser: Browser, told_page: str, viewport: dict[str, int]
):
    page = browser.new_page(viewport=viewport)  # pyright: ignore[reportArgumentType] - a plain dict is a viewport
    page.goto(told_page)
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, told_page: str, scheme: str):
    """WCAG 2.2 AA, 1.4.3: 4.5 to 1 for text."""
    page = browser.new_page(color_scheme=scheme, viewport=WIDE)  # pyright: ignore[reportArgumentType] - a plain dict is a viewport
    page.goto(told_page)
    page.locator(".finding button[data-pick]").first.click()
    worst = page.evaluate(CONTRAST)
    assert worst["ratio"] >= 4.5, worst


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => {
    const part = (v) => (v <= 10 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const color = rgba(getComputedStyle(one).backgroundColor);
      if (color[3] > 250) return color;
    }
    return [255, 255, 255, 255];
  };
  let worst = {ratio: 99};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility()) continue;
    if (element.closest("svg, script, style, .visually-hidden, .skip")) continue;
    const [a, b] = [light(rgba(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < worst.ratio) worst = {ratio, html: element.outerHTML.slice(0, 160)};
  }
  return worst;
}"""
