"""The side panel's page of changes that are unsent, unknown or refused."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.viewmodels.staff.attention import AttentionViewModel, SettleRow
from app.viewmodels.translation import tr
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.page_head import PageHead


class AttentionPage(QWidget):
    """One entry below the other: what, since when, what is known, and the available actions."""

    closed = Signal()

    def __init__(self, viewmodel: AttentionViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._entries: dict[tuple[int, str], SettleEntry] = {}
        """By the entry's id and the lost file's name, one of which is empty."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = PageHead(tr("Needs attention"))
        head.close.clicked.connect(lambda: self.closed.emit())
        self._close = head.close
        column.addLayout(head)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget()
        body.setObjectName("scrollBody")
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self._empty = plain_label(kind="second")
        self._rows.addWidget(self._empty)
        self._rows.addStretch(1)
        scroll.setWidget(body)
        column.addWidget(scroll, 1)
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        """Update only the changed rows: the keyboard focus in other rows stays."""
        rows = self._viewmodel.rows
        held = next((at for at, each in enumerate(self._entries.values()) if each.has_focus), None)
        for gone in self._entries.keys() - {(row.id, row.lost) for row in rows}:
            self._entries[gone].hide()
            self._entries.pop(gone).deleteLater()
        for place, row in enumerate(rows):
            if (key := (row.id, row.lost)) not in self._entries:
                self._entries[key] = SettleEntry(self._viewmodel)
                self._rows.insertWidget(place, self._entries[key])
            self._entries[key].show_row(row)
        self._empty.setText(self._viewmodel.empty)
        self._empty.setVisible(bool(self._viewmodel.empty))
        entries = list(self._entries.values())
        if held is not None and not any(each.has_focus for each in entries):  # the pressed button is gone
            button = entries[min(held, len(entries) - 1)].first_button if entries else None
            (button or self._close).setFocus()


class SettleEntry(QWidget):
    """One unfinished write, with a button for each available action."""

    def __init__(self, viewmodel: AttentionViewModel) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self._id, self._lost = 0, ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._words, self._state = plain_label(wrap=True), plain_label(kind="second", wrap=True)
        column.addWidget(self._words)
        column.addWidget(self._state)
        column.addSpacing(4)
        self._buttons = [
            self._button(tr("Check now"), lambda: viewmodel.check(self._id)),
            self._button(tr("Cancel this change"), lambda: viewmodel.withdraw(self._id)),
            self._button(tr("Done"), lambda: viewmodel.decide(self._id, done=True)),
            self._button(tr("Not done"), lambda: viewmodel.decide(self._id, done=False)),
            self._button(tr("Try again"), lambda: viewmodel.retry(self._id)),
            self._button(tr("Change"), lambda: viewmodel.change(self._id)),
            self._button(tr("Dismiss"), lambda: viewmodel.dismiss(self._id, self._lost)),
        ]
        for button in self._buttons:
            column.addWidget(button)

    @property
    def has_focus(self) -> bool:
        """Whether one of its buttons has the focus."""
        return self.isVisible() and any(each.hasFocus() for each in self._buttons)

    @property
    def first_button(self) -> QPushButton | None:
        """Its first enabled button."""
        return next((each for each in self._buttons if each.isVisible()), None)

    def show_row(self, row: SettleRow) -> None:
        """Update the row's text."""
        self._id, self._lost = row.id, row.lost
        self._words.setText(breakable(f"{row.time}  {row.words}"))
        phone = tr("Phone: {phone}", phone=row.phone) if row.phone else ""
        self._state.setText(breakable("\n".join(part for part in (row.state, phone) if part)))
        offered = (
            row.can_check,
            row.can_withdraw,
            row.can_decide,
            row.can_decide,
            row.can_retry,
            row.can_change,
            row.can_close,
        )
        for button, shown in zip(self._buttons, offered, strict=True):
            button.setVisible(shown)
            button.setAccessibleName(f"{button.text()}: {row.words}")

    def _button(self, title: str, action: Callable[[], None]) -> QPushButton:
        button = QPushButton(title)
        button.clicked.connect(lambda: action())
        return button
