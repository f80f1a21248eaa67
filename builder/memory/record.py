"""What was found in one module, and on what that rests: as a value, and as plain data for a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from builder.diagnostics.code import Code
from builder.diagnostics.diagnostic import Diagnostic
from builder.diagnostics.place import Place
from builder.memory.looked import Looked
from builder.model.outline import Outline


@dataclass(frozen=True)
class Record:
    """One module's result: the digest of its files, its outline, what was looked up elsewhere, and what was said."""

    files: str
    outline: Outline
    looked: Looked
    diagnostics: tuple[Diagnostic, ...]


def record_data(record: Record) -> dict[str, Any]:
    """A record as plain data."""
    return {
        "files": record.files,
        "outline": vars(record.outline),
        "looked": {kind: keys for kind, keys in record.looked.items() if keys},
        "said": [diagnostic_data(one) for one in record.diagnostics],
    }


def record_of(data: Mapping[str, Any], codes: Mapping[str, Code]) -> Record:
    """The record that plain data holds. Raises whatever comes of data that is not ours."""
    outline = data["outline"]
    pairs = {name: tuple((one, other) for one, other in outline[name]) for name in ("claims", "anchors")}
    lists: dict[str, Any] = {"quotes": tuple((page, tuple(ids)) for page, ids in outline["quotes"])}
    lists |= {name: tuple(outline[name]) for name in ("practices", "broken")}
    said = tuple(diagnostic_of(one, codes) for one in data["said"])
    return Record(data["files"], Outline(**{**outline, **pairs, **lists}), dict(data["looked"]), said)


def diagnostic_data(one: Diagnostic) -> list[Any]:
    """A diagnostic as a list of plain values."""
    place, due = one.place, one.due.isoformat() if one.due else None
    return [place.file, place.line, place.column, one.code.id, one.message, one.mend, one.line_text, one.who, due]


def diagnostic_of(data: Iterable[Any], codes: Mapping[str, Code]) -> Diagnostic:
    """The diagnostic that plain values hold."""
    file, line, column, code, message, mend, text, who, due = data
    day = date.fromisoformat(due) if due else None
    return Diagnostic(Place(file, line, column), codes[code], message, mend, text, who, day)
