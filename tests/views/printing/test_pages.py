"""Documents on pages: complete, in order, and without overlap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from app.core.text import msg
from app.domain.printing.document import Align, Cell, Column, Document, Paper, Picture, Section, Table
from app.views.printing.output import print_document, write_pdf
from app.views.printing.pages import Pages, page_for

COLUMNS = (Column("Time", align=Align.END), Column("Patient", 2), Column("Note", 3))
LONG_NAME = "Featherstonehaugh-Cholmondeley-Marjoribanks, Alexandria-Josephine"
ONE_WORD = "x" * 400
NOTES = ("", "Call first", ONE_WORD, "Line one\nLine two\r\nLine three", "long story " * 60)


def rows(count: int, start: int = 0) -> tuple[tuple[Cell, ...], ...]:
    """Appointments with names and notes of every length."""
    return tuple(
        (
            Cell(lead=f"{8 + number // 6}:{number % 6}0"),
            Cell(lead=f"{number} {LONG_NAME}"),
            Cell(NOTES[number % 5], lead="Latex" if number % 7 == 0 else ""),
        )
        for number in range(start, start + count)
    )


def document(*tables: Table, wide: bool = True) -> Document:
    """A document of one section."""
    section = Section("Monday", ("60 appointments",), tables, ("No appointments in Op 6",))
    return Document("Schedule", "Lanternlight", "Printed 10:25 AM", (section,), "As of 10:20 AM", wide)


SIXTY = document(*(Table(COLUMNS, rows(12, 12 * op), f"Op {op}") for op in range(5)))


def lay_out(what: Document, paper: Paper = Paper.LETTER) -> Pages:
    """A document's pages."""
    return Pages(what, page_for(what, paper))


def words_on(pages: Pages) -> list[str]:
    """The whole body in reading order."""
    return [placed.lines.text for placed in pages.body.placed if placed.end > placed.first]


@pytest.fixture(params=Paper)
def sixty(qapp: QApplication, request: pytest.FixtureRequest) -> Pages:
    """Sixty appointments on one kind of paper."""
    return lay_out(SIXTY, request.param)


def test_everything_is_there_in_order(sixty: Pages) -> None:
    """All names are on the pages in the document's order, with all words of each note."""
    words = words_on(sixty)
    assert [each for each in words if LONG_NAME in each] == [f"{number} {LONG_NAME}" for number in range(60)]
    assert sum(ONE_WORD in each for each in words) == 12
    assert sum(each.endswith("Line one\nLine two\nLine three") for each in words) == 12
    assert words[:3] == ["Monday", "As of 10:20 AM", "60 appointments"]
    assert words[-1] == "No appointments in Op 6"


def test_nothing_overlaps_or_is_cut(sixty: Pages) -> None:
    """No text overlaps another or leaves the page, however long it is."""
    page = QRectF(0, 0, sixty.body.width, sixty.body.height)
    for number in range(sixty.count):
        boxes = [
            placed.box for placed in sixty.body.placed if placed.page == number and placed.end > placed.first
        ]
        assert boxes
        assert all(page.contains(box) for box in boxes)
        for first, second in pairs(boxes):
            assert not first.intersects(second)
    assert all(placed.lines.widest <= placed.lines.width for placed in sixty.body.placed)


def pairs(boxes: Sequence[QRectF]) -> list[tuple[QRectF, QRectF]]:
    """All pairs of some boxes."""
    return [(first, second) for at, first in enumerate(boxes) for second in boxes[at + 1 :]]


def test_every_page_of_a_table_has_its_heads(sixty: Pages) -> None:
    """A continued table repeats its heading, marked as such, and its column titles at the top of the next page."""
    assert sixty.count > 1
    tops = [
        next(placed.lines.text for placed in sixty.body.placed if placed.page == number)
        for number in range(1, sixty.count)
    ]
    assert all(re.fullmatch(r"Op \d( \(continued\))?", top) for top in tops), tops
    for number in range(sixty.count):
        words = [placed.lines.text for placed in sixty.body.placed if placed.page == number]
        assert {"Time", "Patient", "Note"} <= set(words) or words == ["No appointments in Op 6"]


def test_a_row_stays_whole(sixty: Pages) -> None:
    """A row that fits on a page is not split: each of its cells is on one page."""
    assert all(
        (placed.first, placed.end) == (0, placed.lines.count)
        for placed in sixty.body.placed
        if placed.lines.text
    )


def test_a_row_higher_than_a_page_goes_on(qapp: QApplication) -> None:
    """A note of many pages is printed completely, each line once, under repeated headings."""
    story = "\n".join(f"line {number}" for number in range(300))
    pages = lay_out(document(Table(COLUMNS, ((Cell("8:00"), Cell("Ortiz"), Cell(story)),), "Op 1")))
    parts = [placed for placed in pages.body.placed if placed.lines.text == story]
    assert len(parts) in {pages.count, pages.count - 1}  # the line below the table may take one more
    assert pages.count > 3
    assert (parts[0].first, parts[-1].end) == (0, 300)
    assert all(first.end == second.first for first, second in pairwise(parts))


def test_columns_of_like_tables_stand_under_each_other(sixty: Pages) -> None:
    """The text of a column starts at the same position in every table."""
    lefts = {placed.corner.x() for placed in sixty.body.placed if LONG_NAME in placed.lines.text}
    assert len(lefts) == 1


def test_an_absurd_heading_ends(qapp: QApplication) -> None:
    """A heading taller than a page doesn't make the layout loop forever."""
    table = Table(COLUMNS, rows(2), "a heading without an end " * 400)
    assert LONG_NAME in " ".join(words_on(lay_out(document(table))))


def test_pictures_are_below_the_lines_and_never_cut(qapp: QApplication) -> None:
    """A picture is drawn as wide as the page, before the tables; one that doesn't fit goes to the next page."""
    drawn: list[tuple[float, float]] = []
    picture = Picture(0.7, lambda _painter, width, height: drawn.append((width, height)))
    section = Section("Monday", ("A line",), pictures=(picture, picture, Picture(4.0, picture.draw)))
    pages = lay_out(Document("Schedule", "", "", (section,)))
    assert [each.page for each in pages.body.drawn] == [0, 1, 2]
    page = QRectF(0, 0, pages.body.width, pages.body.height)
    assert all(page.contains(each.place) for each in pages.body.drawn)
    line = next(placed for placed in pages.body.placed if placed.lines.text == "A line")
    assert pages.body.drawn[0].place.top() >= line.box.bottom()
    image = QImage(100, 130, QImage.Format.Format_RGB32)
    for number in range(pages.count):
        painter = QPainter(image)
        pages.paint(painter, number, 11)
        painter.end()
    assert [round(height / width, 2) for width, height in drawn] == [0.7, 0.7, 4.0]


def test_one_page_is_made_smaller_only_as_needed(qapp: QApplication) -> None:
    """A document for one page shrinks until it fits; what would become too small keeps its size and goes on."""
    fits = {count: _on_one_page(count) for count in (10, 40, 400)}
    assert [pages.count for pages in fits.values()][:2] == [1, 1]
    assert fits[400].count == lay_out(_short(400)).count > 1
    widths = [pages.body.width for pages in fits.values()]
    assert widths[0] == widths[2] < widths[1] <= widths[0] / 0.65


def _short(count: int, *, one_page: bool = False) -> Document:
    table = Table((Column("Tooth", 1),), tuple((Cell(f"{number}"),) for number in range(count)))
    return Document("Chart", "", "", (Section("Monday", (), (table,)),), one_page=one_page)


def _on_one_page(count: int) -> Pages:
    return lay_out(_short(count, one_page=True))


def test_sections_begin_pages_and_the_head_names_them(qapp: QApplication) -> None:
    """Each section starts on a new page, and the header of its following pages names it."""
    one = document(Table(COLUMNS, rows(1)))
    both = Document("Schedule", "", "", (one.sections[0], Section("Tuesday")), age=msg("As of now"))
    pages = lay_out(both)
    assert pages.count == 2
    assert pages.body.titles == ["Monday", "Tuesday"]


@pytest.mark.parametrize(("paper", "size"), [(Paper.LETTER, "792 612"), (Paper.A4, "842 595")])
def test_a_pdf_has_all_pages(qapp: QApplication, tmp_path: Path, paper: Paper, size: str) -> None:
    """The file has as many pages as the preview, on the right paper, and no patient in its title."""
    pages = lay_out(SIXTY, paper)
    file = tmp_path / "Schedule.pdf"
    assert write_pdf(pages, file)
    written = file.read_bytes()
    assert written.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b(?!s)", written)) == pages.count
    assert re.search(rb"/MediaBox \[0 0 " + size.replace(" ", r"(\.\d+)? ").encode(), written)
    assert b"/FontFile" in written  # the text is text, not pictures
    assert b"Featherstonehaugh" not in written


def test_a_pdf_that_cannot_be_written_leaves_what_was_there(qapp: QApplication, tmp_path: Path) -> None:
    """A missing folder gives a return value, not an exception."""
    assert not write_pdf(lay_out(SIXTY), tmp_path / "no" / "such" / "folder.pdf")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_gets_the_pages_that_were_asked_for(qapp: QApplication, tmp_path: Path) -> None:
    """All pages, or a range of them, on the printer's paper."""
    for first, last, count in ((0, 0, lay_out(SIXTY, Paper.A4).count), (2, 3, 2)):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setPageLayout(page_for(SIXTY, Paper.A4))
        printer.setFromTo(first, last)
        assert print_document(SIXTY, printer) == count
        written = (tmp_path / "printed.pdf").read_bytes()
        assert len(re.findall(rb"/Type /Page\b(?!s)", written)) == count
    printer.setOutputFileName(str(tmp_path / "no" / "folder.pdf"))
    assert print_document(SIXTY, printer) == 0
