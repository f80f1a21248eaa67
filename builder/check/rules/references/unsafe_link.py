"""A link of a kind that the library does not make."""

from collections.abc import Iterator
from datetime import date

from builder.check.pointers import pointers_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.diagnostics.nearest import did_you_mean
from builder.markup.target import SCHEMES
from builder.model.library import Library


@rule(
    Code(
        "REF011",
        "unsafe-link",
        "error",
        "An address without encryption shows others what is read. Other kinds of links can run code, or lead nowhere "
        "on paper.",
        "Write module:, claim:, term:, practice:, page:, # and an anchor, or an address that starts with https://.",
        "OWASP Cross Site Scripting Prevention",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "(https://weather.example/tea)",
        "(http://weather.example/tea)",
        "(https://weather.example/tea)",
        "http://weather",
    ),
    Case("modules/cup-of-tea/learn.md", "(term:steep)", "(terms:steep)", "(term:steep)", "terms:steep"),
)
def unsafe_link(library: Library, today: date) -> Iterator[Finding]:
    """Look at the kind of every link."""
    for pointer in pointers_of(library):
        if pointer.kind == "unknown":
            near = did_you_mean(pointer.name.partition(":")[0], SCHEMES)
            yield Finding(pointer.file, pointer.at, f'The link "{pointer.name}" cannot be used.{near}', pointer.written)
