"""A module's pages in, everything that is set of it out: pages, what search knows of them, sheets, its chapter of the book."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from builder.disk.later import ItemsLater, Later
from builder.model.page import Chapter, Entry, Page, Sheet
from builder.render.book import chapter_of
from builder.render.modules import ModulePages
from builder.render.search import entries_of
from builder.render.sheets import sheets_of


@dataclass(frozen=True)
class SetModule:
    """What is set of one module. Only a published one has sheets, and a chapter, whose sources are `cited`: their ids with
    a space between two."""

    pages: tuple[Page, ...]
    entries: Sequence[Entry]
    sheets: tuple[Sheet, ...] = ()
    chapter: Chapter | None = None
    cited: str = ""


def set_module(made: ModulePages) -> SetModule:
    """Set all of it."""
    pages = made.pages()
    entries = entries_of(pages, made.library)
    if made.facts.status != "published":
        return SetModule(pages, entries)
    chapter, cited = chapter_of(made)
    return SetModule(pages, entries, sheets_of(made), chapter, " ".join(cited))


def set_all(made: Sequence[ModulePages]) -> list[SetModule]:
    """Set all of these."""
    return [set_module(one) for one in made]


def put_away(page: Page) -> Page:
    """The same, its blocks put away until somebody reads them."""
    return replace(page, blocks=Later.of(page.blocks))


def to_keep(one: SetModule) -> SetModule:
    """The same, all its blocks and what search knows of it put away until somebody reads them."""
    return replace(
        one,
        pages=tuple(map(put_away, one.pages)),
        entries=ItemsLater(one.entries),
        sheets=tuple(replace(sheet, blocks=Later.of(sheet.blocks)) for sheet in one.sheets),
        chapter=one.chapter and replace(one.chapter, blocks=Later.of(one.chapter.blocks)),
    )
