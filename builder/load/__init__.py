"""Turns the content folder into a library; every fault on the way is a finding."""

from builder.load.codes import CODES
from builder.load.files import Files, read
from builder.load.gather import Faults, Loaded, LoadedModule, load, load_files, load_module, load_shared

__all__ = [
    "CODES",
    "Faults",
    "Files",
    "Loaded",
    "LoadedModule",
    "load",
    "load_files",
    "load_module",
    "load_shared",
    "read",
]
