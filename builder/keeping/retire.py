"""A place and the reason why it is not there any more in, what changes in the content and in the ledger out."""

import re
from datetime import date
from pathlib import Path

from builder.check.promises import lost_in, spoken
from builder.diagnostics.errors import BuilderError
from builder.keeping import record
from builder.keeping.edits import Edit
from builder.keeping.place import module_in, place_in
from builder.keeping.plan import Bench, Plan
from builder.keeping.sentence import sentence_in
from builder.keeping.settle import Settled
from builder.keeping.ways import of_module
from builder.keeping.written import quoted
from builder.load.gather import load_files
from builder.load.tree import tree_of
from builder.model.addresses import short_path


def retire(content: Path, words: str, why: str, instead: str, today: date, write: bool) -> tuple[str, ...]:
    """Take a module back, or say of a place that it is gone. Say what changes, and change it where `write` says so.

    Raises:
        BuilderError: it is still there, or a replacement is not; everything that speaks against it is named.
    """
    why = sentence_in(why, "--why", "A reader who comes here needs a reason.")
    bench = Bench(content, today)
    base = bench.library.settings.base_address
    place, other = place_in(words, base), place_in(instead, base) if instead else None
    if other is not None and not bench.there.has(other):
        raise BuilderError(f"{instead} is not there.", "Name a place that readers can open.")
    if other is not None and "." in other:
        raise BuilderError(f"{spoken(other)} is a file, and readers go on to a page.", "Name the page that offers it.")
    module = module_in(place)
    settled = (
        _withdrawn(bench, module, why, other) if module in bench.library.outlines else _gone(bench, place, why, other)
    )
    bench.refuse_new_errors(settled.plan, settled.ledger, f"{spoken(place)} cannot be retired yet.")
    if write:
        bench.carry_out(settled.plan, settled.ledger)
    return settled.says


def _withdrawn(bench: Bench, module: str, why: str, other: str | None) -> Settled:
    """A module's status says that it was taken back; its addresses lead to the notice by themselves."""
    outline = bench.library.outlines[module]
    if outline.status == "withdrawn":
        raise BuilderError(f"{module} was taken back before.", f"Its reason stands in content/{outline.file}.")
    another = module_in(other or "")
    if other is not None and another not in bench.library.outlines:
        raise BuilderError(f"{spoken(other)} is no module.", "A module is replaced by a module. Name its id.")
    source = load_files(bench.files).sources[outline.file]
    status = source.extents[("status",)]
    said = f"withdrawn\nwithdrawn:\n  reason: {quoted(why)}" + (f"\n  replaced_by: {another}" if another else "")
    edit = Edit(status.start, status.end, said)
    after = tree_of(source.text[: edit.start] + edit.new + source.text[edit.end :])
    if after.troubles or (after.data or {}).get("withdrawn", {}).get("reason") != why:
        mend = "Write its status on a line of its own, or add status: withdrawn and withdrawn: with a reason yourself."
        raise BuilderError(f"content/{outline.file} is written in a way into which no reason can be put.", mend)
    plan, ledger = Plan({outline.file: (edit,)}), bench.ledger
    listed = [one for one in bench.lost(bench.after(plan)) if of_module(module, "")(one) is not None]
    for one in listed:
        ledger = record.gone(ledger, bench.there, one, why, f"{module}/")
    says = (
        f"{outline.file} says that {outline.title} is withdrawn, and why. Its addresses lead to that notice.",
        *(f"{spoken(one)} says so too." for one in listed),
    )
    return Settled(plan, ledger, says)


def _gone(bench: Bench, place: str, why: str, other: str | None) -> Settled:
    """The ledger says that a place is gone."""
    if bench.there.has(place):
        raise BuilderError(f"{spoken(place)} is still there.", "Take its words out of the content first.")
    promised = {one for one, _ in bench.ledger.promised}
    if place not in promised:
        raise BuilderError(f"{spoken(place)} was never published, so nobody can come from there.", "Look at it again.")
    ledger = bench.ledger
    for one in (place, *_named_after(bench, place)):
        ledger = record.gone(ledger, bench.there, one, why, other)
    to = f" Readers can go to {spoken(other)}." if other is not None else ""
    also = [old for old in bench.ledger.moved if old in ledger.gone]
    told = [f"{spoken(old)} led there, and is gone with it." for old in also]
    below = [one for one in ledger.gone if one not in {*bench.ledger.gone, *also} and not one.startswith(f"{place}#")]
    told += [f"{spoken(one)} is gone with it." for one in below if one != place]
    return Settled(Plan(), ledger, (f"{spoken(place)} is gone: {why}{to}", *told))


def _named_after(bench: Bench, page: str) -> list[str]:
    """What is lost with a page: its short addresses, which its files are named after, and a packet's places in lists."""
    codes = {short_path(re.split(r"[.-]", name)[0]) for name in bench.ledger.files.get(page, "").split()}
    packet = re.fullmatch(r"packets/([^/]+)/", page)
    lost = (one.place for one in lost_in(bench.ledger, bench.there))
    return [one for one in lost if one in codes or (packet and one.endswith(f"#{packet[1]}"))]
