"""The head of a page in the side panel: its title and a Close button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from app.viewmodels.translation import tr
from app.views.widgets.labels import plain_label


class PageHead(QHBoxLayout):
    """A title that takes several lines rather than widen the panel, beside the `close` button."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.close = QPushButton(tr("Close"))
        self.title = plain_label(title, kind="title", wrap=True)
        self.addWidget(self.title, 1)
        self.addWidget(self.close, 0, Qt.AlignmentFlag.AlignTop)
