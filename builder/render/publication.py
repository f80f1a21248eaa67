"""A library and today's date in, everything that any output needs out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from types import MappingProxyType

from builder.diagnostics.code import Code
from builder.markup.walk import blocks_of, cites_of
from builder.model.library import Library
from builder.model.page import Page, Publication
from builder.model.precheck import NOT_RUN, Precheck
from builder.model.shelf import Shelf
from builder.model.topic import Measured
from builder.render.book import book_of, help_of
from builder.render.cards import cards_of
from builder.render.changes import ChangeLists, changes_of
from builder.render.checks import CheckLists
from builder.render.citations import Bibliography
from builder.render.desk import DeskLists
from builder.render.divided import divisions_of, led_on
from builder.render.elsewhere import with_ledger
from builder.render.files import FileLists
from builder.render.lists import Lists, Makers
from builder.render.modules import ModulePages
from builder.render.packets import Packets
from builder.render.pages import site_page
from builder.render.rules import rule_list, rule_page
from builder.render.search import entries_of
from builder.render.set_module import SetModule, put_away, set_all
from builder.render.topics import topics_of


def publication_of(
    library: Library,
    today: date,
    codes: tuple[Code, ...] = (),
    precheck: Precheck = NOT_RUN,
    measured: Mapping[str, Measured] = MappingProxyType({}),
    shelf: Shelf | None = None,
    setting: Callable[[Sequence[ModulePages]], Sequence[SetModule]] = set_all,
) -> Publication:
    """Render every page and sheet, with a page for each of `codes`. Drafts are left out here, before any output sees them.

    `measured` says how much there is to read of each module, and how hard that is, by the module's id.
    `shelf` keeps the sources that were set and where the index of the book leads; `setting` sets modules, or knows how they were set before.
    """
    bibliography = bibliography_of(library, shelf)
    shown = [module for module in library.modules.values() if module.facts.status != "draft"]
    made = [ModulePages(module, library, bibliography, today) for module in shown]
    modules = setting(made)
    hashes = {module.id: one.hash for module, one in zip(shown, modules, strict=True)}
    topics = tuple(topics_of(shown, library, today, hashes, measured))
    checks, files = CheckLists(precheck, library, today), FileLists(library)
    changes = changes_of(library, topics)
    desk, told = DeskLists(library, topics), ChangeLists(library, changes)
    more: Makers = {
        **checks.makers, **files.makers, **desk.makers, **told.makers, "rules": lambda: rule_list(codes)
    }  # fmt: skip
    divisions = divisions_of(library, desk, Lists(library, bibliography, today, "", {}))
    short: Makers = {**more, **{one.name: one.letters for one in divisions}}
    own = tuple(site_page(page, library, bibliography, today, short) for page in library.pages.values())
    shares = tuple(page for one in divisions for page in one.pages())
    printed = [one for one in made if one.facts.status == "published"]
    settings = library.settings

    @cache
    def undivided() -> tuple[Page, ...]:
        whole = (site_page(library.pages["search"], library, bibliography, today, more) for _ in divisions[:1])
        return *own, *whole

    chapters = [(one.chapter, one.cited) for one in modules if one.chapter]
    book = book_of(printed, chapters, undivided, library, bibliography, today, shelf)
    help = help_of(next(page for page in own if page.kind == "help"))
    packets = Packets(library, {one.module.id: one for one in made}, bibliography, help, today)
    before, after = (*own, *shares, *map(rule_page, codes)), tuple(packets.pages())
    publication = Publication(
        name=settings.name,
        language=settings.languages[0],
        released=settings.released.isoformat(),
        version=settings.version,
        base_address=settings.base_address.rstrip("/"),
        exit_target=settings.exit_target,
        tagline=settings.tagline,
        licence=settings.licence,
        danger_words=settings.danger_words,
        pages=(*before, *(page for one in modules for page in one.pages), *after),
        entries=(
            *entries_of(before, library),
            *(entry for one in modules for entry in one.entries),
            *entries_of(after, library),
        ),
        has_real_address=settings.has_real_address,
        precheck=precheck,
        publisher=library.publisher,
        sayings=tuple((one.people_say, one.we_say) for one in library.sayings),
        topics=topics,
        changes=changes,
        sheets=(
            *(sheet for one in modules for sheet in one.sheets),
            cards_of(printed, settings.base_address, book.review),
            *packets.sheets(),
        ),
        book=book,
        help=help,
    )
    return with_ledger(publication, library.ledger, dict(led_on(library)))


def pages_of_one(id: str, library: Library, today: date, shelf: Shelf | None = None) -> tuple[Page, ...]:
    """The pages of one module, as `publication_of` has them before the ledger's old places are added."""
    module = library.modules[id]
    alone = replace(library, modules={id: module}, pages={})
    made = ModulePages(module, library, bibliography_of(alone, shelf), today)
    return tuple(map(put_away, made.pages()))


def bibliography_of(library: Library, shelf: Shelf | None = None) -> Bibliography:
    """Every source that is cited in what the library holds, set."""
    return Bibliography(library.references, cited_in(library), shelf)


def cited_in(library: Library) -> Iterator[str]:
    """The sources that are cited in what the library holds, some of them again and again."""
    for module in library.modules.values():
        yield from module.signed.names("source")
    for page in library.pages.values():
        for block in blocks_of(page.prose.blocks):
            yield from (key for cite in cites_of(block) for key in cite.keys)
    for quote in library.quotes.values():
        if quote.source:
            yield quote.source
