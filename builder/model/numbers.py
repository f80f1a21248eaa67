"""A library in, its lines to call or text out, as they stand together: the publisher's own, then each country's."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.anchors import OWN_LINES, country_anchor
from builder.model.library import Library
from builder.model.shared import Line


@dataclass(frozen=True)
class LineList:
    """Lines under one name on the help page, and the way to them in the data of their file."""

    name: str
    anchor: str
    lines: tuple[Line, ...]
    file: str
    at: tuple[str | int, ...]


def line_lists(library: Library) -> Iterator[LineList]:
    """Each list that has lines, in the order in which readers see them."""
    if library.publisher and library.publisher.helplines:
        own = library.publisher
        yield LineList(own.name, OWN_LINES, own.helplines, "publisher.yml", ("helplines",))
    for number, country in enumerate(library.helplines.countries):
        if country.lines:
            at = ("countries", number, "lines")
            yield LineList(country.name, country_anchor(country.id), country.lines, "helplines.yml", at)
