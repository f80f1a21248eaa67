"""The document: what a page says, resolved and in reading order. The site, the PDFs and later books are all written from it."""

from dataclasses import dataclass

from builder.model.claim import Status


@dataclass(frozen=True)
class To:
    """A place in the library: a page's address ("" is home, "co-regulation/practice/"), or a file's, and an anchor."""

    address: str
    anchor: str = ""


@dataclass(frozen=True)
class Web:
    """A place elsewhere: https, or a number to call or text (tel:, sms:)."""

    url: str


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
    """Words that lead somewhere. `shown`: on a screen, the picture to which they lead stands there small in their place."""

    to: To | Web
    children: "tuple[Inline, ...]"
    shown: bool = False


@dataclass(frozen=True)
class Cite:
    """A citation in brackets: each source's short form, and its anchor in the page's sources."""

    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Sure:
    """How sure a sentence is: a mark and its words, leading to the claim."""

    status: Status
    to: To


@dataclass(frozen=True)
class Defined:
    """A word of the field at its first use; a `Gloss` follows its paragraph."""

    children: "tuple[Inline, ...]"


Inline = Text | Strong | Link | Cite | Sure | Defined


@dataclass(frozen=True)
class Heading:
    """A heading below the page's title: level 2 or 3, with a permanent anchor."""

    level: int
    anchor: str
    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph.

    `tone` is "lead" under the title, "notice" for what a reader needs to know before the rest, "small" for dates and
    notes, "address" for an address in words.
    """

    children: tuple[Inline, ...]
    tone: str = ""


@dataclass(frozen=True)
class Listing:
    """A list, with points or with numbers."""

    numbered: bool
    items: "tuple[tuple[Block, ...], ...]"


@dataclass(frozen=True)
class Table:
    """A table: caption, one row of heads, rows whose first cell names the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True)
class Drawing:
    """A figure with its words and its caption."""

    name: str
    svg: str
    title: str
    description: str
    caption: tuple[Inline, ...]


@dataclass(frozen=True)
class Quotation:
    """Somebody's words, or their thought in ours. `exact` says which."""

    exact: bool
    words: str
    who: str
    source: Cite | None
    where: str
    checked: str
    caution: str


@dataclass(frozen=True)
class Gloss:
    """A word of the field, explained."""

    term: str
    means: str


@dataclass(frozen=True)
class Say:
    """Words that somebody can use."""

    children: "tuple[Block, ...]"


@dataclass(frozen=True)
class Safety:
    """A passage on safety, which nothing folds away."""

    title: str
    children: "tuple[Block, ...]"


@dataclass(frozen=True)
class Exercise:
    """A practice. Stop rule and way round are always shown, the stop rule before step 1."""

    anchor: str
    title: str
    why: str
    minutes: int
    stop_if: str
    alternative: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Statement:
    """A claim with its status, its limits and its sources."""

    anchor: str
    says: str
    status: Status
    holds_for: str
    for_says: str
    against_says: str
    sources: Cite | None
    against: Cite | None


@dataclass(frozen=True)
class Lamp:
    """The one lit place. `children` stand in it below the large sentence."""

    title: str
    text: str
    do: str
    stop_if: str
    button: Link | None
    children: "tuple[Block, ...]" = ()


@dataclass(frozen=True)
class Choice:
    """A choice before a heavy part: what is covered, ways past it, one steadying step."""

    covers: str
    ways: tuple[Link, ...]
    steady: str


@dataclass(frozen=True)
class Pair:
    """Two short lists side by side."""

    left_title: str
    left: tuple[str, ...]
    right_title: str
    right: tuple[str, ...]


@dataclass(frozen=True)
class Contents:
    """Links to the headings of the page. Print has its own."""

    entries: tuple[Link, ...]


@dataclass(frozen=True)
class Sources:
    """The page's bibliography: anchor, entry as set by the citation style, address or ""."""

    entries: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Signature:
    """Who has reviewed the page: what stands on the line, the sentences under it, and what the person did."""

    line: str
    notes: tuple[str, ...]
    deed: str = "Reviewed by"


@dataclass(frozen=True)
class Marks:
    """The five marks and what they mean."""

    entries: tuple[tuple[Status, str], ...]


@dataclass(frozen=True)
class Numbers:
    """Numbers to call, large: what is shown, where it leads, whose it is."""

    entries: tuple[tuple[str, Web, str], ...]


@dataclass(frozen=True)
class Topics:
    """Links with one sentence each."""

    entries: tuple[tuple[Link, str], ...]


@dataclass(frozen=True)
class Downloads:
    """Files to take along: path below the site, what it is. Those of one topic among others are folded under its title."""

    files: tuple[tuple[str, str], ...]
    topic: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class SearchField:
    """The place to type a question. Only the site has one."""


@dataclass(frozen=True)
class Sample:
    """Text shown as it is typed: every line, every space. `kind` says above it what it is, such as "In module.yml"."""

    kind: str
    text: str


@dataclass(frozen=True)
class Room:
    """A question with ruled room to write. Lines are drawn on paper only."""

    question: str
    lines: int


Block = (
    Heading | Paragraph | Listing | Table | Drawing | Quotation | Gloss | Say | Safety | Exercise | Statement | Lamp
    | Choice | Pair | Contents | Sources | Signature | Marks | Numbers | Topics | Downloads | SearchField | Sample
    | Room
)  # fmt: skip
