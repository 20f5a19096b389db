"""One day: read, compared with what was counted, closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.tasks import LatestTask
from app.core.text import At, ExplainedError, Shape, many
from app.domain.money.cents import total
from app.domain.money.day_close import DayFacts, Difference, differences
from app.domain.money.pay_methods import Method
from app.sealed.errors import LocalStoreError
from app.services.money.closing.closed_days import ClosedDay, ClosedDays
from app.services.money.closing.closing import DayClosing, ToClose
from app.services.money.closing.day_reader import DayMoney, DayReader
from app.viewmodels.messages import explain
from app.viewmodels.staff.day_close.difference_rows import DifferenceRow, difference_row
from app.viewmodels.staff.day_close.drawer import DrawerModel
from app.viewmodels.staff.day_close.figures import METHODS
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict


class DayModel(QObject):
    """`changed`: another day, other facts, or another count. `asked`: a reason is wanted, or no longer."""

    changed = Signal()
    asked = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        parts = desk.parts
        self.days = ClosedDays(parts.journal.store.documents, parts.clock)
        self.closing = DayClosing(
            self.days, lambda: parts.writes.authority, lambda: desk.user.name, parts.clock, _noted
        )
        self._reader = DayReader(parts.client, parts.office, parts.journal, parts.clock)
        self._reading, self._saving = LatestTask(parts.scope), LatestTask(parts.scope)
        self.drawer = DrawerModel(self)
        self.day: date = desk.now().date()
        self.clinic = 0
        """0: the whole office."""
        self.money: DayMoney | None = None
        """None: it is loading."""
        self.reading = False
        self.asking = False
        """Whether the reason for closing with differences is asked for."""
        self.rows: tuple[DifferenceRow, ...] = ()
        self._found: tuple[Difference, ...] = ()
        self._read_at: float | None = None
        self.drawer.edited.connect(self._keep)

    # --- which day ---

    def show(self, day: date, clinic: int) -> None:
        """Show a day of a clinic; 0: the whole office."""
        if (day, clinic) != (self.day, self.clinic):
            self.money = None if day != self.day else self.money
            self.day, self.clinic, self.asking = day, clinic, False
            self.asked.emit()
        self._reading.start(self._read(), "day close")

    def leave(self) -> None:
        """It is not shown any more."""
        self._reading.cancel()

    @property
    def facts(self) -> DayFacts | None:
        """What is known of the clinic's day; None: it is loading."""
        if self.money is None:
            return None
        return self.money.facts.of_clinic(self.clinic) if self.clinic else self.money.facts

    @property
    def closed(self) -> ClosedDay | None:
        """How the day was closed; None: it is open."""
        found = [self.days.get(self.day), self.days.get(self.day, self.clinic)]
        return next((each for each in found if each is not None and each.is_closed), None)

    @property
    def left(self) -> tuple[Difference, ...]:
        """The differences that are more than notes."""
        return tuple(each for each in self._found if not each.is_note)

    @property
    def uncounted(self) -> tuple[Method, ...]:
        """What was taken but not counted."""
        facts, count = self.facts, self.drawer.count
        if facts is None:
            return ()
        counted = {Method.CASH: count.cash, Method.CHECK: count.checks, Method.CARD: count.cards}
        return tuple(
            method
            for method, found in counted.items()
            if found is None and facts.expected(method, here_only=count.here_only)
        )

    @property
    def taken(self) -> Decimal:
        """The total of the day's payments."""
        return total(each.amount for each in self.facts.of_day) if self.facts is not None else total(())

    # --- closing ---

    def may_close(self) -> Verdict:
        """Whether the day can be closed now."""
        reasons = (
            (self.closed is not None, tr("This day is closed already.")),
            (self.day > self._desk.now().date(), tr("This day hasn't come yet.")),
            (self.money is None, tr("This day hasn't loaded yet.")),
            (
                self.money is not None and self.money.why is not None,
                tr("The payments of this day can't be read now. What you counted is kept."),
            ),
            (bool(self.drawer.wrong), tr("Correct what was typed in the drawer first.")),
        )
        return next(
            (Verdict(ok=False, reason=words, done=words == reasons[0][1]) for no, words in reasons if no), YES
        )

    def may_reopen(self) -> Verdict:
        """Whether it can be reopened."""
        return YES if self.closed is not None else Verdict(ok=False, reason=tr("This day isn't closed."))

    async def close(self) -> None:
        """Close it; with differences, or something not counted, the reason is asked for first."""
        if self.left or self.uncounted:
            self.asking = True
            self.asked.emit()
        else:
            await self._close("")

    def close_with(self, note: str) -> None:
        """Close it with the differences that are left, for this reason."""
        if not note.strip():
            self._desk.warn(tr("Type why it is closed with these differences."))
        else:
            self._desk.parts.scope.start(self._guarded(note), "close day")

    def keep_open(self) -> None:
        """Don't close it."""
        self.asking = False
        self.asked.emit()

    async def reopen(self) -> None:
        """Open the closed day again."""
        if (closed := self.closed) is not None:
            await self.closing.reopen(closed.day, closed.clinic)
            self._desk.notices.say(tr("The day is open again."))
            self._show_count()
            self._compare()

    # --- inside ---

    async def _guarded(self, note: str) -> None:
        try:
            await self._close(note)
        except (LocalStoreError, ExplainedError) as error:
            self._desk.fail(error)

    async def _close(self, note: str) -> None:
        wanted = ToClose(
            self.day, self.clinic, self.drawer.count, self.taken, len(self.left), self.uncounted, note
        )
        await self.closing.close(wanted)
        self.asking = False
        self.asked.emit()
        self._desk.notices.say(tr("The day is closed."))
        self._show_count()
        self._compare()

    async def _read(self) -> None:
        self.reading = True
        self.changed.emit()
        try:
            await self.days.load()
            self._show_count()
            self.money = await self._reader.read(self.day)
            self._read_at = self._desk.parts.clock.monotonic()
        finally:
            self.reading = False
        self._compare()
        try:
            while await self._reader.read_name(self.money):
                self._compare()
        except ApiError:
            return  # they are shown by their number
        self._compare()

    def _show_count(self) -> None:
        count = self.days.count_of(self.day, self.clinic)
        self.drawer.show(count, locked=self.closed is not None)

    def _keep(self) -> None:
        self._saving.start(self.days.keep_count(self.day, self.clinic, self.drawer.count), "drawer")
        self._compare()

    def _compare(self) -> None:
        facts, money = self.facts, self.money
        if facts is not None and money is not None:
            self._found = differences(facts, self.drawer.count.totals)
            self.rows = tuple(difference_row(each, money) for each in self._found)
        else:
            self._found, self.rows = (), ()
        self.drawer.follow(facts if money is not None and money.why is None else None)
        self.changed.emit()

    # --- words ---

    @property
    def age(self) -> timedelta | None:
        """How long ago it was read; None: it is loading."""
        if self._read_at is None or self.money is None or self.money.why is not None:
            return None
        return timedelta(seconds=max(self._desk.parts.clock.monotonic() - self._read_at, 0.0))

    @property
    def headline(self) -> str:
        """How the day is."""
        facts, left = self.facts, len(self.left)
        if facts is None or self.money is None:
            return tr("Loading…")
        empty = not facts.of_day and not facts.sent and not facts.checks
        said = (
            (self.closed is not None, tr("Closed")),
            (self.money.why is not None, tr("Can't be compared now")),
            (left > 0, tr(many("{n} differences", "{n} difference", left))),
            (empty, tr("Nothing was taken on this day")),
            (
                bool(self.uncounted),
                tr("No differences so far. Still to count: {what}", what=self._names(self.uncounted)),
            ),
        )
        return next((words for holds, words in said if holds), tr("Everything agrees"))

    @property
    def closed_words(self) -> str:
        """Who closed the day, when, and why with differences; empty: it is open."""
        closed = self.closed
        if closed is None:
            return ""
        parts = [tr("Closed by {name}, {when}.", name=closed.by, when=At(closed.at, Shape.BOTH))]
        if closed.left:
            parts.append(tr(many("{n} differences were left.", "{n} difference was left.", closed.left)))
        if closed.uncounted:
            parts.append(tr("Not counted: {what}.", what=self._names(closed.uncounted)))
        return " ".join([*parts, closed.note])

    @property
    def question(self) -> str:
        """What is left when the day is to be closed."""
        left = len(self.left)
        parts = []
        if left:
            parts.append(tr(many("{n} differences are left.", "{n} difference is left.", left)))
        if self.uncounted:
            parts.append(tr("Not counted: {what}.", what=self._names(self.uncounted)))
        return " ".join([*parts, tr("Why is the day closed like this?")])

    def _names(self, methods: Sequence[Method]) -> str:
        return ", ".join(tr(METHODS[each]).lower() for each in methods)

    @property
    def trouble(self) -> str:
        """Why the payments can't be read; empty: they were."""
        if self.money is None or self.money.why is None:
            return ""
        shown = tr("Shown is what this PC knows.")
        return f"{explain(self.money.why).sentence} {shown}"

    @property
    def unseen(self) -> Sequence[str]:
        """What can't be seen, and why."""
        return [tr(each) for each in self.money.unseen] if self.money is not None else []


def _noted(_what: str, _day: str) -> None:
    """Until the audit is there."""
