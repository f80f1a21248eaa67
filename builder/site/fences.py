"""Finished Markdown in, the same inside an element out, fenced as pymdownx.blocks wants it."""

import re

from builder.site.escape import value

NO_ANCHOR = 'id=""'
"""Stands in the place of an anchor until the engine is done."""

_FENCE = re.compile(r"^ *(/{3,})", re.MULTILINE)


def element(selector: str, *inside: str, **attributes: str) -> str:
    """An element such as `section.lit` with blocks in it. Attributes take plain words; `_` in a name becomes `-`."""
    body = "\n\n".join(part for part in inside if part)
    longest = max((len(found) for found in _FENCE.findall(body)), default=2)
    fence = "/" * (longest + 1)
    given = "".join(
        f'[{name.strip("_").replace("_", "-")}="{value(said)}"]' for name, said in attributes.items() if said
    )
    return f"{fence} html | {selector}{given}\n\n{body}\n\n{fence}".replace("\n\n\n\n", "\n\n")


def marked(line: str, attributes: str) -> str:
    """A paragraph with a class or an anchor, for instance `.lead`."""
    return f"{line}\n{{: {attributes} }}" if line else ""


def heading(level: int, line: str, anchor: str) -> str:
    """A heading with its permanent anchor. One without gets none from the engine either, which would make it of the words."""
    return f"{'#' * level} {line} {{: " + (f"#{anchor}" if anchor else NO_ANCHOR) + " }"


def points(items: list[str], numbered: bool = False) -> str:
    """A list; each item is finished Markdown of one or more blocks."""
    marks = (f"{number}." if numbered else "-" for number in range(1, len(items) + 1))
    tight = all("\n" not in item for item in items)
    return ("\n" if tight else "\n\n").join(
        f"{mark:<4}{_indented(item)}" for mark, item in zip(marks, items, strict=True)
    )


def _indented(item: str) -> str:
    # An empty item would end the list, so it holds a space of no width.
    return re.sub(r"\n(?=[^\n])", "\n    ", item) or "&#8203;"
