"""A publication in, a staged project out: Markdown, files to hand out, theme and config in one folder."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.diagnostics.errors import BuilderError
from builder.model.document import Link, To
from builder.model.page import Page, Publication
from builder.site.bare import bare_script
from builder.site.colours import colour_rules
from builder.site.inlines import FileFacts
from builder.site.linked import linked_data
from builder.site.markdown import first_target, markdown_of
from builder.site.nesting import plain
from builder.site.places import staged_file
from builder.site.style import STYLE, style_of

_FILLED_IN = ("site_name", "site_url", "docs_dir", "site_dir", "extra")


def stage(
    publication: Publication, files: Mapping[str, bytes], facts: Mapping[str, FileFacts], project: Path, into: Path
) -> Path:
    """Write everything that an engine needs below `into`, and return the path of the config there.

    Raises BuilderError when `project` has no mkdocs.yml or no theme.
    """
    own_config, theme = project / "mkdocs.yml", project / "theme"
    for needed, there in ((own_config, own_config.is_file()), (theme, theme.is_dir())):
        if not there:
            raise BuilderError(f"There is no {needed}.", "Run psychoed in the folder that holds mkdocs.yml and theme.")
    docs = into / "docs"
    for page in publication.pages:
        _write(docs / staged_file(page.address), markdown_of(page, facts, linked_data(page, publication)).encode())
    own = colour_rules(publication.publisher.colours) if publication.publisher else ""
    _write(docs / STYLE, style_of(theme, own).encode())
    for path, content in files.items():
        _write(docs / path, content)
    if publication.bundle:
        _write(docs / publication.bundle, b"")  # made of the finished site, and linked before there is one
    shutil.copytree(theme, into / "theme", ignore=shutil.ignore_patterns("print", "styles"))
    for script in (into / "theme" / "assets").glob("*.js"):
        _write(script, bare_script(script.read_text(encoding="utf-8")).encode())
    config = into / "mkdocs.yml"
    _write(config, _config(publication, own_config.read_text(encoding="utf-8")).encode())
    return config


def _config(publication: Publication, text: str) -> str:
    """The project's own config with the library's values in it; a line of JSON is a line of YAML."""
    kept = [line for line in text.splitlines() if not line.startswith(tuple(f"{key}:" for key in _FILLED_IN))]
    publisher = publication.publisher
    values = {
        "site_name": publication.name,
        "site_url": f"{publication.base_address.rstrip('/')}/",
        "docs_dir": "docs",
        "site_dir": "site",
        "extra": {
            "library": publication.name,
            "language": publication.language,
            "version": publication.version,
            "tagline": publication.tagline,
            "licence": publication.licence,
            "exit_target": publication.exit_target,
            "sent_from": f"{publication.base_address.rstrip('/')}/" if publication.has_real_address else "",
            "codes": [_code(page) for page in publication.pages if page.address.startswith("m/")],
            "folders": list(_folders(publication)),
            "gone_files": [_gone_file(*one) for one in publication.gone_files],
            "offered_by": publisher.name if publisher else "",
            "offered_says": (publisher.says if publisher else None) or "",
        },
    }
    filled = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join((*kept, *filled)) + "\n"


def _code(page: Page) -> dict[str, str]:
    """A short address by its code, and what the tab says of the page behind it."""
    return {"code": page.address.split("/")[1], "at": page.address, "title": page.tab}


def _folders(publication: Publication) -> Iterator[dict[str, object]]:
    """Folders of topics that were taken back, are gone or are somewhere else: a lost file was perhaps in one."""
    there = {page.address: page for page in publication.pages}
    for page in publication.pages:
        if page.kind in ("withdrawn", "gone", "moved") and page.address.count("/") == 1:
            to = there[first_target(page.blocks).address] if page.kind == "moved" else page
            title = to.title if to.kind == "gone" else to.tab
            yield {"at": page.address, "title": title, "back": to.kind in ("withdrawn", "gone")}


def _gone_file(path: str, why: str, instead: Link | None) -> dict[str, str]:
    at = instead.to if instead else None
    to = f"{at.address}#{at.anchor}".rstrip("#") if isinstance(at, To) else ""
    return {"path": path, "why": why, "at": to, "title": plain(instead.children) if instead and to else ""}


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
