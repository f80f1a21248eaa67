"""A file of what was found last time in and out. A damaged or foreign file is as good as none, and never an error."""

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builder.diagnostics.code import Code
from builder.memory.record import Record, record_data, record_of


@dataclass(frozen=True)
class Memory:
    """What is remembered. `basis` is the digest of all that every result rests on: the builder, the day, the settings."""

    basis: str = ""
    records: Mapping[str, Record] = field(default_factory=dict)


def recall(path: Path | None, basis: str, codes: Mapping[str, Code]) -> Memory:
    """Read what was remembered on the same basis; nothing where there is none."""
    data = _read(path)
    try:
        if data["basis"] != basis:
            return Memory(basis)
        return Memory(basis, {folder: record_of(one, codes) for folder, one in data["modules"].items()})
    except (KeyError, TypeError, ValueError, AttributeError):
        return Memory(basis)


def keep(path: Path | None, memory: Memory) -> None:
    """Write what is to be remembered, whole or not at all. Where it cannot be written, the next check takes longer."""
    if path is None:
        return
    modules = {folder: record_data(record) for folder, record in memory.records.items()}
    text = json.dumps({"basis": memory.basis, "modules": modules}, ensure_ascii=False, separators=(",", ":"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, delete=False, encoding="utf-8", errors="surrogatepass"
        ) as file:
            file.write(text)
        Path(file.name).replace(path)
    except OSError:
        return


def _read(path: Path | None) -> Any:
    if path is None:
        return {}
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
