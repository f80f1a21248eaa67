"""Prose as an author wrote it: a small closed tree whose references still carry ids, each block with its lines."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True)
class Strong:
    """Words that carry weight."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere: `module:…`, `claim:…`, `term:…`, `practice:…`, `page:…`, `#…` or https."""

    target: str
    children: "tuple[Inline, ...]"


@dataclass(frozen=True)
class Cite:
    """Sources named at this point, by citekey."""

    keys: tuple[str, ...]


Inline = Text | Strong | Link | Cite


@dataclass(frozen=True)
class Lines:
    """First and last line of a block in its file, 1-based, both included."""

    first: int
    last: int


@dataclass(frozen=True)
class Heading:
    """A heading with its permanent anchor; `anchor` is empty where the author gave none."""

    level: int
    anchor: str
    children: tuple[Inline, ...]
    lines: Lines


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]
    lines: Lines


@dataclass(frozen=True)
class Listing:
    """A list, with points or with numbers."""

    numbered: bool
    items: "tuple[tuple[Block, ...], ...]"
    lines: Lines


@dataclass(frozen=True)
class Table:
    """A table with one row of heads."""

    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    lines: Lines


@dataclass(frozen=True)
class Placed:
    """A block that an author placed: its kind, what stands after the bar, and what is inside."""

    kind: str
    argument: str
    children: "tuple[Block, ...]"
    lines: Lines


@dataclass(frozen=True)
class Sample:
    """Text between two lines of ```, kept as it is typed. `kind` is what stands after the first ```."""

    kind: str
    text: str
    lines: Lines


Block = Heading | Paragraph | Listing | Table | Placed | Sample


@dataclass(frozen=True)
class Prose:
    """One Markdown file, parsed."""

    file: str
    blocks: tuple[Block, ...]
