"""Files and pictures dropped anywhere on a tab, with an outline that says for whom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.views.theme.tokens import RADIUS_PANEL, tokens_of

OUTLINE = 2
INSET = 6


class DropOutline(QWidget):
    """A frame over the whole tab while files are held above it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_words(self, words: str) -> None:
        """Show it with this text."""
        self.words = words
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outline, and the text on a ground that hides what is below it."""
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        painter.setPen(QPen(QColor(tokens.accent), OUTLINE, Qt.PenStyle.DashLine))
        painter.setOpacity(0.9)
        painter.setBrush(QColor(tokens.accent_soft))
        painter.drawRoundedRect(frame, RADIUS_PANEL, RADIUS_PANEL)
        painter.setOpacity(1.0)
        painter.setPen(QColor(tokens.accent_text))
        font = self.font()
        font.setPixelSize(round(font.pixelSize() * 1.25) if font.pixelSize() > 0 else 16)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words)
        painter.end()


class DropTarget(QObject):
    """Takes drops on a widget and everything in it."""

    def __init__(
        self,
        tab: QWidget,
        words: Callable[[], str],
        on_files: Callable[[list[Path]], None],
        on_picture: Callable[[bytes], None],
    ) -> None:
        """`words` is what the outline says."""
        super().__init__(tab)
        self._words = words
        self._on_files = on_files
        self._on_picture = on_picture
        self.outline = DropOutline(tab)
        for inner in tab.findChildren(QWidget):
            inner.setAcceptDrops(False)  # a text field would take a dropped file as a text
        tab.setAcceptDrops(True)
        tab.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the outline while something that can be taken is over the tab, and take it when it is dropped."""
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            return self._drop(event)
        if event.type() is QEvent.Type.DragLeave:
            self.outline.hide()
        return False

    def _drop(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        if not (paths_in(data) or data.hasImage()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.DragEnter:
            self.outline.show_words(self._words())
            return True
        self.outline.hide()
        take(data, self._on_files, self._on_picture)
        return True


def take(
    data: QMimeData, on_files: Callable[[list[Path]], None], on_picture: Callable[[bytes], None]
) -> None:
    """Take files, else a picture as PNG; with neither, an empty picture."""
    if paths := paths_in(data):
        on_files(paths)
    else:
        on_picture(_png(data.imageData()) if data.hasImage() else b"")


def paste(on_files: Callable[[list[Path]], None], on_picture: Callable[[bytes], None]) -> None:
    """Take what is in the clipboard."""
    take(_in_clipboard(), on_files, on_picture)


def holds_file() -> bool:
    """Whether the clipboard has files, or a picture without a text."""
    data = _in_clipboard()
    return bool(paths_in(data)) or (data.hasImage() and not data.hasText())


def _in_clipboard() -> QMimeData:
    """What is in the clipboard; nothing also where it can't be opened, as another program has it."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return data if data is not None else QMimeData()


def paths_in(data: QMimeData) -> list[Path]:
    """The files of this PC among what is dropped or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _png(image: object) -> bytes:
    if not isinstance(image, QImage) or image.isNull():
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # 6.9's stubs take bytes only  # words: a format
    return bytes(buffer.data().data())
