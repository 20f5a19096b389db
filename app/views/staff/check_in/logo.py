"""Picks a picture for the welcome page, and scales it so that the hub takes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QStandardPaths, Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QFileDialog, QWidget

from app.viewmodels.staff.check_in.settings_form import MOST_LOGO_BYTES
from app.viewmodels.translation import tr

LARGEST = QSize(800, 320)
"""Pixels of the picture on the kiosk."""
SMALLEST_WIDTH = 120
SHRINK = 0.8


def ask_picture(parent: QWidget, then: Callable[[Path], None]) -> None:
    """Ask for a picture's file, without blocking the program."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    kinds = tr("Pictures") + " (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.svg)"
    dialog = QFileDialog(parent, tr("Logo of the practice"), folder, kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()


def scaled_png(path: Path) -> bytes:
    """The picture as a PNG of at most 200 kB; empty if the file is no picture."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(LARGEST.boundedTo(size), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return b""
    content = _png(image)
    while len(content) > MOST_LOGO_BYTES and image.width() > SMALLEST_WIDTH:
        width = round(image.width() * SHRINK)
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        content = _png(image)
    return content


def _png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # 6.9's stubs want bytes for the format
    buffer.close()
    return bytes(content.data())
