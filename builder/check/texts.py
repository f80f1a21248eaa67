"""A library in, every piece of writing out that a reader or a clinician sees, with where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from builder.check.limits import limits
from builder.check.once import once
from builder.diagnostics.finding import Path, Span
from builder.markup.reading import sentences_of, words_of
from builder.markup.walk import plain, runs_of
from builder.model.library import Library, Module, SitePage
from builder.model.packet import packet_file
from builder.model.prose import Block, Inline, Listing, Paragraph, Placed, Prose, Table

On = Literal["learn", "practice", "clinicians", "handout", "drawing"]
"""The page of a module on which a piece of writing stands."""


@dataclass(frozen=True)
class Piece:
    """One piece of writing. `runs` tells running text from headings, table cells and fragments in lists.

    `mentioned` marks words that are only talked about: they stand in a table under a head such as "Instead of".
    `urgent` marks words of a safety block, where an order can be right.
    """

    file: str
    at: Path | Span
    text: str
    on: str
    runs: bool
    mentioned: bool = False
    urgent: bool = False

    @property
    def for_clinicians(self) -> bool:
        """Whether it is written for clinicians, not for readers."""
        return self.on == "clinicians"

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words."""
        return words_of(self.text)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences, where it is running text."""
        return tuple(sentences_of(self.text)) if self.runs else ()


@dataclass(frozen=True)
class Sheet:
    """All the writing of one page: its name, the file to mend first, and its pieces in reading order."""

    name: str
    file: str
    pieces: tuple[Piece, ...]

    @property
    def for_clinicians(self) -> bool:
        """Whether it is written for clinicians, not for readers."""
        return self.name == "clinicians"

    def sentences(self) -> Iterator[tuple[Piece, str]]:
        """Every sentence of its running text, with the piece in which it stands."""
        return ((piece, sentence) for piece in self.pieces for sentence in piece.sentences)


@once
def published_pieces(library: Library) -> Iterator[tuple[Module, tuple[Piece, ...]]]:
    """Each published module with its pieces of writing."""
    return ((module, tuple(module_pieces(module))) for module in library.published)


@once
def pieces_of(library: Library) -> Iterator[Piece]:
    """Every piece of writing that is published, once."""
    for _, pieces in published_pieces(library):
        yield from pieces
    for page in library.pages.values():
        yield from page_pieces(page)
    for term in library.terms.values():
        yield Piece("glossary.yml", (term.id, "means"), term.means, "glossary", True)
    for quote in library.quotes.values():
        for key in ("says", "about", "caution"):
            if text := getattr(quote, key):
                yield Piece("quotes.yml", (quote.id, key), text, "quotations", True)
    for name, packet in library.packets.items():
        if packet.status == "published":
            for field in ("title", "discreet_title", "note"):
                if text := getattr(packet, field):
                    yield Piece(packet_file(name), (field,), text, "packet", field == "note")


@once
def sheets_of(library: Library) -> Iterator[Sheet]:
    """Every published page as one sheet: the four of each module, then the library's own."""
    for module, pieces in published_pieces(library):
        folder = module.file.rsplit("/", 1)[0]
        for on in ("learn", "practice", "clinicians"):
            yield Sheet(on, f"{folder}/{on}.md", tuple(piece for piece in pieces if piece.on == on))
        yield Sheet("handout", module.file, (*(p for p in pieces if p.on == "handout"), *_handed_out(module, pieces)))
    for page in library.pages.values():
        yield Sheet(page.id, page.file, tuple(page_pieces(page)))


def module_pieces(module: Module) -> Iterator[Piece]:
    """Every piece of writing of one module: what stands at the top of a page first."""
    yield from _facts(module)
    for part, prose in module.prose.items():
        yield from _prose(prose, part)
    for figure in module.figures.values():
        span = Span(1, figure.svg.count("\n") + 1)
        yield Piece(figure.file, span, figure.title, "drawing", False)
        yield Piece(figure.file, span, figure.description, "drawing", True)
        for word in figure.words:
            yield Piece(figure.file, span, word, "drawing", False)


def learn_pieces(module: Module) -> Iterator[Piece]:
    """Those of them that stand on its page to read."""
    yield from (piece for piece in _facts(module) if piece.on == "learn")
    yield from _prose(module.prose["learn"], "learn")


def _facts(module: Module) -> Iterator[Piece]:
    for path, text in _words(module.facts.whole.model_dump(by_alias=True, mode="python"), ()):
        if on := _STANDS_ON.get(str(path[0])):
            said = f"Stop if {text}." if path[-1] == "stop_if" else text
            yield Piece(module.file, path, said, on, path[-1] not in ("title", "discreet_title"))


def page_pieces(page: SitePage) -> Iterator[Piece]:
    """Every piece of writing of one of the library's own pages."""
    for path, text in _words(page.facts.model_dump(mode="python"), ()):
        if path[-1] != "target":
            yield Piece(page.file, path, text, page.id, path[-1] not in ("title", "label"))
    yield from _prose(page.prose, page.id)


_STANDS_ON: dict[str, On] = {
    **dict.fromkeys(("title", "discreet_title", "summary", "short", "key_points", "content_note"), "learn"),
    **dict.fromkeys(("claims", "what_we_know", "what_we_do_not", "withdrawn"), "learn"),
    **dict.fromkeys(("say", "fits", "not_for"), "clinicians"),
    "practices": "practice",
    "handout": "handout",
}
_NOT_WORDS = frozenset({"id", "status", "for", "against", "practice", "minutes", "skip_to", "replaced_by"})


def _words(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _NOT_WORDS:
                yield from _words(value, (*path, key))
    elif isinstance(data, tuple):
        for number, value in enumerate(data):
            yield from _words(value, (*path, number))


def _handed_out(module: Module, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The practice that the one sheet shows."""
    shown = [number for number, one in enumerate(module.facts.practices) if one.id == module.facts.handout.practice]
    return (
        piece for piece in pieces if isinstance(piece.at, tuple) and piece.at[:2] in {("practices", n) for n in shown}
    )


def _prose(prose: Prose, on: str) -> Iterator[Piece]:
    for block in prose.blocks:
        yield from _block(block, prose.file, on, in_list=False)


def _block(block: Block, file: str, on: str, in_list: bool) -> Iterator[Piece]:
    span = Span(block.lines.first, block.lines.last)
    for run, mentioned in _runs(block):
        text = " ".join(plain(run).split())
        is_sentence = not in_list or text.endswith((".", "?", "!", ".”"))
        if text:
            yield Piece(file, span, text, on, isinstance(block, Paragraph) and is_sentence, mentioned)
    inner: tuple[Block, ...] = ()
    match block:
        case Placed(kind="safety"):
            yield Piece(file, Span(span.first, span.first), block.argument, on, False)
            inner, in_list = block.children, False
        case Placed():
            inner = block.children
        case Listing():
            inner, in_list = tuple(one for item in block.items for one in item), True
    urgent = isinstance(block, Placed) and block.kind == "safety"
    for one in inner:
        for piece in _block(one, file, on, in_list):
            yield replace(piece, urgent=True) if urgent else piece


def _runs(block: Block) -> Iterator[tuple[tuple[Inline, ...], bool]]:
    """A block's own words, and whether they are only talked about."""
    if not isinstance(block, Table):
        yield from ((run, False) for run in runs_of(block))
        return
    mentioned = [plain(head).strip().lower() in limits().instead_of for head in block.head]
    for row in (block.head, *block.rows):
        yield from zip(row, mentioned, strict=False)
