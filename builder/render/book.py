"""Every module and the library's own pages in, the book of all of it out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from builder.markup.day import in_words
from builder.model import document as doc
from builder.model.anchors import claim_anchor
from builder.model.asked import WhenAsked
from builder.model.library import Library
from builder.model.page import NEEDED_ANCHORS, SURE, Book, Chapter, Page
from builder.model.shelf import Shelf
from builder.render.addresses import link, module_address, page_address, text
from builder.render.citations import Bibliography
from builder.render.index import index_of
from builder.render.modules import ModulePages
from builder.render.reviews import NOT_REVIEWED, signature_holds
from builder.render.sheets import topic_of
from builder.render.volumes import volumes_of


def book_of(
    made: Sequence[ModulePages],
    topics: Sequence[tuple[Chapter, str]],
    pages: Callable[[], Iterable[Page]],
    library: Library,
    bibliography: Bibliography,
    today: date,
    shelf: Shelf | None = None,
) -> Book:
    """Help first, then who made it, each topic, and what helps to find things: words, claims, sources, names.

    `made` are the published modules, `topics` the chapter of each and what it cites, as `SetModule` has it; `pages` are the
    library's own; `shelf` keeps where the names in the index lead. The chapters are made when a file is made of them. Each
    volume has all of this, for its own topics.
    """
    name = library.settings.name

    def bound(path: str, title: str, held: Sequence[ModulePages]) -> Book:
        def chapters() -> tuple[Chapter, ...]:
            own = {page.address: page for page in pages()}
            within = [chapter_in[one.module.id] for one in held]
            cited = [key for _, keys in within for key in keys.split()]
            told = (
                help_of(own[page_address("help")]),
                _page(own[page_address("about")]),
                *(chapter for chapter, _ in within),
                _page(own[page_address("glossary")]),
                _claims(held, own[page_address("research")]),
                Chapter("Sources", (page_address("sources"),), (bibliography.sources(cited),)),
            )
            return (*told, index_of(own[page_address("search")], told, shelf))

        review = reviewed(held, library, today)
        return Book(path, title, library.settings.tagline, review, WhenAsked(chapters))

    chapter_in = {one.module.id: topic for one, topic in zip(made, topics, strict=True)}
    by_id = {one.module.id: one for one in made}
    parts = volumes_of(library)
    volumes = (
        bound(path, f"{name}, {_of_many(at, len(parts))}", [by_id[one.id] for one in some])
        for at, (path, some) in enumerate(parts, start=1)
    )
    whole = bound(parts[0][0], name, made)
    return replace(whole, volumes=tuple(volumes)) if len(parts) > 1 else whole


def _of_many(number: int, many: int) -> str:
    """Which volume it is. No line ends in it."""
    return f"book {number} of {many}".replace(" ", "\N{NO-BREAK SPACE}")


def chapter_of(made: ModulePages) -> tuple[Chapter, tuple[str, ...]]:
    """A module with its practices, and what it cites: its sources stand with those of all others."""
    setter = made.setter("learn")
    blocks = topic_of(made, setter)
    addresses = tuple(module_address(made.module.id, part) for part in ("learn", "practice"))
    signed = (
        doc.Heading(2, "review", text("Who has checked this page")),
        made.signature(),
    )
    return Chapter(made.facts.title, addresses, (*blocks, *signed), made.review.says), tuple(setter.cited)


def help_of(page: Page) -> Chapter:
    """Where to get help now, for every file that is carried away: without what a button on a screen does."""
    chapter = _page(page)
    start = next(number for number, block in enumerate(chapter.blocks) if _is_at(block, NEEDED_ANCHORS["help"]))
    ends = (number for number, block in enumerate(chapter.blocks) if number > start and isinstance(block, doc.Heading))
    return replace(
        chapter, blocks=(*chapter.blocks[:start], *chapter.blocks[next(ends, None) or len(chapter.blocks) :])
    )


def _is_at(block: doc.Block, anchor: str) -> bool:
    return isinstance(block, doc.Heading) and block.anchor == anchor


def _page(page: Page) -> Chapter:
    shown = tuple(block for block in page.blocks if not isinstance(block, doc.Contents))
    return Chapter(page.title, (page.address,), shown)


def _claims(made: Iterable[ModulePages], page: Page) -> Chapter:
    """Every claim in one table, each leading to where it is told in full."""
    rows = tuple(
        (
            text(claim.says),
            text(SURE[claim.status]),
            (link(one.facts.title, doc.To(module_address(one.module.id), claim_anchor(claim.id))),),
        )
        for one in made
        for claim in one.facts.claims
    )
    lead = next(block for block in page.blocks if isinstance(block, doc.Paragraph))
    marks = tuple(block for block in page.blocks if isinstance(block, doc.Marks))
    table = doc.Table("Everything that we say, and how sure it is", ("What we say", "How sure", "Where"), rows)
    return Chapter(page.title, (page.address,), (lead, *marks, table))


def reviewed(made: Sequence[ModulePages], library: Library, today: date) -> str:
    """How far these topics are reviewed, in one sentence."""
    held = [one for one in made if signature_holds(one.module, library, today)]
    if not held:
        return NOT_REVIEWED
    due = min(one.facts.review.next for one in held if one.facts.review)
    return f"{len(held)} of {len(made)} topics are reviewed by a clinician. Next review by {in_words(due)}."
