"""A practice that is not there."""

from collections.abc import Iterator
from datetime import date

from builder.check.pointers import pointers_of
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.diagnostics.nearest import did_you_mean
from builder.model.library import Library


@rule(
    Code(
        "REF006",
        "unknown-practice",
        "error",
        "Somebody who looks for something to do would find nothing there.",
        "Correct the id, or add the practice to module.yml. A page places its own practices; link to another module’s with practice:MODULE/ID.",
        "House rule of this library: what a page names is there",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "(practice:stir-slowly)",
        "(practice:stir-slow)",
        "(practice:stir-slowly)",
        "practice:stir-slow",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "/// practice | hold-the-cup",
        "/// practice | hold-a-cup",
        "/// practice | hold-the-cup",
        "hold-a-cup",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "  practice: hold-the-cup\nkey_points:",
        "  practice: hold-the-mug\nkey_points:",
        "  practice: hold-the-cup\nkey_points:",
        "hold-the-mug",
    ),
)
def unknown_practice(library: Library, today: date) -> Iterator[Finding]:
    """Look up every practice that is linked or placed."""
    for pointer in pointers_of(library):
        if pointer.kind != "practice":
            continue
        module = library.whole.outlines.get(pointer.module)
        known = module.practices if module else ()
        if pointer.name not in known and (module is None or module.has_facts):
            where = f' in the module "{pointer.module}"' if pointer.module else ""
            message = f'There is no practice "{pointer.name}"{where}.{did_you_mean(pointer.name, known)}'
            yield Finding(pointer.file, pointer.at, message, pointer.written)
