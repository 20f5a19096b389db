"""The program's icon for Windows, drawn from resources/front-desk.svg in every size that Windows asks for."""

from __future__ import annotations

import io

from PIL import Image
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tools.building.parts import ROOT

SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
"""Those of Explorer, the taskbar and the title bar at 100 to 300 percent."""


def icon() -> bytes:
    """The icon as an .ico file. The same drawing gives the same bytes."""
    drawing = QSvgRenderer(str(ROOT / "resources" / "front-desk.svg"))
    pictures = [_drawn(drawing, size) for size in SIZES]
    file = io.BytesIO()
    pictures[-1].save(
        file, "ICO", sizes=[(size, size) for size in SIZES], append_images=pictures[:-1], bitmap_format="png"
    )
    return file.getvalue()


def _drawn(drawing: QSvgRenderer, size: int) -> Image.Image:
    image = QImage(size, size, QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(image.constBits()))
