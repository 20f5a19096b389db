"""One-key actions on the selected row of a list: most go on to the next row at once."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.domain.lists.status import Reached
from app.domain.people.phones import call_link
from app.domain.schedule.visit import Stage
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.lists.booking import Booking
from app.viewmodels.staff.lists.calls import Calls
from app.viewmodels.staff.lists.estimates import Estimates
from app.viewmodels.staff.lists.families import NOT_SCHEDULED, FamilyConfirmation
from app.viewmodels.staff.lists.known import ListKnowledge
from app.viewmodels.staff.lists.rows import ListRow, is_row
from app.viewmodels.staff.lists.statuses import Statuses
from app.viewmodels.staff.lists.tab import ListTab
from app.viewmodels.staff.schedule.visit_rules import may_reach
from app.viewmodels.verdict import YES, Verdict
from app.wire.resources.appointments import Appointments
from app.wire.resources.commlogs import Commlogs

PATIENT = "patient"  # words: a screen
NO_ROW = Verdict(ok=False, reason=msg("Select a row first."))
NO_PHONE = Verdict(ok=False, reason=msg("No phone number is known."))


class ListActions(QObject):
    """The commands of the rows. `call_asked` is emitted with a tel: link to open."""

    call_asked = Signal(str)

    def __init__(
        self, desk: DeskViewModel, known: ListKnowledge, tab: Callable[[], ListTab], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known = known
        self._tab = tab
        self._booking = Booking(desk, self)
        self.estimates = Estimates(desk, self)
        self.statuses = Statuses(desk, known, tab, self)
        self._calls = Calls(desk, known, self.statuses)
        self._family = FamilyConfirmation(desk, tab)
        work: dict[CommandSpec, tuple[Callable[[ListRow], Coroutine[Any, Any, None]], Callable[[], Verdict]]]
        work = {
            commands.CONFIRM: (self._confirm, self._may_confirm),
            commands.FAMILY: (self._family.confirm, self._of_row(self._family.verdict)),
            commands.STATUS: (self.statuses.ask, self._of_row(self.statuses.verdict)),
            commands.MESSAGE: (partial(self._calls.log, Reached.MESSAGE), self._may_log),
            commands.NO_ANSWER: (partial(self._calls.log, Reached.NO_ANSWER), self._may_log),
            commands.LOG: (self._log, self._may_log),
            commands.BOOK: (self._book, self._of_row(self._booking.verdict)),
            commands.CALL: (self._call, self._may_call),
            commands.SHOW: (self._show, self._selected),
            commands.ESTIMATE: (self.estimates.print, self._of_row(self.estimates.verdict)),
        }
        self.commands = [self._command(spec, do, can) for spec, (do, can) in work.items()]
        self._by_spec = dict(zip(work, self.commands, strict=True))
        self.statuses.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Another row is selected, or it has changed."""
        for command in self.commands:
            command.refresh()

    def enter(self) -> None:
        """Enter was pressed: the obvious thing for this list."""
        confirms = self._tab().spec is commands.CONFIRMATIONS
        self._by_spec[commands.CONFIRM if confirms else commands.BOOK].run()

    def show_patient(self) -> None:
        """A row was double-clicked."""
        self._by_spec[commands.SHOW].run()

    def _command(
        self,
        spec: CommandSpec,
        do: Callable[[ListRow], Coroutine[Any, Any, None]],
        can: Callable[[], Verdict],
    ) -> AsyncCommand:
        desk = self._desk

        def about() -> tuple[object, ListRow | None]:
            row = self._tab().chosen
            return (row.key if row is not None else None), row

        started = {commands.FAMILY: self._family.go_on}.get(
            spec, self._go_on if spec in commands.GOING_ON else None
        )
        return AsyncCommand(spec, desk.parts.scope, do, can, desk.fail, self, about=about, started=started)

    def _go_on(self, row: ListRow) -> None:
        """Select the next row before this one is sent: the next key counts for that one."""
        tab = self._tab()
        if is_row(tab.chosen, row):
            tab.next_asked.emit()

    # --- what they do ---

    async def _confirm(self, row: ListRow) -> None:
        if (visit := row.visit) is not None:
            if visit.person is None:  # the name may have come since the key was pressed
                visit = replace(visit, person=self._desk.parts.office.person(visit.pat_num))
            await self._desk.outcomes.tell(self._desk.parts.visits.confirm_visit(visit))

    async def _log(self, row: ListRow) -> None:
        """The form for a commlog, under the strip of this patient."""
        self._desk.commlog.called = row.pat_num
        await self._desk.commlog.write(row.somebody)

    async def _book(self, row: ListRow) -> None:
        await self._booking.begin(row, row.somebody)

    async def _call(self, row: ListRow) -> None:
        self._desk.commlog.called = row.pat_num
        self.call_asked.emit(call_link(row.phone))

    async def _show(self, row: ListRow) -> None:
        """The page of this patient, whom the strip shows already."""
        await self._desk.screens.show(PATIENT)

    # --- whether they can ---

    def _of_row(self, verdict: Callable[[ListRow], Verdict]) -> Callable[[], Verdict]:
        def can() -> Verdict:
            row = self._tab().chosen
            return verdict(row) if row is not None else NO_ROW

        return can

    def _selected(self) -> Verdict:
        return YES if self._tab().chosen is not None else NO_ROW

    def _may_confirm(self) -> Verdict:
        if (row := self._tab().chosen) is None:
            return NO_ROW
        if row.visit is None:
            return NOT_SCHEDULED
        verdict = may_reach(row.visit, Stage.CONFIRMED)
        return self._may(Appointments.confirm) if verdict.ok else verdict

    def _may_log(self) -> Verdict:
        return self._may(Commlogs.create) if self._tab().chosen is not None else NO_ROW

    def _may_call(self) -> Verdict:
        row = self._tab().chosen
        return NO_ROW if row is None else YES if row.phone else NO_PHONE

    def _may(self, method: Callable[..., Any]) -> Verdict:
        found = self._desk.parts.client.can(method)
        return Verdict(ok=found.ok, reason=found.reason)
