"""Markdown becomes prose: what the dialect holds is kept, everything else is a fault at its line."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.markup.parse import parse
from builder.model.prose import Cite, Heading, Lines, Link, Paragraph, Placed, Sample, Strong, Text


def faults(text: str) -> list[tuple[str, int]]:
    return [(fault.kind, fault.lines.first) for fault in parse(text, "x.md")[1]]


def test_a_heading_carries_its_anchor() -> None:
    prose, _ = parse("## What it is {#what}\n", "x.md")
    assert prose.blocks == (Heading(2, "what", (Text("What it is"),), Lines(1, 1)),)


def test_a_citation_loses_the_space_before_it() -> None:
    prose, _ = parse("Hands help [@coan2006; @coan2017]. So.", "x.md")
    assert prose.blocks == (
        Paragraph((Text("Hands help"), Cite(("coan2006", "coan2017")), Text(". So.")), Lines(1, 1)),
    )


def test_links_and_strong_words_nest() -> None:
    prose, _ = parse("**[a](module:b#c)**", "x.md")
    assert prose.blocks == (Paragraph((Strong((Link("module:b#c", (Text("a"),)),)),), Lines(1, 1)),)


def test_a_placed_block_holds_its_blocks_and_its_lines() -> None:
    prose, _ = parse("Before.\n\n/// safety | If someone hurts you\nWords.\n///\n", "x.md")
    placed = prose.blocks[1]
    assert isinstance(placed, Placed)
    assert (placed.kind, placed.argument, placed.lines) == ("safety", "If someone hurts you", Lines(3, 4))


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("a\n\n<script>alert(1)</script>\n", "raw-html", 3),
        ("a <b>b</b>\n", "raw-html", 1),
        ("a *b*\n", "not-allowed", 1),
        ("a `b`\n", "not-allowed", 1),
        ("![a](b.png)\n", "not-allowed", 1),
        ("a\n\n> b\n", "not-allowed", 3),
        ("a\n\n***\n", "not-allowed", 3),
        ("```\nx\n```\n", "not-allowed", 1),
        ("/// warning\nx\n///\n", "unknown-block", 1),
        ("a\n\n/// say\nx\n", "unclosed-block", 3),
        ("a [@] b\n", "broken-citation", 1),
        ('## a {#x="y"onclick="alert(3)"}\n', "wrong-anchor", 1),
        ("## a {#A b}\n", "wrong-anchor", 1),
        ("a\n\n## {#b}\n", "empty-heading", 3),
        ("a [@x, p. 3] b\n", "broken-citation", 1),
    ],
)
def test_what_the_dialect_does_not_hold_is_a_fault(text: str, kind: str, line: int) -> None:
    assert (kind, line) in faults(text)


@given(st.text())
@example("> /// say\n> ")
@example("> /// say\n>")
def test_no_text_makes_it_raise(text: str) -> None:
    _, found = parse(text, "x.md")
    assert all(fault.lines.first >= 1 for fault in found)


def test_text_as_it_is_typed_stands_only_where_it_may() -> None:
    text = "a\n\n```In learn.md\n/// say\n\n  <b>\n///\n```\n\nb\n"
    prose, none = parse(text, "x.md", samples=True)
    assert prose.blocks[1] == Sample("In learn.md", "/// say\n\n  <b>\n///", Lines(3, 8))
    assert not none
    assert faults(text) == [("not-allowed", 3)]


def test_text_as_it_is_typed_needs_its_end() -> None:
    found = parse("a\n\n```\nb\n", "x.md", samples=True)[1]
    assert [(fault.kind, fault.lines.first) for fault in found] == [("unclosed-block", 3)]
    assert [fault.kind for fault in parse("```\n```\n", "x.md", samples=True)[1]] == ["not-allowed"]
