"""The two sheets of one module, and a publication of them."""

from dataclasses import replace
from pathlib import Path

from builder.model.document import Block, Listing, Room
from builder.model.page import Publication, Sheet
from tests.export.kinds import EVERY, para
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
    path="co-regulation/co-regulation.pdf",
    kind="module",
    title="Co-regulation",
    tab="Co-regulation",
    description="",
    short_address="steady-together.example/m/coreg",
    review="Not yet reviewed by a clinician.",
    blocks=EVERY,
)

HANDOUT = replace(MODULE, path="co-regulation/handout/co-regulation-one-sheet.pdf", kind="handout", blocks=ONE_SHEET)


def publication(*sheets: Sheet, real: bool = False) -> Publication:
    """A publication of these sheets and no pages, before or after somebody gave it a real address."""
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
        has_real_address=real,
    )
