"""A published page that leads to a module which readers cannot open."""

from collections.abc import Iterator
from datetime import date

from builder.check.pointers import pointers_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library

_STATES = {"draft": "a draft", "withdrawn": "withdrawn"}


@rule(
    Code(
        "REF012",
        "link-to-unpublished",
        "error",
        "A draft is left out of the site, so the link would lead nowhere. A withdrawn module only shows why it was "
        "taken back.",
        "Take the link out until that module is published. Out of a packet, take the page.",
        "House rule of this library: what a page names is there",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "related: [warm-socks]",
        "related: [window-seat]",
        "related: [warm-socks]",
        "window-seat",
    ),
    Case(
        "packets/warm-evening.yml",
        "  - warm-socks/practice",
        "  - window-seat/practice",
        "  - warm-socks/handout",
        "window-seat/practice",
    ),
)
def link_to_unpublished(library: Library, today: date) -> Iterator[Finding]:
    """Look at every pointer from a published page to another module."""
    for pointer in pointers_of(library):
        module = library.whole.outlines.get(pointer.module)
        if (
            module is None
            or not module.has_facts
            or (pointer.home and module.id == pointer.home.id)
            or not pointer.is_public
            or pointer.file == "people.yml"
        ):
            continue
        if module.status != "published":
            message = f'The module "{module.id}" is {_STATES[module.status]}, and readers can come here.'
            yield Finding(pointer.file, pointer.at, message, pointer.written)
