"""What an engine left in, the site that readers get out: our pages and files alone, and a page for lost addresses."""

import re
from collections.abc import Iterable
from html import escape, unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from builder.diagnostics.errors import BuilderError
from builder.model.page import Publication
from builder.site.bare import bare_page
from builder.site.fences import NO_ANCHOR
from builder.site.places import built_file

THEME_MARK = 'data-theme="psychoed"'
"""Stands on each page that our theme made."""

_LOST = "404.html"
_LINK = re.compile(r'\b(href|src|action)="([^"#][^"]*)"')


def finish(publication: Publication, files: Iterable[str], theme: Path, site: Path) -> None:
    """Remove what nobody asked for, prove that our theme made each page, and place the page for lost addresses.

    `files` are the paths of all other files that were staged. Raises BuilderError when a page is missing or not ours.
    """
    pages = {built_file(page.address) for page in publication.pages}
    assets = {path.relative_to(theme).as_posix() for path in (theme / "assets").rglob("*") if path.is_file()}
    _keep_only(site, pages | assets | set(files))
    for page in publication.pages:
        name = built_file(page.address)
        path = site / name
        if not path.is_file():
            raise BuilderError(f"The engine left out {name}.", "This is a fault of the builder. Please report it.")
        html = path.read_text(encoding="utf-8")
        if THEME_MARK not in html:
            raise BuilderError(
                f"{name} was not made with the library's theme.", "Check theme/base.html and mkdocs.yml."
            )
        path.write_text(bare_page(_with_own_anchors(html, page.called)), encoding="utf-8", newline="\n")
    lost = site / built_file(_LOST)
    if lost.is_file():
        html = _from_anywhere(lost.read_text(encoding="utf-8"), publication.base_address)
        (site / _LOST).write_text(html, encoding="utf-8", newline="\n")
        lost.unlink()
        lost.parent.rmdir()


def _with_own_anchors(html: str, called: Iterable[tuple[str, str]]) -> str:
    """A page with the anchors that we gave it alone; where a place was called something else before, it answers to that."""
    html = html.replace(f" {NO_ANCHOR}", "")
    for now, before in called:
        tag = re.compile(rf'<[a-z0-9]+ (?:[^>]* )?id="{re.escape(now)}"[^>]*>')
        html = tag.sub(rf'\g<0><span id="{before}"></span>', html, count=1)
    return html


def _keep_only(site: Path, wanted: set[str]) -> None:
    for path in sorted(site.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(site).as_posix() not in wanted:
            path.unlink()


def _from_anywhere(html: str, base_address: str) -> str:
    """Links written from the root of the host: this page is served at any depth."""
    here = f"{urlsplit(base_address).path.rstrip('/')}/{built_file(_LOST).removesuffix('index.html')}"
    return _LINK.sub(lambda found: f'{found[1]}="{escape(urljoin(here, unescape(found[2])))}"', html)
