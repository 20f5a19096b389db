"""Menus and shortcuts, made from the commands and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.viewmodels.command import AsyncCommand


def add_shortcuts(widget: QWidget, commands: Iterable[AsyncCommand]) -> None:
    """Let every command's key work while the widget's window is active; one that cannot run says why."""
    for command in commands:
        action = QAction(command.spec.title, widget)
        action.setShortcut(QKeySequence(command.spec.shortcut))
        action.triggered.connect(lambda _=False, command=command: command.run())
        widget.addAction(action)


def context_menu(widget: QWidget, commands: Iterable[AsyncCommand]) -> QMenu:
    """A menu with the keys shown and, on what is grey, the reason on hover."""
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    for command in commands:
        menu.addAction(_entry(command, menu))
    return menu


def _entry(command: AsyncCommand, menu: QMenu) -> QAction:
    action = QAction(command.spec.title, menu)
    action.setShortcut(QKeySequence(command.spec.shortcut))
    action.triggered.connect(lambda: command.run())
    verdict = command.verdict
    action.setEnabled(verdict.ok)
    action.setToolTip(verdict.reason or command.spec.title)
    return action
