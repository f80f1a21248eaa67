"""Measures what a first search costs in a large library: bytes on the wire, and time on a slow phone and a weak signal.

Usage: python -m bench.search_growth [MODULES] [QUERIES]. The pages of the shipped modules again and again, in which a
part of the words is replaced by words of an invented vocabulary that grows as in real text; the real page with the
form, the real client, real Chromium. A query is two words that each stand on more than three pages of a hundred.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.search_peers import ROOT, our_site
from bench.serving import serving
from bench.words import QUALITIES, THINGS
from builder.load.gather import load
from builder.model.page import Entry
from builder.render import publication_of
from builder.site.search import Search
from builder.site.weighed import texts_of
from builder.site.words import COMMON, SKIP, telling
from tests.chromium import FLAGS, found

_NEW = 0.35  # so much of each page is said in words of its own
_SOUNDS = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "la",
    "me",
    "ni",
    "po",
    "ru",
    "sa",
    "te",
    "vi",
    "wo",
    "za",
    "bra",
    "cle",
    "dri",
    "flo",
    "gru",
    "pla",
    "ste",
    "tri",
]
FIRST = """async (asked) => {
  const field = document.querySelector("[data-search] input"), list = document.querySelector("[data-found]");
  const started = performance.now();
  field.focus();
  field.value = asked;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  return new Promise((done) => {
    const seen = new MutationObserver(() => { if (list.firstElementChild) { seen.disconnect(); done(performance.now() - started); } });
    seen.observe(list, { childList: true });
    setTimeout(done, 20000, null);
  });
}"""


def main(modules: int = 1_000, queries: int = 100) -> None:
    """Make the index, ask, print."""
    publication = publication_of(load(ROOT / "content").library, date(2026, 11, 24))
    entries = tuple(_grown(publication.entries, modules))
    files = Search(entries, publication.sayings).files(publication.danger_words)
    spread = Counter(word for one in entries for word in set(telling(one.told["words"])))
    often = sorted(
        word
        for word, pages in spread.items()
        if pages > 0.03 * len(entries) and word not in COMMON | SKIP and len(word) > 2
    )
    chance = random.Random(1)
    asked = [" ".join(chance.sample(often, 2)) for _ in range(queries)]
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as name:
        site = our_site(publication, Path(name) / "site")
        for path, content in files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(content)
        costs, times = first_results(site, asked, max(1, queries // 4))
    total = sum(map(len, files.values()))
    print(
        f"{modules} modules, {len(entries)} pages, {len(spread)} words, index {total / 1e6:.1f} MB in {len(files)} files"
    )
    print(
        f"first two-word query, all bytes on the wire: median {median(costs) / 1e3:.1f} kB, most {max(costs) / 1e3:.1f} kB ({queries} queries)"
    )
    print(
        f"touch to first result, CPU slowed 4 times, 1.6 Mbit/s, 150 ms: median {median(times):.2f} s, most {max(times):.2f} s "
        f"({len(times)} queries)"
    )


def two_words(queries: int) -> list[str]:
    """Queries of two words that stand on many pages of a library of `bench.library`."""
    chance, often = random.Random(1), [one for one in (*THINGS[:30], *QUALITIES[:15]) if "-" not in one]
    return [" ".join(chance.sample(often, 2)) for _ in range(queries)]


def first_results(site: Path, asked: list[str], slow: int) -> tuple[list[int], list[float]]:
    """Of each query the bytes on the wire, and of the first `slow` the seconds on a slow phone and a weak signal."""
    with sync_playwright() as playwright, serving(site) as root:
        browser = playwright.chromium.launch(executable_path=found(), args=list(FLAGS))
        return [_bytes(browser, root, one) for one in asked], [_seconds(browser, root, one) for one in asked[:slow]]


def _grown(entries: Sequence[Entry], modules: int) -> Iterator[Entry]:
    chance = random.Random(7)
    own = [one for one in entries if one.address.count("/") == 2 or one.told["asked"]]
    names = sorted({one.address.split("/")[0] for one in own})
    yield from (one for one in entries if one not in own)
    known = modules * 25
    for number in range(modules):
        name = names[number % len(names)]
        for one in (page for page in own if page.address.split("/")[0] == name):
            texts = {
                place: " ".join(_word(chance, known) if chance.random() < _NEW else word for word in text.split())
                for place, text in texts_of(one).items()
            }
            address = one.address.replace(name, f"{name}-{number}", 1)
            yield Entry(address, texts.pop("title"), texts.pop("summary"), texts, one.wanted)


def _word(chance: random.Random, known: int) -> str:
    """A word of an invented language in which, as in ours, a few words are said often and most hardly ever."""
    rank = int(known ** chance.random())
    word = ""
    while rank or len(word) < 4:
        rank, sound = divmod(rank, len(_SOUNDS))
        word += _SOUNDS[sound]
    return word


def _bytes(browser: Browser, root: str, asked: str) -> int:
    context, page, cdp = _opened(browser, root)
    sizes: list[int] = []
    cdp.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    field = page.get_by_role("searchbox")
    field.press_sequentially(asked, delay=100)
    page.locator("[data-found] a").first.wait_for()
    page.locator("[data-found]:not([aria-busy])").wait_for()
    context.close()
    return int(sum(sizes))


def _seconds(browser: Browser, root: str, asked: str) -> float:
    context, page, cdp = _opened(browser, root)
    slow = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
    cdp.send("Network.emulateNetworkConditions", slow)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    took: float = page.evaluate(FIRST, asked)
    context.close()
    return took / 1000


def _opened(browser: Browser, root: str) -> tuple[Any, Page, Any]:
    context = browser.new_context()
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    cdp.send("Network.enable")
    page.goto(root, wait_until="networkidle")
    return context, page, cdp


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]))
