"""One day: read, compared with what was counted, closed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.tasks import LatestTask
from app.domain.money.cents import total
from app.domain.money.day_close import DayFacts, Difference, Sent, differences
from app.domain.money.pay_methods import Method
from app.journal.entries import Entry, WriteState
from app.services.money.closing.closed_days import ClosedDay, ClosedDays
from app.services.money.closing.day_reader import DayMoney, DayReader
from app.services.money.closing.journal_day import MONEY
from app.viewmodels.staff.day_close.difference_rows import DifferenceRow, difference_row
from app.viewmodels.staff.day_close.drawer import DrawerModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import typed


class DayModel(QObject):
    """`changed`: another day, other facts, or another count. `turned`: another day or clinic."""

    changed = Signal()
    turned = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        parts = desk.parts
        self.days: ClosedDays | None = None
        """None: they are not read yet."""
        self._reader = DayReader(parts.client, parts.office, parts.journal, parts.clock)
        self._reading, self._saving = LatestTask(parts.scope), LatestTask(parts.scope)
        self.drawer = DrawerModel(self)
        self.day: date = desk.now().date()
        self.clinic = 0
        """0: the whole office."""
        self.money: DayMoney | None = None
        """None: it is loading."""
        self.reading = False
        self.rows: tuple[DifferenceRow, ...] = ()
        self._found: tuple[Difference, ...] = ()
        self._read_at: float | None = None
        self._shown = False
        self.drawer.edited.connect(self._keep)
        self._unwatch = parts.journal.watch(self._follow)

    # --- which day ---

    def show(self, day: date, clinic: int) -> None:
        """Show a day of a clinic; 0: the whole office."""
        if (day, clinic) != (self.day, self.clinic):
            self.money = None if day != self.day else self.money
            self.day, self.clinic = day, clinic
            if self.days is not None and clinic != self.days.clinic:
                self.days.set_clinic(clinic)
                self._saving.start(self.days.save(), "clinic")
            self.turned.emit()
            self.compare()
        self._shown = True
        self._reading.start(self._read(), "day close")  # words: a task's name

    def leave(self) -> None:
        """It is not shown any more."""
        self._shown = False
        self._reading.cancel()

    def end(self) -> None:
        """The desk was closed."""
        self.leave()
        self._unwatch()

    @property
    def facts(self) -> DayFacts | None:
        """What is known of the clinic's day; None: it is loading."""
        if self.money is None:
            return None
        return self.money.facts.of_clinic(self.clinic) if self.clinic else self.money.facts

    @property
    def closed(self) -> ClosedDay | None:
        """How the day was closed; None: it is open."""
        if self.days is None:
            return None
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

    def words_of(self, sent: Sent) -> str:
        """What an entry of the journal says of itself."""
        entry = self.money.journal.entry(sent.entry) if self.money is not None else None
        return typed(entry.intent.words) if entry is not None else ""

    @property
    def taken(self) -> Decimal:
        """The total of the day's payments."""
        return total(each.amount for each in self.facts.of_day) if self.facts is not None else total(())

    @property
    def age(self) -> timedelta | None:
        """How long ago it was read; None: it is loading."""
        if self._read_at is None or self.money is None or self.money.why is not None:
            return None
        return timedelta(seconds=max(self._desk.parts.clock.monotonic() - self._read_at, 0.0))

    def compare(self) -> None:
        """Show how the day is now: it was closed, opened, or turned to."""
        self._show_count()
        self._compare()

    # --- inside ---

    def _follow(self, entry: Entry) -> None:
        """Money was posted here, or is settled now: compare again."""
        if self._shown and entry.intent.method.startswith(MONEY) and entry.state is not WriteState.SENT:
            self._reading.start(self._read(), "day close")  # words: a task's name

    async def _read(self) -> None:
        self.reading = True
        self.changed.emit()
        try:
            days = await self._desk.parts.closed_days()
            if self.days is None:
                self.clinic = self._known_clinic(days.clinic)
            self.days = days
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

    def _known_clinic(self, clinic: int) -> int:
        """The clinic that was shown last, if the office still has it."""
        lists = self._desk.parts.office.lists
        return clinic if lists is None or any(row.ClinicNum == clinic for row in lists.clinics) else 0

    def _show_count(self) -> None:
        if self.days is not None:
            count = self.days.count_of(self.day, self.clinic)
            self.drawer.show(count, locked=self.closed is not None)

    def _keep(self) -> None:
        if self.days is not None:
            self.days.set_count(self.day, self.clinic, self.drawer.count)
            self._saving.start(self.days.save(), "drawer")
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
