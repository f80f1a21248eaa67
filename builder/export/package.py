"""The files of an EPUB in, its package document out: what it is, which files it has, in which order they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from builder.export.element import Element, element, written
from builder.export.licence import licence_address
from builder.export.volume import Volume
from builder.export.words import tidy
from builder.model.page import Publication

SUMMARY = (
    "All of it is text with headings, lists and tables, and can be read aloud, enlarged and set in other colours. "
    "Each drawing is also told in words. No person has certified that."
)
"""What is said of accessibility. Nobody certified it, so no standard is named."""

_FEATURES = ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability")
_WITH_DRAWINGS = ("alternativeText", "longDescription")
_DC = "http://purl.org/dc/elements/1.1/"


@dataclass(frozen=True)
class Item:
    """A file of the book. `place` is its place in the order of reading, "" for what is not read."""

    path: str
    kind: str
    properties: str = ""
    is_read: bool = True


def package(volume: Volume, publication: Publication, items: Sequence[Item], drawings: bool) -> bytes:
    """The package document. `drawings` says whether there is any."""
    manifest = element("manifest", *(_listed(item) for item in items))
    spine = element("spine", *(element("itemref", idref=_id(item)) for item in items if item.is_read))
    attributes = {"xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": "id"}
    facts = element("metadata", *_facts(volume, publication), *_access(drawings), **{"xmlns:dc": _DC})
    root = element("package", facts, manifest, spine, **attributes, **{"xml:lang": publication.language})
    ElementTree.indent(root)
    return written(root)


def container(path: str) -> bytes:
    """The file that says where the package document is."""
    kind = "application/oebps-package+xml"
    rootfile = element("rootfiles", element("rootfile", **{"full-path": path, "media-type": kind}))
    return written(
        element("container", rootfile, version="1.0", xmlns="urn:oasis:names:tc:opendocument:xmlns:container")
    )


def _facts(volume: Volume, publication: Publication) -> Iterator[Element]:
    living = f"{publication.base_address.rstrip('/')}/{volume.path}.epub"
    publisher = publication.publisher.name if publication.publisher else publication.name
    yield element("dc:identifier", f"urn:uuid:{uuid5(NAMESPACE_URL, living)}", id="id")
    for name, said in {
        "title": volume.tab,
        "language": publication.language,
        "creator": publication.name,
        "publisher": publisher,
        "date": publication.released,
        "rights": ", ".join(filter(None, (publication.licence, licence_address(publication.licence)))),
        "description": volume.description,
    }.items():
        if said:
            yield element(f"dc:{name}", tidy(said))
    yield _meta("dcterms:modified", f"{publication.released}T00:00:00Z")


def _access(drawings: bool) -> Iterator[Element]:
    """How it can be read, and what is in the way."""
    for mode in ("textual", "visual") if drawings else ("textual",):
        yield _meta("schema:accessMode", mode)
    yield _meta("schema:accessModeSufficient", "textual")
    for feature in (*_FEATURES, *_WITH_DRAWINGS) if drawings else _FEATURES:
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", SUMMARY)


def _meta(name: str, said: str) -> Element:
    return element("meta", said, property=name)


def _listed(item: Item) -> Element:
    return element(
        "item", **{"id": _id(item), "href": item.path, "media-type": item.kind, "properties": item.properties}
    )


def _id(item: Item) -> str:
    return f"file-{item.path.replace('/', '-')}"
