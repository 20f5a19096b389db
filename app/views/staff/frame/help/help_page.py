"""The side panel's page of keys: every shortcut, from the commands themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.viewmodels.command import CommandSet
from app.viewmodels.staff.commands import MENUS
from app.viewmodels.translation import tr, typed
from app.views.widgets.labels import plain_label
from app.views.widgets.page_head import PageHead

GROUP_GAP = 12


class HelpPage(QWidget):
    """How to work by keyboard, then the keys of all commands by menu."""

    closed = Signal()

    def __init__(self, commands: CommandSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = PageHead(tr("Keys and help"))
        head.close.clicked.connect(lambda: self.closed.emit())
        column.addLayout(head)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("Keys and help"))
        self._area.setWidget(self._keys(commands))
        for each in (self._area.viewport(), self._area.widget()):
            each.setAutoFillBackground(False)  # the panel's own background
        column.addWidget(self._area, 1)
        self.setFocusProxy(self._area)  # the arrow keys scroll

    def _keys(self, commands: CommandSet) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        lines = (
            tr("Type a name, a phone number or a birthdate to find a patient."),
            tr("Use the arrow keys to move between appointments and free times."),
            tr("Press Enter to book a free time, and Esc to close the topmost thing."),
        )
        for line in lines:
            grid.addWidget(plain_label(line, wrap=True), grid.rowCount(), 0, 1, 2)
        for name, title in MENUS:
            found = [each.spec for each in commands.menu(name) if each.spec.shortcut]
            if not found:
                continue
            grid.setRowMinimumHeight(grid.rowCount(), GROUP_GAP)
            heading = plain_label(tr(title).replace("&", ""), kind="second")
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for spec in found:
                row = grid.rowCount()
                grid.addWidget(plain_label(typed(spec.title), wrap=True), row, 0)
                keys = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
                grid.addWidget(plain_label(keys), row, 1, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(grid.rowCount(), 1)
        return page
