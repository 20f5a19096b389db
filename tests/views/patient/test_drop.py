"""What a tab takes from drops and from the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.staff.patient.papers.drop import DropTarget, holds_file, paste

COPY, LEFT, PLAIN = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Tab(QWidget):
    """A tab with a label in it, and what it was given."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.field = QLineEdit()
        for part in (QLabel("what is on the tab"), self.field):
            column.addWidget(part)
        self.files: list[Path] = []
        self.pictures: list[bytes] = []
        self.target = DropTarget(self, lambda: "Add to Berg, Ann", self.files.extend, self.pictures.append)


def mime(*addresses: str, picture: QImage | None = None) -> QMimeData:
    """What is dragged."""
    data = QMimeData()
    data.setUrls([QUrl(each) for each in addresses])
    if picture is not None:
        data.setImageData(picture)
    return data


def some_picture() -> QImage:
    """A picture of one color."""
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    return picture


def enter(tab: Tab, data: QMimeData) -> bool:
    """Hold it over the tab; returns whether it is taken."""
    event = QDragEnterEvent(tab.rect().center(), Qt.DropAction.MoveAction | COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(tab, event)
    return event.isAccepted() and event.dropAction() is COPY


def drop(tab: Tab, data: QMimeData) -> None:
    """Hold it over the tab and drop it there."""
    assert enter(tab, data)
    QApplication.sendEvent(tab, QDropEvent(QPointF(tab.rect().center()), COPY, data, LEFT, PLAIN))


def test_the_outline_is_there_while_something_is_held(qtbot: QtBot) -> None:
    """It covers the whole tab, says for whom, goes when the files do, and never catches the mouse."""
    tab = Tab()
    qtbot.addWidget(tab)
    tab.resize(400, 300)
    tab.show()
    outline = tab.target.outline
    assert not outline.isVisible()
    assert enter(tab, mime("file:///card.jpg"))
    assert (outline.isVisible(), outline.words, outline.size()) == (True, "Add to Berg, Ann", tab.size())
    picture = tab.grab().toImage()
    colors = {picture.pixelColor(x, 6).name() for x in range(20, 380)}
    assert len(colors) > 1
    assert outline.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    QApplication.sendEvent(tab, QDragLeaveEvent())
    assert not outline.isVisible()
    assert (tab.files, tab.pictures) == ([], [])


def test_what_is_taken(qtbot: QtBot) -> None:
    """Files of this PC, else a picture (as PNG); links and texts are not."""
    tab = Tab()
    qtbot.addWidget(tab)
    assert not enter(tab, mime("https://example.com/card.jpg"))
    text = QMimeData()
    text.setText("a note")
    assert not enter(tab, text)
    drop(tab, mime("file:///a.jpg", "https://example.com/b.jpg", "file:///c%20d.pdf"))
    assert tab.files == [Path("/a.jpg"), Path("/c d.pdf")]
    assert not tab.field.acceptDrops()
    drop(tab, mime("https://example.com/b.jpg", picture=some_picture()))
    (png,) = tab.pictures
    assert QImage.fromData(png).size() == some_picture().size()
    assert png.startswith(b"\x89PNG")


def test_the_clipboard(qtbot: QtBot) -> None:
    """The same from the clipboard; without a picture or file an empty one, so that it can be said."""
    tab = Tab()
    qtbot.addWidget(tab)
    clipboard = QGuiApplication.clipboard()
    for put in (lambda: clipboard.setText("text"), lambda: clipboard.setImage(some_picture())):
        put()
        paste(tab.files.extend, tab.pictures.append)
    clipboard.setMimeData(mime("file:///a.jpg", picture=some_picture()))
    paste(tab.files.extend, tab.pictures.append)
    assert (tab.pictures[0], tab.pictures[1][:4], tab.files) == (b"", b"\x89PNG", [Path("/a.jpg")])


def test_an_empty_clipboard(qtbot: QtBot) -> None:
    """With nothing in it, as after it was cleared, there is no file and an empty picture."""
    tab = Tab()
    qtbot.addWidget(tab)
    QGuiApplication.clipboard().setMimeData(None)  # type: ignore[arg-type]
    paste(tab.files.extend, tab.pictures.append)
    assert (tab.files, tab.pictures, holds_file()) == ([], [b""], False)
