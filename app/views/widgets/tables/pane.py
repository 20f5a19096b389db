"""A table with its filter and its menu."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.viewmodels.tables.export import FileChooser
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr
from app.views.theme.icons import Icon, make_icon
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.file_dialog import CsvChooser
from app.views.widgets.filtered import FilteredPane
from app.views.widgets.tables.view import TableView


class TablePane(FilteredPane):
    """What a screen embeds. `print_asked` is emitted when the user wants to print the rows."""

    print_asked = Signal()

    def __init__(
        self, viewmodel: TableViewModel, parent: QWidget | None = None, *, chooser: FileChooser | None = None
    ) -> None:
        """`chooser` asks where to save a CSV file; None: the system's dialog."""
        self.table = TableView(viewmodel)
        super().__init__(viewmodel, self.table, parent)
        self._viewmodel = viewmodel
        self._chooser = chooser or CsvChooser(self)
        notice = ElidedLabel()
        viewmodel.notice.connect(notice.setText)
        self.head.addWidget(notice)
        self.more = self._menu_button()
        self.head.addWidget(self.more)

    def save(self) -> None:
        """Save the rows as a CSV file."""
        self._viewmodel.save(self._chooser)

    def _menu_button(self) -> QToolButton:
        more = QToolButton()
        more.setIcon(make_icon(Icon.MENU))
        more.setToolTip(tr("Columns, copy, save, print"))
        more.setAccessibleName(more.toolTip())
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        more.setMenu(menu)
        return more

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        self.table.column_menu(menu.addMenu(tr("Columns")))
        menu.addSeparator()
        menu.addAction(tr("Copy rows"), "Ctrl+C", self.table.copy)  # words: a key
        menu.addAction(tr("Save as CSV…")).triggered.connect(lambda: self.save())
        menu.addAction(tr("Print…")).triggered.connect(lambda: self.print_asked.emit())
