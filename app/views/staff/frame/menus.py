"""Menus, built only from the commands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.viewmodels.command import AsyncCommand, CommandSet
from app.viewmodels.staff.commands import MENUS
from app.viewmodels.translation import tr, typed
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_tip

ICON_PIXELS = 16


def context_menu(widget: QWidget, commands: Iterable[AsyncCommand], theme: Theme) -> QMenu:
    """A grouped menu with icons and shortcuts; disabled entries show the reason on hover."""
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _fill(menu, commands, theme)
    return menu


def grouped_menu(widget: QWidget, groups: Iterable[Iterable[AsyncCommand]], theme: Theme) -> QMenu:
    """As `context_menu`, with commands of several menus in groups of its own."""
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    for group in groups:
        if menu.actions():
            menu.addSeparator()
        for command in group:
            menu.addAction(_entry(command, menu, theme))
    return menu


def main_menu(widget: QWidget, commands: CommandSet, theme: Theme) -> QMenu:
    """All commands in submenus, one for each menu that has commands."""
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name, title in MENUS:
        if found := commands.menu(name):
            _fill(menu.addMenu(tr(title)), found, theme)
    return menu


def _fill(menu: QMenu, commands: Iterable[AsyncCommand], theme: Theme) -> None:
    menu.setToolTipsVisible(True)
    group = None
    for command in commands:
        if group not in (None, command.spec.group):
            menu.addSeparator()
        group = command.spec.group
        menu.addAction(_entry(command, menu, theme))


def _entry(command: AsyncCommand, menu: QMenu, theme: Theme) -> QAction:
    action = QAction(typed(command.spec.title), menu)
    action.setShortcut(QKeySequence(command.spec.shortcut))
    action.setAutoRepeat(command.spec.repeats)
    action.triggered.connect(lambda: command.run())
    if command.spec.icon:
        action.setIcon(theme.icon(Icon[command.spec.icon], size=ICON_PIXELS))
    verdict = command.verdict
    action.setEnabled(verdict.ok)
    action.setToolTip(plain_tip(typed(verdict.reason or command.spec.title)))
    return action
