"""What we set by ourselves is what an engine makes of the Markdown, to the byte, whatever stands on a page."""

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model import document as doc
from builder.model.page import Page, Publication
from builder.site.as_html import as_html
from builder.site.as_markdown import NO_ANCHOR, as_markdown
from builder.site.bare import bare_page
from builder.site.blocks import blocks
from builder.site.inlines import FileFacts, Here
from builder.site.markdown import AS_IT_IS, AS_IT_IS_ENDS, body_of
from tests.site.kinds import PUBLICATION
from tests.site.test_words import EXTENSIONS, SAID

ANCHORS = st.sampled_from(["here", "claim-a", "source-b2007", "x1"])
FILES = {"a/b.pdf": FileFacts(2, 30_000, True), "a/c.epub": FileFacts(0, 9)}
PLACES = st.builds(doc.To, st.sampled_from(["", "a/b/", "help/", *FILES]), st.just("") | ANCHORS)
URLS = st.sampled_from(["https://x.example/?a=1&b=(2)", "tel:+1 2", "https://x.example/é_*`<\"'>[]|^&amp;&copy=1;",
     "https://x.example/?a=1&é;b&#abc;&#x1g;&#12;&#x1F;&AMP;"])  # fmt: skip
WEB = st.builds(doc.Web, URLS)

st.register_type_strategy(doc.To, PLACES)
st.register_type_strategy(doc.Web, WEB)
LEAF = st.builds(doc.Text, SAID) | st.builds(
    doc.Cite, st.lists(st.tuples(SAID, ANCHORS), min_size=1, max_size=2).map(tuple)
)


def around(inner: st.SearchStrategy[doc.Inline]) -> st.SearchStrategy[doc.Inline]:
    many = st.lists(inner, min_size=1, max_size=3).map(tuple)
    led = st.builds(doc.Link, PLACES | WEB, many, st.booleans())
    return st.builds(doc.Strong, many) | st.builds(doc.Defined, many) | led


SURE = st.builds(doc.Sure)
INLINE = st.recursive(LEAF | SURE, around, max_leaves=4)
SOME = st.lists(INLINE, min_size=1, max_size=4).map(tuple)


def a_list(inner: st.SearchStrategy[doc.Block]) -> st.SearchStrategy[doc.Block]:
    many = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.builds(doc.Listing, st.booleans(), st.lists(many, max_size=3).map(tuple))


def with_blocks(inner: st.SearchStrategy[doc.Block]) -> st.SearchStrategy[doc.Block]:
    many = st.lists(inner, min_size=1, max_size=3).map(tuple)
    lamp = st.builds(doc.Lamp, SAID, SAID, SAID, SAID, LINKS | st.none(), many)
    return st.builds(doc.Say, many) | st.builds(doc.Safety, SAID | st.just(""), many) | lamp


LINKS = st.builds(doc.Link, PLACES | WEB, st.tuples(st.builds(doc.Text, SAID)))
SAYINGS = st.lists(SAID, max_size=3).map(tuple)
CITE = st.builds(doc.Cite, st.lists(st.tuples(SAID, ANCHORS), min_size=1, max_size=2).map(tuple))
TONES = st.sampled_from(["", "lead", "small"])
TABLES = st.integers(1, 3).flatmap(
    lambda wide: st.builds(
        doc.Table,
        SAID | st.just(""),
        st.tuples(*[SAID] * wide),
        st.lists(st.tuples(*[SOME] * wide), max_size=2).map(tuple),
    )
)
STATUSES = st.sampled_from(["strong", "moderate", "limited", "contested", "theory"])
SHAPES = {
    doc.Heading: st.builds(doc.Heading, st.integers(2, 4), ANCHORS, SOME),
    doc.Paragraph: st.builds(doc.Paragraph, SOME, TONES),
    doc.Listing: st.just(doc.Listing(True, ((doc.Paragraph((doc.Text("a"),)),),) * 101))
    | a_list(st.recursive(st.builds(doc.Paragraph, SOME, TONES), a_list, max_leaves=5)),
    doc.Table: TABLES,
    doc.Drawing: st.builds(doc.Drawing, ANCHORS, st.just("<svg><title>a</title>\n <g/></svg>"), SAID, SAID, SOME),
    doc.Quotation: st.builds(
        doc.Quotation, st.booleans(), SAID, SAID, CITE | st.none(), SAID | st.just(""), SAID, SAID
    ),
    doc.Gloss: st.builds(doc.Gloss, SAID, SAID),
    doc.Exercise: st.builds(doc.Exercise, ANCHORS, SAID, SAID, st.integers(1, 9), SAID, SAID, SAYINGS),
    doc.Statement: st.builds(
        doc.Statement, ANCHORS | st.just(""), SAID, STATUSES, SAID, SAID, SAID | st.just(""), CITE | st.none(), CITE
    ),
    doc.Choice: st.builds(doc.Choice, SAID, st.lists(LINKS, min_size=1, max_size=3).map(tuple), SAID),
    doc.Pair: st.builds(doc.Pair, SAID, SAYINGS, SAID, SAYINGS),
    doc.Contents: st.builds(doc.Contents, st.lists(LINKS, max_size=3).map(tuple)),
    doc.Sources: st.builds(
        doc.Sources,
        st.lists(st.tuples(ANCHORS, SAID, URLS | st.just("")), max_size=8).map(tuple),
    ),
    doc.Signature: st.builds(doc.Signature, SAID, SAYINGS),
    doc.Marks: st.builds(doc.Marks, st.lists(st.tuples(STATUSES, SAID), max_size=3).map(tuple)),
    doc.Numbers: st.builds(doc.Numbers, st.lists(st.tuples(SAID, WEB, SAID), max_size=3).map(tuple)),
    doc.Topics: st.builds(doc.Topics, st.lists(st.tuples(LINKS, SAID), max_size=3).map(tuple)),
    doc.Downloads: st.builds(
        doc.Downloads,
        st.lists(st.tuples(st.sampled_from(sorted(FILES)), SAID), min_size=1, max_size=3).map(tuple),
        SAID | st.just(""),
        ANCHORS,
    ),
    doc.Sample: st.builds(doc.Sample, SAID | st.just(""), SAID),
    doc.Room: st.builds(doc.Room, SAID, st.integers(1, 4)),
}
HOLDERS = {doc.Say, doc.Safety, doc.Lamp}
ON_A_PAGE_ITSELF = {doc.SearchField}
BLOCK = st.recursive(st.one_of(*SHAPES.values()), with_blocks, max_leaves=5)


def test_each_kind_of_block_is_tried() -> None:
    assert {*SHAPES, *HOLDERS, *ON_A_PAGE_ITSELF} == set(doc.Block.__args__)


@settings(max_examples=400, deadline=None)
@given(st.lists(BLOCK | st.builds(doc.SearchField), min_size=1, max_size=4))
def test_blocks(some: list[doc.Block]) -> None:
    nodes = blocks(some, Here("a/b/", FILES))
    ours = as_html(nodes)
    theirs = markdown.markdown(as_markdown(nodes), extensions=EXTENSIONS).replace(f" {NO_ANCHOR}", "")
    assert bare_page(ours) == bare_page(theirs)
    wrapped = AS_IT_IS + ours + AS_IT_IS_ENDS
    assert markdown.markdown(wrapped, extensions=EXTENSIONS) == wrapped


@pytest.mark.parametrize("page", PUBLICATION.pages, ids=lambda page: page.address)
def test_pages(page: Page) -> None:
    assert_same(page)


def test_the_pages_of_the_library(publication: Publication) -> None:
    for page in publication.pages:
        assert_same(page)


def assert_same(page: Page) -> None:
    nodes = body_of(page, Here(page.address, FILES))
    theirs = markdown.markdown(as_markdown(nodes), extensions=EXTENSIONS).replace(f" {NO_ANCHOR}", "")
    assert bare_page(as_html(nodes)) == bare_page(theirs)
