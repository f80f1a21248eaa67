"""A help page on which the numbers are missing, or come late."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.check.spots import span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import blocks_of
from builder.model.library import Library, SitePage
from builder.model.prose import Heading, Placed


@rule(
    Code(
        "SAF005",
        "help-page-without-numbers",
        "error",
        "Whoever opens this page may have one minute and shaking hands. An emergency number comes first, then somebody "
        "to talk to, and then a way for every country that is not listed.",
        "Start the page with the list emergency, under a heading or none. Place the lists helplines and directories "
        "further down. Countries stand in helplines.yml.",
        "SAMHSA 2014, Trauma-Informed Approach: safety; CDC Clear Communication Index, item 10: most important first",
    ),
    Case(
        "pages/help.md",
        "## Emergency {#emergency}",
        "Take your time.\n\n## Emergency {#emergency}",
        "## Emergency numbers {#emergency}",
        "Take your time.",
    ),
    Case(
        "pages/help.md",
        "/// list | directories\n///\n",
        "",
        "Elsewhere:\n\n/// list | directories\n///\n",
        "title: Get help now",
        in_file="pages/help.md",
    ),
    Case(
        "pages/help.md",
        "/// list | emergency\n///\n\n/// list | helplines\n///",
        "/// list | helplines\n///\n\n/// list | emergency\n///",
        "/// list | emergency\n///\n\nOr talk to somebody.\n\n/// list | helplines\n///",
        "/// list | helplines",
    ),
    reads="helplines.yml",
)
def help_page_without_numbers(library: Library, today: date) -> Iterator[Finding]:
    """Look at what the help page places, and in which order."""
    page = library.pages.get("help")
    if page is None:
        return
    if not library.helplines.countries:
        yield Finding("helplines.yml", ("countries",), "No country stands here, so the help page shows no number.")
    yield from _order(page)


def _order(page: SitePage) -> Iterator[Finding]:
    blocks = list(blocks_of(page.prose.blocks))
    lists = [block.argument for block in blocks if isinstance(block, Placed) and block.kind == "list"]
    missing = [name for name in _WANTED if name not in lists]
    if missing:
        yield Finding(page.file, (), f"This page does not place the list {' or '.join(missing)}.")
        return
    first = next(block for block in blocks if not isinstance(block, Heading))
    if not (isinstance(first, Placed) and first.argument == "emergency"):
        yield Finding(page.file, span_of(first), "This stands before the emergency numbers.")


_WANTED = ("emergency", "helplines", "directories")
