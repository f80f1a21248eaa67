"""axe-core in real Chromium: no page breaks a rule, in light or dark, on a phone or a desk, with all that folds opened."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from tests.browser.places import without_most_rules

SHARES = 4  # so that the pages can be shared out to processes
BY_COLOUR = ["color-contrast", "link-in-text-block"]  # all that another scheme can change: the markup stays
RUN = """async (rules) => {
  const only = rules ? {runOnly: {type: "rule", values: rules}} : {};
  const said = await axe.run(document, {resultTypes: ["violations", "incomplete"], preload: false, ...only});
  const told = (all) => all.flatMap((one) => one.nodes.map((node) =>
    ({rule: one.id, target: node.target.join(" "), why: [...node.any, ...node.all, ...node.none].map((check) => check.message).join(" ")})));
  return {violations: told(said.violations), incomplete: told(said.incomplete)};
}"""
OPEN = "() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }"


LOOKS = ((360, "light"), (1280, "dark"), (1280, "light"), (360, "dark"))


def looks_of(number: int) -> tuple[tuple[int, str], ...]:
    """How to judge the page with this number: in turns, so that each kind of page is seen in all four looks.

    With EVERY=page in the environment each page is seen in all.
    """
    return LOOKS if os.environ.get("EVERY") == "page" else LOOKS[:2] if number % 2 else LOOKS[2:]


def judged(page: Page, looks: tuple[tuple[int, str], ...]) -> tuple[list[Any], list[Any]]:
    """What breaks a rule on the page as it stands, and what axe leaves to a person."""
    page.evaluate(Axe().axe_script)
    broken: list[Any] = []
    left: list[Any] = []
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        said = page.evaluate(RUN, None if scheme == "light" else BY_COLOUR)
        where = {"page": page.url, "width": width, "scheme": scheme}
        broken += [where | one for one in said["violations"]]
        left += [where | one for one in said["incomplete"]]
    return broken, left


def is_known(left: dict[str, str]) -> bool:
    """Whether axe leaves open only what lies behind words whose contrast tests/site/test_theme.py computes from the tokens:
    words in a drawing, and a link or a sample whose padding lies over the edge of its neighbour."""
    return left["rule"] == "color-contrast" and ("text" in left["target"] or "partially" in left["why"])


def stay(route: Route) -> None:
    """A short address leads on at once; without what does that, its page stays in view."""
    answer = route.fetch()
    words = re.sub(r'<script.*?</script>|<meta http-equiv="refresh"[^>]*>', "", answer.text())
    route.fulfill(response=answer, body=words)


@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_breaks_a_rule(page: Page, site_address: str, built: Path, share: int) -> None:
    names = sorted(path.relative_to(built).as_posix() for path in built.rglob("*.html"))
    assert len(names) >= 140
    broken, left = [], []
    for number, name in list(enumerate(without_most_rules(names)))[share::SHARES]:
        if name.startswith("m/"):
            page.route("**/m/**", stay)
        page.goto(site_address + name)
        page.evaluate(OPEN)
        said = judged(page, looks_of(number // SHARES))
        broken += said[0]
        left += said[1]
        page.unroute_all()
    assert broken == []
    assert [one for one in left if not is_known(one)] == []
    assert sum("partially" in one["why"] for one in left) <= 24


def test_the_opened_menu_breaks_no_rule(page: Page, site_address: str) -> None:
    page.goto(site_address)
    page.get_by_role("button", name="Menu").click()
    page.evaluate(Axe().axe_script)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.get_by_role("link", name="Topics").is_visible()
        assert page.evaluate(RUN, None)["violations"] == []


def test_what_breaks_a_rule_is_found(browser: Browser, site_address: str) -> None:
    page = browser.new_context(bypass_csp=True).new_page()
    page.goto(site_address)
    page.evaluate("""() => {
      document.querySelector("main p").style.color = "#999";
      document.querySelector(".skip").remove();
      document.querySelector("main").insertAdjacentHTML("beforeend", "<button></button><h5>Deep</h5><img src=x>");
    }""")
    broken, _ = judged(page, LOOKS)
    assert {one["rule"] for one in broken} >= {"color-contrast", "button-name", "image-alt"}
    assert {(one["width"], one["scheme"]) for one in broken if one["rule"] == "color-contrast"} >= {
        (360, "light"),
        (1280, "light"),
    }
    page.context.close()
