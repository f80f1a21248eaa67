"""A module and today in, what its page says of its review out."""

from datetime import date

from builder.markup.day import in_words
from builder.model.content_hash import content_hash
from builder.model.document import Signature
from builder.model.library import Library, Module

NOT_REVIEWED = "Not yet reviewed by a clinician."
"""Shown on each page until a real person signs."""


def signature_holds(module: Module, library: Library, today: date) -> bool:
    """Whether somebody signed these very words, and the next review is not overdue."""
    review = module.facts.review
    return review is not None and review.of == content_hash(module) and review.next >= today


def review_state(module: Module, library: Library, today: date) -> str:
    """One sentence for the top of a page, for tables and for paper."""
    review = module.facts.review
    if review is None:
        return NOT_REVIEWED
    name = library.people[review.by].name
    if review.of != content_hash(module):
        return f"Signed by {name} on {in_words(review.on)} for an earlier version. Changed since."
    if review.next < today:
        return f"Reviewed by {name} on {in_words(review.on)}. Due to be looked at since {in_words(review.next)}."
    return f"Reviewed by {name}, {review.role}, on {in_words(review.on)}. Next review by {in_words(review.next)}."


def signature(module: Module, library: Library, today: date) -> Signature:
    """The signature block at the end of a page."""
    review = module.facts.review
    version = f"Version {library.settings.version}, {in_words(library.settings.released)}."
    if review is None:
        unsigned = (
            "Nobody with a clinical licence has signed this page. When somebody does, their name, their training and "
            "the date stand on that line. Until then, check with a professional before you rely on it."
        )
        return Signature("no clinician yet", (unsigned, version))
    person = library.people[review.by]
    line = f"{person.name}, {person.credential or review.role}"
    return Signature(line, (review_state(module, library, today), version))
