"""An author's prose in, document blocks out: every reference resolved, every citation set, every term explained once."""

from collections.abc import Callable, Iterator, Sequence

from builder.markup.target import target_of
from builder.markup.walk import plain
from builder.model import document as doc
from builder.model import prose
from builder.model.library import Library, Module
from builder.model.practice import Practice
from builder.render.addresses import place_of, text
from builder.render.citations import Bibliography

ListMaker = Callable[[str], tuple[doc.Block, ...]]
"""Makes the generated list that a `list` block names."""


class Typesetter:
    """Sets the prose of one page. It remembers what the page cites and which terms it has explained."""

    def __init__(
        self, library: Library, bibliography: Bibliography, address: str, module: Module | None, lists: ListMaker
    ) -> None:
        self.library = library
        self.bibliography = bibliography
        self.address = address
        self.module = module
        self.lists = lists
        self.cited: list[str] = []
        self.explained: set[str] = set()

    def blocks(self, blocks: Sequence[prose.Block]) -> tuple[doc.Block, ...]:
        """Set blocks in order."""
        return tuple(made for block in blocks for made in self.block(block))

    def block(self, block: prose.Block) -> Iterator[doc.Block]:
        """Set one block; a term that it uses for the first time is explained right after it."""
        match block:
            case prose.Heading():
                yield doc.Heading(block.level, block.anchor, self.inlines(block.children))
            case prose.Paragraph():
                new: list[str] = []
                yield doc.Paragraph(self.inlines(block.children, new))
                yield from self.glosses(new)
            case prose.Listing():
                yield doc.Listing(block.numbered, tuple(self.blocks(item) for item in block.items))
            case prose.Table():
                head = tuple(plain(cell) for cell in block.head)
                yield doc.Table("", head, tuple(tuple(self.inlines(cell) for cell in row) for row in block.rows))
            case prose.Sample():
                yield doc.Sample(block.kind, block.text)
            case prose.Placed():
                yield from self.placed(block)

    def placed(self, block: prose.Placed) -> Iterator[doc.Block]:
        match block.kind:
            case "figure":
                assert self.module is not None
                figure = self.module.figures[block.argument]
                caption = self.inlines(tuple(_inlines_in(block.children)))
                yield doc.Drawing(figure.name, figure.svg, figure.title, figure.description, caption)
            case "practice":
                yield exercise(self.practice(block.argument))
            case "quote":
                yield self.quotation(block.argument)
            case "say":
                yield doc.Say(self.blocks(block.children))
            case "safety":
                yield doc.Safety(block.argument, self.blocks(block.children))
            case "list":
                yield from self.lists(block.argument)
            case kind:
                raise AssertionError(f"{kind} is a kind of block that nobody sets")

    def practice(self, name: str) -> Practice:
        assert self.module is not None
        return next(practice for practice in self.module.facts.practices if practice.id == name)

    def quotation(self, quote_id: str) -> doc.Quotation:
        """Set one quotation, or a thought in our words."""
        quote = self.library.quotes[quote_id]
        exact = quote.status == "verified"
        source = self.cite((quote.source,)) if quote.source else None
        words = quote.words or quote.says or ""
        return doc.Quotation(exact, words, quote.who, source, quote.where or "", quote.checked, quote.caution or "")

    def glosses(self, terms: Sequence[str]) -> Iterator[doc.Gloss]:
        for term in terms:
            yield doc.Gloss(self.library.terms[term].term, self.library.terms[term].means)

    def cite(self, keys: Sequence[str]) -> doc.Cite | None:
        """Cite, and remember it for the page's sources."""
        self.cited.extend(keys)
        return self.bibliography.cite(keys)

    def inlines(self, inlines: Sequence[prose.Inline], new: list[str] | None = None) -> tuple[doc.Inline, ...]:
        return tuple(made for inline in inlines for made in self.inline(inline, new))

    def inline(self, inline: prose.Inline, new: list[str] | None) -> Iterator[doc.Inline]:
        match inline:
            case prose.Text():
                yield doc.Text(inline.text)
            case prose.Strong():
                yield doc.Strong(self.inlines(inline.children, new))
            case prose.Cite():
                cite = self.cite(inline.keys)
                if cite:
                    yield cite
            case prose.Link():
                yield from self.link(inline, new)

    def link(self, link: prose.Link, new: list[str] | None) -> Iterator[doc.Inline]:
        children = self.inlines(link.children, new)
        own = self.module.id if self.module else ""
        target = target_of(link.target)
        match target.scheme:
            case "claim":
                yield from children
                module = self.library.modules[target.module or own]
                claim = next(claim for claim in module.facts.claims if claim.id == target.name)
                yield doc.Sure(claim.status, place_of(link.target, own))
            case "term":
                if new is not None and target.name not in self.explained:
                    self.explained.add(target.name)
                    new.append(target.name)
                    yield doc.Defined(children)
                else:
                    yield from children
            case "web":
                yield doc.Link(doc.Web(link.target), children)
            case _:
                yield doc.Link(place_of(link.target, own, self.address), children)


def exercise(practice: Practice) -> doc.Exercise:
    """A practice as a block."""
    return doc.Exercise(
        practice.id,
        practice.title,
        practice.why,
        practice.minutes,
        practice.stop_if,
        practice.alternative,
        practice.steps,
    )


def _inlines_in(blocks: Sequence[prose.Block]) -> Iterator[prose.Inline]:
    for number, block in enumerate(blocks):
        if isinstance(block, prose.Paragraph):
            if number:
                yield prose.Text(" ")
            yield from block.children


def sentence(words: str, tone: str = "") -> doc.Paragraph:
    """Plain words as a paragraph."""
    return doc.Paragraph(text(words), tone)


def points(sentences: Sequence[str]) -> doc.Listing:
    """Plain sentences as a list."""
    return doc.Listing(False, tuple((sentence(one),) for one in sentences))


def contents_of(blocks: tuple[doc.Block, ...], address: str) -> doc.Contents:
    """Links to the headings of level 2 of the page at `address`."""
    return doc.Contents(
        tuple(
            doc.Link(doc.To(address, block.anchor), block.children)
            for block in blocks
            if isinstance(block, doc.Heading) and block.level == 2
        )
    )
