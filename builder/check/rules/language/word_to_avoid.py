"""A word that can hurt or mislead."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.check.words import uses_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "LAN004",
        "word-to-avoid",
        "error",
        "Words can blame somebody, or promise what nobody can keep.",
        "Use the words that the message names. The list stands in builder/check/words.yml; an editor can add to it.",
        "NIH Style Guide: person-first language; University of Texas brand guide; NIDA, Words Matter (from "
        "memory); entries on brains, vagus nerve and closeness: reasoned from this library’s sources",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "Tea can spill. A cloth is enough.",
        "Tea can spill. He suffers from it.",
        "Tea can spill. He lives with it.",
        "suffers",
    ),
    Case(
        "modules/cup-of-tea/figures/cup.svg",
        "It is an idea, not a measurement.",
        "It is a toxic person.",
        "It is an idea.",
        "toxic",
    ),
    Case(
        "modules/cup-of-tea/clinicians.md",
        "| When | Words |\n|---|---|\n| At the start | Would you like tea? |",
        "| When | Words |\n|---|---|\n| At the start | Do not be needy. |",
        "| Instead of | You could say |\n|---|---|\n| Do not be needy. | Would you like tea? |",
        "needy",
    ),
    Case("modules/cup-of-tea/module.yml", "- Hold it in two hands.", "- Hold it, needy or not.", "- Hold it.", "needy"),
)
def word_to_avoid(library: Library, today: date) -> Iterator[Finding]:
    """Look for every word of the list whose severity is error."""
    yield from uses_of(library, "error")
