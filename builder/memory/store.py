"""A file of what was found last time in and out. A damaged or foreign file is as good as none, and never an error."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.diagnostics.code import Code
from builder.memory.place import read, write
from builder.memory.record import Record, record_data, record_of


@dataclass(frozen=True)
class Memory:
    """What is remembered. `basis` is the digest of all that every result rests on: the builder, the day, the settings."""

    basis: str = ""
    records: Mapping[str, Record] = field(default_factory=dict)


def recall(path: Path | None, basis: str, codes: Mapping[str, Code]) -> Memory:
    """Read what was remembered on the same basis; nothing where there is none."""
    data = read(path) if path else {}
    try:
        if data["basis"] != basis:
            return Memory(basis)
        return Memory(basis, {folder: record_of(one, codes) for folder, one in data["modules"].items()})
    except (KeyError, TypeError, ValueError, AttributeError):
        return Memory(basis)


def keep(path: Path | None, memory: Memory) -> None:
    """Write what is to be remembered."""
    if path is not None:
        modules = {folder: record_data(record) for folder, record in memory.records.items()}
        write(path, {"basis": memory.basis, "modules": modules})
