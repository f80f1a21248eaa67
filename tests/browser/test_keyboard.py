"""A page by keyboard alone: everything in order and in view, menu, folds and guide by their keys, and no key does more than it says."""

import string
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.places import LEARN, PRACTICE

ABLE = """() => [...document.querySelectorAll("a[href], button, input, summary")]
  .filter((one) => one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && !(one.type === "radio" && !one.checked))
  .map((one) => (one.dataset.at = Math.random().toString()))"""
HERE = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  return {at: one.dataset.at, words: one.textContent.trim(), ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
}"""
PLACES = """[...document.querySelectorAll(".dot")].map((dot) => {
  const box = dot.getBoundingClientRect(), on = dot.closest("svg").getBoundingClientRect();
  return `${Math.round(box.x - on.x)} ${Math.round(box.y - on.y)}`;
}).join()"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["", LEARN, "help/"])
def test_tab_reaches_everything_in_order_with_a_ring_in_view(
    page: Page, site_address: str, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(site_address + address)
    wanted = page.evaluate(ABLE)
    assert len(wanted) > 10
    steps: list[dict[str, Any]] = []
    for _ in wanted:
        page.keyboard.press("Tab")
        steps.append(page.evaluate(HERE))
    assert [step["at"] for step in steps] == wanted
    assert [step["words"] for step in steps if step["ring"] < 2 or not step["seen"]] == []
    for _ in wanted[1:]:
        page.keyboard.press("Shift+Tab")
    assert page.evaluate(HERE)["at"] == wanted[0]


def test_the_menu_opens_and_closes_with_keys(page: Page, site_address: str) -> None:
    page.goto(site_address + LEARN)
    button = page.get_by_role("button", name="Menu")
    first = page.locator("#menu a").first
    for opens, closes in (("Enter", "Escape"), ("Space", "Space")):
        button.focus()
        page.keyboard.press(opens)
        assert first.is_visible()
        if closes == "Escape":
            page.keyboard.press("Tab")
            assert first.evaluate("one => one === document.activeElement")
        page.keyboard.press(closes)
        assert not first.is_visible()
        assert button.evaluate("one => one === document.activeElement")


def test_what_is_folded_opens_and_closes_with_keys(page: Page, site_address: str) -> None:
    page.goto(site_address + LEARN)
    fold = page.locator("main details").first
    fold.locator("summary").focus()
    for key, is_open in (("Enter", True), ("Enter", False), ("Space", True)):
        page.keyboard.press(key)
        assert fold.evaluate("one => one.open") is is_open


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_guide_starts_and_stops_with_a_key_and_honours_less_motion(
    browser: Browser, site_address: str, motion: Any
) -> None:
    context = browser.new_context(reduced_motion=motion)
    page = context.new_page()
    page.goto(site_address + PRACTICE)
    button = page.get_by_role("button", name="Start the guide")
    still = page.evaluate(PLACES)
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Stop the guide").wait_for()
    seen = page.evaluate(f"""async () => {{
      const seen = new Set();
      for (let frame = 0; frame < 30; frame += 1) {{
        await new Promise(requestAnimationFrame);
        seen.add({PLACES});
      }}
      return [...seen];
    }}""")
    assert len(seen) <= 2 if motion == "reduce" else len(seen) > 5
    page.keyboard.press("Enter")
    button.wait_for()
    assert page.evaluate(PLACES) == still
    context.close()


@pytest.mark.parametrize("address", ["", LEARN, PRACTICE, "research/"])
def test_no_single_key_does_anything(page: Page, site_address: str, address: str) -> None:
    state = "() => [location.href, document.documentElement.outerHTML, document.activeElement.tagName, scrollY]"
    page.goto(site_address + address)
    before = page.evaluate(state)
    for key in string.ascii_letters + string.digits + string.punctuation:
        page.keyboard.press(key)
    assert page.evaluate(state) == before
