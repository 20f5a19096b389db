"""The check-in PCs: one card each, live, and the form that adds one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.check_in.commands import PAIR
from app.viewmodels.staff.check_in.kiosks import LONGEST_MESSAGE, CheckInKiosks, KioskRow
from app.viewmodels.staff.check_in.pairing import LONGEST_NAME, PairingViewModel
from app.viewmodels.translation import tr
from app.views.staff.check_in.pages import at_left
from app.views.staff.frame.command_button import command_button
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.questions.danger_question import DangerQuestion
from app.views.widgets.steady_scroll import SteadyScrollArea

WIDEST = 720
"""Pixels of a card: longer lines are hard to read."""
CODE_PIXELS = 40


class KiosksView(QWidget):
    """The button that adds one, and a card for each."""

    def __init__(
        self, model: CheckInKiosks, pairing: PairingViewModel, commands: Iterable[AsyncCommand], theme: Theme
    ) -> None:
        super().__init__()
        self._model = model
        made = {each.spec.id: each for each in commands}
        self.add = command_button(made[PAIR.id], theme, text=True)
        self.add.setProperty("kind", "action")
        self.pairing = PairingForm(pairing, self.add)
        self._words = plain_label(kind="second", wrap=True)
        self._cards: dict[int, KioskCard] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.kept = QWidget()
        self.kept.setMaximumWidth(grown(WIDEST, self.font()))
        self._lay_out()
        model.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """The form, the first card's message, or the button that adds one: a key pressed too often orders nothing."""
        first = next(iter(self._cards.values()), None)
        if not self.pairing.isHidden():
            self.pairing.take_focus()
        elif first is not None:
            first.message.setFocus()
        else:
            self.add.setFocus()

    @property
    def cards(self) -> tuple[KioskCard, ...]:
        """From the top."""
        return tuple(self._cards.values())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._words, 1)
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        inner = QVBoxLayout(self.kept)
        inner.setContentsMargins(12, 8, 12, 12)
        inner.setSpacing(12)
        inner.addLayout(head)
        inner.addWidget(self.pairing)
        inner.addLayout(self._column)
        inner.addStretch(1)
        scroll = SteadyScrollArea()
        scroll.setObjectName("page")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(at_left(self.kept))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _show(self) -> None:
        """Cards stay while their PC is there, so that a message being typed isn't lost."""
        rows = {each.device_num: each for each in self._model.rows}
        focused = QApplication.focusWidget() or self
        held = any(card.isAncestorOf(focused) for number, card in self._cards.items() if number not in rows)
        for number in [each for each in self._cards if each not in rows]:
            gone = self._cards.pop(number)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, (number, row) in enumerate(rows.items()):
            if number not in self._cards:
                card = self._cards[number] = KioskCard(row, self._model)
                self._column.insertWidget(place, card)
                card.show()
            self._cards[number].fill(row)
        self._words.setText(self._model.words or self._model.outdated)
        if held:
            self.take_focus()


class KioskCard(QFrame):
    """One check-in PC: its name and state, the page it shows, and orders for it."""

    def __init__(self, row: KioskRow, model: CheckInKiosks) -> None:
        super().__init__()
        self.setObjectName("section")
        self._row = row
        self._model = model
        self._name, self._state = plain_label(kind="strong"), plain_label()
        self._page, self._trouble = plain_label(kind="second", wrap=True), plain_label(kind="late", wrap=True)
        self._version = plain_label(kind="faint")
        self.message = QLineEdit()
        self.message.setMaxLength(LONGEST_MESSAGE)
        self.message.setPlaceholderText(tr("Message on the welcome page"))
        self.message.setText(row.message_text)
        self.message.returnPressed.connect(self._show_message)
        self.message.textChanged.connect(lambda _: self._name_buttons())
        self.show_message = self._button(tr("Show message"), self._change_message)
        self.reset = self._button(tr("Reset"), lambda: model.reset(row.device_num))
        self.reset.setToolTip(tr("Back to the welcome page; what a patient entered is wiped"))
        self.restart = self._button(tr("Restart"), lambda: model.restart(row.device_num))
        self.restart.setToolTip(tr("Restart the program on that PC"))
        self.remove = self._button(tr("Remove"), lambda: model.doubt(row.device_num))
        self.remove.setToolTip(tr("Refuse this PC from now on"))
        self.question = DangerQuestion(tr("Remove device"), model.remove, lambda: model.doubt(0))
        self._lay_out()

    def fill(self, row: KioskRow) -> None:
        """Show its state."""
        if row.message_text != self._row.message_text and not self.message.hasFocus():
            self.message.setText(row.message_text)
        self._row = row
        self.setAccessibleName(row.spoken)
        self._name.setText(breakable(row.name))
        self._state.setText(row.state)
        _tone(self._state, row.tone)
        for label, words in ((self._page, row.page), (self._trouble, row.trouble)):
            label.setText(words)
            label.setVisible(bool(words))
        self.question.ask(self._model.question if self._model.doubted == row.device_num else "")
        self._version.setText(tr("Version {version}", version=row.version) if row.version else "")
        self._name_buttons()
        self.message.setAccessibleName(tr("Message on the welcome page of {kiosk}", kiosk=row.name))

    def _is_shown(self) -> bool:
        """Whether the message in the field is on the welcome page now."""
        return bool(self._row.message_text) and self.message.text().strip() == self._row.message_text

    def _name_buttons(self) -> None:
        self.show_message.setText(tr("Hide message") if self._is_shown() else tr("Show message"))
        for button, title in self._titles():
            button.setAccessibleName(tr("{what}: {kiosk}", what=title, kiosk=self._row.name))

    def _titles(self) -> tuple[tuple[QPushButton, str], ...]:
        return tuple(
            (each, each.text()) for each in (self.show_message, self.reset, self.restart, self.remove)
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._name)
        head.addWidget(self._state)
        head.addStretch(1)
        head.addWidget(self._version)
        orders = QHBoxLayout()
        orders.setSpacing(8)
        orders.addWidget(self.message, 1)
        orders.addWidget(self.show_message)
        orders.addWidget(self.reset)
        orders.addWidget(self.restart)
        orders.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._page)
        column.addWidget(self._trouble)
        column.addSpacing(4)
        column.addLayout(orders)
        column.addWidget(self.question)

    def _button(self, title: str, do: object) -> QPushButton:
        button = QPushButton(title)
        button.clicked.connect(lambda: do() if callable(do) else None)
        return button

    def _change_message(self) -> None:
        if self._is_shown():
            self.message.clear()
        self._show_message()

    def _show_message(self) -> None:
        self._model.show_message(self._row.device_num, self.message.text())


class PairingForm(EntryForm):
    """The new PC's name, then the code that is typed there, large, with the time that is left. Esc closes."""

    def __init__(self, model: PairingViewModel, back: QToolButton) -> None:
        super().__init__()
        self.setObjectName("section")
        self._model = model
        self._back = back
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(tr("Name of the new check-in PC"))
        self.get_code = QPushButton(tr("Get code"))
        self.get_code.setProperty("kind", "primary")
        self.get_code.clicked.connect(lambda: self.confirm())
        self.cancel = QPushButton(tr("Close"))
        self.cancel.clicked.connect(lambda: self.dismiss())
        self.code = QLabel()
        self.code.setTextFormat(Qt.TextFormat.PlainText)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = self.code.font()
        font.setPixelSize(grown(CODE_PIXELS, self.font()))
        font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, 4)
        self.code.setFont(font)
        self._sentence = plain_label(wrap=True)
        self._left = plain_label(kind="second")
        self._lay_out()
        model.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """The name."""
        self.name.setFocus()
        self.name.selectAll()

    def confirm(self) -> None:
        """Get a code."""
        self._model.get_code(self.name.text())

    def dismiss(self) -> None:
        """Close the form and forget the code."""
        self._model.close()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(plain_label(tr("Name")))
        first.addWidget(self.name, 1)
        first.addWidget(self.get_code)
        first.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(plain_label(tr("Add a check-in PC"), kind="title"))
        column.addLayout(first)
        column.addWidget(self._sentence)
        column.addWidget(self.code)
        column.addWidget(self._left)

    def _show(self) -> None:
        model = self._model
        if self.appear(wanted=model.is_open, back=self._back):
            self.name.setText(model.proposed)
            self.take_focus()
        self.code.setText(model.code)
        self.code.setAccessibleName(" ".join(model.code))
        self.code.setVisible(bool(model.code))
        self._sentence.setText(model.sentence)
        self._sentence.setVisible(bool(model.sentence))
        self._left.setText(model.left)
        self._left.setVisible(bool(model.code))
        self.get_code.setText(tr("New code") if model.code or model.sentence else tr("Get code"))


def _tone(label: QLabel, tone: str) -> None:
    if label.property("kind") != tone:
        label.setProperty("kind", tone)
        label.style().unpolish(label)
        label.style().polish(label)  # a stylesheet reads properties only then
