"""The page of changes tells each version, what moved and what was taken back, and leads to what is there."""

from dataclasses import replace

from builder.model import document as doc
from builder.model.anchors import list_anchors
from builder.model.library import Library
from builder.model.page import Page
from builder.render import publication_of
from builder.render.search import plain
from tests.conftest import TODAY
from tests.share.libraries import NASTY, released, withdrawn


def page_of(library: Library) -> Page:
    return next(page for page in publication_of(library, TODAY).pages if page.address == "changes/")


def told(page: Page) -> list[str]:
    items = [block.items if isinstance(block, doc.Listing) else ((block,),) for block in page.blocks]
    inside = (block for listed in items for item in listed for block in item)
    return [plain(block.children) for block in inside if isinstance(block, doc.Heading | doc.Paragraph)]


def test_each_version_is_told_the_newest_first(sample: Library) -> None:
    library = released(sample)
    page = page_of(library)
    assert told(page)[1:] == [
        "Version 0.4, 8 July 2026",
        "What was at /kettle is now on the page A cup of tea: try.",
        "What was at /cold-tea was taken back. Nobody drank it. Read instead: A cup of tea.",
        "Version 0.3, 6 May 2026", "No topic changed its words.",
        "Version 0.2, 4 March 2026", NASTY, "Changed: Warm socks.",
        "Version 0.1, 2 January 2026", "A first page.", "New: A cup of tea, Warm socks.",
    ]  # fmt: skip
    heads = {block.anchor for block in page.blocks if isinstance(block, doc.Heading)}
    assert heads == list_anchors(["changes"], library) == {f"version-0-{number}" for number in (1, 2, 3, 4)}


def test_a_topic_that_was_taken_back_is_told_with_its_reason(sample: Library) -> None:
    library = released(withdrawn(sample))
    back = library.ledger.releases[-1].model_copy(update={"away": ("cup-of-tea/",)})
    ledger = library.ledger.model_copy(update={"releases": (*library.ledger.releases[:-1], back)})
    assert told(page_of(replace(library, ledger=ledger)))[1:3] == [
        "Version 0.4, 8 July 2026", "A cup of tea was taken back. The tea was cold.",
    ]  # fmt: skip


def test_before_the_first_release_it_says_so(sample: Library) -> None:
    page = page_of(sample)
    assert told(page)[1].startswith("Nothing was released yet.")
    assert not list_anchors(["changes"], sample)


def test_a_page_says_since_when_its_words_are_as_they_are(sample: Library) -> None:
    pages = {page.address: str(page.blocks) for page in publication_of(released(sample), TODAY).pages}
    assert "These words have not changed since version 0.2, 4 March 2026." in pages["warm-socks/"]
    assert "These words have not changed" not in pages["cup-of-tea/"], "they came with this very version"
    assert "These words have not changed" not in str(publication_of(sample, TODAY).pages)
