"""The index of the book leads into the book only; the desk card has every topic that is published."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builder.check.published import published_of
from builder.memory.shelf import Shelf
from builder.model import addresses
from builder.model import document as doc
from builder.model.files import STYLES, styled
from builder.model.library import Library
from builder.render import ModulePages, SetModule, publication_of, set_module, to_keep
from tests.conftest import TODAY


def test_every_name_in_the_index_leads_to_a_chapter(sample: Library) -> None:
    book = publication_of(sample, date(2026, 11, 24)).book
    assert book
    inside = {address for chapter in book.chapters for address in chapter.addresses}
    index = book.chapters[-1]
    items = [item for block in index.blocks if isinstance(block, doc.Listing) for item in block.items]
    links = [link.to.address for (line,) in items for link in line.children if isinstance(link, doc.Link)]  # type: ignore
    assert len(links) >= len(items) > 3
    said = [str(item).casefold() for item in items]
    assert len({link.children for (line,) in items for link in line.children[:1]}) == len(items), "each name once"  # type: ignore
    assert ", in " not in "".join(said)
    assert set(links) <= inside
    kinds = [type(block) for block in index.blocks]
    assert kinds == [doc.Heading, doc.Listing] * (len(kinds) // 2), "no letter without a name"


def test_the_desk_card_has_a_row_for_each_published_topic(sample: Library) -> None:
    publication = publication_of(sample, date(2026, 11, 24))
    (card,) = [sheet for sheet in publication.sheets if sheet.kind == "cards"]
    (table,) = [block for block in card.blocks if isinstance(block, doc.Table)]
    assert len(table.rows) == sum(sheet.kind == "handout" for sheet in publication.sheets) == len(sample.published)
    said = str(table.rows)
    for module in sample.published:
        assert f"/m/{module.facts.code}'" in said
        assert module.facts.fits in said


def test_the_index_that_a_shelf_kept_is_the_one_that_would_be_made(sample: Library, tmp_path: Path) -> None:
    def kept(made: Sequence[ModulePages]) -> list[SetModule]:
        return [to_keep(set_module(one)) for one in made]

    def index(library: Library, shelf: Shelf | None) -> Sequence[doc.Block]:
        book = publication_of(library, date(2026, 11, 24), shelf=shelf, setting=kept).book
        assert book
        return book.chapters[-1].blocks

    shelf = Shelf(tmp_path)
    first = index(sample, shelf)
    assert index(sample, shelf) == first == index(sample, None)
    module = sample.modules["cup-of-tea"]
    learn = module.prose["learn"]
    headings = [at for at, block in enumerate(learn.blocks) if type(block).__name__ == "Heading"]
    fewer = (*learn.blocks[: headings[0]], *learn.blocks[headings[1] :])  # without the part to which "rest" leads
    shorter = replace(module, prose={**module.prose, "learn": replace(learn, blocks=fewer)})
    changed = replace(sample, modules={**sample.modules, "cup-of-tea": shorter})
    assert index(changed, shelf) == index(changed, None) != first


def test_a_book_that_would_be_too_thick_has_volumes_and_each_is_whole(
    sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "MOST_BOUND", 1)
    publication = publication_of(sample, TODAY)
    book, topics = publication.book, len(sample.published)
    assert book
    assert [one.title for one in book.bound] == [
        f"{book.title}, book\xa0{at + 1}\xa0of\xa0{topics}" for at in range(topics)
    ]
    assert topics > 1
    whole = {chapter.title: chapter for chapter in book.chapters}
    (sources,) = [block for block in whole["Sources"].blocks if isinstance(block, doc.Sources)]
    held, cited = list[str](), set[str]()
    for one in book.bound:
        titles = [chapter.title for chapter in one.chapters]
        (topic,) = [chapter for chapter in one.chapters if len(chapter.addresses) > 1]
        assert topic == whole[topic.title]
        held.append(topic.title)
        assert titles == [title for title in whole if len(whole[title].addresses) == 1 or title == topic.title]
        (own,) = [block for block in one.chapters[-2].blocks if isinstance(block, doc.Sources)]
        cited |= {key for key, _, _ in own.entries}
        (claims,) = [block for block in one.chapters[-3].blocks if isinstance(block, doc.Table)]
        assert {link.to.address for *_, (link,) in claims.rows} == {topic.addresses[0]}  # type: ignore
        inside = {address for chapter in one.chapters for address in chapter.addresses}
        listed = (block for block in one.chapters[-1].blocks if isinstance(block, doc.Listing))
        links = [link.to.address for block in listed for (line,) in block.items for link in line.children[:1]]  # type: ignore
        assert inside.issuperset(links)
    assert held == [module.facts.title for module in sample.published]
    assert cited == {key for key, _, _ in sources.entries}


def test_every_volume_is_on_the_page_of_all_files_with_what_is_in_it_and_none_but_the_first_is_promised(
    sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = published_of(sample).files
    monkeypatch.setattr(addresses, "MOST_BOUND", 1)
    publication = publication_of(sample, TODAY)
    assert publication.book
    papers = [styled(one.path, style) for one in publication.book.bound for style in STYLES]
    assert len(set(papers)) == 4 * len(sample.published)
    assert published_of(sample).files == before, "a library that grows or shrinks past fifty loses no file"
    assert before.issuperset(papers[:4])
    (page,) = [page for page in publication.pages if page.kind == "take"]
    shown = [file for block in page.blocks if isinstance(block, doc.Downloads) for file in block.files]
    assert [file for file in shown if file[0] in papers] == [
        (path, f"Book {at // 4 + 1} of {len(papers) // 4}") for at, path in enumerate(papers)
    ]
    said = str(page.blocks)
    for at, module in enumerate(sample.published, start=1):
        title = module.facts.title
        assert f"Book {at} of {len(sample.published)}, for paper: from “{title}” to “{title}”." in said
