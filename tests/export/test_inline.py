"""An address is one that any program can follow, and is said once."""

import pytest

from builder.export.inline import web_address
from builder.export.plaintext import texts_of
from builder.model import document as doc
from tests.export.carried import PATHS, carried

ODD = ("https://a.example/[1]", "https://a.example/tee-für-dich", "https://a.example/a%20b")


@pytest.mark.parametrize("url", ODD)
def test_an_address_that_is_in_the_words_is_not_said_again(url: str) -> None:
    for shown in (url.removeprefix("https://"), url):
        link = doc.Link(doc.Web(url), (doc.Text(shown),))
        said = texts_of(carried(doc.Paragraph((link,))))[f"{PATHS[0]}.txt"].decode()
        assert said.count("a.example") == 1


@pytest.mark.parametrize("url", ODD)
def test_an_address_holds_only_what_an_address_can(url: str) -> None:
    made = web_address(doc.Web(url))
    assert made.isascii()
    assert not set(made) & set('[] <>"')
