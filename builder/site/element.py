"""Words and the elements round them in, the tree of a page's body out. `as_markdown` and `as_html` write it down."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from builder.site.escape import tidy


@dataclass(frozen=True, slots=True)
class Element:
    """An element of HTML: its name, what stands in it, and its attributes in order; a class or an id among them."""

    name: str
    inside: tuple["Node", ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Finished:
    """HTML that is put in as it is."""

    html: str


Node: TypeAlias = "Element | Finished | str"
"""What stands in an element; a text is plain words."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
HOLD_A_LINE = frozenset({"p", "summary", "th", "td", "caption", *HEADINGS})
"""Elements with a line of words in them. All others that are no part of a line hold blocks."""

_NOTHING = Finished("&#8203;")
"""Stands in an item without words: in Markdown an empty one would end its list."""
_SELECTOR = re.compile(r"([.#]?)([^.#]+)")
_SAID_BY = {".": "class", "#": "id"}


def element(selector: str, *inside: Node, **attributes: str) -> Element:
    """An element such as `section.lit`. Of attributes the empty ones are left out, and `_` in a name becomes `-`."""
    first, *named = _SELECTOR.findall(selector)
    selected = [(_SAID_BY[sign], name) for sign, name in named]
    given = [(name.strip("_").replace("_", "-"), said) for name, said in attributes.items() if said]
    return Element(first[1], tuple(node for node in inside if node != ""), (*selected, *given))


def paragraph(*inside: Node, tone: str = "", anchor: str = "") -> Element | str:
    """A paragraph; "" where there is nothing to say. A tone is one class or several, such as `do quiet`."""
    said = line(*inside)
    given = (("class", tone), ("id", anchor))
    return Element("p", said, tuple(pair for pair in given if pair[1])) if said else ""


def heading(level: int, *inside: Node, anchor: str = "") -> Element:
    """A heading with its permanent anchor, if it has one."""
    return Element(f"h{level}", line(*inside), (("id", anchor),) if anchor else ())


def points(items: Sequence[Sequence[Node]], numbered: bool = False) -> Element | str:
    """A list; "" without items. Each of them holds blocks."""
    rows = (tuple(node for node in item if node != "") or (Element("p", (_NOTHING,)),) for item in items)
    return Element("ol" if numbered else "ul", tuple(Element("li", row) for row in rows)) if items else ""


def is_tight(listing: Element) -> bool:
    """Whether the items of a list are lines, without paragraphs of their own."""
    items = [item.inside for item in listing.inside if isinstance(item, Element)]
    if not all(len(item) == 1 and isinstance(item[0], Element) and item[0].name == "p" for item in items):
        return False
    return len(items) == 1 or not any(item[0].attributes for item in items if isinstance(item[0], Element))


def line(*inside: Node) -> tuple[Node, ...]:
    """Parts of a line in a row, without spaces round them. Weight next to weight is one weight."""
    return trimmed(joined(inside))[1]


def joined(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Nodes in a row, with words next to words made one text, and weight next to weight."""
    made: list[Node] = []
    for node in nodes:
        last = made[-1] if made else None
        if isinstance(node, str):
            if isinstance(last, str):
                made[-1] = tidy(last + node)
            elif said := tidy(node):
                made.append(said)
        elif isinstance(last, Element) and isinstance(node, Element) and last.name == node.name == "strong":
            made[-1] = Element("strong", joined((*last.inside, *node.inside)))
        else:
            made.append(node)
    return tuple(made)


def trimmed(nodes: tuple[Node, ...]) -> tuple[str, tuple[Node, ...], str]:
    """What `joined` made, and the space before and after it."""
    before = after = ""
    if nodes and isinstance(nodes[0], str) and nodes[0].startswith(" "):
        before, nodes = " ", (nodes[0][1:], *nodes[1:])
    if nodes and isinstance(nodes[-1], str) and nodes[-1].endswith(" "):
        nodes, after = (*nodes[:-1], nodes[-1][:-1]), " "
    return before, tuple(node for node in nodes if node != ""), after


def wrapped(selector: str, inside: Sequence[Node], **attributes: str) -> Iterator[Node]:
    """A part of a line as an element; its outer spaces stand outside. Without words it is only its space."""
    before, said, after = trimmed(joined(inside))
    yield before
    if said:
        yield element(selector, *said, **attributes)
    yield after
