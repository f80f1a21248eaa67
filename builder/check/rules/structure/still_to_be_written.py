"""A sentence of the empty form on a published page."""

from collections.abc import Iterator
from datetime import date

from builder.check.limits import limits
from builder.check.rule import Case, rule
from builder.check.texts import pieces_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Path
from builder.model.library import Library


@rule(
    Code(
        "STR016",
        "still-to-be-written",
        "error",
        "The sentence comes from the empty form of a new module, and tells its author what to write. A reader who meets "
        "it stops trusting the rest.",
        "Write what belongs here, or take the line out.",
        "House rule of this library: what is published is finished",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "- Some people like a warm cup.",
        "- Say one thing that is known.",
        "- Some like a warm cup.",
        "Say one thing",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "Tea can spill. A cloth is enough.",
        "Write when this page helps.",
        "Tea can spill.",
        "Write when",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "- what is a tea brake",
        "- write a fifth question",
        "- what is a tea brake",
        "write a fifth",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "topics: [tea, rest]",
        "topics: [tea, write a topic]",
        "topics: [tea, rest]",
        "write a topic",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "title: Hold the cup",
        "title: Write a name for this practice",
        "title: Hold the cup",
        "Write a name",
    ),
)
def still_to_be_written(library: Library, today: date) -> Iterator[Finding]:
    """Look for sentences of the form that `psychoed new module` writes."""
    unwritten = frozenset(limits().unwritten)
    for piece in pieces_of(library):
        for sentence in unwritten.intersection((piece.text, *piece.sentences)):
            yield Finding(piece.file, piece.at, _MESSAGE, sentence)
    for module in library.published:
        facts = module.facts
        unseen: tuple[tuple[Path, tuple[str, ...]], ...] = (
            (("topics",), facts.topics),
            (("search", "also_called"), facts.search.also_called),
            (("search", "asked_as"), facts.search.asked_as),
        )
        for path, texts in unseen:
            for number, text in enumerate(texts):
                if text in unwritten:
                    yield Finding(module.file, (*path, number), _MESSAGE)


_MESSAGE = "This still stands here from the empty form."
