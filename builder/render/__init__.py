"""Turns a library into a publication: pages, search entries and sheets. Pure; no file is read or written here."""

from builder.render.chosen import packet_of
from builder.render.precheck import precheck_of
from builder.render.publication import publication_of

__all__ = ["packet_of", "precheck_of", "publication_of"]
