"""Letters twice as large, or spaced as a reader may space them (WCAG 1.4.4, 1.4.12): nothing is cut, covered or off the screen."""

import pytest
from playwright.sync_api import Browser

from builder.model.library import Library
from tests.browser.places import KINDS

LARGE = "html { font-size: 32px !important }"
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
LOOK = """() => {
  const faults = [], boxes = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`scrolls sideways by ${document.documentElement.scrollWidth - innerWidth}`);
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const holder = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || holder.closest("svg, .handrail, .skip, script, thead, [popover]:not(:popover-open), [role=status]")) continue;
    if (!holder.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})) continue;
    if (getComputedStyle(holder).clipPath === "inset(50%)") continue; // only told
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    for (const box of range.getClientRects()) if (box.width > 2) boxes.push({box, block: holder.closest("p, li, h1, h2, h3, td, th, a, button, summary, label, dt, dd, legend, caption"), words: walk.currentNode.data.trim().slice(0, 30)});
  }
  for (const { box, words } of boxes) if (box.left < -1 || box.right > innerWidth + 1) faults.push(`off the screen: ${words}`);
  boxes.sort((a, b) => a.box.top - b.box.top);
  for (let at = 0; at < boxes.length; at += 1) {
    const one = boxes[at], size = Math.min(12, one.box.height / 3);
    for (let next = at + 1; next < boxes.length && boxes[next].box.top < one.box.bottom - size; next += 1) {
      const other = boxes[next];
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      if (across > 4 && down > size && one.block !== other.block) faults.push(`over one another: ${one.words} / ${other.words}`);
    }
  }
  for (const one of document.querySelectorAll("main *, header *, footer *, .handrail *")) {
    if (one.closest("svg, thead, [role=status], [popover]:not(:popover-open)") || one.matches("input")) continue;
    const style = getComputedStyle(one);
    if (style.clipPath === "inset(50%)") continue;
    if (style.overflow !== "visible" && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)) faults.push(`cut: ${one.tagName} ${one.className}`);
  }
  return [...new Set(faults)];
}"""


FONT = "@font-face { font-family: Ours; src: url(/assets/font/atkinson-next-words.woff2); font-weight: 400 700 } * { font-family: Ours !important }"
CUT = """() => [...document.querySelectorAll("main :is(h1, h2, h3)")].flatMap((head) => {
  const walk = document.createTreeWalker(head, NodeFilter.SHOW_TEXT), cut = [];
  while (walk.nextNode()) for (const word of walk.currentNode.data.matchAll(/[\\p{L}’]+/gu)) {
    const range = document.createRange();
    range.setStart(walk.currentNode, word.index);
    range.setEnd(walk.currentNode, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) cut.push(word[0]);
  }
  return cut;
})"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("how", [LARGE, SPACED], ids=["twice as large", "spaced"])
def test_nothing_is_cut_covered_or_off_the_screen(browser: Browser, site_address: str, how: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740}, bypass_csp=True)
    page = context.new_page()
    faults = {}
    for address in KINDS:
        page.goto(site_address + address)
        page.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }")
        before = page.evaluate("document.documentElement.scrollHeight")
        page.add_style_tag(content=how)
        page.evaluate("() => document.fonts.ready.then(() => 0)")
        assert page.evaluate("document.documentElement.scrollHeight") > before
        faults[address] = page.evaluate(LOOK)
    page.add_style_tag(content="h1 { margin-bottom: -2em !important; overflow: hidden; height: .5em }")
    assert any(fault.startswith(("over", "cut")) for fault in page.evaluate(LOOK)), "nothing is ever seen"
    assert {address: found for address, found in faults.items() if found} == {}
    context.close()


def test_what_is_chosen_from_needs_no_more_than_the_smallest_screen(browser: Browser, site_address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 740}, bypass_csp=True)
    page = context.new_page()
    for address in ("packet/", "research/"):
        page.goto(site_address + address)
        page.locator("main form.choose label").first.wait_for()
        page.add_style_tag(content=LARGE)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
    context.close()


def test_no_title_of_a_topic_is_cut_in_a_word(browser: Browser, site_address: str, library: Library) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    page = context.new_page()
    for address in ("research/", "glossary/", *(f"{name}/" for name in library.modules)):
        page.goto(site_address + address)
        page.add_style_tag(content=LARGE + FONT)
        page.evaluate("() => document.fonts.load('680 20px Ours')")
        assert page.evaluate(CUT) == [], address
    page.add_style_tag(content="h1 { font-size: 2.25rem !important }")
    assert page.evaluate(CUT), "a cut is never seen"
    context.close()
