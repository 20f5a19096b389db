"""The tour of the patient page's Documents and Forms: an insurance card is added, a form is filled in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import mkdtemp
from typing import cast

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap.screens import PATIENT
from app.bootstrap.tour.hands import Hands, there
from app.core.paths import program_folders
from app.viewmodels.staff.patient.papers.documents import DocumentsModel
from app.viewmodels.staff.patient.papers.form_rows import is_due
from app.viewmodels.staff.patient.papers.forms import FormsModel
from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.patient.screen import PatientScreen
from app.views.widgets.tables.view import TableView

CONTROL = Qt.KeyboardModifier.ControlModifier
MOST_PAPERS = (
    "SELECT sheet.PatNum FROM sheet INNER JOIN document ON document.PatNum = sheet.PatNum"
    " GROUP BY sheet.PatNum ORDER BY COUNT(*) DESC, sheet.PatNum LIMIT 1"
)
"""Of the training practice's patients, the one with most to see."""  # words: SQL


def _screen(hands: Hands) -> PatientScreenViewModel:
    return cast(PatientScreenViewModel, hands.desk.screens.model(PATIENT))


def _documents(hands: Hands) -> DocumentsModel:
    return cast(DocumentsModel, _screen(hands).model("documents"))


def _forms(hands: Hands) -> FormsModel:
    return cast(FormsModel, _screen(hands).model("forms"))


def _some_files() -> list[Path]:
    """Three files of this PC."""
    folder = Path(mkdtemp(prefix="papers-", dir=program_folders().data))
    for name, size in (("insurance card front.jpg", 240_000), ("referral letter.pdf", 1_300_000)):
        (folder / name).write_bytes(bytes(size))
    with (folder / "panorama.tif").open("wb") as large:
        large.truncate(60_000_000)
    return sorted(folder.iterdir())


async def documents(hands: Hands) -> None:
    """The documents of a patient with some of each category."""
    rows = await hands.desk.parts.client.queries.short_query(SqlCommand=MOST_PAPERS)
    hands.desk.patient.select(int(rows[0]["PatNum"]), Origin.SEARCH)
    await hands.until(lambda: bool(_screen(hands).current))
    _screen(hands).open_tab("documents")
    await hands.until(lambda: _screen(hands).current == "documents")
    await hands.until(lambda: bool(_documents(hands).table.model.rows))


async def chosen(hands: Hands) -> None:
    """Three files: two are described, and the third is too large."""
    model = _documents(hands)
    model.add_paths(_some_files())
    await hands.until(lambda: len(model.staging.files) == 3)
    model.staging.choose_category(model.categories.choices[-1].value)


async def uploaded(hands: Hands) -> None:
    """Ctrl+Enter uploads what can be uploaded."""
    hands.key(Qt.Key.Key_Return, CONTROL)
    model = _documents(hands)
    await hands.until(lambda: sum(row.type in ("JPG", "PDF") for row in model.table.model.rows) == 2)
    model.staging.discard()


async def selected(hands: Hands) -> None:
    """The newest document, whose description can be edited."""
    view = _view(hands, "documents")
    table = view.findChild(TableView)
    row = next(at for at, each in enumerate(_documents(hands).table.model.rows) if each.type == "PDF")
    there(table).setCurrentIndex(there(table).model().index(row, 2))
    await hands.until(lambda: _documents(hands).details.row is not None)


async def dragged(hands: Hands) -> None:
    """A file is held over the tab."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(program_folders().data / "card.jpg"))])
    view = _view(hands, "documents")
    event = QDragEnterEvent(
        view.rect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


async def forms(hands: Hands) -> None:
    """The forms of the same patient, one of them due, and its fields."""
    QApplication.sendEvent(_view(hands, "documents"), QDragLeaveEvent())
    hands.key(Qt.Key.Key_4, CONTROL)
    await hands.until(lambda: _screen(hands).current == "forms" and bool(_forms(hands).table.model.rows))
    table = there(_view(hands, "forms").findChild(TableView))
    rows = _forms(hands).table.model.rows
    at = next(at for at, each in enumerate(rows) if "history" in each.type)
    table.setCurrentIndex(table.model().index(at, 1))
    await hands.until(lambda: bool(_forms(hands).form.fields))


async def new_form(hands: Hands) -> None:
    """Ctrl+R offers the office's forms."""
    hands.key(Qt.Key.Key_R, CONTROL)
    await hands.until(lambda: len(_forms(hands).new_form.found) > 1)


async def form_added(hands: Hands) -> None:
    """The first one is added and its fields are shown."""
    form = _forms(hands).form
    before = there(form.row).sheet_num  # on some days that one is due too
    hands.type_text("regis")
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: form.row is not None and form.row.sheet_num != before and is_due(form.row))
    await hands.until(lambda: bool(form.fields) and not form.words)


def _view(hands: Hands, tab_id: str) -> QWidget:
    page = next(each for each in hands.program.window.findChildren(PatientScreen) if each.isVisible())
    return page.view_of(tab_id)


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("documents", documents),
    ("files chosen", chosen),
    ("files uploaded", uploaded),
    ("a document", selected),
    ("files dragged", dragged),
    ("forms", forms),
    ("a new form", new_form),
    ("form added", form_added),
)
