"""The differences of a day, one below the other, each with its next steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.money.day_close import Difference
from app.viewmodels.staff.day_close.difference_rows import STEP_WORDS, DifferenceRow, Step
from app.viewmodels.translation import tr, typed
from app.views.widgets.labels import breakable, plain_label

Take = Callable[[Step, Difference], None]
MARK, NOTE = "●", "○"
"""Before what is wrong, and before what is only worth knowing."""


class DifferenceList(QWidget):
    """Identical rows stay as they are, so that the keyboard focus stays too."""

    def __init__(self, take: Take) -> None:
        """`take` is called with the step of a pressed button."""
        super().__init__()
        self._take = take
        self._rows: list[tuple[DifferenceRow, QWidget]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def fill(self, rows: Sequence[DifferenceRow]) -> None:
        """Show these."""
        if [row for row, _ in self._rows] == list(rows):
            return
        known, wanted = dict(self._rows), set(rows)
        for row, widget in self._rows:
            if row not in wanted:
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._rows = [(row, known.get(row) or DifferenceWidget(row, self._take)) for row in rows]
        for at, (_, widget) in enumerate(self._rows):
            if at >= self._column.count() or self._column.itemAt(at).widget() is not widget:
                self._column.insertWidget(at, widget)
                widget.show()
        self.updateGeometry()

    @property
    def buttons(self) -> list[QPushButton]:
        """All buttons, from the top."""
        return [button for _, widget in self._rows for button in widget.findChildren(QPushButton)]


class DifferenceWidget(QFrame):
    """What doesn't agree, what to do, and the buttons for it."""

    def __init__(self, row: DifferenceRow, take: Take) -> None:
        super().__init__()
        self.setObjectName("difference")
        note = row.difference.is_note
        mark = plain_label(NOTE if note else MARK, kind=row.tone)
        mark.setAccessibleName(tr("Note") if note else tr("Difference"))
        words, advice = QLabel(), plain_label(typed(row.advice), kind="second", wrap=True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setText(breakable(typed(row.words)))
        if not note:
            words.setProperty("kind", "strong")
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(words)
        text.addWidget(advice)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(8)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(text, 1)
        for step in row.steps:
            button = QPushButton(typed(STEP_WORDS[step]))
            button.setAccessibleName(f"{button.text()}: {words.text()}")
            button.clicked.connect(lambda _=False, step=step: take(step, row.difference))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
