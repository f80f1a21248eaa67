"""Modules in, lists that have each of them out: the topics, what there is to try, how sure their statements are."""

from collections import Counter
from collections.abc import Iterable, Iterator

from builder.model import document as doc
from builder.model.claim import STATUSES
from builder.model.library import Module
from builder.model.outline import Outline
from builder.model.page import SURE, about_minutes
from builder.render.addresses import link, module_address, text

TopicRow = tuple[str, str, str]
"""A title, an id, and a sentence."""

PracticesRow = tuple[str, str, tuple[tuple[str, str, str, int], ...]]
"""The title and id of a module; of each practice its title, its id, what it is for and how many minutes it takes."""


def topic_row(module: Module) -> TopicRow:
    """What the list of topics tells of a module."""
    return module.facts.title, module.id, module.facts.summary


def topics(rows: Iterable[TopicRow]) -> Iterator[doc.Block]:
    """Each module with one sentence."""
    yield doc.Topics(tuple((to(title, id), summary) for title, id, summary in rows))


def practices_row(module: Module) -> PracticesRow:
    """What the list of practices tells of a module."""
    facts = module.facts
    return facts.title, module.id, tuple((one.title, one.id, one.why, one.minutes) for one in facts.practices)


def practices(rows: Iterable[PracticesRow]) -> Iterator[doc.Block]:
    """Every practice, by module."""
    for title, id, each in rows:
        yield doc.Heading(2, id, text(title))
        address = module_address(id, "practice")
        yield doc.Topics(
            tuple((link(one, doc.To(address, at)), f"{why} {about_minutes(minutes)}") for one, at, why, minutes in each)
        )


def claims_row(outline: Outline) -> TopicRow:
    """How many statements of a module have which mark."""
    return outline.title, outline.id, _counted(outline)


def counted_claims(rows: Iterable[TopicRow]) -> Iterator[doc.Block]:
    """The same of each module, with the way to where they stand."""
    yield doc.Topics(tuple((link(title, doc.To(module_address(id), "claims")), counted) for title, id, counted in rows))


def to(title: str, id: str) -> doc.Link:
    """A link to a module's learn page."""
    return link(title, doc.To(module_address(id)))


def _counted(outline: Outline) -> str:
    found = Counter(status for _, status in outline.claims)
    return "; ".join(f"{SURE[status]}: {found[status]}" for status in STATUSES if found[status]) + "."
