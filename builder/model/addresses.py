"""Ids in, addresses and paths of files out: how the site is laid out. No order, no title, no date."""

import math
import re
import unicodedata

SHEETS = {"module": "", "handout": "-one-sheet", "guide": "-for-clinicians"}
"""What can be printed of a module, with what its files' names end in."""

CARDS_PATH = "clinicians/desk-card"
"""Path of the files of the card for a clinician's desk, without an ending."""


def module_address(module_id: str, part: str = "learn") -> str:
    """Address of one page of a module."""
    return f"{module_id}/" if part == "learn" else f"{module_id}/{part}/"


def page_address(page_id: str) -> str:
    """Address of a page of the library itself."""
    return {"home": "", "not-found": "404.html", "rules": "authors/rules/"}.get(page_id, f"{page_id}/")


def packet_address(name: str) -> str:
    """Address of the page of a packet."""
    return f"packets/{name}/"


def packet_path(name: str, code: str) -> str:
    """Path of a packet's files, without an ending."""
    return f"{packet_address(name)}{code}"


def short_path(code: str) -> str:
    """The address on paper and on the telephone."""
    return f"m/{code}/"


def sheet_path(module_id: str, code: str, kind: str) -> str:
    """Path of a sheet's files, without an ending. It carries the code, not the title, so that it tells nobody the topic."""
    return f"{module_id}/{code}{SHEETS[kind]}"


MOST_BOUND = 50
"""So many topics are some seven hundred pages in normal letters: more of them take more memory to set than most machines have."""


def bound_paths(name: str, topics: int) -> tuple[str, ...]:
    """Paths of the book's PDFs: of each of its volumes where it has more topics than one can hold. The first keeps its path."""
    path, volumes = book_path(name), max(1, math.ceil(topics / MOST_BOUND))
    return (path, *(f"{path}-{number}" for number in range(2, volumes + 1)))


def book_path(name: str) -> str:
    """Path of the book's files, without an ending: the library's name in letters that every address can hold."""
    signs = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return "-".join(re.findall("[a-z0-9]+", bare)) or "library"
