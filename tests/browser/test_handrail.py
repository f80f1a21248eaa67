"""The handrail in real Chromium: in view at every size and scroll position, never in the way, not on paper, and explained."""

import re
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SCREENS, Opened

SIZES = {
    "320 px": (320, 568, 16, 16),
    "letters twice as large by the browser": (320, 568, 32, 16),
    "letters twice as large by the page": (320, 568, 16, 32),
    "zoomed to 200 %": (160, 284, 16, 16),
    "a phone on its side, large letters": (568, 320, 32, 16),
    "desktop": (1280, 800, 16, 16),
}


@pytest.fixture(params=SIZES.values(), ids=SIZES)
def sized(request: pytest.FixtureRequest, opened: Opened, site_address: str) -> Page:
    """A long page on a small screen."""
    width, height, of_browser, of_page = request.param
    page: Page = opened({"width": width, "height": height})
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": of_browser}})
    page.goto(f"{site_address}co-regulation-vs-codependency/")
    if of_page != 16:
        page.evaluate("size => document.documentElement.style.fontSize = size", f"{of_page}px")
    return page


IN_VIEW = """step => {
  const out = document.querySelector(".leave"), missed = [];
  for (let at = 0; at < document.documentElement.scrollHeight; at += step) {
    scrollTo(0, at);
    const box = out.getBoundingClientRect();
    const spots = [.05, .5, .95].flatMap(x => [.1, .5, .9].map(y => [box.left + box.width * x, box.top + box.height * y]));
    if (box.height < 24 || box.left < 0 || box.right > innerWidth
      || spots.some(([x, y]) => document.elementFromPoint(x, y) !== out)) missed.push(at);
  }
  return missed;
}"""
"""Scroll positions at which a part of the way out is off the screen or below something else."""

FOCUS = """() => {
  const covered = [], seen = document.querySelectorAll("main :is(a, button, summary, input), footer a");
  for (const one of seen) for (const peeps of [0, 5, 20]) {
    const rail = document.querySelector(".handrail");
    document.activeElement.blur();
    scrollBy(0, one.getBoundingClientRect().top - rail.getBoundingClientRect().bottom + peeps);
    one.focus();
    const { bottom } = rail.getBoundingClientRect(), boxes = [...one.getClientRects()];
    const top = Math.min(...boxes.map(box => box.top)), end = Math.max(...boxes.map(box => box.bottom));
    const seen = end - top > innerHeight - bottom ? end >= bottom + 24 : top >= bottom; // what is taller than its room
    if (!seen) covered.push(`${peeps}: ${one.outerHTML}`);
  }
  for (const one of document.querySelectorAll(".handrail a")) {
    one.focus();
    if (one.getBoundingClientRect().top < 0) covered.push(one.outerHTML);
  }
  return [seen.length, covered];
}"""
"""What takes the focus while it stands behind the rail, and stays there."""

REACHED = """() => {
  const one = document.activeElement, boxes = [...one.getClientRects()];
  const top = Math.min(...boxes.map(box => box.top)), end = Math.max(...boxes.map(box => box.bottom));
  const least = one.closest(".handrail, .skip") ? 0 : document.querySelector(".handrail").getBoundingClientRect().bottom;
  const seen = end - top > innerHeight - least ? end >= least + 24 : top >= least;
  return one === document.body ? null : [one.outerHTML, seen && top < innerHeight];
}"""


def test_the_way_out_is_in_view_at_every_scroll_position_over_everything(sized: Page) -> None:
    assert sized.evaluate(IN_VIEW, 50) == []
    if sized.locator(".menu-button").is_visible():
        sized.evaluate("document.getElementById('menu').showPopover()")
        assert sized.evaluate(IN_VIEW, 400) == []


def test_the_rail_never_covers_what_has_the_focus(sized: Page) -> None:
    sized.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    number, covered = sized.evaluate(FOCUS)
    assert number > 60
    assert covered == []


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_no_step_of_the_keyboard_leads_behind_the_rail(opened: Opened, site_address: str, key: str) -> None:
    page = opened({"width": 320, "height": 568})
    page.goto(f"{site_address}co-regulation/practice/")
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    page.keyboard.press(key)
    steps = []
    while step := page.evaluate(REACHED):
        assert step[1], step[0]
        steps.append(step[0])
        page.keyboard.press(key)
    assert len(steps) > 25


def test_it_is_absent_from_print_and_a_sheet_says_where_to_keep_it(
    opened: Opened, site_address: str, built: Path, tmp_path: Path
) -> None:
    page = opened()
    page.goto(f"{site_address}co-regulation/handout/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.pdf(path=tmp_path / "printed.pdf")
    files = [tmp_path / "printed.pdf", *(built / "co-regulation").rglob("*.pdf")]
    assert len(files) == 1 + 3 * 4
    for file in files:
        words = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(file).pages)
        assert "Leave this site" not in words, file
        assert "leaving does" not in words, file
        assert "can be seen by others" in re.sub(r"\s+", " ", words), file


# ---- told before it is needed


@SCREENS
def test_what_leaving_does_stands_beside_it_on_every_page(
    opened: Opened, site_address: str, built: Path, screen: dict[str, int]
) -> None:
    for file in built.rglob("*.html"):
        assert file.parent.parent.name == "m" or 'class="told-first"' in file.read_text("utf-8"), file
    page = opened(screen, scripts=False)
    for address in ("404.html", "help/", "co-regulation/handout/", ""):
        page.goto(site_address + address)
        link, leave = page.locator(".told-first a").last, page.locator(".leave").bounding_box()
        box = link.bounding_box()
        assert box
        assert leave
        assert box["height"] >= 44, address
        assert 0 <= box["y"] - (leave["y"] + leave["height"]) < 24, address
        assert abs(box["x"] + box["width"] - leave["x"] - leave["width"]) < 1, address
    link.click()
    assert page.url == f"{site_address}leaving/"
    words = page.locator("main").inner_text()
    assert "It does not clear your history" in words
    assert "erase" not in words.lower()


def test_the_old_place_on_the_help_page_still_leads_on(opened: Opened, site_address: str) -> None:
    page = opened()
    page.goto(f"{site_address}help/#leaving")
    expect(page.locator("#leaving")).to_be_in_viewport()
    page.locator("main a[href$='leaving/']").click()
    assert page.url == f"{site_address}leaving/"
