"""Menus and shortcuts, made from the commands and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.viewmodels.command import AsyncCommand


def add_shortcuts(widget: QWidget, commands: Iterable[AsyncCommand]) -> None:
    """Let every command's key work while the widget's window is active."""
    for command in commands:
        widget.addAction(action_of(command, widget))


def action_of(command: AsyncCommand, parent: QWidget) -> QAction:
    """A command as a Qt action that greys out with it."""
    action = QAction(command.spec.title, parent)
    if command.spec.shortcut:
        action.setShortcut(QKeySequence(command.spec.shortcut))
    action.triggered.connect(lambda: command.run())

    def follow() -> None:
        verdict = command.verdict
        action.setEnabled(verdict.ok)
        action.setToolTip(verdict.reason or command.spec.title)

    command.changed.connect(follow)
    follow()
    return action


def context_menu(widget: QWidget, commands: Iterable[AsyncCommand]) -> QMenu:
    """A menu with the keys shown and, on what is grey, the reason on hover."""
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    by_title = {action.text(): action for action in widget.actions()}
    for command in commands:
        menu.addAction(by_title[command.spec.title])
    return menu
