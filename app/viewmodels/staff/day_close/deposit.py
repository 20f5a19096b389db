"""Making a deposit: what goes on the slip, the bank account, and the slip on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.tasks import LatestTask
from app.core.text import Text, msg
from app.domain.printing.document import Document
from app.journal.entries import Entry, WriteState
from app.services.money.closing.deposits import DepositReader, SlipSums, ToDeposit, Undeposited, slip_sums
from app.services.writes.money.money_writes import NewDeposit
from app.viewmodels.messages import explain
from app.viewmodels.staff.day_close.deposit_slip import Slip, deposit_slip
from app.viewmodels.staff.day_close.deposit_table import COLUMNS, EMPTY, DepositLine
from app.viewmodels.staff.day_close.payments import PaymentsModel
from app.viewmodels.staff.day_close.printing import Printing
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict
from app.wire.resources.deposits import Deposits
from app.wire.version import Version

SPANS: Sequence[tuple[int, Text]] = (
    (1, msg("Today")),
    (7, msg("7 days")),
    (30, msg("30 days")),
    (90, msg("90 days")),
)
"""Days back that are read."""
USUAL_SPAN = 7
ATTACHES = Version(26, 2)
"""Since then a deposit can be made of payments; before, it would be an empty slip."""


class DepositModel(QObject):
    """`changed`: other rows, another choice, or another deposit."""

    changed = Signal()

    def __init__(
        self, desk: DeskViewModel, payments: PaymentsModel, printing: Printing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._payments = payments
        self._printing = printing
        self._reader = DepositReader(desk.parts.client, desk.parts.office)
        self._reading = LatestTask(desk.parts.scope)
        self.span, self.clinic = USUAL_SPAN, 0
        self.found: ToDeposit | None = None
        self._chosen: set[tuple[bool, int]] = set()
        self.account, self.batch, self.memo = 0, "", ""
        """The account is a DefNum; 0: none."""
        self.made: Slip | None = None
        """The deposit that was made last, until something else is chosen."""
        self.table = TableViewModel(
            "deposit",
            msg("To deposit"),
            COLUMNS,
            lambda line: line.row.key,
            desk.tables or ForgetfulMemory(),
            self,
            empty=EMPTY,
        )
        self.table.opened.connect(lambda line: self.tick(line.row))

    def show(self, clinic: int) -> None:
        """Read what can be deposited of a clinic; 0: of the whole office."""
        self.clinic = clinic
        self._reading.start(self._read(), "deposits")

    def leave(self) -> None:
        """It is not shown any more."""
        self._reading.cancel()

    # --- choosing ---

    def set_span(self, days: int) -> None:
        """Read so many days back."""
        self.span = days
        self.show(self.clinic)

    def tick(self, row: Undeposited) -> None:
        """Put a row on the slip, or take it off."""
        self._chosen ^= {row.key}
        self.made = None
        self._fill()

    def tick_all(self, *, ticked: bool) -> None:
        """Put all rows that are shown on the slip, or take them off."""
        keys = {line.row.key for line in self.table.model.rows}
        self._chosen = self._chosen | keys if ticked else self._chosen - keys
        self.made = None
        self._fill()

    @property
    def chosen(self) -> tuple[Undeposited, ...]:
        """The rows on the slip."""
        return tuple(row for row in self._rows if row.key in self._chosen)

    @property
    def sums(self) -> SlipSums:
        """The sums of the slip, or of the deposit that was just made."""
        return self.made.sums if self.made is not None else slip_sums(self.chosen)

    # --- making, printing ---

    def may_make(self) -> Verdict:
        """Whether the deposit can be made now."""
        client = self._desk.parts.client
        known, version = client.can(Deposits.create), client.capabilities.version
        if not known.ok:
            return Verdict(ok=False, reason=known.reason)
        if version is not None and version < ATTACHES:
            words = tr(
                "This version of Open Dental takes no payments for a deposit. Print the slip, and make the deposit in "
                "Open Dental: Manage, Deposits."
            )
            return Verdict(ok=False, reason=words)
        if self.made is not None:
            return Verdict(ok=False, reason=tr("This deposit is made."), done=True)
        return YES if self.chosen else Verdict(ok=False, reason=tr("Nothing is on the slip."))

    async def make(self) -> None:
        """Make it."""
        rows, sums = self.chosen, self.sums
        new = NewDeposit(
            amount=sums.total,
            payments=tuple(row.num for row in rows if not row.insurance),
            claim_payments=tuple(row.num for row in rows if row.insurance),
            since=min((row.day for row in rows if row.day is not None), default=None),
            account=self.account,
            batch=self.batch,
            memo=self.memo,
        )
        slip = self._slip()
        writes = self._desk.parts.money_writes()
        posting = self._desk.people.guarded(lambda approval: writes.make_deposit(new, approval))
        entry = await self._desk.outcomes.tell(posting)
        if entry is not None and entry.state is WriteState.DONE:
            self._done(slip, entry)

    def may_print(self) -> Verdict:
        """Whether there is a slip to print."""
        there = self.made is not None or bool(self.chosen)
        return YES if there else Verdict(ok=False, reason=tr("Nothing is on the slip."))

    async def print(self) -> None:
        """Preview the slip."""
        slip = self.made or self._slip()

        async def make() -> Document:
            return deposit_slip(slip, practice=self._printing.practice, now=self._desk.now())

        day = self._desk.now().date().isoformat()
        #: the name of a PDF file
        await self._printing.show(tr("Deposit slip"), tr("Deposit slip {day}", day=day), make)

    # --- inside ---

    @property
    def _rows(self) -> tuple[Undeposited, ...]:
        """The rows of the clinic that is shown."""
        rows = self.found.rows if self.found is not None else ()
        return tuple(row for row in rows if self.clinic in (0, row.clinic))

    def _slip(self) -> Slip:
        found, account = self.found, ""
        if found is not None:
            account = dict(found.accounts).get(self.account, "")
        lines = tuple((found.name(row), row) for row in self.chosen) if found is not None else ()
        return Slip(self._desk.now().date(), lines, slip_sums(self.chosen), account, self.batch, self.memo)

    def _done(self, slip: Slip, entry: Entry) -> None:
        amount = Decimal(str((entry.answer or {}).get("Amount") or 0))
        if amount != slip.sums.total:
            self._desk.warn(
                tr(
                    "Open Dental shows another amount for this deposit. Check what is attached to it: Manage, Deposits."
                )
            )
        self.made, self._chosen = slip, set()
        self._reading.start(self._read(keep=True), "deposits")

    async def _read(self, *, keep: bool = False) -> None:
        first = self.found is None
        self.changed.emit()
        since = self._desk.now().date() - timedelta(days=self.span - 1)
        try:
            self.found = await self._reader.read(since)
        except ApiError as error:
            self.table.show_words(explain(error).sentence)
            self.changed.emit()
            return
        keys = {row.key for row in self.found.rows}
        self._chosen &= keys
        if first and not keep:
            self._chosen = {row.key for row in self.found.rows if row.usual}
            self.account = next((number for number, _ in self.found.accounts), 0)
        self._fill()

    def _fill(self) -> None:
        if self.found is not None:
            clinics = self._payments.clinics
            lines = [
                DepositLine(row, self.found.name(row), row.key in self._chosen, clinics.get(row.clinic, ""))
                for row in self._rows
            ]
            self.table.show_rows(lines)
        self.changed.emit()
