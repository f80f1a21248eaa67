"""Turns sheets and the book into tagged PDFs, and topics and the book into EPUBs and plain text."""

from builder.export.epub import epubs_of
from builder.export.pdf import pdfs_of
from builder.export.plaintext import texts_of
from builder.pdf.press import Made

__all__ = ["Made", "epubs_of", "pdfs_of", "texts_of"]
