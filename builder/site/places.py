"""Addresses of the library in, files of the staged tree and links between them out."""

import posixpath

from builder.model.document import To


def staged_file(address: str) -> str:
    """The Markdown file behind a page's address, where an engine takes a link as it stands: "a/b/" is a/b/index.md."""
    return f"{_on_site(address)}index.md"


def built_file(address: str) -> str:
    """The HTML file that an engine makes of a page."""
    return f"{_on_site(address)}index.html"


def is_page(address: str) -> bool:
    """Whether an address is a page's, not a file's."""
    return address in ("", "404.html") or address.endswith("/")


def link_between(page: str, to: To) -> str:
    """A link from the page at address `page` as it stands on the site: an engine leaves it as it is."""
    anchor = f"#{to.anchor}" if to.anchor else ""
    if to.address == page and anchor:
        return anchor
    here, there = _on_site(page), _on_site(to.address)
    path = posixpath.relpath(f"/{there}", f"/{here}") + ("/" if is_page(to.address) else "")
    path += anchor
    return f"./{path}" if ":" in path.split("/")[0] else path  # else a browser would take it for a scheme


def _on_site(address: str) -> str:
    return "not-found/" if address == "404.html" else address
