"""The parts that others made, with the texts of their licenses."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.staff.about import AboutViewModel
from app.viewmodels.translation import tr
from app.views.staff.frame.lock.may_stay import MAY_STAY
from app.views.theme.fonts import grown

USUAL = QSize(860, 560)
LIST_WIDTH = 240
AROUND = 48
"""Pixels of the window that stay in sight."""


class LicensesDialog(QDialog):
    """The list at the left, the text at the right. Arrow keys and letters choose, Tab leads to the text, Esc closes."""

    def __init__(self, about: AboutViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._about = about
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Libraries and licenses"))
        self.setProperty(MAY_STAY, True)  # nothing of the office is in it
        self.list, self.text = QListWidget(), QPlainTextEdit()
        self.list.setAccessibleName(tr("Libraries"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedWidth(grown(LIST_WIDTH, self.font()))
        self.list.setProperty("kind", "lines")
        self.list.ensurePolished()  # or rows are laid out without the style's padding
        self.list.addItems([about.title_of(each) for each in about.parts])
        self.list.currentRowChanged.connect(self._show)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("License"))
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.reject)
        both, below, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        both.setSpacing(12)
        both.addWidget(self.list)
        both.addWidget(self.text, 1)
        below.addStretch(1)
        below.addWidget(close)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(both, 1)
        column.addLayout(below)
        room = parent.window().size() - QSize(AROUND, AROUND)
        usual = QSize(grown(USUAL.width(), self.font()), grown(USUAL.height(), self.font()))
        self.resize(usual.boundedTo(room))
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _show(self, row: int) -> None:
        self.text.setPlainText(self._about.text_of(self._about.parts[row]))
