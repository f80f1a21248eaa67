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
_GIVEN = re.compile(rf"(<h[1-6]) {re.escape(NO_ANCHOR)}(?=>)")
_LINK = re.compile(r'\b(href|src|action)="([^"#][^"]*)"')


def finished(publication: Publication, page: Page, made: Path, wrapped: bool) -> str:
    """The HTML of one page as readers get it, from the folder that an engine made. Is its body `wrapped`, or was it Markdown?

    Raises BuilderError when the page is missing, or not ours, or its body did not come through.
    """
    name = built_file(page.address)
    path = made / name
    if not path.is_file():
        raise BuilderError(f"The engine left out {name}.", "This is a fault of the builder. Please report it.")
    html = path.read_text(encoding="utf-8")
    if THEME_MARK not in html:
        raise BuilderError(f"{name} was not made with the library's theme.", "Check theme/base.html and mkdocs.yml.")
    body = _out_of_its_wrap(html, name) if wrapped else _without_given_anchors(html)
    html = bare_page(_with_own_anchors(body, page.called))
    return _from_anywhere(html, publication.base_address) if page.address == _LOST else html


def _out_of_its_wrap(html: str, name: str) -> str:
    before, _, rest = html.partition(AS_IT_IS)
    body, ends, after = rest.partition(AS_IT_IS_ENDS)
    if not ends or not body or AS_IT_IS in after:
        raise BuilderError(
            f"The engine changed the body of {name}.", "This is a fault of the builder. Please report it."
        )
    return before + body + after


def _without_given_anchors(html: str) -> str:
    return _GIVEN.sub(r"\1", html)


def _with_own_anchors(html: str, called: Iterable[tuple[str, str]]) -> str:
    """A page on which a place that was called something else before answers to that, too."""
    for now, before in called:
        tag = re.compile(rf'<[a-z0-9]+ (?:[^>]* )?id="{re.escape(now)}"[^>]*>')
        html = tag.sub(rf'\g<0><span id="{before}"></span>', html, count=1)
    return html


def _from_anywhere(html: str, base_address: str) -> str:
    """Links written from the root of the host: this page is served at any depth."""
    here = f"{urlsplit(base_address).path.rstrip('/')}/{built_file(_LOST).removesuffix('index.html')}"
    return _LINK.sub(lambda found: f'{found[1]}="{escape(urljoin(here, unescape(found[2])))}"', html)
