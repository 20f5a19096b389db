"""The office's logo, as it sent it."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error

from PySide6.QtGui import QPixmap


def read_logo(data: str) -> QPixmap:
    """The picture; an empty one if there is none, or it can't be read: the office's name is enough."""
    picture = QPixmap()
    if data:
        try:
            picture.loadFromData(b64decode(data))
        except Error:
            return QPixmap()
    return picture
