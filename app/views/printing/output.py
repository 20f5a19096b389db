"""Writes pages to a PDF file or a printer. No dialogs; a failure is a return value, never an exception."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from app.domain.printing.document import Document
from app.viewmodels.translation import typed
from app.views.printing.pages import MARGINS, Pages, lay_out
from app.views.printing.small import SmallPages
from app.views.printing.typeset import UNITS


def write_pdf(pages: Pages | SmallPages, path: Path) -> bool:
    """Write a PDF file atomically: an existing file stays if it can't be replaced."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return False
    return draw_pdf(pages, file) and file.commit()


def draw_pdf(pages: Pages | SmallPages, device: QIODevice) -> bool:
    """Draw pages as a PDF on a device that is open for writing."""
    writer = QPdfWriter(device)
    writer.setResolution(UNITS)
    writer.setTitle(typed(pages.document.title))
    writer.setCreator("Front Desk")  # words: the product's name
    writer.setPageLayout(_whole_sheet(pages.layout))
    return _draw(pages, writer, range(pages.count), UNITS)


def print_document(document: Document, printer: QPrinter) -> int:
    """Print the selected pages on the printer's paper; returns how many, 0 on failure."""
    chosen = printer.pageLayout()
    layout = QPageLayout(chosen.pageSize(), chosen.orientation(), MARGINS, QPageLayout.Unit.Point)
    pages = lay_out(document, layout)
    printer.setDocName(typed(document.title))
    printer.setPageLayout(_whole_sheet(layout))
    first = printer.fromPage() or 1  # 0: all of them
    numbers = range(first - 1, min(printer.toPage() or pages.count, pages.count))
    return len(numbers) if _draw(pages, printer, numbers, printer.resolution()) else 0


def _draw(pages: Pages | SmallPages, device: QPagedPaintDevice, numbers: range, resolution: float) -> bool:
    painter = QPainter()
    if not numbers or not painter.begin(device):
        return False
    for number in numbers:
        if number != numbers[0] and not device.newPage():
            painter.end()
            return False
        pages.paint(painter, number, resolution)
    return painter.end()


def _whole_sheet(layout: QPageLayout) -> QPageLayout:
    """The same paper with the painter's origin in the corner of the sheet."""
    whole = QPageLayout(layout)
    whole.setMode(QPageLayout.Mode.FullPageMode)
    whole.setMargins(QMarginsF())
    return whole
