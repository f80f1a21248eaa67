"""A publication in, the script out from which the page for packets knows all others: codes, titles, sentences.

A script, not JSON, because a page opened from a folder can load no other data.
"""

import json
from collections.abc import Mapping
from datetime import date

from builder.markup.day import in_words
from builder.model.page import Page, Publication
from builder.site.markdown import first_target

KNOWN = "assets/pages.js"
"""Where it stands below the site's address."""

_PARTS = {"learn": "", "withdrawn": "", "practice": "practice", "handout": "handout", "clinicians": "clinicians"}


def packet_files(publication: Publication) -> dict[str, bytes]:
    """The script by its path: for each topic its code, its id, what its pages are called, and whether it was taken back.

    `was` has the names of pages that are somewhere else now, with their names there; `gone` those that are nowhere.
    """
    topics: dict[str, dict[str, Page]] = {}
    codes: dict[str, str] = {}
    for page in publication.pages:
        if page.module and page.kind in _PARTS:
            topics.setdefault(page.module, {})[_PARTS[page.kind]] = page
        elif page.module and page.kind == "short":
            codes[page.module] = page.address.split("/")[1]
    released = in_words(date.fromisoformat(publication.released))
    known = {
        "base": f"{publication.base_address}/" if publication.has_real_address else "",
        "edition": f"{publication.name}, version {publication.version}, {released}. Words: {publication.licence}.",
        "topics": [
            [codes[module], module, _told(parts), parts[""].kind == "withdrawn"]
            for module, parts in topics.items()
            if module in codes and "" in parts
        ],
        "was": {
            _name(page.address): _name(first_target(page.blocks).address)
            for page in publication.pages
            if page.kind == "moved"
        },
        "gone": {_name(page.address): page.address for page in publication.pages if page.kind == "gone"},
    }
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return {KNOWN: f"globalThis.libraryPages={text};\n".encode()}


def _name(address: str) -> str:
    """How a link names the page at an address: by its code, or by the module's id and the part."""
    return address.strip("/").removeprefix("m/").replace("/", ".")


def _told(parts: Mapping[str, Page]) -> dict[str, tuple[str, str]]:
    """Title and sentence of each page, by the name of its part."""
    return {part: (page.title, page.summary) for part, page in parts.items()}
