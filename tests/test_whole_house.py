"""The shipped library, whole: two engines say the same, two builds are the same to the byte, every PDF is accessible."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, normpath

import page
import pytest

from builder.model.files import size_in_words
from tests.conftest import BEGAN
from tests.run import ROOT, psychoed

FILE_LINK = re.compile(r'<a [^>]*href="([^":]+\.(?:pdf|epub|txt|zip))"[^>]*>(.*?)</a>')
KINDS = {"pdf": "PDF", "epub": "EPUB", "txt": "plain text", "zip": "ZIP"}


class Article(HTMLParser):
    """The words inside <main>, white space evened out."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "main"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "main"

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.words += data.split()


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def build(out: Path, *words: str) -> dict[str, bytes]:
    done = psychoed.run(ROOT, "build", "--out", str(out), "--today", BEGAN, *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return files_of(out)


def article(html: bytes) -> list[str]:
    reader = Article()
    reader.feed(html.decode())
    return reader.words


@pytest.fixture(scope="module")
def once(built: Path) -> dict[str, bytes]:
    return files_of(built)


def test_built_twice_the_bytes_are_the_same(once: dict[str, bytes], tmp_path: Path) -> None:
    again = build(tmp_path / "site")
    assert set(once) == set(again)
    assert not [name for name in once if once[name] != again[name]]
    assert sum(name.endswith(".pdf") for name in once) == 4 * (4 * 3 + 2 + 2)  # topics, the book and the card, packets


def test_both_engines_give_the_same_addresses_and_the_same_words(once: dict[str, bytes], tmp_path: Path) -> None:
    other = build(tmp_path / "site", "--engine", "zensical")
    pages = {name for name in once if name.endswith(".html")}
    assert pages == {name for name in other if name.endswith(".html")}
    assert len(pages) >= 30
    for name in sorted(pages):
        assert len(article(once[name])) > 3, name
        assert article(once[name]) == article(other[name]), name


def test_no_page_loads_anything_from_another_host(once: dict[str, bytes]) -> None:
    for name, data in once.items():
        if name.endswith(".html"):
            for wrong in (b'src="http', b"src='http", b'rel="preconnect"', b"@import", b'rel="stylesheet" href="http'):
                assert wrong not in data, name


def test_every_link_to_a_file_says_what_it_is_and_one_page_has_them_all(once: dict[str, bytes]) -> None:
    linked: dict[str, set[str]] = {}
    for name, data in once.items():
        for href, words in FILE_LINK.findall(data.decode()) if name.endswith(".html") else ():
            path = normpath(f"{dirname(name)}/{href}").lstrip("/")
            told = KINDS[path.rpartition(".")[2]], size_in_words(len(once[path])).replace(" ", "\u00a0")
            assert all(part in unescape(words) for part in told), (name, words)
            linked.setdefault(name, set()).add(path)
    carried = {name for name in once if name.endswith(tuple(KINDS)) and not name.startswith("assets/")}
    assert linked["take/index.html"] == carried
    assert {path.rpartition(".")[2] for path in carried} == set(KINDS)


def test_every_pdf_passes_pdf_ua_1(once: dict[str, bytes]) -> None:
    for name in (name for name in once if name.endswith(".pdf")):
        report = page.validate_pdf_bytes(once[name])
        assert str(report.profile).endswith("PDF_UA_1")
        assert report.is_compliant, name
