"""The index of the book leads into the book only; the desk card has every topic that is published."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from builder.memory.shelf import Shelf
from builder.model import document as doc
from builder.model.library import Library
from builder.render import ModulePages, SetModule, publication_of, set_module, to_keep


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
