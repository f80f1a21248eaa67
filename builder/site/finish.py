"""What an engine made of a page in, the page that readers get out, proved to be ours."""

import re
from collections.abc import Iterable
from html import escape, unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from builder.diagnostics.errors import BuilderError
from builder.model.page import Page, Publication
from builder.site.as_markdown import NO_ANCHOR
from builder.site.bare import bare_page
from builder.site.markdown import AS_IT_IS, AS_IT_IS_ENDS
from builder.site.places import built_file

THEME_MARK = 'data-theme="psychoed"'
"""Stands on each page that our theme made."""

_LOST = "404.html"
_LINK = re.compile(r'\b(href|src|action)="([^"#][^"]*)"')


def finished(publication: Publication, page: Page, made: Path) -> str:
    """The HTML of one page as readers get it, from the folder that an engine made.

    Raises BuilderError when the page is missing or not ours.
    """
    name = built_file(page.address)
    path = made / name
    if not path.is_file():
        raise BuilderError(f"The engine left out {name}.", "This is a fault of the builder. Please report it.")
    html = path.read_text(encoding="utf-8")
    if THEME_MARK not in html:
        raise BuilderError(f"{name} was not made with the library's theme.", "Check theme/base.html and mkdocs.yml.")
    html = bare_page(_with_own_anchors(_out_of_its_wrap(html), page.called))
    return _from_anywhere(html, publication.base_address) if page.address == _LOST else html


def _out_of_its_wrap(html: str) -> str:
    before, wrap, rest = html.partition(AS_IT_IS)
    body, _, after = rest.partition(AS_IT_IS_ENDS)
    return before + body + after if wrap else html


def _with_own_anchors(html: str, called: Iterable[tuple[str, str]]) -> str:
    """A page with the anchors that we gave it alone; where a place was called something else before, it answers to that."""
    html = html.replace(f" {NO_ANCHOR}", "")
    for now, before in called:
        tag = re.compile(rf'<[a-z0-9]+ (?:[^>]* )?id="{re.escape(now)}"[^>]*>')
        html = tag.sub(rf'\g<0><span id="{before}"></span>', html, count=1)
    return html


def _from_anywhere(html: str, base_address: str) -> str:
    """Links written from the root of the host: this page is served at any depth."""
    here = f"{urlsplit(base_address).path.rstrip('/')}/{built_file(_LOST).removesuffix('index.html')}"
    return _LINK.sub(lambda found: f'{found[1]}="{escape(urljoin(here, unescape(found[2])))}"', html)
