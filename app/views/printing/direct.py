"""Prints at once, without a dialog: on the printer that the system uses by default."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.domain.printing.document import Document, Paper
from app.views.printing.output import draw_pdf, print_document, write_pdf
from app.views.printing.pages import lay_out, page_for


def print_now(document: Document) -> tuple[str, int]:
    """Print it. Returns the printer's name, empty without one, and how many pages it took; 0: it took none."""
    info = QPrinterInfo.defaultPrinter()
    if info.isNull():
        return "", 0
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    return info.printerName(), print_document(document, printer)


def pdf_of(document: Document, paper: Paper) -> bytes:
    """The document as a PDF in memory."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    draw_pdf(lay_out(document, page_for(document, paper)), buffer)
    buffer.close()
    return bytes(buffer.data().data())


def save_pdf(document: Document, paper: Paper, path: Path) -> bool:
    """Write it as a PDF file. Returns whether that was possible."""
    return write_pdf(lay_out(document, page_for(document, paper)), path)
