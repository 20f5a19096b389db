"""Closing the shown day and opening it again: whether it can be done, and the reason for closing with differences."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.text import ExplainedError
from app.domain.money.cautions import of_texts
from app.sealed.errors import LocalStoreError
from app.services.audit.audit import Action
from app.services.money.closing.closing import DayClosing, ToClose
from app.viewmodels.staff.day_close.day import DayModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

DAY = "day"  # words: a kind of object in the audit


class ClosingModel(QObject):
    """`changed`: a reason is asked for, or no longer."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, day: DayModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._day = day
        self.asking = False
        """Whether the reason for closing with differences is asked for."""
        day.turned.connect(self.keep_open)

    def may_close(self) -> Verdict:
        """Whether the day can be closed now."""
        day, money = self._day, self._day.money
        closed = tr("This day is closed already.")
        reasons = (
            (day.closed is not None, closed),
            (day.day > self._desk.now().date(), tr("This day hasn't come yet.")),
            (money is None, tr("This day hasn't loaded yet.")),
            (
                money is not None and money.why is not None,
                tr("The payments of this day can't be read now. What you counted is kept."),
            ),
            (bool(day.drawer.wrong), tr("Correct what was typed in the drawer first.")),
        )
        why = next((words for holds, words in reasons if holds), "")
        return Verdict(ok=False, reason=why, done=why == closed) if why else YES

    def may_reopen(self) -> Verdict:
        """Whether it can be reopened."""
        return YES if self._day.closed is not None else Verdict(ok=False, reason=tr("This day isn't closed."))

    async def close(self) -> None:
        """Close it; with differences, or something not counted, the reason is asked for first."""
        if self._day.left or self._day.uncounted:
            self._ask(asking=True)
        else:
            await self._close("")

    def close_with(self, note: str) -> None:
        """Close it with the differences that are left, for this reason."""
        if not note.strip():
            self._desk.warn(tr("Type why it is closed with these differences."))
        elif found := of_texts([note]):
            self._desk.warn(tr(found[0].words))
        else:
            self._desk.parts.scope.start(self._guarded(note), "close day")  # words: a task's name

    def keep_open(self) -> None:
        """Don't close it."""
        self._ask(asking=False)

    async def reopen(self) -> None:
        """Open the closed day again."""
        if (closed := self._day.closed) is not None:
            service = await self._service()
            await self._desk.people.guarded(
                lambda approval: service.reopen(closed.day, closed.clinic, approval)
            )
            self._desk.notices.say(tr("The day is open again."))
            self._day.compare()

    async def _guarded(self, note: str) -> None:
        try:
            await self._close(note)
        except (LocalStoreError, ExplainedError) as error:
            self._desk.fail(error)

    async def _close(self, note: str) -> None:
        day = self._day
        count, left = day.drawer.count, len(day.left)
        wanted = ToClose(day.day, day.clinic, count, day.taken, left, day.uncounted, note)
        service = await self._service()
        await self._desk.people.guarded(lambda approval: service.close(wanted, approval))
        self._ask(asking=False)
        self._desk.notices.say(tr("The day is closed."))
        day.compare()

    async def _service(self) -> DayClosing:
        parts = self._desk.parts

        def noted(what: str, day: str) -> None:
            parts.audit.note(Action.CLOSE_DAY, DAY, int(day.replace("-", "")), what)

        days = await parts.closed_days()
        return DayClosing(days, parts.writes.authority, self._desk.user.name, parts.clock, noted)

    def _ask(self, *, asking: bool) -> None:
        if asking != self.asking:
            self.asking = asking
            self.changed.emit()
