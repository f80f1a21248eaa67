"""Codes in, the authors' pages on them out: one for each code, and the list of all."""

from collections.abc import Iterator, Sequence

from builder.diagnostics.code import Code
from builder.diagnostics.explain import SEVERITIES, example_of, waiving
from builder.diagnostics.family import FAMILIES
from builder.model import document as doc
from builder.model.page import Page
from builder.render.addresses import link, page_address, text
from builder.render.prose import sentence

FOLLOWS = {"error": "Nothing is published", "warning": "A warning", "person": "A person is asked"}
"""What follows from each severity, in a few words."""


def rule_list(codes: Sequence[Code]) -> Iterator[doc.Block]:
    """Every code by family, with what follows from it."""
    for family in FAMILIES:
        rows = tuple(
            ((link(f"{code.id} {code.title}", doc.To(code.address)),), text(FOLLOWS[code.severity]))
            for code in codes
            if code.family == family
        )
        if rows:
            yield doc.Heading(2, f"family-{family.prefix.lower()}", text(family.title))
            yield doc.Table("", ("Problem", "What follows"), rows)


def rule_page(code: Code) -> Page:
    """The page of one code: why, what to do, examples, whether it can be let through, and whose rule it is."""
    title = f"{code.id}: {code.title}"
    return Page(code.address, "rule", title, title, f"{title}. Why it matters, and what to do.", tuple(_blocks(code)))


def _blocks(code: Code) -> Iterator[doc.Block]:
    yield doc.Paragraph(
        (
            doc.Text("This page is for people who write for the library. Looking for something else? "),
            link("Topics", doc.To(page_address("topics"))),
            doc.Text(". Need somebody now? "),
            link("Get help now", doc.To(page_address("help"))),
            doc.Text("."),
        )
    )
    yield sentence(SEVERITIES[code.severity], "lead")
    yield doc.Heading(2, "why", text("Why it matters"))
    yield _said(code.why)
    yield doc.Heading(2, "mend", text("What to do"))
    yield _said(code.mend)
    many = len(code.cases) > 1
    if code.cases:
        yield doc.Heading(2, "examples", text("Examples" if many else "Example"))
    for number, example in enumerate(map(example_of, code.cases), start=1):
        if many:
            yield doc.Heading(3, f"example-{number}", text(f"Example {number}"))
        yield doc.Sample(f"Not like this, in {example.where}", example.bad)
        yield doc.Sample("Like this", example.good)
    yield doc.Heading(2, "waiver", text("Can it be let through?"))
    yield _said(waiving(code))
    yield doc.Heading(2, "source", text("Where it comes from"))
    yield _said(f"{code.source}.")
    ways = (
        link("All rules", doc.To(page_address("rules"))),
        link("The authors’ guide", doc.To(page_address("authors"))),
    )
    yield doc.Listing(False, tuple((doc.Paragraph((way,)),) for way in ways))


def _said(words: str) -> doc.Paragraph:
    """A sentence of a code: what stands between backticks carries weight."""
    parts = enumerate(words.split("`"))
    return doc.Paragraph(
        tuple(doc.Strong(text(part)) if number % 2 else doc.Text(part) for number, part in parts if part)
    )
