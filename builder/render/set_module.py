"""A module's pages in, everything that is set of it out: pages, what search knows of them, sheets, its chapter of the book."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from builder.disk.later import Later, WholeLater
from builder.model.content_hash import content_hash
from builder.model.page import Chapter, Entry, Page, Sheet
from builder.render.book import chapter_of
from builder.render.modules import ModulePages
from builder.render.search import entries_of
from builder.render.sheets import sheets_of


@dataclass(frozen=True)
class SetModule:
    """What is set of one module, and its content `hash`. Only a published one has sheets, and a chapter, whose sources are
    `cited`: their ids with a space between two."""

    hash: str
    pages: tuple[Page, ...]
    entries: tuple[Entry, ...]
    sheets: tuple[Sheet, ...] = ()
    chapter: Chapter | None = None
    cited: str = ""


def set_module(made: ModulePages) -> SetModule:
    """Set all of it."""
    pages = made.pages()
    hash, entries = content_hash(made.module, made.library), entries_of(pages, made.library)
    if made.facts.status != "published":
        return SetModule(hash, pages, entries)
    chapter, cited = chapter_of(made)
    return SetModule(hash, pages, entries, sheets_of(made), chapter, " ".join(cited))


def set_all(made: Sequence[ModulePages]) -> list[SetModule]:
    """Set all of these."""
    return [set_module(one) for one in made]


def put_away(page: Page) -> Page:
    """The same, its blocks put away until somebody reads them."""
    return replace(page, blocks=Later.of(page.blocks))


def to_keep(one: SetModule) -> SetModule:
    """The same, all its blocks and what else search knows of it put away until somebody reads them."""
    return replace(
        one,
        pages=tuple(map(put_away, one.pages)),
        entries=tuple(replace(entry, told=WholeLater(entry.told)) for entry in one.entries),
        sheets=tuple(replace(sheet, blocks=Later.of(sheet.blocks)) for sheet in one.sheets),
        chapter=one.chapter and replace(one.chapter, blocks=Later.of(one.chapter.blocks)),
    )
