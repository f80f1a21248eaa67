"""Every module in, the card for a clinician's desk out: what to hand over, by the words that one says on the telephone."""

from collections.abc import Sequence

from builder.model import document as doc
from builder.model.page import Sheet
from builder.render.addresses import CARDS_PATH, page_address, spoken, text
from builder.render.modules import ModulePages
from builder.render.prose import sentence


def cards_of(made: Sequence[ModulePages], base_address: str, review: str) -> Sheet:
    """One row for each module: its title, its short address, when it helps, and when not to use it."""
    rows = tuple(
        (text(one.facts.title), _large(one.short_address()), text(one.facts.fits), text(one.facts.not_for))
        for one in made
    )
    says = "Say the short address, write it down, or hand over the one sheet."
    table = doc.Table("", ("Topic", "Short address", "When it helps", "When not to use it"), rows)
    return Sheet(
        path=CARDS_PATH,
        kind="cards",
        title="Desk card",
        tab="Desk card for clinicians",
        description="Every topic in one row, with its short address.",
        short_address=spoken(f"{spoken(base_address)}/{page_address('clinicians')}"),
        review=review,
        blocks=(sentence(says, "lead"), table),
        address=page_address("clinicians"),
    )


def _large(words: str) -> tuple[doc.Inline, ...]:
    return (doc.Strong(text(words)),)
