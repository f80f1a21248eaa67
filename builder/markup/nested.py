"""A parser's tokens in a row in, the tree out that they tell of. No node knows what it stands in, so nothing goes in circles."""

from collections.abc import Iterable
from dataclasses import dataclass

from markdown_it.token import Token


@dataclass(slots=True)
class Node:
    """One token, what it is, and what stands inside it: for a token that opens something, all up to where that closes."""

    token: Token
    type: str
    children: "list[Node]"


def nodes_of(tokens: Iterable[Token]) -> list[Node]:
    """The outermost nodes of a row of tokens, in order."""
    outermost: list[Node] = []
    opened = [outermost]
    for token in tokens:
        if token.nesting == -1:
            opened.pop()
            continue
        node = Node(token, token.type.removesuffix("_open"), nodes_of(token.children) if token.children else [])
        opened[-1].append(node)
        if token.nesting == 1:
            opened.append(node.children)
    return outermost
