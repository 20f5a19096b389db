"""The banners below the top bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.banners import Banner, Banners
from app.views.widgets.announcing import announce
from app.views.widgets.labels import breakable, plain_label


class BannerBar(QWidget):
    """One banner below the other; as high as their contents."""

    def __init__(self, banners: Banners, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banners = banners
        self._lines: dict[str, BannerLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        banners.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        items = {banner.id: banner for banner in self._banners.items}
        for gone in self._lines.keys() - items.keys():
            line = self._lines.pop(gone)
            line.hide()
            line.deleteLater()
        for banner in items.values():
            if banner.id not in self._lines:
                line = self._lines[banner.id] = BannerLine(banner.id, self._banners)
                self._column.addWidget(line)
                announce(line, banner.words, urgent=True)
            self._lines[banner.id].fill(banner)
        self.setVisible(bool(items))


class BannerLine(QFrame):
    """The text and one button."""

    def __init__(self, banner_id: str, banners: Banners) -> None:
        super().__init__()
        self.setObjectName("banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(12)
        self._words = plain_label(wrap=True)
        self._button = QPushButton()
        self._button.clicked.connect(lambda: banners.press(banner_id))
        row.addWidget(self._words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)

    def fill(self, banner: Banner) -> None:
        """Show this text."""
        self._words.setText(breakable(banner.words))
        self._button.setText(banner.button)
        self._button.setVisible(bool(banner.button))
        self._button.setEnabled(banner.can_press)
        self._button.setAccessibleName(f"{banner.button}: {banner.words}")
