"""An old place and a new one in, what changes in the content and in the ledger out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from builder.check.promises import spoken
from builder.diagnostics.errors import BuilderError
from builder.diagnostics.source import Source
from builder.keeping.edits import Edit
from builder.keeping.links import home_of
from builder.keeping.place import module_in, place_in
from builder.keeping.plan import Bench
from builder.keeping.section import heading_edit, section_of
from builder.keeping.settle import Change, Goes, settle
from builder.keeping.ways import first, nowhere, of_claim, of_module, of_stem, under
from builder.load.gather import Loaded, load_files
from builder.model.page import RESERVED_IDS
from builder.model.prose import Prose


def move(content: Path, old: str, new: str, today: date, write: bool) -> tuple[str, ...]:
    """Move a module, a page, a part of a page or a file. Say what changes, and change it where `write` says so.

    Raises:
        BuilderError: it cannot be moved; everything that speaks against it is named.
    """
    bench = Bench(content, today)
    base = bench.library.settings.base_address
    was, now = place_in(old, base), place_in(new, base)
    if was == now:
        raise BuilderError(f"{old} and {new} are the same place.", "Name the old place first, then the new one.")
    loaded = load_files(bench.files)
    settled = settle(bench, loaded, _change(bench, loaded, was, now))
    fresh = bench.refuse_new_errors(settled.plan, settled.ledger, f"{spoken(was)} cannot be moved to {spoken(now)}.")
    titles = {settled.plan.path(one.file): one.title for one in bench.library.outlines.values()}
    unsigned = (
        f"The review of {titles[one.place.file]} no longer holds. {one.message} Somebody has to sign again."
        for one in fresh
        if one.code.id == "REV003"
    )
    if write:
        bench.carry_out(settled.plan, settled.ledger)
    return (*settled.says, *unsigned)


def _change(bench: Bench, loaded: Loaded, was: str, now: str) -> Change:
    """What is meant by two places."""
    modules, one, other = bench.library.outlines, module_in(was), module_in(now)
    if one in modules and other and other not in modules:
        if other in RESERVED_IDS:
            raise BuilderError(f"{other} is the address of something else in every library.", "Choose another id.")
        if (folder := bench.content / "modules" / other).exists():
            raise BuilderError(f"The folder {folder} is there already.", "Look at what is in it, or choose another id.")
        return Change({}, of_module(one, other), tuple(_own_name(loaded, one, other)), (one, other))
    if was.startswith("m/") and now.startswith("m/"):
        return _code(bench, loaded, was, now)
    if "#" in was:
        return _part(bench, loaded, was, now)
    if "." in was:
        return Change({was: now}, of_stem(was.rpartition(".")[0], now.rpartition(".")[0]))
    return Change({was: now}, of_module(one, other) if one and other else under(was, now))


def _own_name(loaded: Loaded, old: str, new: str) -> Iterator[tuple[str, Edit]]:
    """The id in module.yml, and the files that waivers name."""
    file = f"modules/{old}/module.yml"
    source = loaded.sources[file]
    at = source.text.find(old, *_ends(source, "id"))
    if at >= 0:
        yield file, Edit(at, at + len(old), new)
    for number, waiver in loaded.library.waivers.items():
        if waiver.file.startswith(f"modules/{old}/"):
            source = loaded.sources["waivers.yml"]
            at = source.text.find(f"/{old}/", *_ends(source, number, "file")) + 1
            if at:
                yield source.file, Edit(at, at + len(old), new)


def _ends(source: Source, *spot: str | int) -> tuple[int, int]:
    """From where to where a value stands; nowhere if it is missing."""
    extent = source.extents.get(spot)
    return (extent.start, extent.end) if extent else (0, 0)


def _code(bench: Bench, loaded: Loaded, was: str, now: str) -> Change:
    """A module gets another short code, and its files with it."""
    old, new = was.split("/")[1], now.split("/")[1]
    owner = next((one for one in bench.library.outlines.values() if one.code in (old, new)), None)
    if owner is None:
        return Change({was: now}, nowhere)
    own: tuple[tuple[str, Edit], ...] = ()
    if owner.code == old:
        source = loaded.sources[owner.file]
        at = source.text.find(old, *_ends(source, "code"))
        own = ((owner.file, Edit(at, at + len(old), new)),) if at >= 0 else ()
    files = of_stem(f"{owner.id}/{old}", f"{owner.id}/{new}")
    return Change({was: now}, first(under(was, now), files), own)


def _part(bench: Bench, loaded: Loaded, was: str, now: str) -> Change:
    """A part of a page has another anchor or another page. Its words go with it where that is simple."""
    (page, _, anchor), (target, _, new) = was.partition("#"), now.partition("#")
    prose = {home_of(one.file).address: one for one in _all_prose(loaded)}
    plain = Change({was: now}, of_claim(was, now))
    if page not in prose or not bench.there.has(was) or bench.there.has(now):
        return plain
    held = prose[page]
    source = loaded.sources[held.file]
    if page == target:
        return Change({was: now}, nowhere, tuple((held.file, edit) for edit in heading_edit(held, source, anchor, new)))
    part = section_of(held, source, anchor)
    if part is None or target not in prose or new != anchor:
        return plain
    ways = {f"{page}#{one}": f"{target}#{one}" for one in part.anchors}
    return Change(ways, nowhere, (), ("", ""), Goes(held.file, part, prose[target].file, target))


def _all_prose(loaded: Loaded) -> Iterator[Prose]:
    for module in loaded.library.modules.values():
        yield from module.prose.values()
    for page in loaded.library.pages.values():
        yield page.prose
