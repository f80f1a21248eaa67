"""A finished site in, the worker that can keep it on a reader's device out, and the page for that told its size."""

import base64
import hashlib
import json
import re
from collections.abc import Collection
from datetime import date
from pathlib import Path
from urllib.parse import quote

from builder.disk.whole import write_whole
from builder.markup.day import in_words
from builder.model.page import Publication
from builder.site.places import built_file

WORKER = "sw.js"
"""Stands at the root of the site: a worker serves what lies beside it and below."""

_TO_CARRY = (".pdf", ".epub", ".zip", ".txt", ".json", ".xml")
_PAGE = "offline/index.html"
_SIZE = re.compile(r"(<span data-size>)[^<]*")


def write_worker(publication: Publication, code: str, site: Path) -> None:
    """Tell the page for keeping how much there is to keep, and write the worker: `code` after the list of what is kept."""
    printed = {f"{sheet.path}.pdf" for sheet in publication.sheets if sheet.kind in ("module", "handout")}
    led_on = {built_file(old) for old, _ in publication.moved}  # a host can answer these with another page
    names = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    kept = sorted(name for name in names if _is_kept(name, printed, led_on))
    _tell_size(site / _PAGE, sum((site / name).stat().st_size for name in kept))
    listed = {_address(name): _digest((site / name).read_bytes()) for name in kept}
    released = in_words(date.fromisoformat(publication.released))
    version = _digest(
        json.dumps((released, listed, code)).encode()
    )  # of all that a browser compares: never one for two
    library = {"version": version, "released": released, "files": listed}
    text = f"const LIBRARY = {json.dumps(library, ensure_ascii=False, indent=0)};\n{code}"
    (site / WORKER).write_text(text, encoding="utf-8", newline="\n")


def _is_kept(name: str, printed: Collection[str], led_on: Collection[str]) -> bool:
    """All that makes the pages, and of each topic what most people print: a phone has little room."""
    carried = name.endswith(_TO_CARRY) and not name.startswith("assets/")
    return name in printed or (name != WORKER and not carried and name not in led_on)


def _tell_size(page: Path, size: int) -> None:
    if page.is_file():
        about = f"about {max(1, round(size / 1_000_000))}"
        write_whole(page, _SIZE.sub(rf"\g<1>{about}", page.read_text(encoding="utf-8")).encode(), lasting=False)


def _address(file: str) -> str:
    """How a browser asks for a file: a page by its folder."""
    return quote(re.sub(r"(^|/)index\.html$", r"\1", file))


def _digest(data: bytes) -> str:
    """In the words of Subresource Integrity, so that a browser compares it by itself."""
    return f"sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode()}"
