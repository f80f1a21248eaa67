"""A short text that is not short."""

from collections.abc import Iterable, Iterator
from datetime import date

from builder.check.limits import limits
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Path
from builder.markup.reading import words_of
from builder.model.library import Library, Module

_LONG = " It is warm, and it is small, and it is near, and it is yours, and it can wait until you want it."


@rule(
    Code(
        "STR007",
        "too-many-words",
        "error",
        "Somebody who reads this at two in the morning reads the short texts and little else. Search engines and the "
        "one sheet cut off what is too long.",
        "Say one thing, and leave the rest to the page. The limits stand in builder/check/limits.yml.",
        "PEMAT-P, items 8 and 11; CDC Clear Communication Index, item 1",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "text: A warm cup can be a small pause in the day.",
        f"text: A warm cup can be a small pause in the day.{_LONG * 5}",
        "text: A warm cup can be a pause.",
        "A warm cup can be a small pause in the day.",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "summary: A cup of tea can be a small pause. This sample says what is known, and what is not.",
        f"summary: A cup of tea can be a small pause. This sample says what is known.{_LONG}",
        "summary: A cup of tea can be a small pause.",
        "A cup of tea",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "- A warm cup can be a short pause.",
        f"- A warm cup can be a short pause.{_LONG * 2}",
        "- A warm cup can be a pause.",
        "- A warm",
    ),
    Case(
        "pages/about.md",
        "summary: What this sample library is for.",
        f"summary: What this sample library is for.{_LONG * 2}",
        "summary: What this library is for.",
        "What this",
    ),
    Case(
        "glossary.yml",
        "means: To leave tea leaves in hot water for a short time.",
        f"means: To leave tea leaves in hot water.{_LONG}",
        "means: To leave tea leaves in hot water.",
        "To leave",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "- You can stop at any time.",
        f"- You can stop.{_LONG}",
        "- You can stop.",
        "You can",
    ),
)
def too_many_words(library: Library, today: date) -> Iterator[Finding]:
    """Count the words of every text that has a limit."""
    most = limits().words
    for module in library.modules.values():
        yield from _module(module)
    for page in library.pages.values():
        yield from _over(page.file, ("summary",), (page.facts.summary,), most.summary, "A summary")
    for term in library.terms.values():
        yield from _over("glossary.yml", (term.id, "means"), (term.means,), most.meaning, "A meaning")


def _module(module: Module) -> Iterator[Finding]:
    facts, most = module.facts, limits().words
    short = (facts.short.text, facts.short.do, f"Stop if {facts.short.stop_if}")
    yield from _over(module.file, ("short", "text"), short, most.short, "The short version")
    yield from _over(module.file, ("summary",), (facts.summary,), most.summary, "A summary")
    yield from _over(module.file, ("key_points",), facts.key_points, most.key_points, "All key points together")
    for number, point in enumerate(facts.handout.points):
        at = ("handout", "points", number)
        yield from _over(module.file, at, (point,), most.handout_point, "A point of the one sheet")


def _over(file: str, at: Path, texts: Iterable[str], most: int, what: str) -> Iterator[Finding]:
    count = sum(len(words_of(text)) for text in texts)
    if count > most:
        yield Finding(file, at, f"{what} has {count} words, and at most {most} are allowed.")
