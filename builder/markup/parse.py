"""Markdown text in, prose and faults out: CommonMark with tables, permanent anchors, citations and placed blocks."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from builder.markup.hidden import tag_in
from builder.markup.nested import Node, nodes_of
from builder.model.prose import (
    Block,
    Cite,
    Heading,
    Inline,
    Lines,
    Link,
    Listing,
    Paragraph,
    Placed,
    Prose,
    Sample,
    Strong,
    Text,
)
from builder.model.prose import Table as ProseTable

PLACED_KINDS = ("figure", "practice", "quote", "say", "safety", "list")
"""The closed set of blocks that an author can place with `/// kind | argument`."""

MAX_DEPTH = 40
"""Lists in lists and words in words go no deeper than this."""

FaultKind = Literal[
    "raw-html", "not-allowed", "unknown-block", "unclosed-block", "broken-citation", "wrong-anchor", "empty-heading"
]

_ANCHOR = re.compile(r"(?:^|\s+)\{#([^{}]*)\}\s*$")
_ANCHOR_FORM = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CITE = re.compile(r"\[@[^\[\]]*\]")
_CITE_BODY = re.compile(r"\[@([A-Za-z][A-Za-z0-9]*)((?:;\s*@[A-Za-z][A-Za-z0-9]*)*)\]")
_END_OF_SAMPLE = re.compile(r" *(`{3,}|~{3,}) *")
_REFUSED = {
    "em": "slanted words",
    "code_inline": "code",
    "code_block": "a block that is indented by four spaces",
    "fence": "a code block",
    "image": "a picture in the text",
    "blockquote": "a quotation with >",
    "hr": "a line across the page",
}


@dataclass(frozen=True)
class Fault:
    """Something that the dialect does not hold: what kind, the words for it, and where."""

    kind: FaultKind
    what: str
    word: str
    lines: Lines


def parse(text: str, file: str, first_line: int = 1, samples: bool = False) -> tuple[Prose, tuple[Fault, ...]]:
    """Parse one Markdown text whose first line is line `first_line` of `file`. Never raises.

    `samples` says whether it may hold text between ```, to be shown as it is typed.
    """
    text = (
        text if text.endswith(("\n", "\r")) else f"{text}\n"
    )  # or a last line that is empty in its place has nothing to be read
    reader = _Reader(re.split(r"\r\n?|\n", text), first_line - 1, samples)
    tokens = _markdown().parse(text)
    reader.cut(tokens)
    blocks = tuple(reader.blocks(nodes_of(tokens)))
    return Prose(file, blocks), tuple(reader.faults)


class _EveryLink(MarkdownIt):
    """Reads links to javascript: and the like as links too, so that the rules see them and refuse them."""

    def validateLink(self, url: str) -> bool:
        return True


@cache
def _markdown() -> MarkdownIt:
    """The parser. It keeps nothing of what it parsed."""
    markdown = _EveryLink("commonmark", {"maxNesting": MAX_DEPTH}).enable("table")
    any_kind: Callable[[str, str], bool] = lambda params, markup: True  # noqa: E731
    return markdown.use(container_plugin, name="placed", marker="/", validate=any_kind)


class _Reader:
    """Walks the syntax tree once, keeping the faults that it meets."""

    def __init__(self, source: list[str], offset: int, samples: bool) -> None:
        self.source = source
        self.offset = offset
        self.samples = samples
        self.faults: list[Fault] = []

    def cut(self, tokens: Sequence[Token]) -> None:
        """Empty what is nested too deep for anybody, the builder included; Markdown itself stops reading there."""
        line = 0
        for token in tokens:
            line = token.map[0] if token.map else line
            if token.level >= MAX_DEPTH - 2 or _depth(token.children or ()) > MAX_DEPTH:
                token.children = token.children and []
                here = Lines(line + 1 + self.offset, line + 1 + self.offset)
                self.faults.append(Fault("not-allowed", "parts inside each other so deep", "", here))

    def blocks(self, nodes: Sequence[Node]) -> Iterator[Block]:
        for node in nodes:
            block = self.block(node)
            if block is not None:
                yield block

    def block(self, node: Node) -> Block | None:
        lines = self.lines(node)
        match node.type:
            case "heading":
                return self.heading(node, lines)
            case "paragraph":
                return Paragraph(self.inline_of(node, lines), lines)
            case "bullet_list" | "ordered_list":
                items = tuple(tuple(self.blocks(item.children)) for item in node.children)
                return Listing(node.type == "ordered_list", items, lines)
            case "table":
                return self.table(node, lines)
            case "container_placed":
                return self.placed(node, lines)
            case "fence" if self.samples and node.token.content.strip():
                if not _END_OF_SAMPLE.fullmatch(self.source[lines.last - 1 - self.offset]):
                    self.faults.append(Fault("unclosed-block", "```", "```", Lines(lines.first, lines.first)))
                return Sample(node.token.info.strip(), node.token.content.strip("\n"), lines)
            case "html_block":
                word = node.token.content.strip().split("\n")[0][:40]
                self.faults.append(Fault("raw-html", "HTML", word, lines))
            case kind:
                word = self.source[lines.first - 1 - self.offset].strip()[:40]
                self.faults.append(Fault("not-allowed", _REFUSED.get(kind, kind), word, lines))
        return None

    def lines(self, node: Node) -> Lines:
        first, last = node.token.map or (0, 1)
        while last > first + 1 and not self.source[last - 1].strip():
            last -= 1
        return Lines(first + 1 + self.offset, max(first + 1, last) + self.offset)

    def heading(self, node: Node, lines: Lines) -> Heading:
        children = list(self.inline_of(node, lines))
        anchor = ""
        if children and isinstance(children[-1], Text):
            found = _ANCHOR.search(children[-1].text)
            if found:
                anchor = found.group(1)
                if not _ANCHOR_FORM.fullmatch(anchor):
                    self.faults.append(Fault("wrong-anchor", anchor, f"{{#{anchor}}}", lines))
                    anchor = f"wrong-{lines.first}"  # not empty, and no other heading's
                children[-1:] = [Text(rest)] if (rest := children[-1].text[: found.start()]) else []
        if not any(child.isalnum() for child in _words(children)):
            self.faults.append(Fault("empty-heading", "heading", "#", lines))
        return Heading(int(node.token.tag[1:]), anchor, tuple(children), lines)

    def table(self, node: Node, lines: Lines) -> ProseTable:
        rows = [
            tuple(self.inline_of(cell, lines) for cell in row.children)
            for section in node.children
            for row in section.children
        ]
        return ProseTable(rows[0], tuple(rows[1:]), lines)

    def placed(self, node: Node, lines: Lines) -> Placed | None:
        kind, _, argument = (part.strip() for part in node.token.info.partition("|"))
        if kind not in PLACED_KINDS:
            self.faults.append(Fault("unknown-block", kind, f"/// {kind}".strip(), Lines(lines.first, lines.first)))
        if tag := tag_in(argument):
            self.faults.append(Fault("raw-html", "HTML", tag, Lines(lines.first, lines.first)))
        _, last = node.token.map or (0, 1)
        closing = self.source[last].strip() if last < len(self.source) else ""
        if not re.fullmatch(r"/{3,}", closing):
            self.faults.append(Fault("unclosed-block", kind, f"/// {kind}", Lines(lines.first, lines.first)))
        return Placed(kind, argument, tuple(self.blocks(node.children)), lines)

    def inline_of(self, node: Node, lines: Lines) -> tuple[Inline, ...]:
        return tuple(_joined(one for inline in node.children for one in self.inlines(inline.children, lines)))

    def inlines(self, nodes: Sequence[Node], lines: Lines) -> Iterator[Inline]:
        for node in nodes:
            match node.type:
                case "text":
                    yield from self.text(node.token.content, lines)
                case "softbreak" | "hardbreak":
                    yield Text(" ")
                case "strong":
                    yield Strong(tuple(_joined(self.inlines(node.children, lines))))
                case "link":
                    yield Link(
                        str(node.token.attrs.get("href", "")), tuple(_joined(self.inlines(node.children, lines)))
                    )
                case "html_inline":
                    self.faults.append(Fault("raw-html", "HTML", node.token.content[:40], lines))
                case kind:
                    word = node.token.content or "".join(child.token.content for child in node.children)
                    self.faults.append(Fault("not-allowed", _REFUSED.get(kind, kind), word[:40], lines))
                    yield Text(word)

    def text(self, content: str, lines: Lines) -> Iterator[Inline]:
        if tag := tag_in(content):
            self.faults.append(Fault("raw-html", "HTML", tag, lines))
        start = 0
        for found in _CITE.finditer(content):
            yield Text(content[start : found.start()].rstrip() if start < found.start() else "")
            start = found.end()
            body = _CITE_BODY.fullmatch(found.group())
            if body:
                yield Cite(tuple(re.findall(r"@([A-Za-z0-9]+)", found.group())))
            else:
                self.faults.append(Fault("broken-citation", found.group(), found.group(), lines))
        yield Text(content[start:])


def _depth(tokens: Sequence[Token]) -> int:
    return max(accumulate(token.nesting for token in tokens), default=0)


def _words(inlines: Sequence[Inline]) -> str:
    return "".join(
        one.text if isinstance(one, Text) else "" if isinstance(one, Cite) else _words(one.children) for one in inlines
    )


def _joined(inlines: Iterator[Inline]) -> Iterator[Inline]:
    """Put neighbouring texts together and drop empty ones."""
    held = ""
    for inline in inlines:
        if isinstance(inline, Text):
            held += inline.text
            continue
        if held:
            yield Text(held)
            held = ""
        yield inline
    if held:
        yield Text(held)
