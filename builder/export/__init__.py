"""Turns sheets into tagged PDFs."""

from builder.export.pdf import Made, pdfs_of

__all__ = ["Made", "pdfs_of"]
