"""The members of the family above the ledger: a click shows another one's account."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.viewmodels.staff.ledger.members import MemberChip
from app.viewmodels.translation import tr
from app.views.widgets.labels import plain_tip

GAP = 4
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class MemberChips(QWidget):
    """As many as fit, the chosen ones always; the others are behind a button. Left and Right move between them."""

    def __init__(self, choose: Callable[[int], None]) -> None:
        super().__init__()
        self._choose = choose
        self._chips: tuple[MemberChip, ...] = ()
        self.buttons: list[QToolButton] = []
        self.more = QToolButton(self)
        self.more.setProperty("kind", "action")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        self.more.hide()
        self.setAccessibleName(tr("Family members"))
        self.hide()

    def fill(self, chips: Sequence[MemberChip]) -> None:
        """Show these members; the focus stays where it was."""
        if tuple(chips) == self._chips:
            return
        focused = next((at for at, each in enumerate(self.buttons) if each.hasFocus()), None)
        self._chips = tuple(chips)
        while len(self.buttons) < len(chips):
            self.buttons.append(self._button(len(self.buttons)))
        for extra in self.buttons[len(chips) :]:
            extra.hide()
            extra.deleteLater()
        del self.buttons[len(chips) :]
        for button, chip in zip(self.buttons, chips, strict=True):
            _dress(button, chip)
        self.setVisible(bool(chips))
        self._arrange()
        self.updateGeometry()
        if focused is not None and focused < len(self.buttons):
            self.buttons[focused].setFocus()

    def sizeHint(self) -> QSize:
        """One line of buttons."""
        return QSize(200, self.more.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as its area."""
        return QSize(80, self.more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move between the members."""
        shown = [each for each in self.buttons if not each.isHidden()]
        at = next((at for at, each in enumerate(shown) if each.hasFocus()), None)
        step = STEPS.get(Qt.Key(event.key()))
        if at is None or step is None:
            super().keyPressEvent(event)
        else:
            shown[(at + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, at: int) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "action")
        button.setCheckable(True)
        button.clicked.connect(lambda: self._pick(at))
        return button

    def _pick(self, at: int) -> None:
        self.buttons[at].setChecked(self._chips[at].chosen)  # what follows decides what is chosen
        self._choose(self._chips[at].pat_num)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for button, chip in zip(self.buttons, self._chips, strict=True):
            if button.isHidden():
                words = f"{chip.name}\t{chip.balance}".replace("&", "&&")
                self._menu.addAction(words).triggered.connect(
                    lambda _=False, chip=chip: self._choose(chip.pat_num)
                )

    def _arrange(self) -> None:
        widths = [each.sizeHint().width() for each in self.buttons]
        kept = set(_fitting(widths, [each.chosen for each in self._chips], self.width()))
        if len(kept) < len(widths):
            self.more.setText(tr("{n} more", n=len(widths) - len(kept)))
            room = self.width() - self.more.sizeHint().width() - GAP
            kept = set(_fitting(widths, [each.chosen for each in self._chips], room))
            self.more.setText(tr("{n} more", n=len(widths) - len(kept)))
        x = 0
        for at, button in enumerate(self.buttons):
            button.setVisible(at in kept)
            if at in kept:
                width = min(widths[at], max(self.width() - x, 1))
                button.setGeometry(x, 0, width, self.height())
                x += width + GAP
        self.more.setVisible(len(kept) < len(widths))
        self.more.setGeometry(x, 0, self.more.sizeHint().width(), self.height())


def _fitting(widths: Sequence[int], chosen: Sequence[bool], room: int) -> list[int]:
    """The chips that fit into so many pixels: the chosen ones and the last one (the family) first."""
    first = [at for at in range(len(widths)) if chosen[at] or at == len(widths) - 1]
    found: list[int] = []
    for at in [*first, *(at for at in range(len(widths)) if at not in first)]:
        room -= widths[at] + GAP
        if room < 0 and found:
            break
        found.append(at)
    return found


def _dress(button: QToolButton, chip: MemberChip) -> None:
    words = f"{chip.name}  {chip.balance}"
    button.setText(words.replace("&", "&&"))
    button.setChecked(chip.chosen)
    button.setAccessibleName(tr("{name}, balance {amount}", name=chip.name, amount=chip.balance))
    button.setToolTip(plain_tip(tr("Show the ledger of {name}", name=chip.name)))
    if button.property("set") is not chip.chosen:
        button.setProperty("set", chip.chosen)
        button.style().unpolish(button)
        button.style().polish(button)
