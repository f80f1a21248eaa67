"""What the ledger would promise is what readers get: counted on the site as it was really built."""

from html.parser import HTMLParser
from pathlib import Path

from builder import pipeline
from builder.check.published import published_of
from builder.load.files import read
from builder.site.headers import header_files
from tests.conftest import ROOT, TODAY

PASSING = ("source-", "under-", "open-")
"""Single sources, letters of an index, what is open just now."""
OPERATED = {"input", "button", "select", "textarea", "form", "dialog"}
NO_PLACES = {"404.html"}
FOR_HOSTS_AND_BROWSERS = ("assets/", "search/", "sw.js", *header_files("https://a.example"))


class Anchors(HTMLParser):
    """Every id inside <main>, but for those inside drawings and of what is operated."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = {"main": 0, "svg": 0}
        self.found: set[str] = set()
        self.notes: set[str] = set()
        """What only describes something that is operated."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.inside:
            self.inside[tag] += 1
        given = dict(attrs)
        self.notes |= set((given.get("aria-describedby") or "").split())
        name = given.get("id")
        if name and self.inside["main"] and not self.inside["svg"] and tag not in {"main", *OPERATED}:
            self.found.add(name)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inside:
            self.inside[tag] -= 1


def test_what_is_promised_is_what_is_built(built: Path) -> None:
    there = published_of(pipeline.check(read(ROOT / "content"), TODAY).library)
    pages = {path.relative_to(built).as_posix().removesuffix("index.html"): path for path in built.rglob("*.html")}
    assert set(pages) - NO_PLACES == set(there.pages)
    for address in set(pages) - NO_PLACES:
        if address.startswith("authors/rules/") and address != "authors/rules/":
            continue  # of a rule's page the address is promised, not its parts
        reader = Anchors()
        reader.feed(pages[address].read_text("utf-8"))
        shown = {one for one in reader.found if not one.startswith(PASSING)} - reader.notes
        assert shown - _of_templates(address) == there.pages[address], address
    files = {
        path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file() and path.suffix != ".html"
    }
    assert {one for one in files if not one.startswith(FOR_HOSTS_AND_BROWSERS)} == there.files


def _of_templates(address: str) -> set[str]:
    """What a page can be operated by."""
    operated = {"offline/": {"keep"}, "packet/": {"choose", "keep", "line", "link", "order", "pages"}}
    return operated.get(address, set())
