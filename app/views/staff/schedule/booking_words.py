"""The field for words that ask for openings, with what was understood as chips below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.staff.schedule.booking.chips import Chip
from app.viewmodels.staff.schedule.booking.words import BookingWords
from app.viewmodels.translation import tr
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.announcing import announce
from app.views.widgets.labels import plain_tip

GAP = 4
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class WordsEntry(QWidget):
    """`left_below` is emitted on Down in the field."""

    left_below = Signal()

    def __init__(self, words: BookingWords, theme: Theme) -> None:
        super().__init__()
        self._words = words
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Such as: hyg 60 tue pm"))
        self.field.setAccessibleName(tr("Openings in words"))
        self.field.setToolTip(
            plain_tip(
                tr(
                    "Type, length, provider, days and times, in any order: "
                    "cleaning dr lee next week; crown 90 after the 15th; 30 min tomorrow before 10"
                )
            )
        )
        self.field.addAction(theme.icon(Icon.SEARCH, size=16), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.chips = WordChips(self.field, self._open, lambda at: self._replace(at, ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.field)
        column.addWidget(self.chips)
        self.field.textEdited.connect(words.type)
        words.changed.connect(self.refresh)

    @property
    def has_empty_focus(self) -> bool:
        """Whether it has the focus, and nothing is typed."""
        return self.field.hasFocus() and not self.field.text()

    def refresh(self) -> None:
        """Show the text and its chips."""
        if self.field.text() != self._words.text:
            self.field.setText(self._words.text)
        self.chips.fill(self._words.chips)

    def select_wrong(self) -> None:
        """Select the first words that were not understood, to type others."""
        start, end = self._words.wrong_place
        self.field.setFocus()
        self.field.setSelection(start, end - start)
        announce(self, tr("Not understood: {words}", words=self.field.selectedText()), urgent=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leaves the field."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and watched is self.field and cast(QKeyEvent, event).key() == Qt.Key.Key_Down:
            self.left_below.emit()
            return True
        return super().eventFilter(watched, event)

    def _open(self, at: int, button: QToolButton) -> None:
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for option in self._words.options(at):
            action = menu.addAction(option.name.replace("&", "&&"))
            action.triggered.connect(partial(self._replace, at, option.words))
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(tr("Remove")).triggered.connect(partial(self._replace, at, ""))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _replace(self, at: int, words: str) -> None:
        self._words.replace(at, words)
        self.field.setFocus()


class WordChips(QWidget):
    """Buttons in as many lines as they need. Left and Right move between them, Delete removes one."""

    def __init__(
        self,
        after: QWidget,
        opened: Callable[[int, QToolButton], None],
        removed: Callable[[int], None],
    ) -> None:
        """`after`: the field before them in the tab order."""
        super().__init__()
        self._after = after
        self._opened = opened
        self._removed = removed
        self._chips: tuple[Chip, ...] = ()
        self.buttons: list[QToolButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def fill(self, chips: Sequence[Chip]) -> None:
        """Show these chips."""
        if tuple(chips) == self._chips:
            return
        self._chips = tuple(chips)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(at, chip) for at, chip in enumerate(chips)]
        for before, after in pairwise([self._after, *self.buttons]):
            QWidget.setTabOrder(before, after)
        for button in self.buttons:
            button.show()
        self.setVisible(bool(chips))
        self._arrange()

    def sizeHint(self) -> QSize:
        """Narrow: the height follows the width."""
        return QSize(80, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move between the chips, Delete removes one."""
        at = next((at for at, each in enumerate(self.buttons) if each.hasFocus()), None)
        step = STEPS.get(Qt.Key(event.key()))
        if at is not None and event.key() in REMOVES:
            self._removed(at)
        elif at is None or step is None:
            super().keyPressEvent(event)
        else:
            self.buttons[(at + step) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, at: int, chip: Chip) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "chip")
        button.setProperty("wrong", chip.wrong)
        button.setText(chip.text.replace("&", "&&"))
        button.setToolTip(plain_tip(chip.tip))
        button.setAccessibleName(f"{chip.text}. {chip.tip}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._opened(at, button))
        return button

    def _arrange(self) -> None:
        x = y = 0
        for button in self.buttons:
            size = button.sizeHint()
            width = min(size.width(), max(self.width(), 1))
            if x and x + width > self.width():
                x, y = 0, y + size.height() + GAP
            button.setGeometry(x, y, width, size.height())
            x += width + GAP
        height = y + self.buttons[-1].sizeHint().height() if self.buttons else 0
        self.setFixedHeight(height)
