"""Modules in, lists that have each of them out: the topics, what there is to try, how sure their statements are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from builder.model import document as doc
from builder.model.claim import STATUSES
from builder.model.library import Module
from builder.model.outline import Outline
from builder.model.page import SURE, about_minutes
from builder.render.addresses import link, module_address, text


def topics(modules: Sequence[Module]) -> Iterator[doc.Block]:
    """Each module with one sentence."""
    yield doc.Topics(tuple((to(module), module.facts.summary) for module in modules))


def practices(modules: Sequence[Module]) -> Iterator[doc.Block]:
    """Every practice, by module."""
    for module in modules:
        yield doc.Heading(2, module.id, text(module.facts.title))
        address = module_address(module.id, "practice")
        yield doc.Topics(
            tuple(
                (link(one.title, doc.To(address, one.id)), f"{one.why} {about_minutes(one.minutes)}")
                for one in module.facts.practices
            )
        )


def counted_claims(outlines: Iterable[Outline]) -> Iterator[doc.Block]:
    """How many statements of each module have which mark, with the way to where they stand."""
    yield doc.Topics(
        tuple((link(one.title, doc.To(module_address(one.id), "claims")), _counted(one)) for one in outlines)
    )


def to(module: Module) -> doc.Link:
    """A link to a module's learn page."""
    return link(module.facts.title, doc.To(module_address(module.id)))


def _counted(outline: Outline) -> str:
    found = Counter(status for _, status in outline.claims)
    return "; ".join(f"{SURE[status]}: {found[status]}" for status in STATUSES if found[status]) + "."
