"""Turns a library into a publication: pages, search entries and sheets. Pure; no file is read or written here."""

from builder.render.chosen import packet_of
from builder.render.citations import Bibliography, still_to_set
from builder.render.modules import ModulePages
from builder.render.precheck import precheck_of
from builder.render.publication import cited_in, pages_of_one, publication_of
from builder.render.set_module import SetModule, set_module, to_keep

__all__ = [
    "Bibliography",
    "ModulePages",
    "SetModule",
    "cited_in",
    "packet_of",
    "pages_of_one",
    "precheck_of",
    "publication_of",
    "set_module",
    "still_to_set",
    "to_keep",
]
