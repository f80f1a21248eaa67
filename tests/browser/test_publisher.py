"""A clinic's copy in real Chromium: its name, lines, way out and colours; and colours that are too close stop a build."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.check.colours import palette
from tests.run import ROOT, psychoed

pytestmark = pytest.mark.xdist_group("publisher")  # what they share is made once

OWN = """\
name: Northside Clinic
exit_target: https://rain.example/today
colours:
  light: {ground: "#f4f7fb", soft: "#48505a", night: "#2b2450", act: "#2b2450"}
  dark: {ground: "#14121f", thread: "#a893ea"}
helplines:
  - {name: Northside line, for: for patients, call: "555 0199", last_checked: 2026-11-20, next_check: 2027-01-30}
"""
TOKENS = ("--ground", "--night", "--thread")
VALUES = "all => all.map((one) => getComputedStyle(document.documentElement).getPropertyValue(one))"


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the sample library and a publisher's file, built once."""
    project = tmp_path_factory.mktemp("clinic")
    shutil.copytree(ROOT / "tests" / "sample", project / "content")
    for name in ("theme", "mkdocs.yml"):
        (project / name).symlink_to(ROOT / name)
    (project / "content" / "publisher.yml").write_text(OWN, "utf-8")
    done = psychoed.run(project, "build", "--today", "2026-11-24")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def test_its_name_its_lines_and_its_way_out_are_there(browser: Browser, clinic: Path) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 740})
    page = context.new_page()
    page.goto((clinic / "site/cup-of-tea/index.html").as_uri())
    assert page.get_by_text("Offered by Northside Clinic").count() == 2
    assert page.get_by_text("Each topic says who has reviewed it, or that nobody has.").is_visible()
    assert page.get_by_text("Not yet reviewed").first.is_visible()
    assert page.locator("[data-leave]").last.get_attribute("href") == "https://rain.example/today"
    page.goto((clinic / "site/help/index.html").as_uri())
    assert page.locator("h3").first.inner_text() == "Northside Clinic"
    assert page.locator("h3 ~ ul a[href^='tel:']").first.get_attribute("href") == "tel:5550199"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


@pytest.mark.parametrize(
    ("media", "values"),
    [
        ({"color_scheme": "light"}, ["#f4f7fb", "#2b2450", "#a85a12"]),
        ({"color_scheme": "dark"}, ["#14121f", "#21394a", "#a893ea"]),
        ({"color_scheme": "dark", "forced_colors": "active"}, ["Canvas", "Canvas", "CanvasText"]),
        ({"media": "print"}, ["#fff", "#fff", "#555"]),
    ],
    ids=["light", "dark", "forced", "paper"],
)
def test_its_colours_are_those_of_the_page(
    browser: Browser, clinic: Path, media: dict[str, str], values: list[str]
) -> None:
    page = browser.new_page()
    page.emulate_media(**media)  # type: ignore[arg-type]
    page.goto((clinic / "site/index.html").as_uri())
    assert page.evaluate(VALUES, TOKENS) == values
    page.close()


def test_a_colour_that_is_too_close_stops_the_build_and_leaves_the_site(clinic: Path) -> None:
    before = {path: path.read_bytes() for path in (clinic / "site").rglob("*") if path.is_file()}
    own = clinic / "content" / "publisher.yml"
    own.write_text(OWN.replace("#48505a", "#68707a"), "utf-8")
    done = psychoed.run(clinic, "build", "--today", "2026-11-24")
    own.write_text(OWN, "utf-8")
    assert done.returncode == 1
    assert "content/publisher.yml:4:36\n  error ACC005 faint-text" in done.stdout
    assert {path: path.read_bytes() for path in (clinic / "site").rglob("*") if path.is_file()} == before


SEEN = """() => {
  const colour = (said) => said.match(/[\\d.]+/g)?.length === 3 && said;
  const ground = (one) => one && (colour(getComputedStyle(one).backgroundColor) || ground(one.parentElement));
  const seen = new Set(), words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const one = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || !one.checkVisibility() || one.closest(".code-over")) continue; // that is for a camera
    const style = getComputedStyle(one);
    seen.add(`${one.closest("svg") ? style.fill : style.color} on ${ground(one)}`);
  }
  return [...seen];
}"""
"""The colour of all text that is shown, and of what it stands on."""

OPENED = """(tokens) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root { ${tokens.map((one, at) => `--${one}: rgb(${at + 1}, 0, 0);`).join("")} }`);
  document.adoptedStyleSheets = [sheet];
  for (const one of document.querySelectorAll("[hidden]")) one.hidden = false;
  for (const one of document.querySelectorAll("details")) one.open = true;
}"""
"""Give each token a colour that tells it, and show everything that a page can show."""


def test_no_text_stands_on_a_ground_that_the_check_does_not_compute(browser: Browser, built: Path) -> None:
    tokens = list(palette().light)
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    page = context.new_page()
    seen = {f"rgb({number}, 0, 0)": token for number, token in enumerate(tokens, 1)}
    computed = {frozenset((pair.upper, pair.lower)) for pair in palette().text.pairs}
    for path in _of_each_kind(built):
        page.goto(path.as_uri())
        page.evaluate(OPENED, tokens)
        for pair in page.evaluate(SEEN):
            names = [seen.get(one) for one in pair.split(" on ")]
            assert frozenset(names) in computed, (path, pair, names)
    context.close()


def _of_each_kind(site: Path) -> Iterable[Path]:
    """Every page but the one for lost addresses, which needs a host, and the pages of single rules but for one."""
    for path in sorted(site.rglob("index.html")):
        address = path.relative_to(site).parts
        if address[0] != "m" and (address[:2] != ("authors", "rules") or address[2] in ("index.html", "lan003")):
            yield path
