"""Signs that were meant as a link, a citation, an anchor or a block, and are none."""

import re
from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.check.spots import prose_of, span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.walk import blocks_of, plain, runs_of
from builder.model.library import Library

_SHOWS_MARKS = "pages/authors.md"
_TO = r"(?:(?:anchor|claim|module|page|practice|term):\s?[a-z]|https?:|#[a-z])"
_MARKS = (
    ("a link", r"\]\s*\(" + _TO + r"|\]\s+\[(?=[a-z]+:)|\[\[\w", "[the words](page:help), with no space between"),
    ("a citation", r"\[\s*@[a-z]\w*\d{4}|\(@[a-z]\w*\d{4}|\[[a-z]+(?:19|20)\d\d[a-z]?\]", "[@coan2006]"),
    ("an anchor", r"\{\s*#[\w -]*\}", "{#the-name} at the end of its heading"),
    (
        "strong words",
        r"(?<![*\d\s])\*\*(?![*\d])|(?<![*\d])\*\*(?![*\d\s])|~~",
        "**the words**, with no space inside the stars",
    ),
    ("a block", r"^/{2,}\s*(?:figure|gloss|list|practice|quote|safety|say)\b", "three strokes: /// safety | The title"),
    ("a heading", r"^#{2,6}(?=\w)", "a space after it: ## The heading {#the-heading}"),
    ("two versions put together", r"^(?:<{7}|>{7}|={7})", "only the version that you want"),
)
_SIGN = re.compile(r"[][{*~/#<>=]|\(@")
"""Each mark holds one of these, and to see that most words hold none is far quicker than the marks."""
_MARK = re.compile("|".join(f"({pattern})" for _, pattern, _ in _MARKS), re.MULTILINE)


@rule(
    Code(
        "STR017",
        "half-written-mark",
        "error",
        "A slip in a sign makes plain words of it: readers would see the brackets, and the link or the source is missing.",
        "Write the mark as the message shows it.",
        "The authors’ guide, Markdown that can be used",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "[a way to stir](practice:stir-slowly)",
        "[a way to stir] (practice:stir-slowly)",
        "[a slow way to stir](practice:stir-slowly)",
        "] (",
    ),
)
def half_written_mark(library: Library, today: date) -> Iterator[Finding]:
    """Look for signs of Markdown in the words that readers would see."""
    for prose in prose_of(library):
        for block in blocks_of(prose.blocks) if prose.file != _SHOWS_MARKS else ():
            for run in runs_of(block):
                words = plain(run)
                if _SIGN.search(words) and (found := _MARK.search(words)):
                    what, _, form = _MARKS[(found.lastindex or 1) - 1]
                    message = f'"{found[0].strip()}" looks like {what}, and is none. It is written like this: {form}.'
                    yield Finding(prose.file, span_of(block), message, word=found[0].strip())
