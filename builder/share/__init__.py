"""Turns a publication into what others link it by: pictures of its short addresses. Pure."""

from collections.abc import Mapping

from builder.model.page import Publication
from builder.share.qr import qr_files


def shared_files(publication: Publication, files: Mapping[str, bytes], pages: Mapping[str, int]) -> dict[str, bytes]:
    """Each file by its path below the site. `files` are those to take, `pages` says how many a PDF has, by its path."""
    return {**qr_files(publication)}


__all__ = ["shared_files"]
