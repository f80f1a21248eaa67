"""A module in, the hash of its clinical parts out: what a reviewer signs."""

import json
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

from builder.model.library import Module
from builder.model.prose import Lines

NOT_SIGNED: dict[str, Any] = {
    **dict.fromkeys(("review", "status", "search", "related"), True),
    "claims": {"__all__": {"looked_again"}},
}
"""Facts that may change without a new review."""


def content_hash(module: Module) -> str:
    """Return 64 hexadecimal digits. Line breaks, line numbers and the lines of a drawing do not count; its words do."""
    signed = {
        "facts": module.facts.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=NOT_SIGNED),
        "prose": {part: _data(prose.blocks) for part, prose in module.prose.items()},
        "figures": {name: [figure.title, figure.description, *figure.words] for name, figure in module.figures.items()},
    }
    text = json.dumps(signed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _data(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_data(one) for one in value]
    if is_dataclass(value):
        kept = {field.name: getattr(value, field.name) for field in fields(value)}
        return [type(value).__name__, *(_data(one) for one in kept.values() if not isinstance(one, Lines))]
    return value
