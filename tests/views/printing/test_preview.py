"""The print preview: what it shows, and that nothing is printed before the user prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog

from app.api.errors import Unreachable
from app.core.tasks import TaskScope
from app.domain.printing.document import Document, Paper, Section
from app.services.audit.audit import Action
from app.viewmodels.printing import PrintChoice, PrintViewModel, Variant, paper_of
from app.views.printing.preview import PrintPreview
from tests.support.noting import NotingDesk
from tests.support.qt_loop import until
from tests.views.printing.test_pages import SIXTY

CONTROL = Qt.KeyboardModifier.ControlModifier


async def _sixty() -> Document:
    return SIXTY


async def _other() -> Document:
    return Document("Schedule", "", "", (Section("Tomorrow"),))


async def _unreachable() -> Document:
    raise Unreachable("down")


@pytest.fixture
def desk() -> NotingDesk:
    """What the audit is told."""
    return NotingDesk()


@pytest.fixture
async def preview(qapp: QApplication, tasks: TaskScope, desk: NotingDesk) -> Any:
    """A preview of three documents; the last can't be read."""
    choices = [
        PrintChoice("Today", "Schedule 2026-11-23", _sixty),
        PrintChoice("Tomorrow", "Schedule 2026-11-24", _other),
        PrintChoice("Both", "Schedule", _unreachable),
    ]
    made = PrintPreview(PrintViewModel(choices, 0, tasks, desk))
    made.show()
    await until(lambda: made._pages is not None)
    yield made
    if shiboken6.isValid(made):  # Esc deletes it
        made.close()


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The PC's printers: none."""
    names: list[str] = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: names))
    return names


async def test_it_shows_the_pages(preview: PrintPreview) -> None:
    """The first document is shown from its first page, as wide as the window; scrolling updates the page number."""
    assert preview._number.text() == f"Page 1 of {preview._pages.count}"
    assert not preview.grab().isNull()
    bar = preview._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert preview._number.text() == f"Page {preview._pages.count} of {preview._pages.count}"


async def test_another_document(preview: PrintPreview) -> None:
    """A click shows another one; one that can't be read shows the reason, and can't be printed."""
    preview._group.button(1).click()
    await until(lambda: preview._pages is not None and preview._pages.count == 1)
    preview._group.button(2).click()
    await until(lambda: "Can't reach" in preview._words.text())
    assert not preview._area.isVisible()
    assert not preview._print.isEnabled()
    assert not preview._save.isEnabled()


async def test_the_zoom_has_keys(preview: PrintPreview) -> None:
    """Ctrl+plus, minus and zero zoom, with limits."""
    fitting = preview._area.sheets.width()
    QTest.keyClick(preview, Qt.Key.Key_Plus, CONTROL)
    assert preview._area.sheets.width() > fitting
    for _ in range(9):
        QTest.keyClick(preview, Qt.Key.Key_Minus, CONTROL)
    assert preview._area.sheets.width() < fitting
    QTest.keyClick(preview, Qt.Key.Key_0, CONTROL)
    assert preview._area.sheets.width() == fitting


async def test_without_a_printer(preview: PrintPreview, printers: list[str], tmp_path: Path) -> None:
    """A PC without a printer gets a sentence with alternatives, and Enter saves the PDF that it offers."""
    QTest.keyClick(preview, Qt.Key.Key_P, CONTROL)
    assert preview._outcome.text().startswith("No printer is set up on this PC. Save a PDF")
    assert preview._save.property("kind") == "primary"
    assert preview._print.property("kind") is None
    assert preview.focusWidget() is preview._save
    QTest.keyClick(preview._save, Qt.Key.Key_Return)
    dialog = preview.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "today.pdf"))
    dialog.reject()
    assert (tmp_path / "today.pdf").exists()
    assert preview._print.property("kind") == "primary"


async def test_a_printer_that_fails(preview: PrintPreview) -> None:
    """A printer that takes nothing is named, and the PDF is offered."""
    preview.viewmodel.print_failed("Front office")
    assert "Front office didn't accept this" in preview._outcome.text()
    assert preview._save.property("kind") == "primary"


async def test_another_form(qapp: QApplication, tasks: TaskScope, desk: NotingDesk) -> None:
    """The switch shows the same document in its other form, and back; the PDF's name says which."""
    names = PrintChoice("Today", "With", _sixty), PrintChoice("Tomorrow", "With", _other)
    without = Variant("Without names", tuple(PrintChoice("Today", "Without", _other) for _ in names))
    model = PrintViewModel(names, 0, tasks, desk, without)
    other = PrintPreview(model)
    other.show()
    await until(lambda: model.document is SIXTY)
    (switch,) = other.findChildren(QCheckBox)
    switch.click()
    await until(lambda: model.document not in (None, SIXTY))
    assert model.file_name == "Without.pdf"
    switch.click()
    await until(lambda: model.document is SIXTY)
    other.close()


async def test_enter_prints_nothing(preview: PrintPreview, printers: list[str]) -> None:
    """Enter neither prints nor saves; Esc closes."""
    QTest.keyClick(preview, Qt.Key.Key_Return)
    assert preview._outcome.text() == ""
    assert preview.isVisible()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    await until(lambda: not shiboken6.isValid(preview))


async def test_a_pdf_is_saved_and_opened(
    preview: PrintPreview, desk: NotingDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It asks where, suggests a name without a patient, reports where the file is, and opens it on request.

    The audit has it.
    """
    QTest.keyClick(preview, Qt.Key.Key_S, CONTROL)
    dialog = preview.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("Schedule 2026-11-23.pdf")
    dialog.fileSelected.emit(str(tmp_path / "today.pdf"))
    dialog.reject()
    assert (tmp_path / "today.pdf").stat().st_size > 1000
    assert preview._outcome.text().replace("\u200b", "") == f"Saved as {tmp_path / 'today.pdf'}"
    assert desk.noted == [(Action.EXPORT, "Schedule 2026-11-23", "PDF")]
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda url: opened.append(url) or False))
    preview._open.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "today.pdf"))]
    assert preview._outcome.text().startswith("This PC has no program that opens PDF files")


async def test_a_pdf_that_cannot_be_saved(preview: PrintPreview, tmp_path: Path) -> None:
    """It names the file and what to try."""
    preview.save(tmp_path / "nowhere" / "today.pdf")
    assert "couldn't be saved" in preview._outcome.text()
    assert not preview._open.isVisible()


def test_letter_or_a4_by_region() -> None:
    """The US prints on Letter, Germany on A4."""
    territory = QLocale.Country
    found = [
        paper_of(QLocale(QLocale.Language.English, territory.UnitedStates)),
        paper_of(QLocale(QLocale.Language.German, territory.Germany)),
    ]
    assert found == [Paper.LETTER, Paper.A4]
