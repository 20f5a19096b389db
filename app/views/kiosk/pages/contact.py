"""Is this still right? The contact data, masked, each line with a button to correct it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.page_data import ContactPage, ContactRow
from app.viewmodels.kiosk.state import KioskState
from app.viewmodels.kiosk.translation import tr
from app.viewmodels.kiosk.words import row_name, spoken_mask
from app.views.kiosk.pages.base import ColumnPage
from app.views.kiosk.skin import GAP, RADIUS, Size, Skin
from app.views.kiosk.widgets.button import Button, Form
from app.views.kiosk.widgets.label import Label


class _Row(QWidget):
    """One line: its name, the masked value, Change."""

    def __init__(self, skin: Skin, parent: QWidget) -> None:
        super().__init__(parent)
        self._skin = skin
        self.name = Label(skin, Size.SMALL, "ink_2")
        self.value = Label(skin, Size.BODY)
        self.change = Button(skin)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.value)
        box = QHBoxLayout(self)
        box.setContentsMargins(GAP + 4, 6, 10, 6)
        box.setSpacing(GAP)
        box.addLayout(words, 1)
        box.addWidget(self.change)

    def show_row(self, row: ContactRow) -> None:
        """Write the texts."""
        name = row_name(row.entries[0])
        self.name.write(tr("{what}: new", what=name) if row.changed else name)
        self.value.write(row.masked or tr("None"))
        self.change.setText(tr("Change"))
        said = spoken_mask(self.value.text())
        self.change.setAccessibleName(tr("Change: {what}, {value}", what=name, value=said))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A box around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._skin.colors.surface))
        painter.setPen(QPen(QColor(self._skin.colors.line), self._skin.line - 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS, RADIUS)
        painter.end()


class ContactView(ColumnPage):
    """The lines and "all correct"."""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(model, skin)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GAP // 2)
        self._rows: list[_Row] = []
        self._shown: tuple[ContactRow, ...] = ()
        self._right = Button(skin, Form.MAIN)
        self._right.clicked.connect(lambda: model.visit.details.contact_is_right())
        self.column.addLayout(self._lines)
        self.column.addWidget(self._right)
        self.column.addStretch(1)

    def render_state(self, state: KioskState) -> None:
        """The lines as they are now."""
        if not isinstance(state.data, ContactPage):
            return
        self.title.write(tr("Is this still right?"))
        self._right.setText(tr("All correct"))
        self._shown = state.data.rows
        while len(self._rows) < len(self._shown):
            row = _Row(self._skin, self)
            row.change.clicked.connect(partial(self._change, len(self._rows)))
            self._lines.addWidget(row)
            self._rows.append(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(self._shown))
            if number < len(self._shown):
                row.show_row(self._shown[number])

    def first(self) -> QWidget:
        """All of it is right."""
        return self._right

    def wipe(self) -> None:
        """Forget the values."""
        self._shown = ()
        for row in self._rows:
            row.value.write("")
            row.change.setAccessibleName("")

    def _change(self, number: int) -> None:
        self._model.visit.details.correct(self._shown[number])
