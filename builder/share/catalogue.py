"""A publication and its files in, catalogue.json and its schema out."""

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256

from builder.model.files import CATALOGUE_PATH, SCHEMA_PATH, kind_of
from builder.model.page import Publication
from builder.model.schema import schema_text
from builder.model.topic import Measured, Reviewed, Topic
from builder.share.shape import Catalogue, FileData, LibraryData, ModuleData, PartData, ReadingData, ReviewData

_MEDIA_TYPES = {
    "pdf": "application/pdf", "epub": "application/epub+zip", "txt": "text/plain",
    "svg": "image/svg+xml", "png": "image/png",
}  # fmt: skip


def catalogue_files(
    publication: Publication, files: Mapping[str, bytes], pages: Mapping[str, int]
) -> Iterator[tuple[str, bytes]]:
    """Both files by their path. `files` are all that the site hands out; `pages` says how many a PDF has, by its path."""
    yield CATALOGUE_PATH, (_catalogue(publication, files, pages).model_dump_json(indent=2) + "\n").encode()
    yield SCHEMA_PATH, schema_text(Catalogue).encode()


def _catalogue(publication: Publication, files: Mapping[str, bytes], pages: Mapping[str, int]) -> Catalogue:
    held = {path: _file(path, data, pages.get(path), publication) for path, data in sorted(files.items())}
    modules = tuple(_module(topic, publication, held) for topic in publication.topics)
    taken = {file.path for module in modules for file in module.files}
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
            files=tuple(file for path, file in held.items() if path not in taken),
        ),
        modules=modules,
    )


def _file(path: str, data: bytes, pages: int | None, publication: Publication) -> FileData:
    name, _, ending = path.rpartition(".")
    holding = [(sheet.path, sheet.kind) for sheet in publication.sheets]
    holding += [(publication.book.path, "book")] if publication.book else []
    kinds = [one for one in holding if name.startswith(one[0])]
    return FileData(
        path=path,
        kind=max(kinds, key=lambda one: len(one[0]))[1] if kinds else "code",
        says=kind_of(path),
        media_type=_MEDIA_TYPES[ending],
        bytes=len(data),
        sha256=sha256(data).hexdigest(),
        pages=pages,
    )


def _module(topic: Topic, publication: Publication, held: Mapping[str, FileData]) -> ModuleData:
    own = [page for page in publication.pages if page.module == topic.id]
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
        files=tuple(file for path, file in held.items() if path.startswith((f"{topic.id}/", short))),
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
