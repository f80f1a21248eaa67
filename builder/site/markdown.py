"""A page in, one Markdown file out: front matter for the template, and a body that a person can read, or one already set."""

import json
from collections.abc import Callable, Mapping, Sequence

from builder.model.document import Block, Contents, Drawing, Link, Paragraph, Statement, To
from builder.model.page import Page
from builder.site import panels
from builder.site.as_html import as_html
from builder.site.as_markdown import as_markdown
from builder.site.blocks import blocks
from builder.site.element import Node, element, heading
from builder.site.escape import tidy
from builder.site.inlines import FileFacts, Here
from builder.site.nesting import plain

AS_IT_IS, AS_IT_IS_ENDS = '<script type="text/html">', "</script>"
"""Round HTML that an engine is to leave alone: it reads all other HTML through, twice, and what a script holds as one word."""
_LEADING_ON = frozenset({"short", "moved"})
_FILTERED = "research"
_GUIDE = "hills"
"""The drawing along which a dot can move at the pace of a slow breath."""
_KEEPS = "offline"
_PACKET = "packet"
_ASK_FOR_CODES = ("home", "not-found")


def markdown_of(page: Page, files: Mapping[str, FileFacts], linked: str = "") -> str:
    """The staged file of one page. `files` knows the pages and bytes of each file that the page hands out.

    `linked` is what the page says of itself to machines.
    """
    return _file(page, files, linked, as_markdown)


def set_of(page: Page, files: Mapping[str, FileFacts], linked: str = "") -> str:
    """The same, with its body as the HTML that an engine makes of it: this saves the engine most of its time."""
    return _file(page, files, linked, lambda nodes: f"{AS_IT_IS}{as_html(nodes)}{AS_IT_IS_ENDS}")


def _file(page: Page, files: Mapping[str, FileFacts], linked: str, written: Callable[[Sequence[Node]], str]) -> str:
    return f"---\n{_front_matter(page, linked)}---\n\n{written(body_of(page, Here(page.address, files)))}\n"


def _front_matter(page: Page, linked: str) -> str:
    values: dict[str, object] = {
        "template": _template(page),
        "title": _value(page.title),
        "description": _value(page.description or page.summary),
        "tab": _value(page.tab),
        "kind": page.kind,
        "parts": [
            {"label": _value(plain(part.children)), "url": part.to.address, "current": part.to.address == page.address}
            for part in page.parts
            if isinstance(part.to, To)
        ],
        "filter": page.kind == _FILTERED and any(isinstance(block, Statement) for block in page.blocks),
        "guide": any(isinstance(block, Drawing) and block.name == _GUIDE for block in page.blocks),
        "keep": page.kind == _KEEPS,
        "packet": page.kind == _PACKET,
        "help": page.kind != "help",
        "linked": linked,
        "codes": page.kind in _ASK_FOR_CODES,
        "send": None if page.sent is None else {"to": page.sent, "part": _for_a_part(page)},
    }
    if page.kind in _LEADING_ON:
        values["to"] = first_target(page.blocks).address
    if page.kind == "gone":
        values["unlisted"] = True
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items())


def _for_a_part(page: Page) -> str:
    """The address under which a part of a page is sent, where it is another than that of the whole.

    Without scripts a short address leads to the head of the page alone. A discreet title stays worth more than that.
    """
    return page.address if page.sent != page.address and page.tab == page.title else ""


def _template(page: Page) -> str:
    """A page that only leads on needs no frame; where a part of it leads elsewhere than the rest, it needs a list of them."""
    if page.kind not in _LEADING_ON:
        return "main.html"
    return "moved.html" if page.elsewhere or first_target(page.blocks).anchor else "short.html"


def first_target(all_blocks: Sequence[Block]) -> To:
    """Where a page leads that only leads on."""
    for block in all_blocks:
        for inline in block.children if isinstance(block, Paragraph) else ():
            if isinstance(inline, Link) and isinstance(inline.to, To):
                return inline.to
    return To("")


def body_of(page: Page, here: Here) -> list[Node]:
    """What stands on the page itself, from its title on."""
    title = heading(1, page.title)
    once = [panels.elsewhere(page.elsewhere, here)] if page.elsewhere else []
    shown = tuple(page.blocks)
    head, contents, rest = _around_contents(shown)
    if not contents:
        return [title, *blocks(shown, here), *once]
    beside = element("div.beside", element("div", title, *blocks(head, here)), *blocks(contents, here))
    return [beside, *blocks(rest, here), *once]


def _around_contents(all_blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block], Sequence[Block]]:
    """The head of the page, its list of contents, and all that follows."""
    for number, block in enumerate(all_blocks):
        if isinstance(block, Contents):
            return all_blocks[:number], all_blocks[number : number + 1], all_blocks[number + 1 :]
    return (), (), all_blocks


def _value(text: str) -> str:
    return tidy(text).strip()
