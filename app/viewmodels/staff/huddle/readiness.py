"""The readiness of the day that is shown: its rows, and how far it is read."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from app.core.tasks import LatestTask
from app.core.text import many, msg
from app.domain.huddle.readiness import Item, Readiness, Standing
from app.services.huddle.huddle import OfficeHuddle
from app.services.schedule.filter import ScheduleFilter
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.huddle.chosen_row import ChosenRow
from app.viewmodels.staff.huddle.columns import EMPTY, NOTHING_TO_DO, columns, never_known
from app.viewmodels.staff.huddle.day import HuddleDay
from app.viewmodels.staff.huddle.words import ITEM_NAMES
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr

AGAIN_SECONDS = 20.0
"""Patients who have changed are read again together, after so long."""
LIMITED = msg(
    "Balances, insurance verification, recalls, forms and lab work are read for the patients that you open: reading "
    "them for the whole day needs the Queries permission."
)


class ReadinessModel(QObject):
    """`changed`: other rows, another filter, or further progress."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, huddle: OfficeHuddle, day: HuddleDay, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.huddle = huddle
        self._reading, self._waiting = LatestTask(desk.parts.scope), LatestTask(desk.parts.scope)
        self._shown = self._again = False
        self._day = day
        self.only_to_do = False
        self.table = TableViewModel(
            "huddle",
            msg("Huddle"),
            columns(lambda: day.names),
            lambda row: row.visit.apt_num,
            desk.tables or ForgetfulMemory(),
            self,
            empty=EMPTY,
        )
        self.table.counting = lambda count: many("{n} appointments", "{n} appointment", count)
        self.table.opened.connect(self.open)
        self._unwatch = huddle.watch(self._follow)
        self.row = ChosenRow(desk, self.table, self)

    def close(self) -> None:
        """The desk was closed."""
        self.leave()
        self._unwatch()

    # --- which day ---

    def show(self, *, again: bool = False) -> None:
        """Show the chosen day and clinic, and read what is missing of it; `again`: all of it."""
        self._shown = True
        self.row.enter(self._day.day)
        self._waiting.cancel()
        self._reading.start(self._read(again=again), "huddle")
        self._fill()

    def leave(self) -> None:
        """It is not shown any more: what is not sent yet is not read."""
        self._shown = False
        self.row.leave()
        self._reading.cancel()
        self._waiting.cancel()

    def limit(self, *, only_to_do: bool) -> None:
        """Show only appointments with something to do, or all."""
        self.only_to_do = only_to_do
        self.table.limit((lambda row: bool(row.to_do)) if only_to_do else None, NOTHING_TO_DO)
        self.changed.emit()

    # --- what is shown ---

    @property
    def rows(self) -> tuple[Readiness, ...]:
        """The day's appointments of the clinic; empty while it is loading."""
        chairs = {row.OperatoryNum: row for row in self._day.lists.operatories}
        shown = ScheduleFilter(clinic_num=self._day.clinic or None)
        rows = self.huddle.readiness(self._day.day) or ()
        return tuple(row for row in rows if shown.shows(row.visit, chairs.get(row.visit.op_num)))

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many steps of reading are done, of how many; None: nothing is being read."""
        state = self.huddle.state(self._day.day)
        return (state.progress.done, state.progress.total) if state.reading else None

    @property
    def progress_words(self) -> str:
        """The same in words; empty: nothing is being read."""
        if (steps := self.progress) is None:
            return ""
        done, total = steps
        if not total:
            return tr("Loading…")
        if self.huddle.state(self._day.day).progress.queried:
            return tr("Loading… {done} of {total}", done=done, total=total)
        return tr("Reading patients in the background: {done} of {total}", done=done, total=total)

    @property
    def headline(self) -> str:
        """How many appointments need somebody."""
        rows = self.rows
        if not rows:
            return ""
        waiting = sum(bool(row.to_do) for row in rows)
        return tr(
            many("{n} appointments with something to do", "{n} appointment with something to do", waiting)
        )

    @property
    def notes(self) -> str:
        """Why something is unknown, or old; empty: nothing is."""
        state = self.huddle.state(self._day.day)
        lines = []
        if state.why is not None:
            lines.append(explain(state.why).sentence)
        if not state.progress.queried:
            lines.append(tr(LIMITED))
        elif state.read_at is not None and not state.reading and (unknown := self.unknown):
            lines.append(tr("Couldn't be read for some patients: {what}.", what=", ".join(unknown)))
        return "\n".join(lines)

    @property
    def unknown(self) -> list[str]:
        """The items that are unknown for some appointment, in words."""
        rows = self.rows
        return [
            tr(ITEM_NAMES[item])
            for item in Item
            if any(row.standing(item) is Standing.UNKNOWN for row in rows)
        ]

    def open(self, row: Readiness) -> None:
        """Show the appointment on the schedule, with its patient selected."""
        desk = self._desk

        async def work() -> None:
            await desk.screens.show(next(iter(desk.screens.specs)))
            desk.chosen.visit_asked.emit(row.visit.apt_num, row.visit.start.date())

        desk.parts.scope.start(work(), "open appointment")

    # --- inside ---

    async def _read(self, *, again: bool) -> None:
        await self.huddle.read(self._day.day, again=again)
        self._wait_for_changes()

    def _follow(self, day: date) -> None:
        if day == self._day.day and self._shown:
            self._fill()
            self._wait_for_changes()

    def _wait_for_changes(self) -> None:
        state = self.huddle.state(self._day.day)
        if self._shown and state.changed and not state.reading and not self._again:
            self._again = True
            self._waiting.start(self._read_changed(), "huddle changes")

    async def _read_changed(self) -> None:
        try:
            await self._desk.parts.clock.sleep(AGAIN_SECONDS)
        finally:
            self._again = False
        self._reading.start(self._read(again=False), "huddle")

    def _fill(self) -> None:
        rows, state = self.rows, self.huddle.state(self._day.day)
        if not self.huddle.is_read(self._day.day):
            words = explain(state.why).sentence if state.why is not None else tr("Loading…")
            self.table.show_words(words)
        else:
            self.table.columns.leave_out(frozenset() if state.progress.queried else never_known(rows))
            self.table.show_rows(rows)
            self.row.place_first()
        self.changed.emit()
