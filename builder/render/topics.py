"""The modules that a site shows in, what lists and machines know of each out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from builder.model.library import Library, Module
from builder.model.topic import Measured, Topic
from builder.render.editions import edition_of
from builder.render.reviews import reviewed


def topics_of(
    shown: Iterable[Module],
    library: Library,
    today: date,
    hashes: Mapping[str, str],
    measured: Mapping[str, Measured],
) -> Iterator[Topic]:
    """By title, as all lists have them. `hashes` are the modules' content hashes by their ids."""
    for module in sorted(shown, key=lambda module: (module.facts.title, module.id)):
        facts, edition = module.facts, edition_of(module, library)
        yield Topic(
            id=module.id,
            code=facts.code,
            status="withdrawn" if facts.status == "withdrawn" else "published",
            title=facts.title,
            title_in_tab=facts.discreet_title or facts.title,
            summary=facts.summary,
            audience=facts.audience,
            topics=facts.topics,
            related=facts.related,
            hash=hashes[module.id],
            version=edition.version if edition else library.settings.version,
            changed=edition.on if edition else None,
            review=reviewed(module, library, today),
            measured=measured.get(module.id),
        )
