"""A publication in, the script out from which a page knows every code: for the field to type one, and for lost addresses.

A script of its own, so that a page holds no list that grows with the library; it is fetched when somebody needs it.
"""

import json
from collections.abc import Iterator

from builder.model.document import Link, To
from builder.model.page import Publication
from builder.site.markdown import first_target
from builder.site.nesting import plain

CODES = "assets/codes.js"
"""Where it stands below the site's address."""


def code_files(publication: Publication) -> dict[str, bytes]:
    """The script by its path.

    `codes` are the short addresses by their codes, with what the tab says of the page behind each. `folders` are those of
    topics, with "back" where one was taken back. `gone` are files that are gone, with why, and where to read on.
    """
    known = {
        "codes": [
            (page.address.split("/")[1], page.tab) for page in publication.pages if page.address.startswith("m/")
        ],
        "folders": list(_folders(publication)),
        "gone": [_gone_file(*one) for one in publication.gone_files],
    }
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return {CODES: f"globalThis.libraryCodes={text};\n".encode()}


def _folders(publication: Publication) -> Iterator[tuple[str, str, str]]:
    """Folders of topics, also of those that were taken back, are gone or are somewhere else: what is lost was perhaps in one."""
    there = {page.address: page for page in publication.pages}
    for page in publication.pages:
        if page.kind == "learn":
            yield page.address, page.title, ""
        elif page.kind in ("withdrawn", "gone", "moved") and page.address.count("/") == 1:
            to = there[first_target(page.blocks).address] if page.kind == "moved" else page
            title = to.title if to.kind == "gone" else to.tab
            yield page.address, title, "back" if to.kind in ("withdrawn", "gone") else ""


def _gone_file(path: str, why: str, instead: Link | None) -> tuple[str, str, str, str]:
    at = instead.to if instead else None
    to = f"{at.address}#{at.anchor}".rstrip("#") if isinstance(at, To) else ""
    return path, why, to, plain(instead.children) if instead and to else ""
