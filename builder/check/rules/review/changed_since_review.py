"""A module that says something else than what was signed."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.content_hash import SHARED, content_hash
from builder.model.library import Library


@rule(
    Code(
        "REV003",
        "changed-since-review",
        "person",
        "A signature stands for the words that were signed. After a change, the page says that an earlier version was "
        "signed.",
        "Ask the reviewer to look at the change and to sign again with `psychoed review sign`.",
        "NHS content standard: clinical assurance",
    ),
    Case(
        "modules/warm-socks/learn.md",
        "The line is drawn by hand.",
        "The line was drawn by hand.",
        "The line is\ndrawn by hand.",
        "of: ",
        in_file="modules/warm-socks/module.yml",
    ),
    Case(
        "glossary.yml",
        "To mend a hole in a sock with thread.",
        "To sew a hole in a sock shut.",
        "To mend a hole in a sock\n    with thread.",
        "of: ",
        in_file="modules/warm-socks/module.yml",
    ),
)
def changed_since_review(library: Library, today: date) -> Iterator[Finding]:
    """Compare each signed content hash with the module as it is now, where all of it can be read."""
    if SHARED & library.unread:
        return
    for module in library.published:
        review = module.facts.review
        if review and review.of != content_hash(module, library.whole):
            who = library.whole.name_of(review.by)
            message = f"The pages have changed since {who} signed them on {review.on.isoformat()}."
            mend = "Look at what changed, and sign again."
            yield Finding(module.file, ("review", "of"), message, mend=mend, on_key=True, who=who)
