"""A module and its library in, the hash of its clinical parts out: what a reviewer signs."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

from builder.model.library import Library, Module
from builder.model.prose import Cite, Lines, Link, Placed

NOT_SIGNED: dict[str, Any] = {
    **dict.fromkeys(("review", "status", "search", "related"), True),
    "claims": {"__all__": {"looked_again"}},
}
"""Facts that may change without a new review."""

SHARED = frozenset({"glossary.yml", "quotes.yml", "references.yml"})
"""The shared files that have a part in the hash. While one cannot be read, no hash can be told."""

_OF_TERM = ("term", "means")
_OF_QUOTE = ("status", "words", "says", "who", "source", "where", "caution")


def content_hash(module: Module, library: Library) -> str:
    """Return 64 hexadecimal digits, for the module and for what its pages show of the rest of the library.

    That is the meanings of words, quotations, how sure another module's claims are, and which work a source is: its
    title, its year and its first author. Line breaks, line numbers and the lines of a drawing do not count; its words do.
    """
    placed = sorted({name for prose in module.prose.values() for name in _placed(prose.blocks)})
    quotes = [library.quotes.get(name) for kind, name in placed if kind == "quote"]
    cited = {name for kind, name in placed if kind == "source"} | {
        quote.source for quote in quotes if quote and quote.source
    }
    cited |= {key for claim in module.facts.claims for key in (*claim.sources, *claim.against)}
    signed = {
        "facts": module.facts.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=NOT_SIGNED),
        "prose": {part: _data(prose.blocks) for part, prose in module.prose.items()},
        "figures": {name: [figure.title, figure.description, *figure.words] for name, figure in module.figures.items()},
        "terms": [_shown(library.terms.get(name), _OF_TERM) for kind, name in placed if kind == "term"],
        "quotes": [_shown(quote, _OF_QUOTE) for quote in quotes],
        "claims": [_mark(name, library) for kind, name in placed if kind == "claim"],
        "sources": [_work(key, library) for key in sorted(cited)],
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
        if isinstance(value, Link) and value.target.startswith("claim:") and "/" in value.target:
            yield "claim", value.target.removeprefix("claim:")
        if isinstance(value, Cite):
            yield from (("source", key) for key in value.keys)
        if isinstance(value, Placed) and value.kind == "quote":
            yield "quote", value.argument
        for field in fields(value):
            yield from _placed(getattr(value, field.name))


def _mark(name: str, library: Library) -> list[str]:
    """How sure another module's claim is."""
    folder, _, claim = name.partition("/")
    outline = library.outlines.get(folder)
    return [name, dict(outline.claims).get(claim, "") if outline else ""]


def _work(key: str, library: Library) -> list[Any]:
    """Which work a source is. That a page number was corrected is no reason to ask a clinician again."""
    source = library.references.get(key)
    if source is None:
        return [key]
    first = source.author[0].model_dump(mode="json") if source.author else ""
    return [key, source.title, source.issued.date_parts[0][0], first]


def _shown(noun: Any, keys: tuple[str, ...]) -> list[str | None]:
    return [getattr(noun, key, None) for key in keys]
