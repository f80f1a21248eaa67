"""Turns a publication into what others link it by: QR codes, the catalogue for programs, the feed of changes. Pure."""

from collections.abc import Mapping

from builder.model.page import Publication
from builder.share.catalogue import catalogue_files
from builder.share.feed import feed_file
from builder.share.qr import qr_files


def shared_files(publication: Publication, files: Mapping[str, bytes], pages: Mapping[str, int]) -> dict[str, bytes]:
    """Each file by its path below the site. `files` are those to take, `pages` says how many a PDF has, by its path."""
    pictures = qr_files(publication)
    catalogue = dict(catalogue_files(publication, (files, pictures), pages))
    return {**pictures, **catalogue, **dict(feed_file(publication))}


__all__ = ["shared_files"]
