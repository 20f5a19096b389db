"""The welcome page and the last page of a check-in PC, small, as they will be."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.viewmodels.staff.check_in.settings import CheckInSettingsViewModel
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.labels import breakable, plain_label

LOGO = QSize(220, 72)
LEAST_HEIGHT = 148


class Preview(QFrame):
    """In one language at a time."""

    def __init__(self, model: CheckInSettingsViewModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._code = "en"
        self._logo = QLabel()
        self._logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._logo.setAccessibleName(tr("Logo"))
        self._welcome, self._next = plain_label(wrap=True), plain_label(wrap=True)
        self._welcome.setFont(theme.fonts.title)
        self._begin = QLabel()
        self._begin.setTextFormat(Qt.TextFormat.PlainText)
        self._begin.setObjectName("previewButton")
        self._done = plain_label(kind="strong", wrap=True)
        self._language = plain_label(kind="second")
        for each in (self._welcome, self._next, self._begin, self._done):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(plain_label(tr("Preview"), kind="title"))
        head.addStretch(1)
        head.addWidget(self._language)
        column.addLayout(head)
        column.addWidget(self._page(self._logo, self._welcome, self._begin))
        column.addWidget(self._page(self._done, self._next))
        column.addStretch(1)
        model.changed.connect(self._show)
        self._show()

    def speak(self, code: str) -> None:
        """Show another language."""
        self._code = code
        self._show()

    def _page(self, *parts: QLabel) -> QFrame:
        page = QFrame()
        page.setObjectName("section")
        page.setMinimumHeight(grown(LEAST_HEIGHT, self.font()))
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addStretch(1)
        for each in parts:
            column.addWidget(each)
        column.addStretch(1)
        return page

    def _show(self) -> None:
        model = self._model
        shown = model.preview(self._code)
        self._language.setText(shown.language)
        self._welcome.setText(breakable(shown.welcome))
        self._begin.setText(breakable(shown.begin))
        self._done.setText(breakable(shown.done))
        self._next.setText(breakable(shown.next_steps))
        picture = QPixmap()
        picture.loadFromData(model.logo)
        self._logo.setVisible(not picture.isNull())
        if not picture.isNull():
            most = LOGO.boundedTo(picture.size())
            self._logo.setPixmap(
                picture.scaled(
                    most, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            )
