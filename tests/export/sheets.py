"""A sheet of each kind, a book, and a publication of them."""

from dataclasses import replace
from pathlib import Path

from builder.model.document import (
    Block,
    Cite,
    Heading,
    Link,
    Listing,
    Room,
    Sources,
    Strong,
    Table,
    To,
)
from builder.model.page import Added, Book, Chapter, Publication, Sheet
from tests.export.kinds import EVERY, para, said
from tests.export.practices import BREATH

THEME = Path(__file__).parents[2] / "theme"

ONE_SHEET: tuple[Block, ...] = (
    para("How people can help each other feel calmer.", tone="lead"),
    Listing(
        False,
        (
            (para("Being near people we trust can ease stress. It does not work every time."),),
            (para("On your own right now? Slow breathing can still help."),),
        ),
    ),
    BREATH,
    Room("Who or what am I easier around?", 2),
    Room("What helps me? What does not?", 3),
)

MODULE = Sheet(
    path="co-regulation/coreg",
    kind="module",
    title="Co-regulation",
    tab="Co-regulation",
    description="",
    short_address="steady-together.example/m/coreg",
    review="Not yet reviewed by a clinician.",
    blocks=EVERY,
)

HANDOUT = replace(MODULE, path="co-regulation/coreg-one-sheet", kind="handout", blocks=ONE_SHEET)
GUIDE = replace(MODULE, path="co-regulation/coreg-for-clinicians", kind="guide", title="Co-regulation, for clinicians")
CARDS = replace(
    MODULE,
    path="clinicians/desk-card",
    kind="cards",
    title="Desk card",
    short_address="steady-together.example/clinicians",
    blocks=(
        Table(
            "Topics to hand over",
            ("Topic", "Short address", "When it helps", "When not to use it"),
            (
                (
                    said("Co-regulation"),
                    said(Strong(said(MODULE.short_address))),
                    said("Somebody is alone."),
                    said("Somebody is in danger now."),
                ),
            ),
        ),
    ),
)
BOOK = Book(
    path="steady-together",
    title="Steady Together",
    description="How people calm down, alone and together",
    review="Not yet reviewed by a clinician.",
    chapters=(
        Chapter("Get help now", ("help/",), (Heading(2, "states", said("Not the states you look for")),)),
        Chapter("Co-regulation", ("co-regulation/", "co-regulation/practice/"), EVERY),
        Chapter(
            "Polyvagal basics",
            ("polyvagal-basics/", "polyvagal-basics/practice/"),
            (para("A map.", Cite((("Porges, 2025", "porges2025"),))), Heading(2, "states", said("Three states"))),
        ),
        Chapter("Sources", ("sources/",), (Sources((("porges2025", "Porges, S. W. (2025). A journey.", ""),)),)),
        Chapter(
            "What people call it",
            ("search/",),
            (
                Heading(3, "under-c", said("C")),
                Listing(False, ((para(Link(To("co-regulation/practice/", BREATH.anchor), said("calming breath"))),),)),
            ),
        ),
    ),
)


PACKET = replace(
    MODULE,
    path="packets/a-hard-night/night",
    kind="packet",
    title="For a hard night",
    tab="A night",
    short_address="steady-together.example/m/night",
    blocks=(para("A few small things for a long night.", tone="lead"),),
    address="packets/a-hard-night/",
    chapters=(*BOOK.chapters[1:4], BOOK.chapters[0]),
    added=Added("Northside Clinic", "020 7946 0100", "Ring at any time."),
)
ALL_KINDS = (MODULE, HANDOUT, GUIDE, CARDS, PACKET)


def publication(*sheets: Sheet, real: bool = False, book: Book | None = None) -> Publication:
    """A publication of these and no pages, before or after somebody gave it a real address."""
    if real:
        sheets = tuple(
            replace(one, short_address=one.short_address.replace("steady-together.example", "steady.org.uk"))
            for one in sheets
        )
    return Publication(
        name="Steady Together",
        language="en",
        released="2026-11-23",
        version="0.1",
        base_address="https://steady.org.uk" if real else "https://steady-together.example",
        exit_target="https://www.wikipedia.org/",
        tagline="How people calm down, alone and together",
        licence="CC BY 4.0",
        danger_words=(),
        pages=(),
        entries=(),
        sheets=sheets,
        book=book,
        has_real_address=real,
    )
