"""Ids in, addresses out: the one place that knows how the site is laid out (design: no order, no title, no date)."""

from builder.markup.target import target_of
from builder.model import addresses
from builder.model.addresses import CARDS_PATH as CARDS_PATH
from builder.model.addresses import SHEETS as SHEETS
from builder.model.addresses import module_address as module_address
from builder.model.addresses import packet_address as packet_address
from builder.model.addresses import page_address as page_address
from builder.model.anchors import claim_anchor
from builder.model.document import Inline, Link, Text, To
from builder.model.facts import ModuleFacts
from builder.model.library import Library
from builder.model.packet import Packet
from builder.model.shared import Settings

PART_LABELS = {"learn": "Read", "practice": "Try", "clinicians": "For clinicians", "handout": "One sheet"}
"""The pages of a module, in order, by the words that lead to them."""


def short_path(facts: ModuleFacts | Packet) -> str:
    """The address on paper and on the telephone, of a module or a packet."""
    return addresses.short_path(facts.code)


def qr_path(facts: ModuleFacts) -> str:
    """Path of the picture of the QR code that holds the short address."""
    return f"{short_path(facts)}qr.svg"


def spoken(address: str) -> str:
    """A web address as people say it, without https:// and without its last stroke."""
    return address.removeprefix("https://").rstrip("/")


def short_address(base_address: str, facts: ModuleFacts | Packet) -> str:
    """The whole short address as people say it."""
    return spoken(f"{spoken(base_address)}/{short_path(facts)}")


def sheet_path(facts: ModuleFacts, kind: str) -> str:
    """Path of a sheet's files, without an ending. It carries the code, not the title, so that it tells nobody the topic."""
    return addresses.sheet_path(facts.id, facts.code, kind)


def packet_path(name: str, packet: Packet) -> str:
    """Path of a packet's files, without an ending."""
    return addresses.packet_path(name, packet.code)


def book_path(settings: Settings) -> str:
    """Path of the book's files, without an ending: the library's name in letters that every address can hold."""
    return addresses.book_path(settings.name)


def files_of_topic(module_id: str, library: Library) -> To:
    """Where all files of a topic stand: on the page of all files, or on that of its letter."""
    share = library.share_of.get(module_id)
    return To(f"{page_address('take')}{share}/" if share else page_address("take"), module_id)


def place_of(written: str, own_module: str = "", own_address: str = "") -> To:
    """Resolve `module:…`, `practice:…`, `page:…`, `claim:…` or `#…` as an author writes it."""
    target = target_of(written)
    module_id = target.module or own_module
    match target.scheme:
        case "module":
            return To(module_address(module_id, target.name), target.anchor)
        case "practice":
            return To(module_address(module_id, "practice"), target.name)
        case "claim":
            return To(module_address(module_id), claim_anchor(target.name))
        case "page":
            return To(page_address(target.name), target.anchor)
    return To(own_address, target.anchor)


def link(words: str, to: To) -> Link:
    """A link with plain words."""
    return Link(to, text(words))


def text(words: str) -> tuple[Inline, ...]:
    """Plain words as inlines."""
    return (Text(words),)
