"""The drawer count: a column of number fields. Enter and the arrow keys move on, Esc leaves."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.money.drawer import COINS, NOTES, PIECES
from app.domain.money.pay_methods import Method
from app.viewmodels.amounts import amount
from app.viewmodels.staff.day_close.drawer import DrawerModel
from app.viewmodels.translation import tr
from app.views.theme.fonts import TABULAR, grown
from app.views.widgets.entry_form import ENTER, KeepsLetters
from app.views.widgets.labels import plain_label

FIELD, AMOUNT = 52, 88
DOWN, UP = (Qt.Key.Key_Down, *ENTER), (Qt.Key.Key_Up,)


class DrawerForm(KeepsLetters):
    """Coins and notes, the sum of the checks, the terminal's batch; beside each what is expected."""

    def __init__(self, model: DrawerModel) -> None:
        super().__init__()
        self._model = model
        self.pieces = {piece: _number_field(_name(piece)) for piece in PIECES}
        self._sums = {piece: _figure() for piece in PIECES}
        self.starting = _number_field(tr("Starting cash"), AMOUNT)
        self.checks = _number_field(tr("Sum of the checks"), AMOUNT)
        self.cards = _number_field(tr("The terminal's batch total"), AMOUNT)
        self._counted, self._expected, self._off = _figure(), _figure(), _figure()
        self._checks_expected, self._cards_expected = _figure("second"), _figure("second")
        self.here_only = QCheckBox(tr("Only what was taken on this PC"))
        self.here_only.setToolTip(tr("For an office where each desk has its own drawer and terminal"))
        self._lay_out()
        self._follow()
        self._show()

    @property
    def fields(self) -> Sequence[QLineEdit]:
        """All fields in the order in which Enter goes through them."""
        return [*self.pieces.values(), self.starting, self.checks, self.cards]

    def begin(self) -> None:
        """Start counting."""
        first = next(iter(self.pieces.values()))
        first.setFocus()
        first.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Down go to the next field, Up to the one before."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self.fields:
            step = 1 if event.key() in DOWN else -1 if event.key() in UP else 0
            if step:
                fields = self.fields
                target = fields[(fields.index(watched) + step) % len(fields)]
                target.setFocus(Qt.FocusReason.TabFocusReason)
                target.selectAll()
                return True
        return super().eventFilter(watched, event)

    # --- inside ---

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for left, group in ((0, NOTES), (4, COINS)):
            for row, piece in enumerate(group):
                grid.addWidget(_figure_of(_name(piece)), row, left)
                grid.addWidget(self.pieces[piece], row, left + 1)
                grid.addWidget(self._sums[piece], row, left + 2)
        start = plain_label(tr("Starting cash"))
        grid.addWidget(start, len(COINS), 4, 1, 3)
        grid.addWidget(self.starting, len(COINS) + 1, 4, 1, 3)
        grid.setColumnMinimumWidth(3, 8)
        grid.setColumnStretch(2, 1)
        grid.setColumnStretch(6, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain_label(tr("Drawer"), kind="title"))
        column.addLayout(grid)
        column.addLayout(self._below())
        column.addWidget(self.here_only)
        column.addStretch(1)

    def _below(self) -> QGridLayout:
        below = QGridLayout()
        below.setHorizontalSpacing(8)
        below.setVerticalSpacing(4)
        below.setColumnStretch(0, 1)
        lines: tuple[tuple[str, QWidget, QWidget | None], ...] = (
            (tr("Counted"), self._counted, None),
            (tr("Expected"), self._expected, None),
            (tr("Difference"), self._off, None),
            (tr("Checks"), self.checks, self._checks_expected),
            (tr("Terminal batch"), self.cards, self._cards_expected),
        )
        for row, (title, value, beside) in enumerate(lines):
            below.addWidget(plain_label(title), row, 0)
            if beside is not None:
                below.addWidget(beside, row, 1)
            below.addWidget(value, row, 2, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return below

    def _follow(self) -> None:
        model = self._model
        for piece, field in self.pieces.items():
            field.textEdited.connect(lambda text, piece=piece: model.type_piece(piece, text))
        self.starting.textEdited.connect(model.type_starting)
        self.checks.textEdited.connect(model.type_checks)
        self.cards.textEdited.connect(model.type_cards)
        self.here_only.toggled.connect(lambda on: model.set_here_only(here_only=on))
        for field in self.fields:
            field.installEventFilter(self)
            field.editingFinished.connect(self._show)
        model.changed.connect(self._show)

    def _show(self) -> None:
        model, count = self._model, self._model.count
        for piece, field in self.pieces.items():
            self._fill(field, model.pieces_of(piece), str(piece))
            self._sums[piece].setText(model.sum_of(piece))
        self._fill(self.starting, amount(count.starting), "starting")
        self._fill(self.checks, amount(count.checks) if count.checks is not None else "", "checks")
        self._fill(self.cards, amount(count.cards) if count.cards is not None else "", "cards")
        self._counted.setText(model.counted or "–")
        self._expected.setText(model.expected or "–")
        off, tone = model.difference
        self._off.setText(off or "–")
        _dress(self._off, tone)
        for label, method in ((self._checks_expected, Method.CHECK), (self._cards_expected, Method.CARD)):
            expected = model.expected_of(method)
            label.setText(tr("of {amount}", amount=expected) if expected else "")
        with QSignalBlocker(self.here_only):
            self.here_only.setChecked(count.here_only)
        self.here_only.setEnabled(not model.locked)

    def _fill(self, field: QLineEdit, text: str, name: str) -> None:
        """Never under the user's hands."""
        field.setReadOnly(self._model.locked)
        wrong = self._model.wrong == name
        if not wrong and not (field.hasFocus() and field.isModified()) and field.text() != text:
            field.setText(text)
        if bool(field.property("wrong")) is not wrong:
            field.setProperty("wrong", wrong)
            field.style().unpolish(field)
            field.style().polish(field)


def _name(piece: Decimal) -> str:
    if piece >= 1:
        return f"${piece}"
    return f"{int(piece * 100)}¢"


def _number_field(name: str, width: int = FIELD) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setAlignment(Qt.AlignmentFlag.AlignTrailing)
    field.setFixedWidth(grown(width, field.font()))
    _tabular(field)
    return field


def _figure(kind: str = "") -> QLabel:
    return _figure_of("", kind)


def _figure_of(text: str, kind: str = "") -> QLabel:
    label = plain_label(text, kind=kind)
    label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    _tabular(label)
    return label


def _tabular(widget: QWidget) -> None:
    font = widget.font()
    font.setFeature(TABULAR, 1)
    widget.setFont(font)


def _dress(label: QLabel, tone: str) -> None:
    if label.property("kind") != tone:
        label.setProperty("kind", tone)
        label.style().unpolish(label)
        label.style().polish(label)
