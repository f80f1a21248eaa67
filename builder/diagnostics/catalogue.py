"""Codes in, the list of them by family out: words for a terminal, or JSON."""

import json
from collections.abc import Iterable, Iterator
from textwrap import fill

from builder.diagnostics.code import Code
from builder.diagnostics.family import FAMILIES

_INDENT = " " * 29


def listed(codes: Iterable[Code]) -> str:
    """Return every code by family: its severity, whether it can be waived, its name and its source."""
    return "\n".join(_lines(tuple(codes)))


def listed_as_json(codes: Iterable[Code]) -> str:
    """Return the same as one JSON list."""
    return json.dumps([_data(code) for code in _by_family(tuple(codes))], ensure_ascii=False, indent=2)


def _by_family(codes: tuple[Code, ...]) -> list[Code]:
    return [code for family in FAMILIES for code in codes if code.family == family]


def _lines(codes: tuple[Code, ...]) -> Iterator[str]:
    families = [family for family in FAMILIES if any(code.family == family for code in codes)]
    for family in families:
        yield f"{family.title}\n"
        for code in codes:
            if code.family == family:
                yield f"  {code.id}  {code.severity:<8} {'waivable' if code.is_waivable else '-':<9} {code.name}"
                if code.source:
                    yield fill(code.source, 80, initial_indent=_INDENT, subsequent_indent=_INDENT)
        yield ""
    yield f"{len(codes)} codes in {len(families)} families. For each of them: psychoed explain CODE"
    yield "waivable: an editor can let a finding through, on record, in waivers.yml."


def _data(code: Code) -> dict[str, str | bool]:
    return {
        "code": code.id,
        "name": code.name,
        "family": code.family.title,
        "severity": code.severity,
        "waivable": code.is_waivable,
        "why": code.why,
        "mend": code.mend,
        "source": code.source,
    }
