"""The odontogram on paper: one page, paths instead of pixels, every state in its own pattern."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import combinations
from pathlib import Path

from PySide6.QtGui import QBrush, QFont, QImage
from PySide6.QtWidgets import QApplication

from app.domain.chart.build import mouth
from app.domain.chart.mouth import Mouth
from app.domain.chart.numbering import Numbering
from app.domain.chart.paper import chart_document
from app.domain.chart.work import Status
from app.domain.printing.document import Paper
from app.views.printing.output import write_pdf
from app.views.printing.pages import Pages, page_for
from app.views.staff.chart.odontogram.inks import Inks
from app.views.staff.chart.odontogram.paper import chart_picture
from app.views.theme.tokens import LIGHT
from tests.support.mouths import CASES, CODES, initials_of, rows_of

NOW = datetime(2026, 11, 23, 10, 25)
LARGEST_PATTERN = 64
"""Pixels: a pattern's tile at 600 dots per inch."""


def _pages(shown: Mouth, paper: Paper = Paper.LETTER) -> Pages:
    pictures = (chart_picture(shown, Numbering.UNIVERSAL),)
    document = chart_document(
        shown, Numbering.UNIVERSAL, pictures, who="Marchetti, Boris", practice="", now=NOW
    )
    return Pages(document, page_for(document, paper))


def test_every_chart_fits_on_one_page(qapp: QApplication) -> None:
    """Also one with all work of all mouths at once, with everything that can't be drawn."""
    everything = [row for case in CASES if case.at is None for row in rows_of(case)]
    for paper in Paper:
        assert _pages(mouth(everything, (), CODES), paper).count == 1
    for case in CASES:
        assert _pages(mouth(rows_of(case), initials_of(case), CODES, case.at)).count == 1


def test_a_pdf_is_drawn_not_photographed(qapp: QApplication, tmp_path: Path) -> None:
    """Teeth are paths and numbers text: the only images are the patterns' tiles, and none is as large as a tooth."""
    everything = [row for case in CASES if case.at is None for row in rows_of(case)]
    file = tmp_path / "chart.pdf"
    assert write_pdf(_pages(mouth(everything, (), CODES)), file)
    written = file.read_bytes()
    widths = [int(found) for found in re.findall(rb"/Subtype /Image\s*/Width (\d+)", written)]
    assert widths
    assert max(widths) <= LARGEST_PATTERN
    assert b"/FontFile" in written


def test_states_differ_without_color(qapp: QApplication) -> None:
    """On a black and white printer, no two states' patterns of a material are the same."""
    inks = Inks(LIGHT, QFont(), 1.0)
    for light in (False, True):
        grays = {status: _gray(inks.of(status, light=light).brush) for status in Status}
        same = [pair for pair in combinations(Status, 2) if grays[pair[0]] == grays[pair[1]]]
        assert same == []


def _gray(brush: QBrush) -> bytes:
    """Which pixels of a pattern are darker than its mean: its form, without color and brightness."""
    tile = brush.textureImage()
    if tile.isNull():
        return b"solid"
    gray = tile.convertToFormat(QImage.Format.Format_Grayscale8)
    values = [gray.pixelColor(x, y).lightness() for y in range(gray.height()) for x in range(gray.width())]
    mean = sum(values) / len(values)
    return bytes(value < mean for value in values)
