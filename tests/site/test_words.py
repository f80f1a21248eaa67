"""Plain words come back as they were, wherever they stand, and can never be read as Markdown or HTML.

Each time, what an engine makes of the Markdown is what we set by ourselves, to the byte.
"""

from html import unescape
from html.parser import HTMLParser

import markdown
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.model import document as doc
from builder.model.page import Page
from builder.site.as_html import as_html
from builder.site.as_markdown import NO_ANCHOR, as_markdown
from builder.site.bare import bare_page
from builder.site.blocks import blocks
from builder.site.element import Element, Node, element
from builder.site.escape import tidy
from builder.site.inlines import Here
from builder.site.markdown import markdown_of
from tests.conftest import ROOT

EXTENSIONS = [
    *("toc", "tables", "fenced_code"),  # MkDocs takes these by itself
    *yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"],
]
HERE = Here("a/b/", {})

NASTY = st.sampled_from(
    ["///", "/// html | div", "- ", "1. ", "1)", "# ", "## x {#y}", "{: .x }", "{#a}", "**", "__", "*", "_", "`", "``",
     "\\", "\\`", "![x](y)", "[x](y)", "](", ")", "<b>", "</div>", "<!--", "-->", "&amp;", "&#42;", "&", "> ", "---",
     "===", "+ ", ": ", "|", "~~~", "```", "\n", "\n\n", "    ", "\t", "\x02", "\x03", "wzxhzdk:0", "klzzwxh:0000",
     "<script>", "http://x.y", "<http://x.y>", "\u00a0", "\u2028", "“", "’", '"', "'", "$x$", "^[", "*[a]: b", "[a]: b",
     "???", "!!! note", "!", "~~~\n", "\n~~~ x\n", "\n| a | b |\n|---|---|\n", "@", "%", "€", "é", "\U0001f642", "word", "a", "Z", "9", ".", ",", "[TOC]", "--8<--"]
)  # fmt: skip
SAID = st.lists(NASTY | st.text(max_size=8), min_size=1, max_size=10).map("".join).filter(lambda text: shown(text))


def shown(text: str) -> str:
    return " ".join(tidy(text).replace("\u200b", "").split())


class Tree(HTMLParser):
    """The elements of a page, each with the words in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[dict[str, str | None]] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.append(dict(attrs))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    @property
    def words(self) -> str:
        return shown("".join(self.text))


def built(*given_blocks: doc.Block) -> Tree:
    return Tree(converted(blocks(given_blocks, HERE)))


def converted(nodes: list[Node]) -> str:
    """What an engine makes of it."""
    html = markdown.markdown(as_markdown(nodes), extensions=EXTENSIONS)
    ours = as_html(nodes)
    assert bare_page(html.replace(f" {NO_ANCHOR}", "")) == bare_page(ours)
    return html


def paragraph(text: str) -> doc.Paragraph:
    return doc.Paragraph((doc.Text(text),))


@settings(max_examples=400, deadline=None)
@given(SAID)
def test_a_paragraph_says_its_words(text: str) -> None:
    tree = built(paragraph(text), paragraph("next"))
    assert (tree.tags, tree.words) == (["p", "p"], shown(f"{text}\nnext"))


@settings(max_examples=200, deadline=None)
@given(SAID)
def test_a_heading_says_its_words(text: str) -> None:
    tree = built(doc.Heading(2, "here", (doc.Text(text),)), paragraph("next"))
    assert (tree.tags, tree.words) == (["h2", "p"], shown(f"{text}\nnext"))
    assert tree.attributes[0] == {"id": "here"}


@settings(max_examples=200, deadline=None)
@given(SAID, SAID, SAID, st.booleans())
def test_a_line_of_several_inlines_says_its_words(first: str, second: str, third: str, same: bool) -> None:
    strong = doc.Strong((doc.Text(second),))
    other = strong if same else doc.Link(doc.To("a/"), (doc.Text(second),))
    tree = built(doc.Paragraph((doc.Text(first), strong, other, doc.Text(third), doc.Defined((doc.Text(first),)))))
    assert tree.words.replace(" ", "") == shown(first + second + second + third + first).replace(" ", "")
    allowed = {"p", "strong", "dfn"} if same else {"p", "strong", "a", "dfn"}
    assert set(tree.tags) == allowed


def nested(words: list[str], numbered: bool) -> doc.Listing:
    head, *rest = words
    inner: tuple[doc.Block, ...] = (nested(rest, not numbered),) if rest else ()
    return doc.Listing(numbered, ((paragraph(head), *inner), (paragraph("again"),)))


@settings(max_examples=200, deadline=None)
@given(st.lists(SAID, min_size=4, max_size=4), st.booleans())
def test_a_list_four_deep_says_its_words_at_their_depth(words: list[str], numbered: bool) -> None:
    tree = built(nested(words, numbered), paragraph("after"))
    assert tree.words == shown("\n".join((*words, "again\nagain\nagain\nagain\nafter")))
    assert [tag for tag in tree.tags if tag in ("ul", "ol")] == (["ol", "ul"] if numbered else ["ul", "ol"]) * 2
    assert tree.tags.count("li") == 8


@settings(max_examples=200, deadline=None)
@given(SAID, SAID, SAID)
def test_a_table_says_its_words_and_repeats_its_heads(head: str, name: str, cell: str) -> None:
    tree = built(doc.Table(cell, ("First", head), (((doc.Text(name),), (doc.Text(cell),)),)))
    assert tree.words == shown(f"{cell}\nFirst\n{head}\n{name}\n{cell}")
    assert [tag for tag in tree.tags if tag in ("th", "td")] == ["th", "th", "th", "td"]
    assert tree.attributes[-1]["data-head"] == shown_value(head)


def shown_value(text: str) -> str:
    return tidy(text).strip()


@settings(max_examples=200, deadline=None)
@given(SAID)
@example("a\U0004fffeb\ufdd0")
def test_an_attribute_says_its_words(text: str) -> None:
    assert Tree(converted([element("div", Element("p", ("inside",)), data_head=text)])).attributes[0] == {
        "data-head": shown_value(text)
    }


@settings(max_examples=100, deadline=None)
@given(SAID)
def test_no_words_break_out_of_their_block(text: str) -> None:
    tree = built(doc.Say((doc.Safety(text, (paragraph(text), doc.Say((paragraph(text),)))),)), paragraph("after"))
    assert tree.tags == ["div", "section", "h2", "p", "div", "p", "p"]
    assert tree.words == shown(f"{text}\n{text}\n{text}\nafter")


@settings(max_examples=400, deadline=None)
@given(st.lists(NASTY | st.text(max_size=8), max_size=12).map("".join), SAID)
def test_a_sample_is_shown_as_it_is_typed(text: str, kind: str) -> None:
    tree = built(doc.Sample(kind, f"a\n{text}\nz"), paragraph("after"))
    assert tree.tags == ["figure", "figcaption", "p", "pre", "code", "p"]
    assert tree.words == shown(f"{kind}\na\n{text}\nz\nafter")


def test_a_sample_keeps_its_lines_and_its_indents() -> None:
    typed = "claims:\n  - id: tea\n\n\n\n/// say\n    {: .x }\n///\n\n<b>&amp;</b>"
    html = converted(blocks((doc.Sample("", typed),), HERE))
    assert unescape(html[html.index("<code>") + 6 : html.index("</code>")]) == typed


@settings(max_examples=100, deadline=None)
@given(SAID)
def test_front_matter_says_its_words(text: str) -> None:
    written = markdown_of(Page("a/", "learn", text, text, text, (paragraph(text),)), {})
    head = written.split("---\n")[1]
    values = yaml.safe_load(head)
    assert (values["title"], values["tab"], values["description"]) == (shown_value(text),) * 3


def test_two_lists_in_a_row_stay_two() -> None:
    tree = built(doc.Listing(False, ((paragraph("a"),),)), doc.Listing(True, ((paragraph("b"),),)))
    assert [tag for tag in tree.tags if tag in ("ul", "ol")] == ["ul", "ol"]
