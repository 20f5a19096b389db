"""Lines with a date, a member, a text and an amount, such as a payment's split."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.viewmodels.staff.money.payment.shown import ShareRow
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label, plain_tip

MEMBER_WIDTH = 88


class ShareList(QWidget):
    """The labels are kept and filled anew: it follows each key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(2, 1)
        self._lines: list[tuple[QLabel, QLabel, QLabel, QLabel]] = []

    def fill(self, rows: Sequence[ShareRow]) -> None:
        """Show these."""
        self.setVisible(bool(rows))
        while len(self._lines) < len(rows):
            self._lines.append(self._line(len(self._lines)))
        for at, labels in enumerate(self._lines):
            row = rows[at] if at < len(rows) else None
            for label, text in zip(labels, _texts(row), strict=True):
                label.setText(text)
                label.setVisible(bool(text))
            if row is not None:
                self._place(at, labels[2], alone=not row.day and not row.member)
                labels[2].setToolTip(plain_tip(" ".join(filter(None, (row.day, row.member, row.what)))))
                _tone(labels[2], row.tone)
                _tone(labels[3], row.tone)

    def _place(self, at: int, label: QLabel, *, alone: bool) -> None:
        """A text without a date and a member has their place as well."""
        if label.property("alone") is not alone:
            label.setProperty("alone", alone)
            self._grid.removeWidget(label)
            self._grid.addWidget(label, at, 0 if alone else 2, 1, 3 if alone else 1)

    @property
    def texts(self) -> list[tuple[str, ...]]:
        """What is shown, line by line."""
        return [tuple(each.text() for each in line) for line in self._lines if not line[3].isHidden()]

    def _line(self, at: int) -> tuple[QLabel, QLabel, QLabel, QLabel]:
        day, member = plain_label(kind="second"), ElidedLabel()
        member.setProperty("kind", "second")
        member.setMaximumWidth(grown(MEMBER_WIDTH, self.font()))
        what, amount = ElidedLabel(), plain_label()
        for label in (day, amount):
            label.setFont(self._theme.fonts.figures)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, label in enumerate((day, member, what, amount)):
            self._grid.addWidget(label, at, column)
        return day, member, what, amount


def _texts(row: ShareRow | None) -> tuple[str, str, str, str]:
    return (row.day, row.member, row.what, row.amount) if row is not None else ("", "", "", "")


def _tone(label: QLabel, tone: str) -> None:
    if (label.property("kind") or "") != tone:
        label.setProperty("kind", tone)
        label.style().unpolish(label)
        label.style().polish(label)
