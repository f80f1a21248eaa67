"""The texts of the shared files and of the library's own pages in, a library without modules out."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, TypeVar

from builder.diagnostics.finding import Path
from builder.diagnostics.source import Extent
from builder.load import codes
from builder.load.form import form
from builder.load.reader import Reader
from builder.load.tree import Tree, tree_of
from builder.model.ledger import FILE as LEDGER
from builder.model.ledger import NO_LEDGER, Ledger
from builder.model.library import Library, PageFacts, SitePage
from builder.model.packet import Packet
from builder.model.page import PAGE_IDS
from builder.model.publisher import Publisher
from builder.model.shared import (
    Helplines,
    Issued,
    Person,
    Quote,
    Reference,
    ReviewPolicy,
    Saying,
    Settings,
    Term,
    Waiver,
)

_ENTRY = TypeVar("_ENTRY", Quote, Term, Person, Reference)
_LOOSE = TypeVar("_LOOSE", Saying, Waiver)
_PACKET = re.compile(r"packets/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.yml")
_CAN_STAND_IN = re.compile(r"[A-Za-z][A-Za-z0-9-]*")  # nothing else may come near an address or an anchor

KNOWN = (
    "library.yml", "references.yml", "quotes.yml", "glossary.yml", "helplines.yml", "people.yml", "publisher.yml",
    "search.yml",
    "waivers.yml", LEDGER,
)  # fmt: skip
"""The files that the modules share."""


def shared_of(reader: Reader) -> Library:
    """Read everything but the modules."""
    settings: Settings = _whole(reader, "library.yml", Settings, _NO_SETTINGS)
    publisher = _publisher(reader)
    library = Library(
        settings=publisher.over(settings) if publisher else settings,
        references=_entries(reader, "references.yml", Reference),
        quotes=_entries(reader, "quotes.yml", Quote),
        terms=_entries(reader, "glossary.yml", Term),
        helplines=_whole(reader, "helplines.yml", Helplines, _NO_HELPLINES),
        people=_entries(reader, "people.yml", Person),
        modules={},
        pages={page.id: page for page in _pages(reader)},
        packets=dict(_packets(reader)),
        publisher=publisher,
        sayings=tuple(_loose(reader, "search.yml", Saying).values()),
        waivers=_loose(reader, "waivers.yml", Waiver),
        ledger=_whole(reader, LEDGER, Ledger, NO_LEDGER) if LEDGER in reader.texts else NO_LEDGER,
        unread=frozenset(reader.broken),
    )
    reader.note_unread(KNOWN)
    return library


def _whole(reader: Reader, file: str, model: type[Any], instead: Any) -> Any:
    tree = reader.tree(file)
    if tree is None or tree.data is None:
        _note_if_empty(reader, file, tree)
        reader.broken.add(file)
        return instead
    formed = form(model, tree.data, file)
    reader.findings.extend(formed.findings)
    if formed.value is None:
        reader.broken.add(file)
    return formed.value or instead


def _entries(reader: Reader, file: str, model: type[_ENTRY]) -> dict[str, _ENTRY]:
    tree = reader.tree(file)
    if tree is None or tree.data is None:
        _note_if_empty(reader, file, tree)
        reader.broken.add(file)
        return {}
    if not isinstance(tree.data, tuple):
        reader.broken.add(file)
        reader.note(codes.WRONG_TYPE, file, (), "Here a list is expected, one entry after each hyphen.")
        return {}
    found: dict[str, _ENTRY] = {}
    _name_spots(reader.sources[file].extents, tree.data)
    for number, data in enumerate(tree.data):
        formed = form(model, data, file, (number,))
        reader.findings.extend(formed.findings)
        key = data.get("id") if isinstance(data, dict) else None
        if isinstance(key, str) and key in found:
            reader.note(codes.DUPLICATE_ID, file, (number, "id"), f'The id "{key}" stands in this file twice.')
        elif formed.value is not None:
            found[formed.value.id] = formed.value
        elif isinstance(key, str) and _CAN_STAND_IN.fullmatch(key):
            found[key] = model.model_construct(**{**_BLANK, "id": key})
            reader.stood_in.add((file, (key,)))
    return found


def _loose(reader: Reader, file: str, model: type[_LOOSE]) -> dict[int, _LOOSE]:
    """Each entry without an id by its place in a file that need not be there. A broken entry counts for nothing."""
    tree = reader.tree(file, needed=False)
    if tree is None or tree.data is None:
        return {}
    if not isinstance(tree.data, tuple):
        reader.note(codes.WRONG_TYPE, file, (), "Here a list is expected, one entry after each hyphen.")
        return {}
    formed = [form(model, data, file, (number,)) for number, data in enumerate(tree.data)]
    reader.findings.extend(finding for one in formed for finding in one.findings)
    return {number: one.value for number, one in enumerate(formed) if one.value is not None}


def _publisher(reader: Reader) -> Publisher | None:
    """Who offers this copy, where publisher.yml says so."""
    file = "publisher.yml"
    tree = reader.tree(file, needed=False)
    if tree is None or tree.data is None:
        _note_if_empty(reader, file, tree)
        return None
    formed = form(Publisher, tree.data, file)
    reader.findings.extend(formed.findings)
    return formed.value


def _note_if_empty(reader: Reader, file: str, tree: Tree | None) -> None:
    if tree is not None and not tree.troubles:
        reader.note(codes.EMPTY_FILE, file, (), "This file says nothing.")


def _pages(reader: Reader) -> Iterator[SitePage]:
    for page in PAGE_IDS:
        file = f"pages/{page}.md"
        text = reader.text(file)
        if text is None:
            continue
        head, end, body = text.removeprefix("---\n").partition("\n---\n")
        if not text.startswith("---\n") or not end:
            reader.keep(file, text)
            message = "A page starts with its title, summary and lead between two lines of ---."
            reader.note(codes.MISSING_KEY, file, (), message)
            continue
        tree = tree_of(head)
        reader.keep(file, text, tree, shift=4)
        formed = form(PageFacts, tree.data, file, stand_in=_NO_PAGE)
        reader.findings.extend(formed.findings)
        reader.stood_in.update((file, spot) for spot in formed.stood_in)
        prose = reader.parsed(body, file, first_line=head.count("\n") + 4, samples=True)
        if formed.value is not None:
            yield SitePage(page, file, formed.value, prose)


def _packets(reader: Reader) -> Iterator[tuple[str, Packet]]:
    """Each packet by the name of its file. A broken one counts for nothing: its faults say that nothing is published."""
    for file in sorted(reader.texts):
        named = _PACKET.fullmatch(file)
        tree = reader.tree(file) if named else None
        if named is None or tree is None:
            continue
        if tree.data is None:
            _note_if_empty(reader, file, tree)
            continue
        formed = form(Packet, tree.data, file)
        reader.findings.extend(formed.findings)
        if formed.value is not None:
            yield named[1], formed.value


def _name_spots(extents: dict[Path, Extent], entries: tuple[Any, ...]) -> None:
    """Let the spots of each entry of a list be found by its id too: that is how rules point at them."""
    for spot, extent in list(extents.items()):
        entry = entries[spot[0]] if spot and isinstance(spot[0], int) else None
        key = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(key, str):
            extents.setdefault((key, *spot[1:]), extent)


_BLANK: dict[str, Any] = dict.fromkeys(("title", "term", "name", "who", "checked"), "…") | {
    "issued": Issued.model_construct(date_parts=((1,),)), "status": "paraphrase", "means": "…", "called": (), "wrote": (), "author": (), "type": "book",
}  # fmt: skip
_NO_SETTINGS = Settings.model_construct(
    name="…", tagline="…", languages=("en",), version="0", released=date(2000, 1, 1), base_address="https://broken.example", funding="…",
    licence="…", exit_target="https://broken.example", danger_words=(),
    review=ReviewPolicy(
        every_months=12, helplines_every_days=90, evidence_years=10, evidence_every_months=24, warn_days=60
    ),
)  # fmt: skip
_NO_HELPLINES = Helplines.model_construct(countries=(), directories=())
_NO_PAGE = {"title": "…", "summary": "…", "lead": "…"}
