"""A library in, everything out that points at something else by its id: links, citations, placed blocks, YAML ids."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from builder.check.once import once
from builder.diagnostics.finding import Path, Span
from builder.markup.target import target_of
from builder.markup.walk import blocks_of, cites_of, links_of
from builder.model.library import Library, Module, SitePage
from builder.model.packet import packet_file, parts_of
from builder.model.prose import Block, Placed, Prose

Kind = Literal[
    "source", "claim", "quote", "term", "module", "practice", "figure", "page", "anchor", "list", "web", "unknown"
]


@dataclass(frozen=True)
class Pointer:
    """One pointer: where it stands, and what it means.

    `home` is the module whose file it stands in, None outside modules. `module` is the id of the module that it
    means, "" for none. `name` is the id in its kind; for kind "module" it is the part. `written` is what to point at.
    `of_draft` marks a pointer in a packet that is a draft.
    """

    file: str
    at: Path | Span
    kind: Kind
    name: str
    home: Module | None = None
    module: str = ""
    anchor: str = ""
    written: str = ""
    of_draft: bool = False

    @property
    def is_public(self) -> bool:
        """Whether it stands on a page that readers see."""
        return not self.of_draft and (self.home is None or self.home.facts.status != "draft")


@once
def pointers_of(library: Library) -> Iterator[Pointer]:
    """Every pointer of the library, file by file."""
    for quote in library.quotes.values():
        if quote.source:
            yield Pointer("quotes.yml", (quote.id, "source"), "source", quote.source)
    for person in library.people.values():
        for place, id in enumerate(person.wrote):
            yield Pointer("people.yml", (person.id, "wrote", place), "module", "learn", module=id)
    for name, packet in library.packets.items():
        for place, written in enumerate(packet.pages):
            module_id, part = parts_of(written)
            at: Path = ("pages", place)
            draft = packet.status == "draft"
            yield Pointer(packet_file(name), at, "module", part, None, module_id, "", written, draft)
    for module in library.modules.values():
        yield from _facts(module)
        for prose in module.prose.values():
            yield from _prose(prose, module)
    for page in library.pages.values():
        yield from _head(page)
        yield from _prose(page.prose, None)


def _facts(module: Module) -> Iterator[Pointer]:
    facts, file = module.facts, module.file
    for number, claim in enumerate(facts.claims):
        for side, keys in (("for", claim.sources), ("against", claim.against)):
            for place, key in enumerate(keys):
                yield Pointer(file, ("claims", number, side, place), "source", key, module)
    for number, id in enumerate(facts.related):
        yield Pointer(file, ("related", number), "module", "learn", module, id)
    if facts.withdrawn and facts.withdrawn.replaced_by:
        yield Pointer(file, ("withdrawn", "replaced_by"), "module", "learn", module, facts.withdrawn.replaced_by)
    if facts.content_note:
        anchor = facts.content_note.skip_to
        yield Pointer(file, ("content_note", "skip_to"), "anchor", "learn", module, module.id, anchor)
    for at, id in ((("short", "practice"), facts.short.practice), (("handout", "practice"), facts.handout.practice)):
        yield Pointer(file, at, "practice", id, module, module.id)


def _head(page: SitePage) -> Iterator[Pointer]:
    if page.facts.lit and page.facts.lit.target:
        yield _link(page.facts.lit.target, Pointer(page.file, ("lit", "target"), "unknown", page.id))


def _prose(prose: Prose, home: Module | None) -> Iterator[Pointer]:
    own, module = _own_name(prose), home.id if home else ""
    for block in blocks_of(prose.blocks):
        span = Span(block.lines.first, block.lines.last)
        yield from _block(block, Pointer(prose.file, span, "unknown", own, home, module))


def _block(block: Block, here: Pointer) -> Iterator[Pointer]:
    for link in links_of(block):
        yield replace(_link(link.target, here), written=link.target)
    for cite in cites_of(block):
        for key in cite.keys:
            yield replace(here, kind="source", name=key, written=f"@{key}")
    if isinstance(block, Placed):
        kinds: dict[str, Kind] = {"figure": "figure", "practice": "practice", "quote": "quote", "list": "list"}
        if block.kind in kinds:
            at = Span(block.lines.first, block.lines.first)
            yield replace(here, kind=kinds[block.kind], at=at, name=block.argument, written=block.argument)


def _link(written: str, here: Pointer) -> Pointer:
    target = target_of(written)
    match target.scheme:
        case "anchor":
            return replace(here, kind="anchor", anchor=target.anchor)
        case "module":
            return replace(here, kind="module", module=target.module, name=target.name, anchor=target.anchor)
        case "claim" | "practice":
            module = target.module or here.module
            return replace(here, kind=target.scheme, module=module, name=target.name)
        case "term" | "page" | "web":
            return replace(here, kind=target.scheme, module="", name=target.name, anchor=target.anchor)
    return replace(here, kind="unknown", name=written)


def _own_name(prose: Prose) -> str:
    """The part of a module, or the id of a page, that a file of prose is."""
    return prose.file.rsplit("/", 1)[-1].removesuffix(".md")
