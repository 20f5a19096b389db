"""Collections: whom to call about a balance, and what they promise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.tasks import LatestTask
from app.core.text import Text, msg
from app.domain.money.cents import ZERO
from app.domain.people.phones import call_link
from app.services.money.collections.collections import CallList, CollectionsReader, Owing
from app.viewmodels.messages import explain
from app.viewmodels.staff.day_close.collections_table import COLUMNS, EMPTY
from app.viewmodels.staff.day_close.printing import Printing
from app.viewmodels.staff.day_close.promise import PromiseModel
from app.viewmodels.staff.day_close.steps import NextSteps
from app.viewmodels.staff.day_close.tasking import about_owing
from app.viewmodels.staff.day_close.totals import typed_total
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr

BUCKETS: Sequence[tuple[int, Text]] = (
    (0, msg("Any age")),
    (30, msg("Over 30 days")),
    (60, msg("Over 60 days")),
    (90, msg("Over 90 days")),
)
SILENCE: Sequence[tuple[int, Text]] = (
    (0, msg("Contacted any time")),
    (7, msg("Not in 7 days")),
    (30, msg("Not in 30 days")),
)
UNPAID: Sequence[tuple[int, Text]] = (
    (0, msg("Paid any time")),
    (30, msg("Nothing in 30 days")),
    (90, msg("Nothing in 90 days")),
)


class Filters(Struct, frozen=True):
    """Which families are listed."""

    least: Decimal = ZERO
    """The smallest balance."""
    bucket: int = 0
    """Only with something owed for more than so many days."""
    silent: int = 0
    """Only without a contact for so many days."""
    unpaid: int = 0
    """Only without a payment for so many days."""

    def takes(self, row: Owing, today: date) -> bool:
        """Whether a family is listed. What isn't known leaves nobody out."""
        aging = row.aging
        old = {30: row.overdue, 60: aging.Bal_61_90 + aging.BalOver90, 90: aging.BalOver90}
        return (
            aging.BalTotal >= self.least
            and (not self.bucket or old[self.bucket] > 0)
            and not _within(row.last_contact, self.silent, today)
            and not _within(row.last_paid, self.unpaid, today)
        )


class CollectionsModel(QObject):
    """`changed`: other rows or filters. `chosen_changed`: another family. `call_asked`: with a tel: link to open."""

    changed = Signal()
    chosen_changed = Signal()
    next_asked = Signal()
    """The next row is wanted: this family is done."""
    call_asked = Signal(str)

    def __init__(self, desk: DeskViewModel, steps: NextSteps, printing: Printing, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._steps = steps
        self._printing = printing
        parts = desk.parts
        self._reader = CollectionsReader(parts.client, parts.office, parts.clock)
        self._reading, self._looking = LatestTask(parts.scope), LatestTask(parts.scope)
        self.filters = Filters()
        self.found: CallList | None = None
        self.clinic = 0
        self.chosen: Owing | None = None
        self.promise = PromiseModel(desk, self)
        self.promise.added.connect(self._promised)
        self.table = TableViewModel(
            "collections",
            msg("Collections"),
            COLUMNS,
            lambda row: row.pat_num,
            desk.tables or ForgetfulMemory(),
            self,
            empty=EMPTY,
        )

    def show(self, clinic: int) -> None:
        """Read the families of a clinic; 0: of the office."""
        self.clinic = clinic
        self._reading.start(self._read(), "collections")

    def leave(self) -> None:
        """It is not shown any more."""
        self._reading.cancel()
        self._looking.cancel()

    # --- filters ---

    def set_least(self, text: str) -> None:
        """The smallest balance, as typed; what is no amount changes nothing."""
        found = typed_total(text) if text.strip() else ZERO
        if found is not None:
            self._filter(replace(self.filters, least=found))

    def choose(
        self, *, bucket: int | None = None, silent: int | None = None, unpaid: int | None = None
    ) -> None:
        """Choose an age, or how long nobody has called or paid."""
        known = self.filters
        self._filter(
            replace(
                known,
                bucket=known.bucket if bucket is None else bucket,
                silent=known.silent if silent is None else silent,
                unpaid=known.unpaid if unpaid is None else unpaid,
            )
        )

    @property
    def total(self) -> Decimal:
        """What the listed families owe."""
        return sum((row.aging.BalTotal for row in self.table.model.rows), ZERO)

    # --- one family ---

    def select(self, row: Owing | None) -> None:
        """Show this family; None: none."""
        if (row and row.pat_num) != (self.chosen and self.chosen.pat_num):
            self.chosen = row
            self.promise.show(row)
            self.chosen_changed.emit()
            self._looking.cancel()
            if row is not None and self.found is not None and self.found.unseen:
                self._looking.start(self._look(row), "family")

    def call(self) -> None:
        """Call the selected family: select them, and dial."""
        if (row := self.chosen) is not None and row.phone:
            self._desk.commlog.called = row.pat_num
            self.call_asked.emit(call_link(row.phone))

    def show_ledger(self) -> None:
        """Show the ledger of the selected family."""
        if self.chosen is not None:
            self._steps.show_ledger(self.chosen.pat_num)

    def new_task(self) -> None:
        """Begin a task about the selected family."""
        if self.chosen is not None:
            self._desk.tasks.new(about_owing(self._desk, self.chosen))

    def print(self) -> None:
        """Preview the list."""
        parts = self._desk.parts
        preview = self.table.print(parts.scope, parts.clock, self._printing.practice, self)
        parts.scope.start(self._printing.preview(preview), "print")

    # --- inside ---

    async def _read(self) -> None:
        if self.found is None:
            self.table.show_words(tr("Loading…"))
        try:
            self.found = await self._reader.read(self.clinic)
        except ApiError as error:
            self.table.show_words(explain(error).sentence)
            self.changed.emit()
            return
        self._fill()

    async def _look(self, row: Owing) -> None:
        try:
            self._put(await self._reader.read_one(row))
        except ApiError:
            return  # the list shows what is known

    def _promised(self, row: Owing) -> None:
        """A promise was sent: show it, and go on."""
        self._put(row)
        self.next_asked.emit()

    def _put(self, row: Owing) -> None:
        if self.found is not None:
            rows = tuple(row if each.pat_num == row.pat_num else each for each in self.found.rows)
            self.found = replace(self.found, rows=rows)
            if self.chosen is not None and self.chosen.pat_num == row.pat_num:
                self.chosen = row
            self._fill()
            self.chosen_changed.emit()

    def _filter(self, filters: Filters) -> None:
        if filters != self.filters:
            self.filters = filters
            self._fill()

    def _fill(self) -> None:
        if self.found is not None:
            today = self._desk.now().date()
            self.table.show_rows(row for row in self.found.rows if self.filters.takes(row, today))
        self.changed.emit()


def _within(day: date | None, days: int, today: date) -> bool:
    """Whether a day is among the last so many."""
    return day is not None and days > 0 and day > today - timedelta(days=days)
