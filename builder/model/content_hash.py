"""A module and its library in, the hash of its clinical parts out: what a reviewer signs."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

from builder.model.library import Library, Module
from builder.model.prose import Lines, Link, Placed

NOT_SIGNED: dict[str, Any] = {
    **dict.fromkeys(("review", "status", "search", "related"), True),
    "claims": {"__all__": {"looked_again"}},
}
"""Facts that may change without a new review."""

SHARED = frozenset({"glossary.yml", "quotes.yml"})
"""The shared files that have a part in the hash. While one cannot be read, no hash can be told."""

_OF_TERM = ("term", "means")
_OF_QUOTE = ("status", "words", "says", "who", "caution")


def content_hash(module: Module, library: Library) -> str:
    """Return 64 hexadecimal digits, for the module and for what its pages show of the library's words and quotations.

    Line breaks, line numbers and the lines of a drawing do not count; its words do.
    """
    placed = sorted({name for prose in module.prose.values() for name in _placed(prose.blocks)})
    signed = {
        "facts": module.facts.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=NOT_SIGNED),
        "prose": {part: _data(prose.blocks) for part, prose in module.prose.items()},
        "figures": {name: [figure.title, figure.description, *figure.words] for name, figure in module.figures.items()},
        "terms": [_shown(library.terms.get(name), _OF_TERM) for kind, name in placed if kind == "term"],
        "quotes": [_shown(library.quotes.get(name), _OF_QUOTE) for kind, name in placed if kind == "quote"],
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


def _placed(value: Any) -> Iterator[tuple[str, str]]:
    """The glossary's words and the quotations that prose names, by kind and id."""
    if isinstance(value, tuple):
        for one in value:
            yield from _placed(one)
    elif is_dataclass(value):
        if isinstance(value, Link) and value.target.startswith("term:"):
            yield "term", value.target.removeprefix("term:").partition("#")[0]
        if isinstance(value, Placed) and value.kind == "quote":
            yield "quote", value.argument
        for field in fields(value):
            yield from _placed(getattr(value, field.name))


def _shown(noun: Any, keys: tuple[str, ...]) -> list[str | None]:
    return [getattr(noun, key, None) for key in keys]
