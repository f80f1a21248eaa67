"""A module and today in, what its page says of its review out."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from builder.markup.day import in_words
from builder.model import document as doc
from builder.model.content_hash import content_hash
from builder.model.facts import Review
from builder.model.ledger import Release
from builder.model.library import Library, Module
from builder.model.topic import STATES, Reviewed, State
from builder.render.addresses import text

NOT_REVIEWED = "Not yet reviewed by a clinician."
"""Shown on each page until a real person signs."""


def answers_hold(module: Module, library: Library, today: date) -> bool:
    """Whether somebody answered on these very words, and the next review is not overdue."""
    review = module.facts.review
    return review is not None and review.of == content_hash(module, library) and review.next >= today


def signature_holds(module: Module, library: Library, today: date) -> bool:
    """Whether the answers hold, and none of them is no."""
    review = module.facts.review
    return review is not None and not review.noes and answers_hold(module, library, today)


@dataclass(frozen=True)
class ReviewState:
    """What is said of a review: what is wrong with it in a few words, "" where nothing is, and who reviewed it when."""

    trouble: str
    told: str

    @property
    def says(self) -> str:
        """All of it, for tables and for paper."""
        return f"{self.trouble} {self.told}".strip()

    @property
    def notice(self) -> tuple[doc.Inline, ...]:
        """All of it, for the top of a page whose review does not hold."""
        return (doc.Strong(text(self.trouble)), doc.Text(f" {self.told}"))


def review_state(module: Module, library: Library, today: date) -> ReviewState:
    """How the review of a module stands today. It comes from the facts alone, whatever somebody waived."""
    review = module.facts.review
    if review is None:
        return ReviewState("", NOT_REVIEWED)
    name, on, due = library.people[review.by].name, in_words(review.on), in_words(review.next)
    found = _found(review)
    late = f" It was to be looked at again by {due}." if review.next < today else ""
    if review.of != content_hash(module, library):
        return ReviewState("Changed since review.", f"Signed by {name} on {on} for an earlier version.{found}{late}")
    if late:
        return ReviewState("Review overdue.", f"{_deed(review)} {name} on {on}.{found}{late}")
    return ReviewState("", f"{_deed(review)} {name}, {review.role}, on {on}.{found} Next review by {due}.")


def reviewed(module: Module, library: Library, today: date) -> Reviewed:
    """The same for machines: a state by name, and the facts of the signature."""
    review, says = module.facts.review, review_state(module, library, today).says
    if review is None:
        return Reviewed("not reviewed", says)
    state: State = "reviewed"
    if review.of != content_hash(module, library):
        state = "changed since review"
    elif review.noes:
        state = "found wanting"
    elif review.next < today:
        state = "review overdue"
    return Reviewed(state, says, library.people[review.by].name, review.role, review.on, review.next)


def counted_reviews(library: Library, today: date) -> doc.Table:
    """How many topics are in which state, where they are too many for a row each."""
    found = Counter(reviewed(module, library, today).state for module in library.published)
    rows = tuple((text(state.capitalize()), text(str(found[state]))) for state in STATES if found[state])
    return doc.Table("How many topics somebody has reviewed. Each says so at its top.", ("State", "Topics"), rows)


def signature(module: Module, library: Library, state: ReviewState, edition: Release | None) -> doc.Signature:
    """The signature block at the end of a page."""
    review = module.facts.review
    version = (
        f"The topic is written for {', '.join(module.facts.audience)}. "
        f"Version {library.settings.version}, {in_words(library.settings.released)}.{_kept(edition, library)}"
    )
    if review is None:
        unsigned = (
            "Nobody with a clinical licence has signed this page. When somebody does, their name, their training and "
            "the date stand on that line. Until then, check with a professional before you rely on it."
        )
        return doc.Signature("no clinician yet", (unsigned, version))
    person = library.people[review.by]
    line = f"{person.name}, {person.credential or review.role}"
    return doc.Signature(line, (state.says, version), _deed(review))


def _kept(edition: Release | None, library: Library) -> str:
    """Since which release the words are as they are, where that is not this one."""
    if edition is None or edition.version == library.settings.version:
        return ""
    return f" These words have not changed since version {edition.version}, {in_words(edition.on)}."


def _deed(review: Review) -> str:
    """Somebody who found something wanting has read the page, and has not passed it."""
    return "Read by" if review.noes else "Reviewed by"


def _found(review: Review) -> str:
    if not review.noes:
        return ""
    are = "is" if len(review.noes) == 1 else "are"
    return f" They found something to mend: {len(review.noes)} of {len(review.answers)} answers {are} no."
