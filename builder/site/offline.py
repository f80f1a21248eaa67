"""A finished site in, the worker that can keep it on a reader's device out, and the page for that told its size."""

import json
import re
from collections.abc import Collection
from datetime import date
from urllib.parse import quote

from builder.markup.day import in_words
from builder.model.manifest import digest_of
from builder.model.page import Publication
from builder.site.filling import Filling
from builder.site.places import built_file

WORKER = "sw.js"
"""Stands at the root of the site: a worker serves what lies beside it and below."""

_TO_CARRY = (".pdf", ".epub", ".zip", ".txt", ".json", ".xml")
_PAGE = "offline/index.html"
_SIZE = re.compile(r"(<span data-size>)[^<]*")


def write_worker(publication: Publication, code: str, site: Filling) -> None:
    """Tell the page for keeping how much there is to keep, and write the worker: `code` after the list of what is kept."""
    printed = {f"{sheet.path}.pdf" for sheet in publication.sheets if sheet.kind in ("module", "handout")}
    led_on = {built_file(old) for old, _ in publication.moved}  # a host can answer these with another page
    kept = sorted(name for name in site.manifest if _is_kept(name, printed, led_on))
    _tell_size(site, sum(site.manifest[name].size for name in kept))
    listed = {_address(name): site.manifest[name].digest for name in kept}
    released = in_words(date.fromisoformat(publication.released))
    version = digest_of(
        json.dumps((released, listed, code)).encode()
    )  # of all that a browser compares: never one for two
    library = {"version": version, "released": released, "files": listed}
    listing = json.dumps(library, ensure_ascii=False, separators=(",\n", ": "))
    site.put(WORKER, f"const LIBRARY = {listing};\n{code}".encode())


def _is_kept(name: str, printed: Collection[str], led_on: Collection[str]) -> bool:
    """All that makes the pages, and of each topic what most people print: a phone has little room."""
    carried = name.endswith(_TO_CARRY) and not name.startswith("assets/")
    return name in printed or (name != WORKER and not carried and name not in led_on)


def _tell_size(site: Filling, size: int) -> None:
    if _PAGE in site.manifest:
        about = f"about {max(1, round(size / 1_000_000))}"
        site.put(_PAGE, _SIZE.sub(rf"\g<1>{about}", site.read(_PAGE).decode()).encode())


def _address(file: str) -> str:
    """How a browser asks for a file: a page by its folder."""
    folder, slash, own = file.rpartition("/")
    return quote(f"{folder}{slash}" if own == "index.html" else file)
