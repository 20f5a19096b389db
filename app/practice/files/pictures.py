"""Pictures in documents: thumbnails, and mounts as one picture.

Opened with Qt, which is there anyway: its pictures need no window. Loaded with the rarer half of the API, so that a
practice that is served without a desk doesn't load Qt until it is asked for that.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

THUMBNAIL_PIXELS = 100
MOST_PIXELS = 25_000_000
"""A picture of more is not opened: it would take over 100 MB of memory."""
FORMATS = ("PNG", "JPEG", "GIF", "BMP")
WHITE = (255, 255, 255)

Picture = QImage
Color = tuple[int, int, int]


class NotOpened(Exception):
    """A file that is no picture, or none that can be read here."""


def open_picture(content: bytes) -> Picture:
    """A file as a picture in RGB, upright, upon white where it is transparent. NotOpened when it is none."""
    file = QBuffer()
    file.setData(QByteArray(content))
    file.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(file)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).decode().upper() not in FORMATS:  # found from what is in the file
        raise NotOpened("the file is no picture that can be opened")
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise NotOpened("the picture has too many pixels")
    picture = reader.read()
    if picture.isNull():
        raise NotOpened("the file is no picture that can be opened")
    ground = plain(picture.width(), picture.height(), WHITE)
    _lay(ground, picture, QPoint(0, 0))
    return ground


def plain(width: int, height: int, color: Color) -> Picture:
    """A picture of one color."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor(*color))
    return picture


def thumbnail(content: bytes) -> bytes:
    """A PNG of 100 by 100 pixels with the picture in its middle. NotOpened for a file that is no picture."""
    whole = plain(THUMBNAIL_PIXELS, THUMBNAIL_PIXELS, WHITE)
    picture = _fitted(open_picture(content), whole.size())
    _lay(
        whole,
        picture,
        QPoint((whole.width() - picture.width()) // 2, (whole.height() - picture.height()) // 2),
    )
    return png_of(whole)


def lay(whole: Picture, picture: Picture, box: tuple[int, int, int, int]) -> None:
    """Lay a picture upon another: in the upper left corner of a box (left, top, width, height), as large as fits."""
    left, top, width, height = box
    _lay(whole, _fitted(picture, QSize(width, height)), QPoint(left, top))


def png_of(picture: Picture) -> bytes:
    """A picture as a file."""
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(file, QByteArray(b"png")).write(picture)
    return bytes(file.data().data())


def _fitted(picture: Picture, size: QSize) -> Picture:
    """As large as fits into the size, and at least a pixel: a line may be thinner."""
    fitted = picture.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    return picture.scaled(
        fitted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _lay(whole: Picture, picture: Picture, where: QPoint) -> None:
    painter = QPainter(whole)
    painter.drawImage(where, picture)
    painter.end()
