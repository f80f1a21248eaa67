"""Turns a library into a publication: pages, search entries and sheets. Pure; no file is read or written here."""

from builder.render.precheck import precheck_of
from builder.render.publication import publication_of

__all__ = ["precheck_of", "publication_of"]
