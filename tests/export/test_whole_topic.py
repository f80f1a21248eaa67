"""Each topic of the shipped library on paper: all that its sheet says, in order, once, and nothing else but what paper adds."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from builder.export.literal import plain
from builder.model import document as doc
from builder.model.page import Publication, Sheet
from tests.export.reading import said

DRAWN = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)
ADDED = (
    "Stop if", "Stopping is a fine way to finish", "Or instead", "About", "minutes", "Before you read on",
    "To steady yourself first", "Who this is about", "Why we say this", "For", "Against", "Limits", r": page \d+",
    r"\(page \d+\)", r"go on at “[^”]*(?:”[^”]*)??”, page \d+", "https://", r"\([\w./-]+\)", r"\d+\.", "[•·:;,.()“”|-]",
)  # fmt: skip
"""What paper says besides: labels, numbers of pages and of steps, and marks."""


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", plain(text))


def of_paper(data: bytes, foot: str) -> str:
    """The words of all pages without those at their foot."""
    pages = (squeezed(page.extract_text()) for page in pypdf.PdfReader(BytesIO(data)).pages)
    return "".join(
        re.sub(r"Page\d+of\d+" + re.escape(foot) + r"(?:(?!Version).)*Version(?:(?!Version).)*$", "", page)
        for page in pages
    )


def cut(text: str, words: str) -> tuple[str, str, str]:
    """The text before the words, the words, and the text after them, whether the first letter is large or small."""
    at = min(
        (found for first in (words, words[:1].upper() + words[1:]) if (found := text.find(first)) >= 0), default=-1
    )
    return (text[:at], words, text[at + len(words) :]) if at >= 0 else (text, "", "")


def drawn(blocks: tuple[doc.Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, doc.Drawing):
            yield from (re.sub(r"<[^>]*>", "", words) for words in DRAWN.findall(block.svg))


@pytest.mark.parametrize("number", range(4))
def test_paper_says_what_the_pages_say(publication: Publication, built: Path, number: int) -> None:
    sheet: Sheet = [one for one in publication.sheets if one.kind == "module"][number]
    assert publication.help
    foot = squeezed(f"{sheet.title}. {sheet.review}")
    data = (built / f"{sheet.path}.pdf").read_bytes()
    left = of_paper(data, foot)
    own = "|".join(
        [
            *(squeezed(one) if "\\" not in one else one.replace(" ", "") for one in ADDED),
            *map(re.escape, map(squeezed, drawn(sheet.blocks))),
        ]
    )
    added = re.compile(f"(?:{own})*")
    wanted = [
        squeezed(one).strip(".")
        for one in said((sheet.blocks, publication.help.title, publication.help.blocks), text=False)
    ]
    unseen = {squeezed(one.description).strip(".") for one in sheet.blocks if isinstance(one, doc.Drawing)}
    wanted = [words for words in wanted if words not in unseen]  # paper keeps them for screen readers
    _, _, left = left.partition(squeezed(wanted[0]))
    for words in filter(None, wanted[1:]):
        before, found, left = cut(left, words)
        assert found, (words, before[:120])
        assert added.fullmatch(before), (words, before[-200:])
    assert left.strip(".").startswith(squeezed("Words:")) and len(left) < 350, left
