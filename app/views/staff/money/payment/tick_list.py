"""The procedures and plan charges that can be ticked, each with its amount."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.viewmodels.staff.money.payment.shown import ExactRow
from app.viewmodels.translation import tr
from app.views.staff.money.amount_field import AmountField
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label, plain_tip
from app.views.widgets.tab_order import lead_into

FIELD_WIDTH = 84


class TickList(QWidget):
    """`ticked` is emitted with a row's key and whether it is set, `typed` with its key and the amount's text."""

    ticked = Signal(object, bool)
    typed = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[int, ...] = ()
        self.boxes: dict[int, QCheckBox] = {}
        self.fields: dict[int, AmountField] = {}

    def fill(self, rows: Sequence[ExactRow], *, exact: bool) -> None:
        """Show these. `exact`: an amount can be entered for each."""
        numbers = tuple(row.key for row in rows)
        if numbers != self._shown:
            self._shown = numbers
            self._make(rows)
        for row in rows:
            box, field = self.boxes[row.key], self.fields[row.key]
            with QSignalBlocker(box):
                box.setChecked(row.ticked)
            field.setVisible(exact and row.ticked)
            with QSignalBlocker(field):
                field.show_text(row.text)
            field.mark(wrong=row.wrong)

    def _make(self, rows: Sequence[ExactRow]) -> None:
        for old in (*self.findChildren(QWidget),):
            old.hide()
            old.deleteLater()
        self.boxes, self.fields = {}, {}
        for at, row in enumerate(rows):
            num, title = row.key, f"{row.day}  {row.member}"
            box = self.boxes[num] = QCheckBox()
            box.toggled.connect(lambda on, num=num: self.ticked.emit(num, on))
            box.setAccessibleName(f"{row.what} {title} {row.owed}")
            field = self.fields[num] = AmountField(tr("Amount for {what}", what=row.what), self._theme)
            field.setFixedWidth(grown(FIELD_WIDTH, self.font()))
            field.textEdited.connect(lambda text, num=num: self.typed.emit(num, text))
            owed = plain_label(row.owed)
            owed.setFont(self._theme.fonts.figures)
            owed.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, widget in enumerate((box, _text(title), owed, field)):
                self._grid.addWidget(widget, 2 * at, column)
            self._grid.addWidget(_text(row.what, kind="second"), 2 * at + 1, 1, 1, 3)
        lead_into(self, [each for num in self._shown for each in (self.boxes[num], self.fields[num])])


def _text(words: str, kind: str = "") -> ElidedLabel:
    label = ElidedLabel(words)
    label.setProperty("kind", kind)
    label.setToolTip(plain_tip(words))
    return label
