"""Rendering keeps its promises: every reference lands, drafts stay out, order and dates come from the arguments."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from builder.model import document as doc
from builder.model.content_hash import content_hash
from builder.model.facts import Review, Withdrawal
from builder.model.files import STYLES, kind_of, styled
from builder.model.library import Library
from builder.model.page import Page, Publication
from builder.model.publisher import Publisher
from builder.model.shared import Line, Person
from builder.render import publication_of
from tests.conftest import TODAY


def parts_of(value: Any) -> Iterator[Any]:
    """Every block and inline of a document, however deep."""
    if isinstance(value, tuple):
        for one in value:
            yield from parts_of(one)
    elif hasattr(value, "__dataclass_fields__"):
        yield value
        for name in value.__dataclass_fields__:
            yield from parts_of(getattr(value, name))


def anchors(publication: Publication, address: str) -> set[str]:
    page = next(page for page in publication.pages if page.address == address)
    found = {part.anchor for part in parts_of(page.blocks) if hasattr(part, "anchor") and not isinstance(part, doc.To)}
    return (
        found
        | {"minute", "main"}
        | {entry[0] for part in page.blocks if isinstance(part, doc.Sources) for entry in part.entries}
    )


def test_every_link_lands_on_a_page_and_an_anchor(publication: Publication) -> None:
    addresses = {page.address for page in publication.pages} | carried(publication) | FOR_PROGRAMS
    for page in publication.pages:
        for to in (part for part in parts_of(page.blocks) if isinstance(part, doc.To)):
            assert to.address in addresses, (page.address, to)
            assert not to.anchor or to.anchor in anchors(publication, to.address), (page.address, to)


def files_on(page: Page) -> set[str]:
    """The files that a page hands out."""
    links = {part.address for part in parts_of(page.blocks) if isinstance(part, doc.To) and "." in part.address}
    given = {path for part in parts_of(page.blocks) if isinstance(part, doc.Downloads) for path, _ in part.files}
    return {path for path in links | given if path != "404.html"}


FOR_PROGRAMS = {"catalogue.json", "catalogue.schema.json", "changes.xml"}


def carried(publication: Publication) -> set[str]:
    """Every file that is made to be carried away."""
    assert publication.book
    printed = [sheet.path for sheet in publication.sheets] + [publication.book.path]
    read = [sheet.path for sheet in publication.sheets if sheet.kind == "module"] + [publication.book.path]
    pdfs = {styled(path, style) for path in printed for style in STYLES}
    return pdfs | {f"{path}.{ending}" for path in read for ending in ("epub", "txt")} | {publication.bundle}


def test_one_page_has_every_file_and_no_page_has_another(publication: Publication) -> None:
    pages = {page.address: files_on(page) for page in publication.pages}
    assert pages["take/"] == carried(publication)
    assert set().union(*pages.values()) == carried(publication) | FOR_PROGRAMS
    assert pages["changes/"] == FOR_PROGRAMS
    for page in publication.pages:
        if page.module and page.kind != "short":
            kinds = {kind_of(path) for path in pages[page.address]}
            assert kinds >= {"PDF, A4", "PDF, A4 in large print", "EPUB", "plain text"}, page.address
            assert any("-for-clinicians" in path for path in pages[page.address]) == (page.kind == "clinicians")


def test_every_citation_lands_in_the_pages_own_sources(publication: Publication) -> None:
    for page in publication.pages:
        listed = {entry[0] for part in page.blocks if isinstance(part, doc.Sources) for entry in part.entries}
        cited = {anchor for part in parts_of(page.blocks) if isinstance(part, doc.Cite) for _, anchor in part.sources}
        assert cited <= listed, page.address


def test_no_anchor_stands_twice_on_a_page(publication: Publication) -> None:
    for page in publication.pages:
        found = [
            part.anchor
            for part in parts_of(page.blocks)
            if isinstance(part, doc.Heading | doc.Exercise | doc.Statement)
        ]
        assert len(found) == len(set(found)), page.address


def test_each_module_has_its_pages_and_its_short_address(publication: Publication, library: Library) -> None:
    addresses = {page.address for page in publication.pages}
    for module in library.published:
        wanted = {f"{module.id}/{part}" for part in ("", "practice/", "clinicians/", "handout/")} | {
            f"m/{module.facts.code}/"
        }
        assert wanted <= addresses


def test_drafts_are_nowhere(sample_publication: Publication, sample: Library) -> None:
    drafts = [module.id for module in sample.modules.values() if module.facts.status == "draft"]
    assert drafts
    assert not [page for page in sample_publication.pages if page.module in drafts]
    assert not [
        part
        for page in sample_publication.pages
        for part in parts_of(page.blocks)
        if isinstance(part, doc.To) and part.address.split("/")[0] in drafts
    ]


def test_a_withdrawn_module_says_why_and_what_to_read_instead(sample: Library) -> None:
    module = sample.modules["cup-of-tea"]
    notice = Withdrawal(reason="The tea was cold.", replaced_by="warm-socks")
    gone = replace(module, facts=module.facts.model_copy(update={"status": "withdrawn", "withdrawn": notice}))
    pages = publication_of(replace(sample, modules={**sample.modules, module.id: gone}), TODAY).pages
    shown = {page.address: page for page in pages if page.module == module.id}
    assert set(shown) == {"cup-of-tea/", "m/tea/"}
    parts = list(parts_of(shown["cup-of-tea/"].blocks))
    assert doc.Text("The tea was cold.") in parts
    assert doc.To("warm-socks/") in parts


def test_a_discreet_title_stands_in_the_tab(publication: Publication, library: Library) -> None:
    discreet = {module.id: module.facts.discreet_title for module in library.published if module.facts.discreet_title}
    assert discreet
    for page in publication.pages:
        if page.module in discreet:
            assert page.tab == discreet[page.module]


def test_the_page_says_whether_it_is_reviewed_due_or_changed(sample: Library) -> None:
    module = sample.modules["cup-of-tea"]
    person = Person(id="ada", name="Ada Sample", credential="Sample clinician")

    def state(on: date, until: date, of: str) -> str:
        review = Review(by="ada", role="sample clinician", on=on, next=until, of=of)
        signed = replace(module, facts=module.facts.model_copy(update={"review": review}))
        library = replace(
            sample, people={**sample.people, "ada": person}, modules={**sample.modules, module.id: signed}
        )
        page = next(page for page in publication_of(library, TODAY).pages if page.address == "cup-of-tea/")
        return str(page.blocks)

    good = content_hash(module, sample)
    assert "Next review by 1 December 2026" in state(date(2026, 6, 1), date(2026, 12, 1), good)
    assert "Review overdue." in state(date(2026, 5, 1), date(2026, 11, 1), good)
    assert "Changed since review." in state(date(2026, 6, 1), date(2026, 12, 1), "0" * 64)


def test_a_notice_stands_above_the_lamp_on_every_page_and_sheet_and_nothing_says_it_twice(sample: Library) -> None:
    late = publication_of(sample, date(2027, 3, 2))
    pages = [page for page in late.pages if page.module == "warm-socks" and page.kind != "short"]
    sheets = [sheet for sheet in late.sheets if sheet.path.startswith("warm-socks/")]
    assert (len(pages), len(sheets)) == (4, 3)
    for blocks in (one.blocks for one in (*pages, *sheets)):
        tones = [block.tone if isinstance(block, doc.Paragraph) else type(block).__name__ for block in blocks]
        assert tones.count("notice") == 1
        assert "Lamp" not in tones[: tones.index("notice")]
        assert "What that means" not in str([one for one in blocks if getattr(one, "tone", "") == "small"])
    on_time = publication_of(sample, date(2027, 3, 1))
    assert "tone='notice'" not in str(on_time.pages)


def test_the_help_page_says_when_numbers_were_to_be_checked_again(sample: Library) -> None:
    def said(today: date) -> str:
        return str(next(page for page in publication_of(sample, today).pages if page.address == "help/").blocks)

    assert "were to be checked again" not in said(date(2027, 1, 15))
    assert said(date(2027, 1, 16)).count("Some were to be checked again by 15 January 2027.") == 1


def test_the_publishers_own_lines_stand_first_under_its_name(sample: Library) -> None:
    own = Publisher(
        name="Tea Clinic", helplines=(Line.model_validate({"name": "Tea Line", "for": "Anyone", "call": "555 0199"}),)
    )
    (page,) = (one for one in publication_of(replace(sample, publisher=own), TODAY).pages if one.address == "help/")
    heads = [block for block in page.blocks if isinstance(block, doc.Heading) and block.level == 3]
    assert [head.children[0] for head in heads] == [doc.Text("Tea Clinic"), doc.Text("Tea Land"), doc.Text("Sock Land")]
    said = str(page.blocks)
    assert said.index("tel:5550199") < said.index("Last checked with the services themselves: not yet.")


def test_rendering_twice_is_equal(library: Library) -> None:
    assert publication_of(library, TODAY) == publication_of(library, TODAY)


def test_the_lamp_stands_once_on_a_page(publication: Publication) -> None:
    for page in publication.pages:
        assert sum(isinstance(block, doc.Lamp) for block in page.blocks) <= 1, page.address


def test_unverified_words_are_nowhere(publication: Publication, library: Library) -> None:
    exact = {quote.words for quote in library.quotes.values() if quote.status == "verified"}
    shown = [part for page in publication.pages for part in parts_of(page.blocks) if isinstance(part, doc.Quotation)]
    assert shown
    assert all(one.words in exact for one in shown if one.exact)
    assert "absence of threat" not in str(publication)


def test_search_knows_words_that_are_explained_quoted_and_listed(publication: Publication) -> None:
    words = {entry.address: entry.told["words"] for entry in publication.entries}
    pages = [page for page in publication.pages if page.module and page.address in words]
    found = [part for page in pages for part in page.blocks if isinstance(part, doc.Gloss | doc.Quotation | doc.Pair)]
    assert {type(part) for part in found} == {doc.Gloss, doc.Quotation, doc.Pair}
    for page in pages:
        for part in page.blocks:
            match part:
                case doc.Gloss():
                    assert part.means in words[page.address]
                case doc.Quotation():
                    assert part.words in words[page.address]
                case doc.Pair():
                    assert all(one in words[page.address] for one in (*part.left, *part.right))


def test_the_library_says_its_own_licence_and_line(sample_publication: Publication, sample: Library) -> None:
    assert sample_publication.licence == sample.settings.licence
    assert sample_publication.tagline == sample.settings.tagline
