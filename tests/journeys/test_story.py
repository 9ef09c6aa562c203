"""Working in a story: the page that the HTML report and the desk share, in a real browser."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

import stemma
from stemma.newsroom import open_newsroom
from stemma.settings import Settings
from stemma.web import make_site

COVERAGE = Path(__file__).parents[2] / "examples" / "coverage"


@pytest.fixture
def story(page: Page, told_page: str) -> Page:
    page.goto(told_page)
    return page


def place(page: Page, number: int) -> tuple[float, float]:
    told = page.locator("[data-node]").nth(number).get_attribute("transform") or ""
    left, top = map(float, re.findall(r"-?[\d.]+", told))
    return left, top


def view(page: Page) -> list[float]:
    told = page.locator("[data-stemma] svg").first.get_attribute("viewBox") or ""
    return [float(one) for one in told.split()]


def drawn(page: Page) -> list[str]:
    paths: list[str] = page.locator(".edge .line").evaluate_all(
        "all => all.map((one) => one.getAttribute('d'))"
    )
    return paths


def drag(page: Page, start: tuple[float, float], by: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + by[0] / 2, start[1] + by[1] / 2)
    page.mouse.move(start[0] + by[0], start[1] + by[1])
    page.mouse.up()


def middle(page: Page, selector: str) -> tuple[float, float]:
    one = page.locator(selector).first
    one.scroll_into_view_if_needed()
    box = one.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_node_is_dragged_with_its_lines_and_put_back(story: Page):
    before, lines = place(story, 1), drawn(story)
    drag(story, middle(story, "[data-node='1'] rect"), (60, 40))
    assert place(story, 1) != before
    assert drawn(story) != lines
    assert story.locator(".node.chosen").count() == 0
    story.get_by_role("button", name="Put back").first.click()
    assert place(story, 1) == before
    assert drawn(story) == lines


def test_the_ground_is_dragged_and_the_drawing_zoomed(story: Page):
    box = story.locator("[data-stemma]").first
    box.scroll_into_view_if_needed()
    frame = box.bounding_box()
    assert frame
    before = view(story)
    drag(story, (frame["x"] + 8, frame["y"] + frame["height"] - 8), (50, -30))
    assert view(story)[0] < before[0]
    story.get_by_role("button", name="Zoom in").first.click()
    expect(box.locator("svg")).not_to_have_attribute("viewBox", " ".join(map(str, before)))
    story.wait_for_timeout(300)
    near = view(story)
    assert near[2] < before[2]
    story.mouse.move(frame["x"] + 100, frame["y"] + 100)
    story.keyboard.down("Control")
    story.mouse.wheel(0, 120)
    story.keyboard.up("Control")
    story.wait_for_timeout(100)
    assert view(story)[2] > near[2]


def test_the_wheel_alone_scrolls_the_page(story: Page):
    story.mouse.move(*middle(story, "[data-stemma]"))
    before = view(story)
    at = story.evaluate("window.scrollY")
    story.mouse.wheel(0, 200)
    story.wait_for_timeout(500)
    assert story.evaluate("window.scrollY") > at
    assert view(story) == before


def test_the_stemma_is_worked_by_keyboard_alone(story: Page):
    story.emulate_media(reduced_motion="reduce")
    drawing = story.locator("[data-stemma]").first
    drawing.focus()
    before = view(story)
    story.keyboard.press("+")
    assert view(story)[2] < before[2]
    story.keyboard.press("0")
    story.keyboard.press("ArrowRight")
    moved = view(story)
    story.keyboard.press("ArrowLeft")
    assert view(story)[0] < moved[0]
    story.keyboard.press("Tab")
    assert story.evaluate("document.activeElement.dataset.node") == "0"
    story.keyboard.press("ArrowDown")
    below = story.evaluate("document.activeElement.dataset.node")
    assert below != "0"
    story.keyboard.press("Enter")
    name = story.evaluate("document.activeElement.dataset.name")
    expect(story.locator("[data-chosen-text]").first).to_contain_text(name)
    story.keyboard.press("Shift+ArrowRight")
    expect(story.get_by_role("button", name="Put back").first).to_be_visible()
    story.keyboard.press("Escape")
    assert story.locator(".node.chosen").count() == 0
    story.keyboard.press(" ")
    assert story.locator(".node.chosen").count() > 0


def test_picking_a_node_shows_the_evidence_of_its_lines_alone(story: Page):
    lines = story.locator("[data-reasons] > ul > li")
    story.locator("[data-node][data-name='Quayside Chronicle']").first.click()
    shown = story.locator("[data-reasons]").first.locator("> ul > li:visible")
    assert 0 < shown.count() < lines.count()
    for text in shown.all_inner_texts():
        assert "Quayside Chronicle" in text
    link = shown.first.locator(".passages a").first
    link.click()
    assert story.locator(".text .lit").count() > 0


def test_picking_a_line_shows_its_evidence(story: Page):
    story.locator(".edge .reach").first.dispatch_event("click")
    shown = story.locator("[data-reasons]").first.locator("> ul > li:visible")
    expect(shown).to_have_count(1)
    assert story.locator(".edge.chosen").count() == 1


def test_a_citation_of_the_brief_opens_its_words(story: Page):
    cite = story.locator(".brief a.cite").first
    number, start, end = re.split(r"[.-]", cite.get_attribute("data-at") or "")
    cite.click()
    lit = story.locator(f"#s1-{number} .lit")
    assert sum(map(len, lit.all_inner_texts())) >= (int(end) - int(start)) * 0.9
    expect(lit.first).to_be_in_viewport()
    for sentence in lit.all_inner_texts():
        assert sentence in story.locator(".brief").first.inner_text()


def test_a_claim_shows_in_which_words_each_report_has_it_the_first_marked(story: Page):
    row = story.locator("[data-matrix] tbody tr").first
    dots = row.locator(".dot").count()
    row.locator("button").click()
    wordings = story.locator(".wordings li")
    expect(wordings).to_have_count(dots)
    assert "first" in wordings.first.inner_text()
    wordings.last.locator("a").click()
    assert story.locator(".text .lit.here").count() > 0


def test_dates_figures_speakers_and_names_lead_to_their_words(story: Page):
    for selector in (
        ".timeline button",
        ".quantity .value button",
        ".speaker button",
        ".naming button",
    ):
        story.locator(selector).first.click()
        assert story.locator(".text .lit").count() > 0, selector
        story.keyboard.press("Escape")
        assert story.locator(".text .lit").count() == 0


def test_the_texts_are_whole_again_when_the_light_is_out(story: Page):
    before = story.locator(".reports").first.inner_html()
    story.locator(".finding button").first.click()
    story.keyboard.press("Escape")
    after = story.locator(".reports").first.inner_html()
    strip = re.compile(r'<div class="picked".*?</div>', re.DOTALL)
    assert strip.sub("", after) == strip.sub("", before)


def test_uncertain_dates_are_ranges_and_a_narrow_screen_gets_a_list(story: Page):
    assert story.locator(".timeline rect.event").count() > 0
    assert story.locator(".timeline .track").first.is_visible()
    story.set_viewport_size({"width": 360, "height": 740})
    assert not story.locator(".timeline .track").first.is_visible()
    assert story.locator(".timeline .told").first.is_visible()


def test_figures_that_differ_are_marked(story: Page):
    differs = story.locator(".quantity .differs .sign")
    assert differs.count() > 0
    assert story.locator(".quantity .value", has_text="≥").count() > 0


def test_an_address_leads_to_a_claim_and_its_words(page: Page, told_page: str):
    page.goto(told_page)
    link = page.locator("[data-matrix] tbody tr.more .permalink").first
    anchor = link.get_attribute("href") or ""
    page.goto("about:blank")
    page.goto(told_page + anchor)
    expect(page.locator(anchor)).to_be_in_viewport()
    assert page.locator(f"{anchor} [aria-pressed=true]").count() == 1
    assert page.locator(".text .lit").count() > 0


def test_an_address_of_something_that_is_gone_says_so(page: Page, told_page: str):
    page.goto(f"{told_page}#claim-0123456789abcdef")
    expect(page.locator("[data-gone]").first).to_contain_text("not told here any more")


def test_without_scripts_the_picture_stands_and_the_evidence_is_a_list(
    browser: Browser, told_page: str
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(told_page)
    assert page.locator(".drawing .node").first.is_visible()
    page.locator("[data-reasons] summary").first.click()
    assert page.locator("[data-reasons] .passages q").first.is_visible()
    assert page.locator("[data-zoom-tools]").first.is_hidden()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_picked_can_be_read_by_everybody(
    browser: Browser,
    told_page: str,
    violations: Callable[[Page], list[str]],
    scheme: Literal["light", "dark"],
    width: int,
):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(told_page)
    page.locator("[data-matrix] button").first.click()
    assert violations(page) == []
    context.close()


@pytest.fixture(scope="module")
def desk(
    tmp_path_factory: pytest.TempPathFactory,
    serve: Callable[[FastAPI], AbstractContextManager[str]],
) -> Iterator[str]:
    settings = Settings(store=str(tmp_path_factory.mktemp("desk") / "stemma.db"))
    with open_newsroom(settings) as newsroom:
        newsroom.add([str(COVERAGE / "cpa-kestrin-gate.html"), str(COVERAGE / "sarrowbell.html")])
        newsroom.refresh()
        with serve(make_site(newsroom)) as address:
            yield address


def test_a_link_is_copied_and_leads_back(browser: Browser, desk: str):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{desk}/stories")
    page.locator(".stories h2 a").first.click()
    page.locator(".finding .permalink").first.click()
    expect(page.locator(".copied")).to_have_text("Link copied")
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert urlsplit(copied).path.startswith("/finding/")
    page.goto("about:blank")
    page.goto(copied)
    assert "/story/" in page.url
    assert page.locator(".finding [aria-pressed=true]").count() == 1
    words = page.locator("[data-passage-link]").get_attribute("href") or ""
    assert words.startswith("/span/")
    page.goto(desk + words)
    assert page.locator(".text .lit").count() > 0
    context.close()


def test_tables_are_taken_away(page: Page, desk: str):
    page.goto(f"{desk}/stories")
    page.locator(".stories h2 a").first.click()
    page.get_by_text("Take away", exact=True).click()
    for table in ("claims", "figures", "timeline"):
        with page.expect_download() as download:
            page.get_by_role("link", name=f"{table.capitalize()}, CSV").click()
        assert download.value.suggested_filename.endswith(f"{table}.csv")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a story that a wire service and ten copies tell."""
    folder = tmp_path_factory.mktemp("many")
    text = (COVERAGE / "meridian-wire.txt").read_text(encoding="utf-8")
    for number in range(10):
        (folder / f"{number}.txt").write_text(f"{text}\nPage {number}.\n", encoding="utf-8")
    file = folder / "report.html"
    file.write_text(stemma.to_html(stemma.report([str(folder)])), encoding="utf-8")
    return file.as_uri()


def test_many_copies_are_folded_and_shown_by_keyboard(page: Page, many: str):
    page.goto(many)
    shown = page.locator("[data-node]:visible")
    fold = page.locator("[data-fold]")
    folded = shown.count()
    expect(fold).to_have_text(re.compile(r"\d+ more copies"))
    shown.last.focus()
    page.keyboard.press("Home")
    page.keyboard.press("End")
    expect(fold).to_be_focused()
    page.keyboard.press("Enter")
    expect(fold).to_be_hidden()
    assert shown.count() == page.locator("[data-node]").count() - 1 > folded
    expect(page.locator(".node:focus")).to_have_count(1)
    page.get_by_role("button", name="Fold copies").click()
    expect(shown).to_have_count(folded)


def test_a_line_that_is_picked_is_drawn_though_its_copy_was_folded(page: Page, many: str):
    page.goto(many)
    page.locator("[data-reasons] summary").first.click()
    page.locator("[data-reasons] > ul > li > button").last.click()
    expect(page.locator("[data-fold]")).to_be_hidden()


def test_paper_and_pages_without_scripts_show_all_copies(browser: Browser, page: Page, many: str):
    page.goto(many)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("[data-node].away")).to_have_count(1)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("[data-fold]")).to_be_visible()
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(many)
    expect(plain.locator("[data-node].away")).to_have_count(1)
    expect(plain.locator("[data-fold]")).to_be_hidden()
    context.close()
