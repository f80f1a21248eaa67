"""A publication in, its feed of changes out: Atom (RFC 4287), in the words of the page of changes."""

import re
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

from builder.model.change import Change
from builder.model.files import FEED_PATH
from builder.model.page import Publication

_PAGE = "changes/"
_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_file(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """The feed by its path. A topic with a discreet title is named by that: a program shows these words anywhere."""
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": publication.language})
    newest = publication.changes[0].on.isoformat() if publication.changes else publication.released
    _add(feed, "id", f"{publication.base_address}/{_PAGE}")
    _add(feed, "title", f"{publication.name}: what changed")
    _add(feed, "subtitle", "What each version brought." if publication.changes else "Nothing was released yet.")
    _add(feed, "updated", _moment(newest))
    _add(feed, "rights", publication.licence)
    author = ElementTree.SubElement(feed, "author")
    _add(author, "name", publication.publisher.name if publication.publisher else publication.name)
    _link(feed, publication, "self", FEED_PATH, "application/atom+xml")
    _link(feed, publication, "alternate", _PAGE, "text/html")
    for change in publication.changes:
        _entry(feed, change, publication)
    ElementTree.indent(feed)
    yield FEED_PATH, ElementTree.tostring(feed, "utf-8", xml_declaration=True) + b"\n"


def _entry(feed: ElementTree.Element, change: Change, publication: Publication) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    place = f"{_PAGE}#{change.anchor}"
    _add(entry, "id", f"{publication.base_address}/{place}")
    _add(entry, "title", f"Version {change.version}")
    _add(entry, "updated", _moment(change.on.isoformat()))
    _link(entry, publication, "alternate", place, "text/html")
    content = ElementTree.SubElement(entry, "content", {"type": "xhtml"})
    listed = ElementTree.SubElement(ElementTree.SubElement(content, "div", {"xmlns": _XHTML}), "ul")
    for said in _sentences(change):
        _add(listed, "li", said)


def _sentences(change: Change) -> Iterator[str]:
    """Pages that moved are counted here: an old address can tell a topic."""
    yield from change.says
    for words, topics in (("New", change.new), ("Changed", change.changed)):
        if topics:
            yield f"{words}: {', '.join(topic.title_in_tab for topic in topics)}."
    for words, pages in (("moved", change.moved), ("were taken back", change.back)):
        if pages:
            yield f"Pages that {words}: {len(pages)}."
    if change.is_silent:
        yield "No topic changed its words."


def _add(parent: ElementTree.Element, name: str, words: str) -> None:
    ElementTree.SubElement(parent, name).text = _NOT_XML.sub("", words)


def _link(parent: ElementTree.Element, publication: Publication, rel: str, place: str, kind: str) -> None:
    """Where the site has no address yet, links are read from where the feed lies."""
    base = f"{publication.base_address}/" if publication.has_real_address else ""
    ElementTree.SubElement(parent, "link", {"rel": rel, "type": kind, "href": base + place})


def _moment(day: str) -> str:
    return f"{date.fromisoformat(day).isoformat()}T00:00:00Z"
