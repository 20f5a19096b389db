"""The procedures and plan charges that can be ticked, each with its amount."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.domain.money.allocation import Thing
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
    """`ticked` is emitted with a row's `thing` and whether it is set, `typed` with it and the amount's text."""

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
        self._shown: tuple[Thing, ...] = ()
        self.boxes: dict[Thing, QCheckBox] = {}
        self.fields: dict[Thing, AmountField] = {}

    def fill(self, rows: Sequence[ExactRow], *, exact: bool) -> None:
        """Show these. `exact`: an amount can be entered for each."""
        things = tuple(row.thing for row in rows)
        if things != self._shown:
            self._shown = things
            self._make(rows)
        for row in rows:
            box, field = self.boxes[row.thing], self.fields[row.thing]
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
            thing, title = row.thing, f"{row.day}  {row.member}"
            box = self.boxes[thing] = QCheckBox()
            box.toggled.connect(lambda on, thing=thing: self.ticked.emit(thing, on))
            box.setAccessibleName(f"{row.what} {title} {row.owed}")
            field = self.fields[thing] = AmountField(tr("Amount for {what}", what=row.what), self._theme)
            field.setFixedWidth(grown(FIELD_WIDTH, self.font()))
            field.textEdited.connect(lambda text, thing=thing: self.typed.emit(thing, text))
            owed = plain_label(row.owed)
            owed.setFont(self._theme.fonts.figures)
            owed.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, widget in enumerate((box, _text(title), owed, field)):
                self._grid.addWidget(widget, 2 * at, column)
            self._grid.addWidget(_text(row.what, kind="second"), 2 * at + 1, 1, 1, 3)
        lead_into(self, [each for thing in self._shown for each in (self.boxes[thing], self.fields[thing])])


def _text(words: str, kind: str = "") -> ElidedLabel:
    label = ElidedLabel(words)
    label.setProperty("kind", kind)
    label.setToolTip(plain_tip(words))
    return label
