"""Turns sheets and the book into tagged PDFs."""

from builder.export.pdf import Made, pdfs_of
from builder.export.style import STYLES, styled

__all__ = ["STYLES", "Made", "pdfs_of", "styled"]
