"""A page on a disputed word or idea that does not say so at its top."""

from collections.abc import Iterable, Iterator
from datetime import date

from builder.check.limits import limits
from builder.check.phrases import found_in
from builder.check.rule import Case, rule
from builder.check.texts import Piece, published_pieces
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding, Path
from builder.model.library import Library, Module


@rule(
    Code(
        "LAN007",
        "late-caveat",
        "error",
        "A caveat that stands further down is missed by many who need it: they may already have taken the word as a "
        "verdict, or the idea as a fact.",
        "Say it in the summary, in the short version or in the first key points, at the page’s own grade.",
        "Content standard of this library: the caveat stands beside the claim, as easy to read",
    ),
    Case(
        "modules/cup-of-tea/module.yml",
        "title: A cup of tea\nsummary: A cup of tea can be a small pause.",
        "title: Hyper-independence and tea\nsummary: A cup of tea can be a small pause.",
        "title: Hyper-independence and tea\nsummary: Hyper-independence is an everyday word, not a diagnosis.",
        "Hyper-independence and tea",
    ),
)
def late_caveat(library: Library, today: date) -> Iterator[Finding]:
    """Compare names of each published module with what the top of its page says."""
    for module, pieces in published_pieces(library):
        opening = _opening(module, pieces)
        for caveat in limits().caveats:
            named = next((at for at, name in _names(module) if any(found_in(name, caveat.when))), None)
            if named and not any(found_in(opening, caveat.say)):
                wanted = " or ".join(f'"{words}"' for words in caveat.say[:2])
                message = f"The first {limits().opening} words of the page do not say {wanted}. {caveat.because}"
                yield Finding(module.file, named, message)


def _names(module: Module) -> Iterator[tuple[Path, str]]:
    yield ("title",), module.facts.title
    for number, name in enumerate(module.facts.search.also_called):
        yield ("search", "also_called", number), name


def _opening(module: Module, pieces: Iterable[Piece]) -> str:
    """The words that a reader meets first: summary, short version, key points, then the page."""
    facts = module.facts
    top = [facts.summary, facts.short.text, facts.short.do, *facts.key_points]
    page = [piece.text for piece in pieces if piece.file.endswith("learn.md")]
    words: list[str] = []
    for text in (*top, *page):
        words += text.split()
    return " ".join(words[: limits().opening])
