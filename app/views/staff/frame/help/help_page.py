"""The side panel's page of keys: every shortcut, from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.viewmodels.command import AsyncCommand, CommandSet, CommandSpec
from app.viewmodels.staff.commands import MENUS
from app.viewmodels.staff.screens import ScreenSpec
from app.viewmodels.translation import tr, typed
from app.views.widgets.labels import plain_label
from app.views.widgets.page_head import PageHead

GROUP_GAP = 12
SHARES = (3, 2)
"""Of the width: titles, and keys."""
MAY_BREAK = "\u200b"
"""Lets the longest keys take two lines; otherwise they take more than half the width from the titles."""


class HelpPage(QWidget):
    """How to work by keyboard, then all keys: those that work everywhere by menu, then each screen's own."""

    closed = Signal()

    def __init__(
        self, commands: CommandSet, screens: Iterable[ScreenSpec], parent: QWidget | None = None
    ) -> None:
        """`screens`: the first is the one that a start shows; its keys are among the menus."""
        super().__init__(parent)
        self._commands = commands
        self._screens = list(screens)
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
        self._area.setWidget(self._keys())
        for each in (self._area.viewport(), self._area.widget()):
            each.setAutoFillBackground(False)  # the panel's own background
        column.addWidget(self._area, 1)
        self.setFocusProxy(self._area)  # the arrow keys scroll

    def _keys(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, share in enumerate(SHARES):
            grid.setColumnStretch(column, share)
        lines = (
            tr("Type a name, a phone number or a birthdate to find a patient."),
            tr("Use the arrow keys to move between appointments and free times."),
            tr(
                "After M the arrow keys move the appointment: with Alt by days and weeks, with Shift in smaller steps."
            ),
            tr("Press Enter to book a free time, and Esc to close the topmost thing."),
        )
        for line in lines:
            grid.addWidget(plain_label(line, wrap=True), grid.rowCount(), 0, 1, 2)
        for title, found in self._groups():
            grid.setRowMinimumHeight(grid.rowCount(), GROUP_GAP)
            grid.addWidget(plain_label(title, kind="second"), grid.rowCount(), 0, 1, 2)
            for spec in found:
                row = grid.rowCount()
                grid.addWidget(plain_label(typed(spec.title), wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
                keys = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
                keys = keys.replace("+", f"+{MAY_BREAK}")
                grid.addWidget(plain_label(keys, wrap=True), row, 1, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(grid.rowCount(), 1)
        return page

    def _groups(self) -> Iterator[tuple[str, list[CommandSpec]]]:
        """Titles and commands; one key may mean something else on another screen."""
        first, *others = self._screens
        of: dict[str, list[AsyncCommand]] = {}
        for each in self._commands:
            of.setdefault(self._commands.screen_of(each.spec.id), []).append(each)
        shared = [*of.get("", ()), *of.get(first.id, ())]
        for name, menu in MENUS:
            yield from _group(
                tr(menu).replace("&", ""), [e for e in self._commands.menu(name) if e in shared]
            )
        for title, own in (
            (tr("On every screen"), of.get("", ())),
            (typed(first.title), of.get(first.id, ())),
        ):
            yield from _group(title, [each for each in own if not each.spec.menu])
        for screen in others:
            yield from _group(typed(screen.title), of.get(screen.id, ()))


def _group(title: str, commands: Iterable[AsyncCommand]) -> Iterator[tuple[str, list[CommandSpec]]]:
    found = [each.spec for each in commands if each.spec.shortcut]
    if found:
        yield title, found
