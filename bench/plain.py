"""The staged pages in, the same pages as most people would set them up out: stock Material, for MkDocs or Zensical."""

import json
import re
from pathlib import Path

MENU = ("topics", "try", "research", "search", "clinicians", "help")
"""The small menu: the pages that our own names at the top of each page."""

_KEPT = re.compile(r"^(title|description): .*\n", re.MULTILINE)


def write_plain(docs: Path, into: Path, *, full: bool = False) -> Path:
    """Write pages and config; return the config's path. With `full`, the menu names every page, as it comes."""
    for file in sorted(path for path in docs.rglob("*") if path.is_file()):
        target = into / "docs" / file.relative_to(docs)
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".md":
            target.write_text(with_head(file.read_text("utf-8")), "utf-8")
        else:
            target.hardlink_to(file)
    values: dict[str, object] = {
        "site_name": "Plain",
        "site_url": "https://library.example/",
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "pymdownx.blocks.html"],
        "validation": {"omitted_files": "ignore"},
    }
    if not full:
        values["nav"] = ["index.md", *(f"{page}/index.md" for page in MENU)]
    config = into / "mkdocs.yml"
    config.write_text("".join(f"{name}: {json.dumps(value)}\n" for name, value in values.items()), "utf-8")
    return config


def with_head(text: str) -> str:
    """A staged page with a title and a description in its head, and nothing that only our theme reads."""
    _, head, body = text.split("---\n", 2)
    return f"---\n{''.join(found[0] for found in _KEPT.finditer(head))}---\n{body}"
