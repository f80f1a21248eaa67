"""A library in which something is at another place in, the edits out that let every reference in the content name it there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.check.pointers import Pointer, pointers_of
from builder.diagnostics.finding import Span
from builder.diagnostics.source import Source
from builder.keeping.edits import Edit
from builder.keeping.ways import Way
from builder.markup.target import target_of
from builder.model.addresses import module_address, page_address
from builder.model.document import To
from builder.model.library import Library
from builder.model.page import PAGE_IDS
from builder.render.addresses import place_of

_PAGES = {page_address(page): page for page in PAGE_IDS}


@dataclass(frozen=True)
class Home:
    """The page on which a reference stands: the module, or "", and the address."""

    module: str
    address: str


@dataclass(frozen=True)
class Carried:
    """Lines of a file that go to the page at another address."""

    file: str
    lines: Span
    address: str

    def holds(self, pointer: Pointer) -> bool:
        """Whether a pointer stands in these lines."""
        at = pointer.at
        return pointer.file == self.file and isinstance(at, Span) and self.lines.first <= at.first <= self.lines.last


def relinked(
    library: Library, sources: Mapping[str, Source], way: Way, carried: Carried | None = None
) -> Iterator[tuple[str, Edit]]:
    """Every edit with its file. References in `carried` lines are written for the page to which these go."""
    for pointer in pointers_of(library):
        source = sources.get(pointer.file)
        if source is None or pointer.kind in ("source", "quote", "term", "figure", "list", "web", "unknown"):
            continue
        extent = source.extent_of(pointer.at)
        inside = source.text[extent.start : extent.end]
        if isinstance(pointer.at, Span):
            goes = carried.address if carried and carried.holds(pointer) else None
            new = _link(pointer.written, home_of(pointer.file), way, goes)
            for found in (
                re.finditer(rf"(?<=\()\s*<?{re.escape(pointer.written)}(?=[\s>)])", inside)
                if new and new != pointer.written
                else ()
            ):
                end = extent.start + found.end()
                yield pointer.file, Edit(end - len(pointer.written), end, new or "")
            continue
        was = inside.strip("\"'")
        new = _named(was, pointer, way)
        if new and new != was:
            start = extent.start + inside.index(was)
            yield pointer.file, Edit(start, start + len(was), new)


def home_of(file: str) -> Home:
    """The page that a file of prose is."""
    name = file.rpartition("/")[2].removesuffix(".md")
    if file.startswith("modules/"):
        module = file.split("/")[1]
        return Home(module, module_address(module, name))
    return Home("", page_address(name))


def _link(written: str, home: Home, way: Way, goes: str | None = None) -> str | None:
    """A link's target as it is written now, from where it stands now; None where it stays as it is."""
    target = target_of(written)
    if target.scheme not in ("module", "claim", "practice", "page", "anchor"):
        return None
    to = place_of(written, home.module, home.address)
    at = _as_text(to)
    now = way(at)
    here = goes or way(home.address) or home.address
    if now is None and target.module in ("", home.module) and here == home.address:
        return None
    return _written(_as_place(now or at), target.scheme, bool(target.module), here)


def _written(to: To, scheme: str, is_far: bool, here: str) -> str:
    """A place as an author names it, in the form in which it was named before where that can be."""
    module, _, part = to.address.rstrip("/").partition("/")
    is_own = here.partition("/")[0] == module and not is_far
    mine = "" if is_own else f"{module}/"
    if scheme == "claim" and to.anchor.startswith("claim-"):
        return f"claim:{mine}{to.anchor.removeprefix('claim-')}"
    if scheme == "practice" and part == "practice" and to.anchor:
        return f"practice:{mine}{to.anchor}"
    anchor = f"#{to.anchor}" if to.anchor else ""
    if scheme == "anchor" and to.address == here:
        return anchor
    if to.address in _PAGES:
        return f"page:{_PAGES[to.address]}{anchor}"
    return f"module:{to.address.rstrip('/')}{anchor}"


def _named(was: str, pointer: Pointer, way: Way) -> str | None:
    """What stands in a YAML file: a link, the id of a module, the id of a place on a page of the same module."""
    if ":" in was:
        return _link(was, home_of(pointer.file), way)
    if pointer.kind == "module":
        now = way(module_address(pointer.module, pointer.name))
        return now.rstrip("/") if now and "#" not in now else None
    part = "practice" if pointer.kind == "practice" else "learn"
    anchor = pointer.name if pointer.kind == "practice" else pointer.anchor
    now = way(f"{module_address(pointer.module, part)}#{anchor}")
    return now.partition("#")[2] if now else None


def _as_text(to: To) -> str:
    return f"{to.address}#{to.anchor}" if to.anchor else to.address


def _as_place(place: str) -> To:
    address, _, anchor = place.partition("#")
    return To(address, anchor)
