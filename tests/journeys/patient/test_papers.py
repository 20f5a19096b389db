"""Documents and forms with keyboard and mouse, over a socket."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.patient.papers.documents import DocumentsView
from app.views.staff.patient.papers.forms import FormsView
from app.views.staff.patient.screen import PatientScreen
from tests.journeys.desk import CONTROL, Desk
from tests.journeys.patient.counting import Call
from tests.viewmodels.patient.papers.tabs import patients

V = TypeVar("V", bound=QWidget)
COPY, LEFT, PLAIN = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


async def tab(desk: Desk, key: Qt.Key, tab_id: str, kind: type[V]) -> V:
    """Show a tab of the patient with most papers by its key, with its list read."""
    desk.frame.desk.patient.select(patients(desk.served)[0], Origin.SEARCH)
    await desk.frame.desk.screens.show("patient")
    await desk.press(key, CONTROL)

    def shown() -> bool:
        model = desk.frame.desk.screens.model("patient")
        if not isinstance(model, PatientScreenViewModel) or model.current != tab_id:
            return False
        return bool(model.model(tab_id).table.model.rows)  # type: ignore[attr-defined]  # both tabs have a table

    await desk.until(shown)
    page = next(each for each in desk.window.findChildren(PatientScreen) if each.isVisible())
    view = page.view_of(tab_id)
    assert isinstance(view, kind)
    return view


def in_office(desk: Desk, description: str) -> list[tuple[int, int]]:
    """Patient and size of note of the documents with this description."""
    return desk.served.sql("SELECT PatNum, length(Note) FROM document WHERE Description = ?", description)


def some_file(tmp_path: Path, name: str, size: int) -> QUrl:
    """A file to drop or paste."""
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(size)
    return QUrl.fromLocalFile(str(path))


def drag(view: QWidget, urls: list[QUrl], *, drop: bool) -> bool:
    """Hold files over a tab, and drop them; returns whether the tab takes them."""
    data = QMimeData()
    data.setUrls(urls)
    where = view.rect().center()
    enter = QDragEnterEvent(where, COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(view, enter)
    if drop:
        QApplication.sendEvent(view, QDropEvent(QPointF(where), COPY, data, LEFT, PLAIN))
    return enter.isAccepted()


async def test_a_file_is_dropped_described_and_uploaded(desk_on_socket: Desk, tmp_path: Path) -> None:
    """Drop, type the description, Enter: 1 key besides the text; the outline says for whom; Ctrl+Z removes it again."""
    desk = desk_on_socket
    view = await tab(desk, Qt.Key.Key_3, "documents", DocumentsView)
    card = some_file(tmp_path, "IMG_0042.jpg", 900_000)
    assert drag(view, [card], drop=False)
    outline = view.drop.outline
    assert outline.isVisible()
    assert view.model.name in outline.words
    assert not any(each.acceptDrops() for each in view.findChildren(QLineEdit))
    QApplication.sendEvent(view, QDragLeaveEvent())
    assert not outline.isVisible()
    assert drag(view, [card], drop=True)
    await desk.until(lambda: view.staging.isVisible() and bool(view.staging.fields))
    field = next(iter(view.staging.fields.values()))
    await desk.until(field.hasFocus)
    call = Call(desk)
    desk.type("Insurance card, front")
    await call.key(Qt.Key.Key_Return)
    await desk.told("Insurance card, front uploaded for")
    assert call.keys == 1
    assert in_office(desk, "Insurance card, front") == [(view.model.pat_num, 12 + 4 + 1_200_000)]
    await desk.until(lambda: not view.uploads.isVisible() and not view.staging.isVisible())
    await desk.until(view.pane.table.hasFocus)
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.until(lambda: in_office(desk, "Insurance card, front") == [])


async def test_what_is_not_taken(desk_on_socket: Desk, tmp_path: Path) -> None:
    """A link is not taken; 60 MB are refused at once with the limit, and nothing is sent."""
    desk = desk_on_socket
    view = await tab(desk, Qt.Key.Key_3, "documents", DocumentsView)
    assert not drag(view, [QUrl("https://example.com/card.jpg")], drop=False)
    assert "12 MB" in desk.texts(view)
    drag(view, [some_file(tmp_path, "panorama.dcm", 60_000_000)], drop=True)
    await desk.until(lambda: "it has 60 MB" in desk.texts(view))
    assert not view.staging.upload.isEnabled()
    assert "Documents.upload" not in desk.served.faults.seen
    await desk.push("Discard")
    assert not view.staging.isVisible()


async def test_files_are_for_whom_they_were_asked(desk_on_socket: Desk, tmp_path: Path) -> None:
    """While files are being chosen Open Dental selects nobody else, and they are of the patient who was shown."""
    desk = desk_on_socket
    one, two = patients(desk.served)
    view = await tab(desk, Qt.Key.Key_3, "documents", DocumentsView)
    await desk.push("Add files…")
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    selection = desk.frame.desk.patient
    selection.select(two, Origin.OPEN_DENTAL)
    assert view.model.pat_num == one
    selection.select(two, Origin.SEARCH)  # whatever selects somebody else
    dialog.filesSelected.emit([some_file(tmp_path, "card.jpg", 900_000).toLocalFile()])
    dialog.reject()
    await desk.turn()
    assert not selection.entering
    selection.select(one, Origin.SEARCH)
    await desk.until(lambda: [each.pat_num for each in view.model.staging.files] == [one])
    view.model.staging.discard()


async def test_the_clipboard(desk_on_socket: Desk, tmp_path: Path) -> None:
    """Ctrl+V takes a picture, or copied files; Ctrl+Enter uploads."""
    desk = desk_on_socket
    view = await tab(desk, Qt.Key.Key_3, "documents", DocumentsView)
    view.pane.table.setFocus()
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("no picture")
    await desk.press(Qt.Key.Key_V, CONTROL)
    await desk.told("There is no picture or file to paste")
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    clipboard.setImage(picture)
    await desk.press(Qt.Key.Key_V, CONTROL)
    await desk.until(lambda: len(view.model.staging.files) == 1 and view.staging.isVisible())
    await desk.until(next(iter(view.staging.fields.values())).hasFocus)
    data = QMimeData()
    data.setUrls([some_file(tmp_path, "letter.pdf", 20_000)])
    clipboard.setMimeData(data)
    await desk.press(Qt.Key.Key_V, CONTROL)
    await desk.until(lambda: len(view.model.staging.files) == 2)
    await desk.press(Qt.Key.Key_Return, CONTROL)
    await desk.told("letter uploaded for")
    assert len(in_office(desk, "Pasted picture")) == len(in_office(desk, "letter")) == 1


async def test_an_upload_that_waits(desk_on_socket: Desk, tmp_path: Path) -> None:
    """Without the server it is sealed and says so, also in the status line; Cancel takes it back."""
    desk = desk_on_socket
    view = await tab(desk, Qt.Key.Key_3, "documents", DocumentsView)
    assert desk.served.socket is not None
    desk.served.socket.stop()
    drag(view, [some_file(tmp_path, "consent.pdf", 30_000)], drop=True)
    await desk.until(lambda: bool(view.staging.fields) and view.staging.upload.isEnabled())
    await desk.until(next(iter(view.staging.fields.values())).hasFocus)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: "Saved on this PC, not sent yet" in desk.texts(view.uploads))
    await desk.push("Cancel: consent")
    await desk.until(lambda: not view.uploads.isVisible())
    desk.served.socket.start()
    assert in_office(desk, "consent") == []


async def test_a_form_by_keyboard(desk_on_socket: Desk) -> None:
    """Ctrl+R, the beginning of its name, Enter adds a form; Enter goes into it, and a field is filled."""
    desk = desk_on_socket
    view = await tab(desk, Qt.Key.Key_4, "forms", FormsView)
    call = Call(desk)
    await call.key(Qt.Key.Key_R, CONTROL)
    await desk.until(lambda: bool(view.model.new_form.found) and view.new_form.field.hasFocus())
    desk.type("regis")
    await call.key(Qt.Key.Key_Return)
    await desk.told("Patient registration added for")
    await desk.until(lambda: bool(view.fields.fields) and view.pane.table.hasFocus())
    assert call.keys == 2
    await call.key(Qt.Key.Key_Return)
    first = next(iter(view.fields.fields.values()))
    await desk.until(first.value.hasFocus)
    await call.key(Qt.Key.Key_Return)
    await desk.until(lambda: first.editor is not None)
    desk.type("Lanternlight, Portland")
    await call.key(Qt.Key.Key_Return)
    await desk.until(lambda: first.model.state.words == "Saved")
    assert first.model.shown == "Lanternlight, Portland"
    assert call.keys == 5
    assert "Not signed" in desk.texts(view.fields)
