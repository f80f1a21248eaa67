"""Turns the content folder into a library; every fault on the way is a finding."""

from builder.load.codes import CODES
from builder.load.gather import Loaded, load

__all__ = ["CODES", "Loaded", "load"]
