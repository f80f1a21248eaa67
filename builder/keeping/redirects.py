"""A ledger in, everything that is wrong with it out, and how much it holds."""

from datetime import date
from pathlib import Path

from builder import pipeline
from builder.keeping.plan import refuse_unread, said
from builder.load.files import read
from builder.memory.place import memory_of
from builder.model.ledger import FILE


def redirects(content: Path, today: date) -> tuple[tuple[str, ...], str]:
    """Every fault of the ledger at its line, and one sentence that counts."""
    checked = pipeline.check(read(content), today, memory=memory_of(content.resolve().parent))
    refuse_unread(checked, content)
    faults = [one for one in checked.report.diagnostics if one.place.file == FILE]
    lines = [
        line for one, line in zip(faults, said(faults, content), strict=True) for line in (line, f"    {one.mend}")
    ]
    ledger = checked.library.ledger
    counted = (
        f"Releases: {len(ledger.releases)}. {sum(1 for _ in ledger.promised)} places promised, "
        f"{len(ledger.moved)} moved, {len(ledger.gone)} gone, {len(faults)} faults."
    )
    return tuple(lines), counted
