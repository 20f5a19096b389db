"""Over the list of tasks: the search, the filter, the order, and how many there are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.tasks.order import TaskSort
from app.viewmodels.staff.tasks.scopes import ONLY_WORDS, SORT_WORDS, Only
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.viewmodels.translation import tr
from app.views.widgets.combo import member
from app.views.widgets.labels import plain_label
from app.views.widgets.name_combo import NameCombo

PAD = 8
INTO_ROWS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TaskListHead(QWidget):
    """Searches with each key. Down and Enter go to the list (`left`), Esc clears, and then goes there as well."""

    left = Signal()

    def __init__(self, model: TasksScreenViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search tasks  (Ctrl+F)"))
        self.search.setAccessibleName(tr("Search tasks"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda text: model.tasks.search(text))
        self.search.installEventFilter(self)
        self.only, self.sort = NameCombo(), NameCombo()
        for combo in (self.only, self.sort):  # as wide as its text, until a panel beside needs the room
            combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.only.setAccessibleName(tr("Filter"))
        for only, words in ONLY_WORDS.items():
            self.only.addItem(tr(words), only)
        self.sort.setAccessibleName(tr("Order"))
        for sort, words in SORT_WORDS.items():
            self.sort.addItem(tr(words), sort)
        self.only.activated.connect(lambda at: model.arrange(only=member(self.only, Only, at)))
        self.sort.activated.connect(lambda at: model.arrange(sort=member(self.sort, TaskSort, at)))
        self.count = plain_label(kind="second")
        self._lay_out()
        model.changed.connect(self._show)
        self._show()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return self.search, self.only, self.sort

    def begin(self) -> None:
        """Go to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow list the order is read in full rather than how many tasks there are."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the search."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in INTO_ROWS:
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self.search.text():
                    self.search.clear()
                else:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(PAD)
        row.addWidget(self.only)
        row.addWidget(self.sort)
        row.addStretch(1)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, PAD, PAD, PAD)
        column.setSpacing(PAD)
        column.addWidget(self.search)
        column.addLayout(row)

    def _show(self) -> None:
        shown = self._model.tasks
        if self.search.text().strip() != shown.text:
            self.search.setText(shown.text)
        self.only.setCurrentIndex(self.only.findData(shown.only))
        self.sort.setCurrentIndex(self.sort.findData(shown.sort))
        self.count.setText(shown.counted)
        self._fit()

    def _fit(self) -> None:
        parts = (self.only, self.sort, self.count)
        needed = sum(part.sizeHint().width() for part in parts) + PAD * (len(parts) + 1)
        self.count.setHidden(needed > self.width())
