"""What one module says by itself in, the texts out that count for its hash, and what its prose names elsewhere."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from builder.model.facts import ModuleFacts
from builder.model.prose import Cite, Lines, Link, Placed, Prose

NOT_SIGNED: dict[str, Any] = {
    **dict.fromkeys(("review", "status", "search", "related"), True),
    "claims": {"__all__": {"looked_again"}},
}
"""Facts that may change without a new review."""


@dataclass(frozen=True)
class Signed:
    """The parts of a hash that are a module's `own`, as JSON, and what its claims and its prose have `named` of the rest:
    for each kind the ids in order, each once, one a line. A large library holds many."""

    own: Mapping[str, str]
    named: Mapping[str, str]

    def names(self, kind: str) -> tuple[str, ...]:
        """The ids of one kind that it names."""
        return tuple(self.named[kind].split("\n")) if kind in self.named else ()


def signed_of(facts: ModuleFacts, prose: Mapping[Any, Prose], figures: Mapping[str, Iterable[str]]) -> Signed:
    """Line breaks, line numbers and the lines of a drawing do not count; its words do."""
    return Signed(
        {
            "facts": as_json(facts.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=NOT_SIGNED)),
            "prose": as_json({part: _data(one.blocks) for part, one in prose.items()}),
            "figures": as_json({name: list(words) for name, words in figures.items()}),
        },
        _by_kind({*_cited(facts), *(name for one in prose.values() for name in _named(one.blocks))}),
    )


def _by_kind(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {kind: "\n".join(id for _, id in some) for kind, some in groupby(sorted(named), key=itemgetter(0))}


def _cited(facts: ModuleFacts) -> Iterator[tuple[str, str]]:
    """The sources of its claims."""
    return (("source", key) for claim in facts.claims for key in (*claim.sources, *claim.against))


def as_json(value: Any) -> str:
    """The one text for a value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields, but for its lines; none for any other type."""
    return tuple(field.name for field in fields(kind) if field.type is not Lines) if is_dataclass(kind) else ()


def _inside(value: object) -> list[Any]:
    kind: Any = type(value)
    return [getattr(value, name) for name in _fields(kind)]


def _data(value: object) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_data(one) for one in value]
    if inside := _inside(value):
        return [type(value).__name__, *[_data(one) for one in inside]]
    return value


def _named(value: object) -> Iterator[tuple[str, str]]:
    """The glossary's words and the quotations that prose names, by kind and id, in no order."""
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            continue
        if isinstance(one, tuple):
            left.extend(one)
            continue
        if isinstance(one, Link) and one.target.startswith("term:"):
            yield "term", one.target.removeprefix("term:").partition("#")[0]
        if isinstance(one, Link) and one.target.startswith("claim:") and "/" in one.target:
            yield "claim", one.target.removeprefix("claim:")
        if isinstance(one, Cite):
            yield from (("source", key) for key in one.keys)
        if isinstance(one, Placed) and one.kind == "quote":
            yield "quote", one.argument
        left.extend(_inside(one))
