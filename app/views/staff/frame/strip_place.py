"""The place of the patient's strip, empty until a patient is first selected, and of the form for a commlog."""

from __future__ import annotations

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.viewmodels.command import CommandSet
from app.viewmodels.staff.late import LateCommlog, LateStrip
from app.views.staff.frame.menus import context_menu
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.theme.tokens import STRIP_HEIGHT

MENU = "Patient"  # words: a name, never shown


class StripPlace(QWidget):
    """As high as the strip, from the click that selects a patient on, so that nothing moves once it has loaded.

    The form for a commlog comes below it. A right click opens the menu of the patient's commands.
    """

    def __init__(
        self,
        strip: LateStrip,
        commlog: LateCommlog,
        commands: CommandSet,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self._strip = strip
        self._commlog = commlog
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        strip.needed.connect(self._reserve)
        strip.opened.connect(self._fill)
        commlog.opened.connect(self._add_form)

    def _reserve(self, needed: bool) -> None:
        self.setMinimumHeight(grown(STRIP_HEIGHT, self.font()) if needed else 0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu."""
        context_menu(self, self._commands.menu(MENU), self._theme).popup(event.globalPos())

    def _fill(self) -> None:
        if self._strip.view is not None:
            self._column.insertWidget(0, self._strip.view(self._strip.model, self._theme, self))

    def _add_form(self) -> None:
        if self._commlog.view is not None:
            self._column.addWidget(self._commlog.view(self._commlog.model, self._theme, self))
