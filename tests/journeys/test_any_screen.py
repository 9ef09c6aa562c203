"""A story on narrow and wide screens: nothing to scroll sideways, and a way through that stays."""

import pytest
from playwright.sync_api import Page, expect

NARROW, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


@pytest.fixture
def narrow(page: Page, told_page: str) -> Page:
    page.set_viewport_size(NARROW)  # pyright: ignore[reportArgumentType] - a plain dict is a viewport
    page.goto(told_page)
    return page


@pytest.fixture
def wide(page: Page, told_page: str) -> Page:
    page.set_viewport_size(DESK)  # pyright: ignore[reportArgumentType] - as above
    page.goto(told_page)
    return page


def test_on_a_narrow_screen_each_claim_names_who_has_it(narrow: Page):
    row = narrow.locator("[data-matrix] tbody tr").first
    names = row.locator(".holder-name").all_inner_texts()
    assert len(names) > 1
    for holder in row.locator(".holder").all():
        box = holder.bounding_box()
        assert box
        assert box["width"] > 40
        assert box["x"] + box["width"] <= NARROW["width"]
    row.locator(".holder").last.click()
    assert narrow.locator(".text .lit.here").count() > 0


def test_a_reader_may_have_the_table_all_the_same(narrow: Page):
    narrow.get_by_role("button", name="Show as a table").first.click()
    expect(narrow.locator("[data-matrix] thead").first).to_be_visible()
    narrow.get_by_role("button", name="Show as a list").first.click()
    expect(narrow.locator("[data-matrix] thead").first).to_be_hidden()


def test_where_there_is_room_the_claims_are_a_table(wide: Page):
    table = wide.locator("[data-matrix]").first
    expect(table.locator("thead th.report").first).to_be_visible()
    section = table.locator("xpath=ancestor::section")
    assert section.evaluate("one => one.scrollWidth <= one.clientWidth")


@pytest.mark.parametrize("viewport", [NARROW, DESK], ids=["narrow", "wide"])
def test_the_way_through_a_story_stays_at_the_top_and_says_where_one_is(
    page: Page, told_page: str, viewport: dict[str, int]
):
    page.set_viewport_size(viewport)  # pyright: ignore[reportArgumentType] - as above
    page.goto(told_page)
    way = page.locator(".contents").first
    way.get_by_role("link", name="Dates").click()
    expect(way.locator("[aria-current=location]")).to_contain_text("Dates")
    box, heading = way.bounding_box(), page.locator("#s1-timeline").bounding_box()
    assert box
    assert heading
    assert box["y"] == 0
    assert heading["y"] >= box["y"] + box["height"]


def test_findings_of_one_kind_are_shown_alone_and_all_of_them(wide: Page):
    findings = wide.locator("section").filter(has=wide.locator(".kinds")).first
    shown = findings.locator(".finding:visible")
    before = shown.count()
    kind = findings.locator("[data-kind=single_outlet]")
    kind.click()
    expect(shown).to_have_count(int(kind.locator("b").inner_text()))
    assert findings.locator(".finding.single_outlet:visible").count() == shown.count()
    wide.locator(".finding:visible button").first.click()
    wide.keyboard.press("Escape")
    expect(kind).to_have_attribute("aria-pressed", "true")
    kind.click()
    expect(shown).to_have_count(before)


def test_any_text_is_one_step_away(wide: Page):
    index = wide.locator(".index").first
    index.locator("summary").click()
    link = index.locator("a").last
    link.click()
    expect(wide.locator(f"{link.get_attribute('href')} h3")).to_be_in_viewport()
    expect(index).not_to_have_attribute("open", "")


def test_the_brief_cites_each_report_once(wide: Page):
    for line in wide.locator(".brief").first.locator("li").all():
        cited = line.locator("a.cite").evaluate_all("all => all.map((one) => one.hash)")
        assert len(cited) == len(set(cited))
