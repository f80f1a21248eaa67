"""A description from which nobody can picture the drawing."""

from collections.abc import Iterator
from datetime import date

from builder.check.labels import bare, labels, reasons
from builder.check.limits import limits
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Span
from builder.markup.reading import words_of
from builder.model.library import Figure, Library


@rule(
    Code(
        "ACC003",
        "description-says-nothing",
        "error",
        "For somebody who does not see the drawing, these words are the drawing.",
        "Tell in `desc` what is drawn, in the order in which the eye meets it, and what it is meant to show. The words "
        "to avoid stand in builder/check/labels.yml.",
        "WCAG 2.2, 1.1.1; W3C, Images Tutorial: tips",
    ),
    Case(
        "modules/cup-of-tea/figures/cup.svg",
        "Two lines rise from a cup. They come near each other and never touch. It is an idea, not a measurement.",
        "Steam.",
        "Two lines rise from a cup and never touch.",
        "Steam.",
    ),
    Case(
        "modules/cup-of-tea/figures/cup.svg",
        "Two lines rise from a cup. They come near each other and never touch. It is an idea, not a measurement.",
        "A picture of two lines that rise from a cup and never touch.",
        "Two lines rise from a cup. This picture is an idea.",
        "A picture of",
    ),
)
def description_says_nothing(library: Library, today: date) -> Iterator[Finding]:
    """Read the description of every published drawing."""
    for module in library.published:
        for figure in module.figures.values():
            fault = _fault(figure) if figure.svg else ""  # a broken drawing is refused already
            if fault:
                start = " ".join(figure.description.split()[:3])
                yield Finding(figure.file, Span(1, figure.svg.count("\n") + 1), fault, start)


def _fault(figure: Figure) -> str:
    count, fewest = len(words_of(figure.description)), limits().description_words
    told = bare(figure.description)
    if told == bare(figure.title):
        return "The description repeats the title."
    for opening, because in reasons(labels().openings).items():
        if told.startswith(f"{opening} "):
            return f'The description starts with "{opening}". {because}'
    if count < fewest:
        return f"The description has {count} words; fewer than {fewest} cannot tell what is drawn."
    return ""
