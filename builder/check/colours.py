"""colours.yml into typed pairs; a publisher's colours in, out each pair that is too close."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from builder.check.contrast import contrast
from builder.diagnostics.finding import Finding
from builder.disk.lists import list_beside
from builder.model.library import Library
from builder.model.noun import Noun, Words
from builder.model.publisher import Colour


class Pair(Noun):
    """One colour that stands on another, and what is drawn with it."""

    upper: Words
    """The colour of what has to be seen."""
    lower: Words
    """The colour behind it."""
    what: Words
    """What it is."""


class Pairs(Noun):
    """Pairs with one least contrast."""

    least: Annotated[int, Field(ge=1, le=21)]
    """At least so much to one."""
    pairs: tuple[Pair, ...]
    """The pairs."""


class Palette(Noun):
    """Everything in colours.yml."""

    light: dict[str, Colour]
    """The theme's colours by day."""
    dark: dict[str, Colour]
    """The theme's colours by night."""
    text: Pairs
    """What is read."""
    drawn: Pairs
    """What is drawn."""


@cache
def palette() -> Palette:
    """Read colours.yml, once."""
    return Palette.model_validate(list_beside(__file__, "colours.yml"), strict=False)


def too_close(library: Library, kind: Literal["text", "drawn"]) -> Iterator[Finding]:
    """Each pair with a colour of the publisher's that cannot be told apart, at that colour."""
    if library.publisher is None:
        return
    ours, asked = {"light": palette().light, "dark": palette().dark}, getattr(palette(), kind)
    for scheme, given in library.publisher.colours.given.items():
        colours = {**ours[scheme], **given}
        for pair in asked.pairs:
            ratio = contrast(colours[pair.upper], colours[pair.lower])
            at = next((name for name in (pair.upper, pair.lower) if name in given), None)
            if at and ratio < asked.least:
                named = " on ".join(_named(name, given, colours) for name in (pair.upper, pair.lower))
                got = int(ratio * 100) / 100  # cut, not rounded: 6.996 is not 7
                message = f"{pair.what}: {named} is {got:.2f} to 1 in the {scheme} colours; at least {asked.least} to 1 is needed."
                yield Finding("publisher.yml", ("colours", scheme, at), message)


def _named(name: str, given: dict[str, str], colours: dict[str, str]) -> str:
    return f"{name} ({colours[name]}{'' if name in given else ', the theme’s own'})"
