"""A study without its source."""

from collections.abc import Iterator
from datetime import date

from builder.check.phrases import found_in
from builder.check.rule import Case, rule
from builder.check.spots import span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import blocks_of, cites_of, links_of, plain
from builder.model.library import Library
from builder.model.prose import Paragraph

_STUDIES = (
    *(
        "a study",
        "one study",
        "a trial",
        "one trial",
        "studies find",
        "studies found",
        "studies show*",
        "studies suggest*",
    ),
    *("trials find", "trials found", "trials show*", "research finds", "research found", "research shows", "percent"),
    *("research suggests", "researchers find", "researchers found", "researchers say"),
)


@rule(
    Code(
        "EVI005",
        "study-without-source",
        "warning",
        "Naming research without saying which asks the reader to believe on nobody’s word.",
        "Cite the source before the full stop, or link the sentence to its claim.",
        "CDC Clear Communication Index, item 11",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "Tea can spill. A cloth is enough.",
        "Tea can spill. One trial says so.\n\nA cloth is enough.",
        "Tea can spill. One trial says so [@kettle2001].\n\nA cloth is enough.",
        "One trial",
    ),
)
def study_without_source(library: Library, today: date) -> Iterator[Finding]:
    """Look for paragraphs that name research and have neither a citation nor a claim."""
    for module in library.published:
        for prose in module.prose.values():
            for block in blocks_of(prose.blocks):
                if not isinstance(block, Paragraph) or any(cites_of(block)):
                    continue
                if any(link.target.startswith(("claim:", "page:research")) for link in links_of(block)):
                    continue
                for word in found_in(plain(block.children), _STUDIES):
                    yield Finding(prose.file, span_of(block), f'"{word}" is named here without a source.', word)
                    break
