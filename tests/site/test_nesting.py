"""Marks, links and citations come through wherever they stand: in weight, in a link, in a word that is explained."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model import document as doc
from builder.model.page import SURE, Page
from builder.site.build import ENGINES, build_site
from tests.conftest import ROOT
from tests.site.kinds import FACTS, FILES, PUBLICATION
from tests.site.test_words import SAID, Tree, built, shown

SHORT = "A & *B*, 2007"
CITE = doc.Cite(((SHORT, "source-ab"),))
MARK = doc.Sure("limited", doc.To("a/", "claim-x"))
ELSEWHERE = doc.Web("https://elsewhere.example/")

LEAVES = st.just(CITE) | st.just(MARK) | SAID.map(doc.Text)


def _around(inner: st.SearchStrategy[doc.Inline]) -> st.SearchStrategy[doc.Inline]:
    some = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return some.map(doc.Strong) | some.map(doc.Defined) | some.map(lambda held: doc.Link(ELSEWHERE, held))


INLINES = st.lists(st.recursive(LEAVES, _around, max_leaves=6), min_size=1, max_size=4)


def leaves(inlines: Sequence[doc.Inline]) -> Iterator[doc.Text | doc.Cite | doc.Sure]:
    for one in inlines:
        if isinstance(one, doc.Text | doc.Cite | doc.Sure):
            yield one
        else:
            yield from leaves(one.children)


def letters(text: str) -> list[str]:
    return sorted(shown(text).replace(" ", ""))


@settings(max_examples=400, deadline=None)
@given(INLINES)
def test_nothing_is_lost_however_deep_it_stands(inlines: list[doc.Inline]) -> None:
    tree = built(doc.Paragraph((doc.Text("word"), *inlines, doc.Text("word"))))
    held = list(leaves(inlines))
    said = {doc.Cite: f"({SHORT})", doc.Sure: SURE["limited"]}
    wanted = "".join(one.text if isinstance(one, doc.Text) else said[type(one)] for one in held)
    assert letters(tree.words) == letters(f"word{wanted}word")
    hrefs = [attributes["href"] for attributes in tree.attributes if "href" in attributes]
    assert hrefs.count("#source-ab") == sum(isinstance(one, doc.Cite) for one in held)
    assert [attributes.get("class") for attributes in tree.attributes].count("sure limited") == held.count(MARK)
    assert set(tree.tags) <= {"p", "strong", "dfn", "a"}


def test_weight_keeps_its_mark_link_and_citation_inside() -> None:
    there = doc.Link(ELSEWHERE, (doc.Strong((doc.Text("there"),)), doc.Text(" too"), CITE))
    tree = built(doc.Paragraph((doc.Strong((doc.Text("Support can help"), MARK, doc.Text(". Look "), there)),)))
    assert tree.tags == ["p", "strong", "a", "a", "a"]
    assert tree.words == f"Support can help {SURE['limited']}. Look there too ({SHORT})"


@pytest.mark.parametrize("engine", ENGINES)
def test_each_engine_shows_what_stands_in_weight(tmp_path: Path, engine: str) -> None:
    mark, cite = doc.Sure("limited", doc.To("odd/", "here")), doc.Cite((("A, 2007", "here"),))
    link = doc.Link(doc.To("help/"), (doc.Text("help"), cite))
    strong = doc.Strong((doc.Text("It may help"), mark, doc.Text(" and "), link))
    page = Page(
        "odd/", "about", "Odd", "Odd", "Odd.", (doc.Heading(2, "here", (doc.Text("Here"),)), doc.Paragraph((strong,)))
    )
    publication = replace(PUBLICATION, pages=(*PUBLICATION.pages, page))
    build_site(publication, FILES, FACTS, project=ROOT, out=tmp_path / "site", engine=engine)
    html = (tmp_path / "site/odd/index.html").read_text(encoding="utf-8")
    run = html[html.index("<strong>It may") : html.index("</strong>", html.index("<strong>It may"))]
    assert Tree(run).words == f"It may help {SURE['limited']} and help (A, 2007)"
    assert Tree(run).tags == ["strong", "a", "a", "a"]
