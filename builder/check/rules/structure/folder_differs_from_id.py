"""A module in a folder, or a packet in a file, with another name."""

from collections.abc import Iterator
from datetime import date

from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library
from builder.model.packet import packet_file
from builder.model.page import RESERVED_IDS


@rule(
    Code(
        "STR001",
        "folder-differs-from-id",
        "error",
        "The id is the module's address. A folder with another name sends the next editor to the wrong place.",
        "Give the folder, or the file of a packet, the id as its name. Keep the id: it is an address that may already be printed.",
        "House rule of this library: the folder’s name is the address",
    ),
    Case("modules/window-seat/module.yml", "id: window-seat", "id: window-bench", "id: window-seat", "window-bench"),
    Case("packets/warm-evening.yml", "id: warm-evening", "id: cold-evening", "id: warm-evening", "cold-evening"),
)
def folder_differs_from_id(library: Library, today: date) -> Iterator[Finding]:
    """Compare the name of each module's folder, and of each packet's file, with its id."""
    for module in library.modules.values():
        written = module.facts.id
        if written not in (module.id, *RESERVED_IDS):  # a reserved id is another problem
            yield Finding(module.file, ("id",), f'The id is "{written}" and the folder is "{module.id}".')
    for name, packet in library.packets.items():
        if packet.id != name:
            yield Finding(packet_file(name), ("id",), f'The id is "{packet.id}" and the file is "{name}.yml".')
