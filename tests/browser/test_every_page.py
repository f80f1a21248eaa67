"""Each page of the site, 320 pixels wide: nothing leaves the screen or is cut, and its skip link, headings and targets are right.

320 by 256 is what a screen of 1280 by 1024 shows at 400 % zoom. It is also a small phone.
"""

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.places import without_most_rules

SHARES = 4  # so that the pages can be shared out to processes
LOOK = """() => {
  const shown = (one) => one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true});
  const hidden = (one) => one.closest("svg, .skip, thead, [role=status], [popover]:not(:popover-open)");
  const name = (one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`;
  const all = [...document.body.querySelectorAll("*")].filter((one) => shown(one) && !hidden(one));
  const beside = (one) => [...one.closest("p, li, td, th, dd, figcaption, caption, label").childNodes]
    .some((node) => node !== one && !node.contains(one) && node.nodeType === 3 && node.textContent.trim());
  const targets = all.filter((one) => one.matches("a[href], button, input:not([type=radio]), summary, label:has(input)"));
  const reached = (one, across, down) => {
    one.scrollIntoView({block: "center"});
    const box = one.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
    return [[-across, 0], [across, 0], [0, -down], [0, down]].every(([right, below]) => one.contains(document.elementFromPoint(x + right, y + below)));
  };
  const small = (one) => { const box = one.getBoundingClientRect(); return (box.width < 24 || box.height < 24) && !reached(one, 11.5, 11.5); };
  return {
    sideways: document.documentElement.scrollWidth - innerWidth,
    outside: all.filter((one) => { const box = one.getBoundingClientRect(); return box.width && (box.left < -1 || box.right > innerWidth + 1); }).map(name),
    cut: all.filter((one) => getComputedStyle(one).overflowX !== "visible" && getComputedStyle(one).clipPath !== "inset(50%)" && one.matches(":not(input)") && one.scrollWidth > one.clientWidth + 1).map(name),
    small: targets.filter((one) => small(one) && !(one.tagName === "A" && one.closest("p, li, td, th, figcaption, caption") && beside(one))).map(name),
    narrow: targets.filter((one) => one.matches(".do, .menu-button, .handrail a:not(.leave), .parts a, .name, summary, label") && one.getBoundingClientRect().height < 43.5).map(name),
    leave: [...document.querySelectorAll(".leave")].filter((one) => !reached(one, 21.5, 21.5)).map(name),
    levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => Number(one.tagName[1])),
    title: document.title,
    lang: document.documentElement.lang,
  };
}"""
REACHED = """() => { const box = document.activeElement.getBoundingClientRect();
  return {skip: document.activeElement.matches(".skip"), seen: box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight}; }"""


def names(built: Path) -> list[str]:
    """Every page but the short addresses, which lead on at once."""
    found = sorted(path.relative_to(built).as_posix() for path in built.rglob("*.html"))
    return [name for name in found if not name.startswith("m/")]


def wrong(seen: dict[str, Any]) -> list[str]:
    """What is not as it should be."""
    levels = seen["levels"]
    steps = all(after - before <= 1 for before, after in pairwise(levels))
    found = [f"{kind}: {seen[kind]}" for kind in ("outside", "cut", "small", "narrow", "leave") if seen[kind]]
    found += [f"scrolls sideways by {seen['sideways']}"] if seen["sideways"] > 0 else []
    found += [] if levels and levels[0] == 1 and levels.count(1) == 1 and steps else [f"headings: {levels}"]
    return found + ([] if seen["lang"] == "en" and seen["title"] else ["language or title"])


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page(browser: Browser, site_address: str, built: Path, share: int) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 256})
    page = context.new_page()
    pages = without_most_rules(names(built))[share::SHARES]
    assert len(pages) >= 10
    faults = {}
    for name in pages:
        page.goto(site_address + name)
        page.keyboard.press("Tab")
        on = page.evaluate(REACHED)
        page.keyboard.press("Enter")
        landed = page.evaluate("document.activeElement.id") == "main"
        page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
        page.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }")
        page.evaluate("document.fonts.ready.then(() => undefined)")
        found = wrong(page.evaluate(LOOK))
        faults[name] = found + ([] if on == {"skip": True, "seen": True} and landed else [f"skip link: {on}, {landed}"])
    assert {name: found for name, found in faults.items() if found} == {}
    context.close()


def test_no_two_pages_have_one_title(built: Path) -> None:
    titles = Counter(
        (built / name).read_text("utf-8").split("<title>")[1].split("</title>")[0] for name in names(built)
    )
    assert [title for title, times in titles.items() if times > 1] == []


def test_what_is_wrong_is_seen(page: Page, site_address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(site_address)
    page.evaluate("""() => {
      const add = (tag, words) => document.querySelector("main").appendChild(Object.assign(document.createElement(tag), {textContent: words}));
      add("h5", "Deep");
      add("p", "x".repeat(90)).style.cssText = "overflow: hidden; white-space: nowrap; overflow-wrap: normal";
      add("button", "x").style.cssText = "padding: 0; border: 0; font-size: 10px";
      add("p", "wide").style.width = "400px";
    }""")
    seen = page.evaluate(LOOK)
    assert {fault.split(":")[0].split(" by")[0] for fault in wrong(seen)} == {
        "outside", "cut", "small", "scrolls sideways", "headings",
    }  # fmt: skip
