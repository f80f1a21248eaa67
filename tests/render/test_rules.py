"""The authors' pages: every code has one that says everything about it, and readers never meet them by search."""

import pytest

from builder.diagnostics.code import Code
from builder.diagnostics.explain import example_of
from builder.model import document as doc
from builder.model.page import Page, Publication
from builder.pipeline import codes
from builder.render.rules import rule_page
from builder.render.search import plain
from tests.render.test_publication import parts_of


def page_at(publication: Publication, address: str) -> Page:
    return next(page for page in publication.pages if page.address == address)


def words_on(page: Page) -> str:
    return " ".join(plain(part.children) for part in parts_of(page.blocks) if isinstance(part, doc.Paragraph))


@pytest.mark.parametrize("code", codes(), ids=lambda code: code.id)
def test_the_page_of_a_code_says_everything_about_it(publication: Publication, code: Code) -> None:
    page = page_at(publication, f"authors/rules/{code.id.lower()}/")
    said = words_on(page)
    for words in (code.why, code.mend, code.source):
        assert words.replace("`", "") in said
    shown = [block.text for block in page.blocks if isinstance(block, doc.Sample)]
    assert shown == [text for case in code.cases for text in (example_of(case).bad, example_of(case).good)]
    assert page.title.startswith(code.id)


def test_the_list_leads_to_every_code_once_and_says_what_follows(publication: Publication) -> None:
    page = page_at(publication, "authors/rules/")
    tables = [block for block in page.blocks if isinstance(block, doc.Table)]
    links = [part.to.address for part in parts_of(tuple(tables)) if isinstance(part, doc.Link)]  # type: ignore[union-attr]
    assert sorted(links) == sorted(code.address for code in codes())
    follows = {plain(row[1]) for table in tables for row in table.rows}
    assert follows == {"Nothing is published", "A warning", "A person is asked"}


def test_what_protects_readers_cannot_be_let_through_and_says_so() -> None:
    by_id = {code.id: code for code in codes()}
    assert "Nobody can let this through." in words_on(rule_page(by_id["MKD001"]))
    assert "on record" in words_on(rule_page(by_id["LAN002"]))


def test_whoever_came_by_a_wrong_tap_reads_first_where_to_go(publication: Publication) -> None:
    for address in ("authors/rules/", "authors/rules/saf001/"):
        first = [part for part in page_at(publication, address).blocks[:2] if isinstance(part, doc.Paragraph)]
        assert plain(first[0].children).startswith("This page is for people who write for the library.")
        ways = [part.to for part in parts_of(tuple(first)) if isinstance(part, doc.Link)]
        assert ways == [doc.To("topics/"), doc.To("help/")]


def test_what_a_code_sets_in_backticks_carries_weight() -> None:
    code = Code("STR099", "cold-tea", "error", "Run `psychoed check` now.", "Warm it.", "A book")
    assert doc.Strong((doc.Text("psychoed check"),)) in list(parts_of(rule_page(code).blocks))


def test_readers_do_not_meet_authors_pages(publication: Publication) -> None:
    assert not [entry.address for entry in publication.entries if entry.address.startswith("authors")]
    assert "checks/" in {entry.address for entry in publication.entries}
    readers = [page for page in publication.pages if page.kind in ("home", "topics", "try", "not-found", "learn")]
    assert readers
    for page in readers:
        assert not [part for part in parts_of(page.blocks) if isinstance(part, doc.To) and "authors" in part.address]
