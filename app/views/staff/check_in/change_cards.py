"""What patients changed at check-in: before and after, each field with its two buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.check_in.change_cards import ChangeCard, ChangedField
from app.viewmodels.staff.check_in.changes import CheckInChanges
from app.viewmodels.translation import tr
from app.views.widgets.labels import breakable, plain_label, plain_tip
from app.views.widgets.links import LinkButton

ARROW = "\u2192"


class ChangeCards(QWidget):
    """Unchanged cards stay as they are. After a decision the focus goes to the next button."""

    def __init__(self, model: CheckInChanges, show_patient: Callable[[int], None]) -> None:
        super().__init__()
        self._model = model
        self._show_patient = show_patient
        self._shown: list[tuple[ChangeCard, ChangeCardView]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def fill(self, cards: Sequence[ChangeCard]) -> None:
        """Show these."""
        if [card for card, _ in self._shown] == list(cards):
            return
        held = next((at for at, each in enumerate(self.buttons) if each.hasFocus()), None)
        known, wanted = dict(self._shown), set(cards)
        for card, view in self._shown:
            if card not in wanted:
                self._column.removeWidget(view)
                view.hide()
                view.deleteLater()
        self._shown = [
            (card, known.get(card) or ChangeCardView(card, self._model, self._show_patient)) for card in cards
        ]
        for at, (_, view) in enumerate(self._shown):
            if at >= self._column.count() or self._column.itemAt(at).widget() is not view:
                self._column.insertWidget(at, view)
                view.show()
        self.updateGeometry()
        if held is not None and (left := [each for each in self.buttons if each.isEnabled()]):
            left[min(held, len(left) - 1)].setFocus()

    @property
    def buttons(self) -> list[QPushButton]:
        """All buttons, from the top."""
        return [button for _, view in self._shown for button in view.buttons]

    def take_focus(self) -> bool:
        """Focus the first button that can be pressed; False without any."""
        first = next((each for each in self.buttons if each.isEnabled()), None)
        if first is not None:
            first.setFocus()
        return first is not None


class ChangeCardView(QFrame):
    """One patient's changes."""

    def __init__(self, card: ChangeCard, model: CheckInChanges, show_patient: Callable[[int], None]) -> None:
        super().__init__()
        self.setObjectName("section")
        self._card = card
        self._model = model
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        name = LinkButton(
            card.name, lambda: show_patient(card.pat_num), spoken=tr("Select {name}", name=card.name)
        )
        head = QHBoxLayout()
        head.addWidget(name)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(plain_label(card.when, kind="second", wrap=True))
        for each in card.fields:
            column.addWidget(self._field(each))
        if card.answers:
            column.addLayout(self._answers())
            if self._card.why_no_task:
                column.addWidget(plain_label(self._card.why_no_task, kind="late", wrap=True))
        if card.why_not:
            column.addWidget(plain_label(card.why_not, kind="second", wrap=True))
        if len(card.fields) > 1:
            column.addWidget(self._accept_all())

    def _field(self, each: ChangedField) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(plain_label(each.label, kind="second"))
        column.addWidget(plain_label(f"{breakable(each.before)} {ARROW}", kind="second", wrap=True))
        column.addWidget(plain_label(breakable(each.after), kind="strong", wrap=True))
        if each.note:
            column.addWidget(plain_label(each.note, kind="late", wrap=True))
        column.addLayout(self._choices(each))
        return block

    def _choices(self, each: ChangedField) -> QHBoxLayout:
        number, model, row = self._card.proposal_num, self._model, QHBoxLayout()
        row.setSpacing(8)
        if each.theirs is None:
            accept = self._button(tr("Accept"), each, lambda: model.accept(number, each.field))
            keep = self._button(tr("Refuse"), each, lambda: model.refuse(number, each.field))
        else:
            accept = self._button(tr("Use patient's"), each, lambda: model.accept_anyway(number, each.field))
            keep = self._button(tr("Keep office's"), each, lambda: model.refuse(number, each.field))
        accept.setEnabled(not each.busy and not self._card.why_not)
        accept.setToolTip(plain_tip(self._card.why_not))
        keep.setEnabled(not each.busy)
        row.addWidget(accept)
        row.addWidget(keep)
        row.addStretch(1)
        return row

    def _button(self, title: str, each: ChangedField, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(title)
        button.setAccessibleName(
            tr("{what}: {field}, {after}", what=title, field=each.label, after=each.after)
        )
        button.clicked.connect(lambda: do())
        self.buttons.append(button)
        return button

    def _answers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(plain_label(self._card.answers, wrap=True), 1)
        if self._card.why_no_task:
            return row
        task = LinkButton(
            tr("Open task"),
            lambda: self._model.show_task(self._card),
            spoken=tr("Open the task for {name}", name=self._card.name),
        )
        self.buttons.append(task)
        row.addWidget(task, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _accept_all(self) -> QPushButton:
        button = QPushButton(tr("Accept all"))
        button.setProperty("kind", "primary")
        button.setEnabled(self._card.may_accept_all)
        button.setAccessibleName(tr("Accept all changes of {name}", name=self._card.name))
        button.clicked.connect(lambda: self._model.accept_all(self._card.proposal_num))
        self.buttons.insert(0, button)
        return button
