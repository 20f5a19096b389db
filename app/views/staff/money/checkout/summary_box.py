"""Today's treatment of the patient who leaves, who pays for it, and when the patient comes again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.money.checkout.checkout import CheckoutViewModel
from app.viewmodels.staff.money.checkout.state import ComingRow, TreatedRow, spoken
from app.viewmodels.translation import tr
from app.views.theme.theme import Theme
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label, plain_tip

AMOUNTS = 3


class SummaryBox(QWidget):
    """Follows the checkout."""

    def __init__(self, model: CheckoutViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.treated = TreatedList(theme)
        self._hint = plain_label(kind="second", wrap=True)
        self._insurance = plain_label(kind="second", wrap=True)
        self._due = plain_label(wrap=True)
        self._due.setFont(theme.fonts.strong)
        self.coming = ComingList(model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._hint, self.treated, self._insurance, self._due, self.coming):
            column.addWidget(part)
        model.changed.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Show the state."""
        state = self._model.state
        self.treated.fill(state.rows)
        for label, words in (
            (self._hint, state.hint),
            (self._insurance, state.insurance),
            (self._due, state.due),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        _tone(self._due, "money" if state.is_due else "good")
        self.coming.fill(state.coming)


class TreatedList(QWidget):
    """Procedures with their fee, what insurance pays, and the patient's part."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        heads = (tr("Done today"), tr("Fee"), tr("Insurance"), tr("Patient"))
        for at, words in enumerate(heads):
            label = plain_label(words, kind="second")
            label.setAlignment(_side(at))
            self._grid.addWidget(label, 0, at)
        self._lines: list[tuple[QLabel, ...]] = []

    def fill(self, rows: tuple[TreatedRow, ...]) -> None:
        """Show these."""
        self.setVisible(bool(rows))
        self.setAccessibleName(spoken(rows))
        while len(self._lines) < len(rows):
            self._lines.append(self._line(len(self._lines) + 1))
        for at, labels in enumerate(self._lines):
            row = rows[at] if at < len(rows) else None
            texts = (row.what, row.fee, row.insurance, row.portion) if row is not None else ("",) * 4
            for label, text in zip(labels, texts, strict=True):
                label.setText(text)
                label.setVisible(row is not None)
                lead, fonts = row is not None and row.lead, self._theme.fonts
                label.setFont(fonts.strong if lead else fonts.body if label is labels[0] else fonts.figures)
            labels[0].setToolTip(plain_tip(texts[0]))

    @property
    def texts(self) -> list[tuple[str, ...]]:
        """What is shown, line by line."""
        return [tuple(each.text() for each in line) for line in self._lines if not line[0].isHidden()]

    def _line(self, at: int) -> tuple[QLabel, ...]:
        labels: tuple[QLabel, ...] = (ElidedLabel(), *(plain_label() for _ in range(AMOUNTS)))
        for column, label in enumerate(labels):
            label.setAlignment(_side(column))
            self._grid.addWidget(label, at, column)
        return labels


class ComingList(QWidget):
    """The next appointment and the recalls, each with a button that books it."""

    def __init__(self, model: CheckoutViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setObjectName("section")  # small links
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lines: list[_ComingLine] = []

    def fill(self, rows: tuple[ComingRow, ...]) -> None:
        """Show these."""
        self.setVisible(bool(rows))
        while len(self._lines) < len(rows):
            line = _ComingLine(self._model)
            self._column.addWidget(line)
            if self._lines:  # Tab follows the eye, also to a line that came later
                QWidget.setTabOrder(self._lines[-1].book, line.book)
            self._lines.append(line)
        for at, line in enumerate(self._lines):
            line.fill(rows[at] if at < len(rows) else None)

    def button(self, key: int) -> QPushButton:
        """The button that books the recall with this number; 0: an appointment."""
        return next(line.book for line in self._lines if line.key == key and not line.isHidden())


class _ComingLine(QWidget):
    """One line: what, when, and a link that books it."""

    def __init__(self, model: CheckoutViewModel) -> None:
        super().__init__()
        self._model = model
        self.key = 0
        self._title, self._words = plain_label(kind="second"), ElidedLabel()
        self.book = QPushButton(tr("Book"))
        self.book.setProperty("kind", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._words, 1)
        row.addWidget(self.book)
        self.book.clicked.connect(lambda: model.coming.book(self.key))

    def fill(self, row: ComingRow | None) -> None:
        """Show a line; None: none."""
        self.setVisible(row is not None)
        if row is None:
            return
        self.key = row.key
        self._title.setText(row.title)
        self._words.setText(row.words)
        _tone(self._words, row.tone)
        self.book.setVisible(row.can_book and self._model.coming.may_book())
        self.book.setAccessibleName(tr("Book: {what}", what=row.title))


def _tone(label: QLabel, tone: str) -> None:
    if label.property("kind") != tone:
        label.setProperty("kind", tone)
        label.style().polish(label)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
