"""Names that somebody typed in, the packet of the pages that they mean out: ids, codes, and what is ready-made."""

from collections.abc import Iterator, Mapping

from builder.diagnostics.errors import BuilderError
from builder.diagnostics.nearest import did_you_mean
from builder.model.addresses import module_address, short_path
from builder.model.library import Library
from builder.model.packet import MOST_PAGES, Packet, chosen, parts_of
from builder.render.addresses import PART_LABELS


def packet_of(names: tuple[str, ...], library: Library) -> Packet:
    """One ready-made packet as it is, or the pages of all these names in their order, each once.

    Raises:
        BuilderError: a name means nothing, or nothing that readers can see, or the pages are too many.
    """
    ready = {key: packet for name, packet in library.published_packets.items() for key in (name, packet.code)}
    if len(names) == 1 and names[0].lower() in ready:
        return ready[names[0].lower()]
    modules = {key: id for id, one in library.outlines.items() for key in (id, one.code)}
    pages = tuple(dict.fromkeys(page for name in names for page in _pages(name.lower(), ready, modules, library)))
    if len(pages) > MOST_PAGES:
        raise BuilderError(
            f"These are {len(pages)} pages, and a packet holds {MOST_PAGES} at most.",
            "Make two packets of them, or take the book: psychoed pdf",
        )
    return chosen(pages)


def _pages(name: str, ready: Mapping[str, Packet], modules: Mapping[str, str], library: Library) -> Iterator[str]:
    if name in ready:
        yield from ready[name].pages
        return
    key, part = _now(*parts_of(name.replace(".", "/")), library)
    if key not in modules:
        shown = {key for key, id in modules.items() if library.outlines[id].status == "published"}
        near = did_you_mean(key, {*shown, *ready})
        raise BuilderError(
            f'No topic and no packet is called "{key}".{near}', f"There are: {', '.join(sorted({*shown, *ready}))}."
        )
    if part not in PART_LABELS:
        raise BuilderError(
            f'A topic has no page "{part}".{did_you_mean(part, PART_LABELS)}',
            f"Write the topic alone for its page to read, or for instance {key}/practice.",
        )
    _refuse_unseen(modules[key], library)
    yield modules[key] + (f"/{part}" if part != "learn" else "")


def _now(key: str, part: str, library: Library) -> tuple[str, str]:
    """The names under which a page is found today, where the ledger knows that it was somewhere else."""
    for old in (module_address(key, part), short_path(key)):
        if gone := library.ledger.gone.get(old):
            mend = f"In its place there is {gone.instead}." if gone.instead else "Nothing has taken its place."
            raise BuilderError(f'"{key}" is gone: {gone.why}', mend)
        if new := library.ledger.moved.get(old, "").partition("#")[0]:
            module, now = parts_of(new.strip("/").removeprefix("m/"))
            return module, part if new.startswith("m/") else now
    return key, part


def _refuse_unseen(module: str, library: Library) -> None:
    facts = library.modules[module].facts
    if facts.status == "draft":
        raise BuilderError(f'"{module}" is a draft.', "It can be handed out once it is published.")
    if facts.status == "withdrawn":
        other = facts.withdrawn.replaced_by if facts.withdrawn else None
        mend = f"In its place there is {other}." if other else "Nothing has taken its place."
        raise BuilderError(f'"{module}" was taken back.', mend)
