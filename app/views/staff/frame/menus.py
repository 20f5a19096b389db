"""Menus and shortcuts, made from the commands and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.viewmodels.command import AsyncCommand
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_tip

ICON_PIXELS = 16
GROUPS = (
    ("visit.confirmed", "visit.arrived", "visit.seated", "visit.dismissed"),
    ("visit.longer", "visit.shorter"),
    ("visit.note", "visit.move", "visit.carry", "visit.break"),
    ("visit.undo",),
    ("visit.new",),
)
"""What stands together in an appointment's menu; what is named nowhere comes last."""


def add_shortcuts(widget: QWidget, commands: Iterable[AsyncCommand]) -> None:
    """Let every command's key work while the widget's window is active; one that cannot run says why.

    Single printable keys are left to TypedKeys, which tells them from the beginning of a name.
    """
    for command in [each for each in commands if not each.spec.letter]:
        action = QAction(command.spec.title, widget)
        action.setShortcut(QKeySequence(command.spec.shortcut))
        action.setAutoRepeat(command.spec.repeats)
        action.triggered.connect(lambda _=False, command=command: command.run())
        widget.addAction(action)


def context_menu(widget: QWidget, commands: Iterable[AsyncCommand], theme: Theme) -> QMenu:
    """A menu in groups, with icons and keys and, on what is grey, the reason on hover."""
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    by_id = {command.spec.id: command for command in commands}
    named = {each for group in GROUPS for each in group}
    for group in (*GROUPS, tuple(each for each in by_id if each not in named)):
        present = [by_id[each] for each in group if each in by_id]
        if present and not menu.isEmpty():
            menu.addSeparator()
        for command in present:
            menu.addAction(_entry(command, menu, theme))
    return menu


def _entry(command: AsyncCommand, menu: QMenu, theme: Theme) -> QAction:
    action = QAction(command.spec.title, menu)
    action.setShortcut(QKeySequence(command.spec.shortcut))
    action.setAutoRepeat(command.spec.repeats)
    action.triggered.connect(lambda: command.run())
    if command.spec.icon:
        action.setIcon(theme.icon(Icon[command.spec.icon], size=ICON_PIXELS))
    verdict = command.verdict
    action.setEnabled(verdict.ok)
    action.setToolTip(plain_tip(verdict.reason or command.spec.title))
    return action
