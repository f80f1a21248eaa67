"""Asks every question of questions.yml of three searches of the same pages, in one run: ours, Material's, Pagefind's.

Usage: python -m bench.search [--misses]. Real Chromium. Prints how often a right page came first, and among the first
three, on the half that was tuned on, on the half that was held back, and on the whole. Needs the `bench` dependencies.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from bench.search_peers import ROOT, material_site, our_site, pagefind_site
from bench.serving import serving
from builder.load.gather import load
from builder.render import publication_of
from tests.chromium import FLAGS, found

READY = "async () => { while (!globalThis.librarySearch?.stem) await new Promise((done) => setTimeout(done, 5)); }"
OURS = """async (all) => {
  const form = document.querySelector("[data-search]"), field = form.querySelector("input"), list = form.querySelector("[data-found]"), found = [];
  for (const asked of all) {
    field.value = asked;
    form.requestSubmit();
    await new Promise((done) => { const look = () => list.hasAttribute("aria-busy") ? setTimeout(look) : done(); look(); });
    const help = form.querySelector("[data-danger]").hidden ? [] : [form.querySelector("[data-danger] a").href];
    found.push([...help, ...[...list.querySelectorAll("a")].map((one) => one.href)]);
  }
  return found;
}"""
MATERIAL = """async (all) => {
  const field = document.querySelector(".md-search__input"), found = [];
  for (const asked of all) {
    const before = answered.length;
    field.value = asked;
    field.dispatchEvent(new KeyboardEvent("keyup"));
    field.dispatchEvent(new InputEvent("input"));
    for (let waits = 0; answered.length === before && waits < 200; waits += 1) await new Promise((done) => setTimeout(done, 10));
    found.push((answered.at(-1).items ?? []).map((group) => new URL(group[0].location, location.href).href));
  }
  return found;
}"""
HEARS = """globalThis.answered = [];
globalThis.Worker = class extends Worker {
  constructor(...words) { super(...words); this.addEventListener("message", ({ data }) => { if (data.type === 3) answered.push(data.data); }); }
};"""
PAGEFIND = """async (all) => {
  const pagefind = await import("/pagefind/pagefind.js"), found = [];
  for (const asked of all) {
    const { results } = await pagefind.search(asked);
    found.push(await Promise.all(results.slice(0, 8).map(async (one) => new URL((await one.data()).url, location.href).href)));
  }
  return found;
}"""


def main(misses: bool = False) -> None:
    """Build the three, ask, print."""
    questions = yaml.safe_load((ROOT / "bench" / "questions.yml").read_text("utf-8"))
    asked = [one["asked"] for one in questions]
    publication = publication_of(load(ROOT / "content").library, date(2026, 11, 24))
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as name, sync_playwright() as playwright:
        folder, browser = Path(name), playwright.chromium.launch(executable_path=found(), args=list(FLAGS))
        site = our_site(publication, folder / "ours")
        material = material_site(publication, folder / "material")
        pagefind = pagefind_site(publication, site, folder / "pagefind")
        answers = {
            "ours": _answers(browser, site, _touch, OURS, asked),
            "Material, as it comes": _answers(browser, material, _open, MATERIAL, asked),
            "Pagefind, as it comes": _answers(browser, pagefind, lambda page: None, PAGEFIND, asked),
        }
    print(f"{len(questions)} questions, {len(publication.entries)} pages: a right page first / among the first three")
    for name, lists in answers.items():
        rows = [(one, lists[number]) for number, one in enumerate(questions)]
        tuned, held = [row for row in rows if not row[0].get("held")], [row for row in rows if row[0].get("held")]
        print(f"  {name:24} whole {_shares(rows)}   tuned on {_shares(tuned)}   held back {_shares(held)}")
    if misses:
        for one, got in zip(questions, answers["ours"], strict=True):
            if not one.get("held") and got[:1] and got[0] not in one["right"]:
                print(f"  {one['asked']!r} gave {got[:3]}, not {one['right']}")


def _answers(
    browser: Browser, site: Path, ready: Callable[[Page], None], ask: str, asked: list[str]
) -> list[list[str]]:
    with serving(site) as root:
        page = browser.new_page()
        page.add_init_script(HEARS)
        page.goto(root)
        ready(page)
        lists: list[list[str]] = page.evaluate(ask, asked)
        page.close()
    return [list(dict.fromkeys(one.removeprefix(root).split("#")[0].split("?")[0] for one in urls)) for urls in lists]


def _touch(page: Page) -> None:
    page.get_by_role("searchbox").focus()
    page.evaluate(READY)


def _open(page: Page) -> None:
    page.evaluate(
        "document.querySelector('#__search').checked = true; document.querySelector('.md-search__input').focus()"
    )
    page.wait_for_function("() => !/Initializ/.test(document.querySelector('.md-search-result__meta').textContent)")


def _shares(rows: list[tuple[dict[str, Any], list[str]]]) -> str:
    first = sum(got[:1] != [] and got[0] in one["right"] for one, got in rows)
    three = sum(any(page in one["right"] for page in got[:3]) for one, got in rows)
    return f"{first / len(rows):6.1%} / {three / len(rows):6.1%}"


if __name__ == "__main__":
    main("--misses" in sys.argv)
