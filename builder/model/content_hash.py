"""A module and its library in, the hash of its clinical parts out: what a reviewer signs."""

from hashlib import sha256
from typing import Any

from builder.model.library import Library, Module
from builder.model.signed import as_json

SHARED = frozenset({"glossary.yml", "quotes.yml", "references.yml"})
"""The shared files that have a part in the hash. While one cannot be read, no hash can be told."""

_OF_TERM = ("term", "means")
_OF_QUOTE = ("status", "words", "says", "who", "source", "where", "caution")


def content_hash(module: Module, library: Library) -> str:
    """Return 64 hexadecimal digits, for the module and for what its pages show of the rest of the library.

    That is the meanings of words, quotations, how sure another module's claims are, and which work a source is: its
    title, its year and its first author. Line breaks, line numbers and the lines of a drawing do not count; its words do.
    """
    signed = module.signed
    quotes = [library.quotes.get(name) for name in signed.names("quote")]
    cited = {*signed.names("source"), *(quote.source for quote in quotes if quote and quote.source)}
    parts = {
        **signed.own,
        "terms": as_json([_shown(library.terms.get(name), _OF_TERM) for name in signed.names("term")]),
        "quotes": as_json([_shown(quote, _OF_QUOTE) for quote in quotes]),
        "claims": as_json([_mark(name, library) for name in signed.names("claim")]),
        "sources": f"[{','.join(_work(key, library) for key in sorted(cited))}]",
    }
    text = ",".join(f'"{name}":{parts[name]}' for name in sorted(parts))
    return sha256(f"{{{text}}}".encode()).hexdigest()


def _mark(name: str, library: Library) -> list[str]:
    """How sure another module's claim is."""
    folder, _, claim = name.partition("/")
    outline = library.outlines.get(folder)
    return [name, dict(outline.claims).get(claim, "") if outline else ""]


def _work(key: str, library: Library) -> str:
    """Which work a source is, as JSON. That a page number was corrected is no reason to ask a clinician again."""
    if key not in library.works:
        source = library.references.get(key)
        told: list[Any] = [key]
        if source is not None:
            first = source.author[0].model_dump(mode="json") if source.author else ""
            told += [source.title, source.issued.date_parts[0][0], first]
        library.works[key] = as_json(told)
    return library.works[key]


def _shown(noun: Any, keys: tuple[str, ...]) -> list[str | None]:
    return [getattr(noun, key, None) for key in keys]
