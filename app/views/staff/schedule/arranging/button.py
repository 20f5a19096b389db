"""The bar's button for views of the schedule: it names the shown one, and opens the menu of all."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.core.tasks import TaskScope
from app.domain.schedule.saved_view import SavedView
from app.viewmodels.command import CommandSet
from app.viewmodels.staff.schedule.arranging.arrangement import Arrangement
from app.viewmodels.staff.schedule.arranging.commands import ALL, COLUMNS, EDIT
from app.viewmodels.translation import tr, typed
from app.views.theme.fonts import grown
from app.views.widgets.labels import plain_tip

WIDEST = 150
"""The button's maximum width in pixels: a longer name of a view is elided."""


class ViewsButton(QToolButton):
    """`done` is emitted after a choice: the focus may return to the schedule."""

    done = Signal()

    def __init__(
        self, arranging: Arrangement, commands: CommandSet, scope: TaskScope, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._arranging = arranging
        self._commands = commands
        self._scope = scope
        self.setProperty("kind", "action")
        self.setAccessibleName(tr("Views of the schedule"))
        self.clicked.connect(self.open_menu)
        arranging.changed.connect(self.show_name)
        self.show_name()

    def show_name(self) -> None:
        """Name the shown view, or the kind of columns."""
        view, arranging = self._arranging.current, self._arranging
        usual = tr("By provider") if arranging.by_provider else tr("View")
        words = view.name if view is not None else usual
        room = grown(WIDEST, self.font()) - self.fontMetrics().height() * 2
        self.setText(f"{self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)} ▾")
        self.setToolTip(plain_tip(words if view is not None else tr("Views and columns  (F2 to F12)")))

    def open_menu(self) -> None:
        """Open the menu below the button, once the views are known."""
        self._scope.start(self._open(), "views menu")

    def menu_of_views(self) -> QMenu:
        """All views with their keys, the kind of columns, and editing."""
        menu = QMenu(self)
        for view in self._arranging.offered:
            menu.addAction(self._entry(view, menu))
        if not menu.isEmpty():
            menu.addSeparator()
        for spec in (ALL, COLUMNS, EDIT):
            command = self._commands[spec.id]
            action = menu.addAction(typed(spec.title))
            action.setShortcut(QKeySequence(spec.shortcut))
            action.triggered.connect(lambda _=False, command=command: command.run())
            if spec is COLUMNS:
                action.setCheckable(True)
                action.setChecked(self._arranging.by_provider)
        menu.aboutToHide.connect(self.done)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    async def _open(self) -> None:
        await self._arranging.load()
        self.menu_of_views().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _entry(self, view: SavedView, menu: QMenu) -> QAction:
        action = QAction(view.name, menu)
        if view.key:
            action.setShortcut(QKeySequence(f"F{view.key}"))
        action.setCheckable(True)
        current = self._arranging.current
        action.setChecked(current is not None and current.id == view.id)
        action.triggered.connect(lambda: self._arranging.choose(view))
        return action
