"""The index of the book leads into the book only; the desk card has every topic that is published."""

from datetime import date

from builder.model import document as doc
from builder.model.library import Library
from builder.render import publication_of


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
