"""A finished site in, one zip for a stick out: it opens from a folder with no server, and its links need no script."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from posixpath import dirname, normpath

from builder.model.files import size_in_words
from builder.model.page import Publication
from builder.site.filling import Filling
from builder.site.inlines import unbroken
from builder.zipped import zipped

START = "START-HERE.html"
"""The first page, beside the folder of all others: what a person sees who opens the stick."""
SUMS = "SHA256SUMS"

_PAGES = "site"
_START_PAGE = "stick/index.html"
_FOR_HOSTS = frozenset({"404.html", _START_PAGE})
_LINK = re.compile(r'\b(href|src|content)="(0; url=)?([^"#?:]+)([#?"])')
_LEADS_ON = re.compile(r"(^|/)(\.\.?)?$")


def write_bundle(publication: Publication, project: Path, site: Filling) -> None:
    """Put the whole site as one file on the site, and tell its size where a link leads to it.

    The first page on the stick was built with all others; it stays on the stick alone.
    """
    if not publication.bundle:
        return
    there = {name: site.read(name) for name in site.manifest}
    made = bundle_of(publication, _licences(project), there)
    site.put(publication.bundle, made)
    del there[_START_PAGE]
    site.remove(_START_PAGE)
    link, told = _link_to(publication.bundle), f"ZIP, {unbroken(size_in_words(len(made)))}"
    for name in _holding(there, publication.bundle):
        site.put(name, link.sub(rf"\g<1>\g<2> ({told})</a>", there[name].decode()).encode())


def bundle_of(publication: Publication, licences: Mapping[str, bytes], site: Mapping[str, bytes]) -> bytes:
    """The zip of a site's files by their paths. The same files give the same bytes."""
    held = {f"{_PAGES}/{name}": _for_a_folder(name, data) for name, data in site.items() if name not in _FOR_HOSTS}
    held[START] = _moved(site[_START_PAGE].decode()).encode()
    for name in _holding(held, publication.bundle):
        html = _link_to(publication.bundle).sub(r"\g<2>: you have them here", held[name].decode())
        held[name] = html.encode()
    held |= licences
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(held.items()))
    held[SUMS] = sums.encode()
    top = publication.bundle.removesuffix(".zip")
    return zipped({f"{top}/{name}": data for name, data in sorted(held.items())}, publication.released)


def _licences(project: Path) -> dict[str, bytes]:
    """The project's licences, under names that a double click opens."""
    return {f"{path.name}.txt": path.read_bytes() for path in project.glob("LICENSE*") if path.is_file()}


def _holding(site: Mapping[str, bytes], bundle: str) -> list[str]:
    """The pages that link the zip."""
    return [name for name, data in site.items() if name.endswith(".html") and f'{bundle}"'.encode() in data]


def _link_to(bundle: str) -> re.Pattern[str]:
    """A link to the zip: what stands before its words, and its words."""
    return re.compile(rf'(<a [^>]*href="[^"]*{re.escape(bundle)}"[^>]*>)(.*?) \(ZIP\)</a>')


def _for_a_folder(name: str, data: bytes) -> bytes:
    """A page whose links name the page that they lead to: a folder does not open by itself."""
    return _LINK.sub(_named, data.decode()).encode() if name.endswith(".html") else data


def _named(found: re.Match[str]) -> str:
    kind, waits, path, after = found[1], found[2] or "", found[3], found[4]
    if (kind == "content" and not waits) or not _LEADS_ON.search(path):
        return found[0]
    return f'{kind}="{waits}{path.rstrip("/")}/index.html{after}'


def _moved(html: str) -> str:
    """The first page, one folder above all others."""

    def moved(found: re.Match[str]) -> str:
        if found[1] == "content":
            return found[0]
        return f'{found[1]}="{normpath(f"{_PAGES}/{dirname(_START_PAGE)}/{found[3]}")}{found[4]}'

    return _LINK.sub(moved, _LINK.sub(_named, html))
