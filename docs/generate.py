"""Writes the documents that are generated: docs/seed-coverage.md from its data, docs/licences.md from what is locked.

Run by `make docs`; a test compares what is committed with what this gives.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from builder.load.gather import load
from builder.markup.walk import headings_of
from builder.model.library import PARTS, Library
from docs.licences import licences

DOCS = Path(__file__).parent
CONTENT = DOCS.parent / "content"


def generated() -> dict[Path, str]:
    """Every generated document by its path."""
    return {DOCS / "seed-coverage.md": coverage(load(CONTENT).library), DOCS / "licences.md": licences()}


def coverage(library: Library) -> str:
    """The seed article and the evidence table, line by line, and where the library says each.

    Raises:
        KeyError: the data names a place, a claim or a quotation that is not there.
    """
    data: dict[str, Any] = yaml.safe_load((DOCS / "seed-coverage.yml").read_text("utf-8"))
    return "\n".join(
        (*_parts(data["parts"], library), *_rows(data["rows"], library), *_quotes(data["quotes"], library))
    )


def _parts(parts: list[dict[str, Any]], library: Library) -> Iterator[str]:
    yield "# Where the seed article went\n\nWritten by `make docs` from `seed-coverage.yml`.\n"
    yield f"## Parts of the article: {len(parts)} of 18\n\n| Part | Where it is said |\n|---|---|"
    for part in parts:
        yield f"| {part['part']} | {', '.join(_place(place, library) for place in part['said'])} |"
    yield ""


def _rows(rows: list[dict[str, Any]], library: Library) -> Iterator[str]:
    yield f"## Rows of the evidence table: {len(rows)} of 42\n"
    yield "| Row | The article said | Grade there | Claim here | Status | It says |\n|---|---|---|---|---|---|"
    for row in rows:
        module, claim_id = row["claim"].split("/")
        claim = {claim.id: claim for claim in library.modules[module].facts.claims}[claim_id]
        yield f"| {row['row']} | {row['seed']} | {row['grade']} | {row['claim']} | {claim.status} | {claim.says} |"
    yield ""


def _quotes(quotes: list[dict[str, Any]], library: Library) -> Iterator[str]:
    yield f"## Quotations: {len(quotes)} of 5\n\n| Quotation | Status | What became of it |\n|---|---|---|"
    for quote in quotes:
        yield f"| {quote['seed']} | {library.quotes[quote['id']].status} | {quote['became']} |"
    yield ""


def _place(place: str, library: Library) -> str:
    """Check that `module#anchor` or `module/part#anchor` exists, and return it as text."""
    address, _, anchor = place.partition("#")
    module, _, part = address.partition("/")
    prose = library.modules[module].prose[next(one for one in PARTS if one == (part or "learn"))]
    anchors = {heading.anchor for heading in headings_of(prose)} | {
        one.id for one in library.modules[module].facts.practices
    }
    if anchor and anchor not in anchors:
        raise KeyError(place)
    return f"`{place}`"


def main() -> None:
    """Write every generated document."""
    texts = generated()
    for path, text in texts.items():
        path.write_text(text, "utf-8")
    print(f"Wrote {len(texts)} documents below {DOCS.name}/.")


if __name__ == "__main__":
    main()
