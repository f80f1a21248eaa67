"""A finished site in, one zip for a stick out: it opens from a folder with no server, and its links need no script."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, normpath

from builder.model.files import size_in_words
from builder.model.page import Publication
from builder.site.filling import Filling
from builder.site.inlines import unbroken
from builder.zipped import zip_into

START = "START-HERE.html"
"""The first page, beside the folder of all others: what a person sees who opens the stick."""
SUMS = "SHA256SUMS"

_PAGES = "site"
_START_PAGE = "stick/index.html"
_FOR_HOSTS = frozenset({"404.html", _START_PAGE})
_LINK = re.compile(r'\b(href|src|content)="(0; url=)?([^"#?:]+)([#?"])')
_YOU_HAVE_THEM = r"\g<2>: you have them here"
_LEADS_ON = re.compile(r"(^|/)(\.\.?)?$")


def write_bundle(publication: Publication, project: Path, site: Filling, folder: Path) -> None:
    """Put the whole site as one file on the site, and tell its size where a link leads to it. It is made in `folder`.

    The first page on the stick was built with all others; it stays on the stick alone.
    """
    if not publication.bundle:
        return
    made, linking = folder / "bundle.zip", list[str]()
    with made.open("xb") as file:
        zip_into(file, _bundled(publication, _licences(project), site, linking), publication.released)
    link, told = _link_to(publication.bundle), f"ZIP, {unbroken(size_in_words(made.stat().st_size))}"
    site.put_made(publication.bundle, made)
    site.remove(_START_PAGE)
    for name in linking:
        site.put(name, link.sub(rf"\g<1>\g<2> ({told})</a>", site.read(name).decode()).encode())


def _bundled(
    publication: Publication, licences: Mapping[str, bytes], site: Filling, linking: list[str]
) -> Iterator[tuple[str, bytes]]:
    """Each file of the zip with its path there, one after another. `linking` gets the pages of the site that link the zip."""
    top, sums = publication.bundle.removesuffix(".zip"), list[str]()
    link, said = _link_to(publication.bundle), f'{publication.bundle}"'.encode()

    def held() -> Iterator[tuple[str, bytes]]:
        yield from sorted(licences.items())
        yield START, link.sub(_YOU_HAVE_THEM, _moved(site.read(_START_PAGE).decode())).encode()
        for name in sorted(site.manifest.keys() - {_START_PAGE}):
            data = site.read(name)
            if name.endswith(".html") and said in data:
                linking.append(name)
                data = link.sub(_YOU_HAVE_THEM, data.decode()).encode()
            if name not in _FOR_HOSTS:
                yield f"{_PAGES}/{name}", _for_a_folder(name, data)

    for name, data in held():
        sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
        yield f"{top}/{name}", data
    yield f"{top}/{SUMS}", "".join(sums).encode()


def _licences(project: Path) -> dict[str, bytes]:
    """The project's licences, under names that a double click opens."""
    return {f"{path.name}.txt": path.read_bytes() for path in project.glob("LICENSE*") if path.is_file()}


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
