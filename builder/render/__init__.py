"""Turns a library into a publication: pages, search entries and sheets. Pure; no file is read or written here."""

from builder.render.publication import publication_of

__all__ = ["publication_of"]
