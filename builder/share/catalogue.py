"""A publication and its files in, catalogue.json and its schema out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256

from builder.model.files import CATALOGUE_PATH, SCHEMA_PATH, STYLES, kind_of, styled
from builder.model.page import Page, Publication
from builder.model.schema import schema_text
from builder.model.topic import Measured, Reviewed, Topic
from builder.share.shape import (
    Catalogue,
    FileData,
    LibraryData,
    ModuleData,
    PacketData,
    PartData,
    ReadingData,
    ReviewData,
)

_MEDIA_TYPES = {
    "pdf": "application/pdf", "epub": "application/epub+zip", "txt": "text/plain",
    "svg": "image/svg+xml", "png": "image/png",
}  # fmt: skip

_PICTURES = (".svg", ".png")


def catalogue_files(
    publication: Publication, files: Sequence[Mapping[str, bytes]], pages: Mapping[str, int]
) -> Iterator[tuple[str, bytes]]:
    """Both files by their path. `files` are all that the site hands out, in groups; `pages` says how many a PDF has, by its path."""
    yield CATALOGUE_PATH, (_catalogue(publication, files, pages).model_dump_json(indent=2) + "\n").encode()
    yield SCHEMA_PATH, schema_text(Catalogue).encode()


def _catalogue(publication: Publication, files: Sequence[Mapping[str, bytes]], pages: Mapping[str, int]) -> Catalogue:
    kinds = _kinds(publication)
    held: dict[str, list[FileData]] = defaultdict(list)
    group = {path: some for some in files for path in some}
    for path in sorted(group):
        kind = kinds.get(path) or ("code" if path.endswith(_PICTURES) else "")
        if kind:  # what stands at a path that only an older edition offered is not offered again
            held[f"{path.rpartition('/')[0]}/"].append(_file(path, kind, group[path][path], pages.get(path)))
    own: dict[str, list[Page]] = defaultdict(list)
    for page in publication.pages:
        own[page.module].append(page)
    modules = tuple(_module(topic, own[topic.id], publication, held) for topic in publication.topics)
    packets = tuple(_packets(publication, held))
    publisher = publication.publisher
    return Catalogue(
        format=1,
        library=LibraryData(
            name=publication.name,
            tagline=publication.tagline,
            language=publication.language,
            version=publication.version,
            released=date.fromisoformat(publication.released),
            base_address=f"{publication.base_address}/" if publication.has_real_address else None,
            licence=publication.licence,
            publisher=publisher.name if publisher else None,
            files=tuple(file for rest in held.values() for file in rest),
        ),
        modules=modules,
        packets=packets,
    )


def _kinds(publication: Publication) -> dict[str, str]:
    """What each file holds, by its path."""
    holding = [(sheet.path, sheet.kind) for sheet in publication.sheets]
    holding += [(one.path, "book") for one in publication.book.bound] if publication.book else []
    kinds = {styled(path, style): kind for path, kind in holding for style in STYLES}
    return kinds | {f"{path}.{ending}": kind for path, kind in holding for ending in ("epub", "txt")}


def _file(path: str, kind: str, data: bytes, pages: int | None) -> FileData:
    return FileData(
        path=path,
        kind=kind,
        says=kind_of(path),
        media_type=_MEDIA_TYPES[path.rpartition(".")[2]],
        bytes=len(data),
        sha256=sha256(data).hexdigest(),
        pages=pages,
    )


def _module(topic: Topic, own: list[Page], publication: Publication, held: dict[str, list[FileData]]) -> ModuleData:
    """One module. Its files are taken out of those that are held."""
    short = next(page.address for page in own if page.kind == "short")
    parts = [page for page in own if page.kind != "short"]
    return ModuleData(
        id=topic.id,
        code=topic.code,
        status=topic.status,
        title=topic.title,
        discreet_title=topic.title_in_tab if topic.title_in_tab != topic.title else None,
        summary=topic.summary,
        language=publication.language,
        address=parts[0].address,
        short_address=short,
        parts=tuple(PartData(part=page.kind, address=page.address, title=page.title) for page in parts),
        version=topic.version,
        hash=topic.hash,
        review=_review(topic.review),
        reading=_reading(topic.measured) if topic.measured else None,
        audience=topic.audience,
        topics=topic.topics,
        related=topic.related,
        licence=publication.licence,
        files=(*held.pop(f"{topic.id}/", ()), *held.pop(short, ())),
    )


def _packets(publication: Publication, held: dict[str, list[FileData]]) -> Iterator[PacketData]:
    """Every packet that has a page. Its files are taken out of those that are held."""
    there = {page.address: page for page in publication.pages}
    for sheet in publication.sheets:
        page = there.get(sheet.address)
        if sheet.kind != "packet" or page is None or page.sent is None:
            continue
        holding = (chapter.addresses[0] for chapter in sheet.chapters)
        yield PacketData(
            id=page.address.split("/")[-2],
            code=page.sent.split("/")[-2],
            title=page.title,
            discreet_title=page.tab if page.tab != page.title else None,
            note=page.summary,
            language=publication.language,
            address=page.address,
            short_address=page.sent,
            pages=tuple(one for one in holding if one in there and there[one].module),
            review=sheet.review,
            files=(*held.pop(f"{sheet.path.rpartition('/')[0]}/", ()), *held.pop(page.sent, ())),
        )


def _review(review: Reviewed) -> ReviewData:
    return ReviewData(
        state=review.state,
        says=review.says,
        by=review.by or None,
        role=review.role or None,
        on=review.on,
        next=review.next,
    )


def _reading(measured: Measured) -> ReadingData:
    return ReadingData(
        words=measured.words,
        minutes=measured.minutes,
        grade=round(measured.grade, 1),
        measure="Flesch–Kincaid grade level",
        says="A pre-check. No reader was asked.",
    )
