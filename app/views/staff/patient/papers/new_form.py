"""The list of definitions from which a new form is made, with a search field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from app.viewmodels.staff.patient.papers.form_rows import kind_words
from app.viewmodels.staff.patient.papers.new_form import NewForm
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.widgets.labels import plain_label
from app.wire.resources.sheet_defs import SheetDef

HEIGHT = 200
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NewFormPanel(QFrame):
    """Enter or a double click adds the chosen form; Down goes from the search field to the list, Esc closes."""

    def __init__(self, model: NewForm, add: Callable[[SheetDef], None]) -> None:
        super().__init__()
        self.setObjectName("section")
        self._model, self._add = model, add
        self._was_open = False
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find a form"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setProperty("kind", "lines")
        self.list.setAccessibleName(tr("Forms to choose from"))
        self.list.setFixedHeight(grown(HEIGHT, self.font()))
        self.add_button = QPushButton(tr("Add form"))
        self.add_button.setProperty("kind", "primary")
        self._close = QPushButton(tr("Close"))
        self._words = plain_label(kind="second", wrap=True)
        self._lay_out()
        self.field.textEdited.connect(model.type_text)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _: self._choose())
        self.add_button.clicked.connect(self._choose)
        self._close.clicked.connect(lambda: model.close())
        model.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(tr("New form"), kind="title"))
        head.addWidget(self.field, 1)
        head.addWidget(self.add_button)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self.list)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of field and list."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in ENTER:
            self._choose()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._model.close()
            return True
        if event.key() == Qt.Key.Key_Down and watched is self.field and self.list.count():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.setCurrentRow(min(self.list.currentRow() + 1, self.list.count() - 1))
            return True
        return False

    def _choose(self) -> None:
        found, at = self._model.found, self.list.currentRow()
        if 0 <= at < len(found):
            self._add(found[at])

    def _show(self) -> None:
        model = self._model
        if model.is_open:
            self._fill(model.found)
        self.setVisible(model.is_open)
        if model.is_open and not self._was_open:
            self.field.clear()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._was_open = model.is_open

    def _fill(self, found: tuple[SheetDef, ...]) -> None:
        words = self._model.words
        if not words and not found:
            words = tr("No form matches “{text}”.", text=self._model.text)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.list.setVisible(bool(found))
        self.add_button.setEnabled(bool(found))
        shown = [self.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.list.count())]
        if shown != [each.SheetDefNum for each in found]:
            self.list.clear()
            for each in found:
                item = QListWidgetItem(f"{each.Description}  ·  {kind_words(each.SheetType)}")
                item.setData(Qt.ItemDataRole.UserRole, each.SheetDefNum)
                self.list.addItem(item)
            self.list.setCurrentRow(0)
