"""Changes that Open Dental doesn't have yet, below the notes of the thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.staff.tasks.open.pending import PendingChange, PendingChanges
from app.viewmodels.translation import tr
from app.views.widgets.capped import CappedLabel
from app.views.widgets.fitting import FittingScroll
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.links import LinkButton

LINES = 4


class PendingList(FittingScroll):
    """One block for each of them, with what can be done about it."""

    def __init__(self, pending: PendingChanges, parent: QWidget) -> None:
        """`parent` is needed: it may be shown at once, and would be a window of its own.

        It gets the focus of a button whose block is gone.
        """
        self._box = QWidget()
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        super().__init__(self._box, parent)
        self._pending, self._back = pending, parent
        self._shown: dict[int, tuple[PendingChange, QFrame]] = {}
        pending.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        rows = {each.row.id: each for each in self._pending.rows}
        old = {number: block for number, (before, block) in self._shown.items() if rows.get(number) != before}
        for number in old:
            del self._shown[number]
        for at, (number, change) in enumerate(rows.items()):
            if number not in self._shown:
                block = self._block(change)
                self._shown[number] = change, block
                self._column.insertWidget(at, block)
        for number, block in old.items():
            self._pass_focus_on(block, self._shown.get(number))
            self._column.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.setVisible(bool(rows))

    def _pass_focus_on(self, old: QFrame, new: tuple[PendingChange, QFrame] | None) -> None:
        """The same button of the new block gets it: a change that waits is written anew with each try."""
        focus = self._box.focusWidget()
        if not isinstance(focus, LinkButton) or not focus.hasFocus() or not old.isAncestorOf(focus):
            return
        beside = new[1].findChildren(LinkButton) if new is not None else []
        same = next((each for each in beside if each.text() == focus.text()), None)
        (same or self._back).setFocus()

    def _block(self, change: PendingChange) -> QFrame:
        block = QFrame(self._box)
        block.setObjectName("pending")
        block.setAccessibleName(f"{change.who}: {change.words}. {change.row.state}")
        column = QVBoxLayout(block)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(2)
        head = QHBoxLayout()
        who = plain_label(change.who)
        font = who.font()
        font.setBold(True)
        who.setFont(font)
        head.addWidget(who)
        head.addStretch(1)
        head.addWidget(plain_label(change.row.time, kind="second"))
        column.addLayout(head)
        column.addWidget(CappedLabel(breakable(change.words), LINES))
        state = plain_label(change.row.state, kind="alert" if change.row.can_close else "pending", wrap=True)
        column.addWidget(state)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for title, act in self._actions(change):
            buttons.addWidget(LinkButton(title, act, spoken=f"{title}: {change.words}"))
        buttons.addStretch(1)
        column.addLayout(buttons)
        return block

    def _actions(self, change: PendingChange) -> list[tuple[str, Callable[[], None]]]:
        pending, row = self._pending, change.row
        offered = (
            (row.can_retry, tr("Try again"), lambda: pending.retry(row.id)),
            (row.can_retry and bool(change.note), tr("Change"), lambda: pending.change(row.id)),
            (row.can_withdraw, tr("Cancel this change"), lambda: pending.withdraw(row.id)),
            (row.can_check, tr("Check now"), lambda: pending.check(row.id)),
            (row.can_decide, tr("Done"), lambda: pending.decide(row.id, done=True)),
            (row.can_decide, tr("Not done"), lambda: pending.decide(row.id, done=False)),
            (row.can_close, tr("Dismiss"), lambda: pending.dismiss(row.id)),
        )
        return [(title, act) for shown, title, act in offered if shown]
