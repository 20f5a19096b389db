"""The waiting room for a second screen: initials only, by the minute, with what waits too long."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.core.text import At, Text, join, many, msg
from app.domain.kiosk.names import initials_of
from app.domain.schedule.columns import main_provider
from app.domain.schedule.tile import waits_since
from app.domain.schedule.visit import Stage, Visit
from app.domain.waiting_room.waits import Wait, wait_of
from app.services.schedule.filter import ScheduleFilter
from app.services.schedule.grids import all_visits
from app.services.schedule.rows import names_of
from app.services.waiting_room.limit import long_wait
from app.store.changes import Change
from app.store.lists import OfficeLists
from app.store.office import Office
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr

OLD = timedelta(minutes=2)
"""Data older than this are marked: people look at the board from afar, and wouldn't notice."""
NOT_KNOWN = msg("Loading…")
NOBODY = msg("Nobody is waiting.")


class BoardRow(Struct, frozen=True):
    """One patient, by initials."""

    apt_num: int
    initials: str
    time: str
    who: str
    """Provider and operatory."""
    since: str
    """"12 min"."""
    wait: Wait = Wait.USUAL
    remark: str = ""
    """Why the row is highlighted, in words."""

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        return ", ".join(
            part for part in (self.initials, self.time, self.who, self.since, self.remark) if part
        )


class BoardViewModel(QObject):
    """`changed`: other rows, or a minute has passed. `closed`: the desk was closed, or the board."""

    changed = Signal()
    closed = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._office = desk.parts.office
        self._ticking = LatestTask(desk.parts.scope)
        self._reading = LatestTask(desk.parts.scope)
        self._told: set[int] = set()
        """Appointments whose long wait was told, by AptNum."""
        self._unwatch = self._office.watch(self._follow)
        self.is_open = False
        self.clinic = 0
        """0: all clinics."""
        self.waiting: tuple[BoardRow, ...] = ()
        """The longest wait first."""
        self.seated: tuple[BoardRow, ...] = ()
        """Those in the operatories, by operatory."""

    def begin(self) -> None:
        """The board is opened."""
        self.is_open = True
        self._ticking.start(self._tick(), "waiting room board")
        self._show()

    def end(self) -> None:
        """The board was closed."""
        self.is_open = False
        self._ticking.cancel()
        self._reading.cancel()

    def finish(self) -> None:
        """Close the board."""
        self.end()
        self.closed.emit()

    def close(self) -> None:
        """The desk was closed."""
        self.finish()
        self._unwatch()

    def choose_clinic(self, clinic: int) -> None:
        """Show the patients of one clinic; 0: of all."""
        self.clinic = clinic
        self._show()

    # --- what is shown ---

    @property
    def clinics(self) -> tuple[tuple[int, str], ...]:
        """The office's clinics; empty without the feature."""
        return tuple(self._lists.clinic_names.items())

    @property
    def time(self) -> str:
        """The office's time."""
        return tr(At(self._desk.now()))

    @property
    def headline(self) -> str:
        """How many wait, and how many of them too long."""
        if self._office.day(self._today) is None:
            return tr(NOT_KNOWN)
        if not self.waiting:
            return tr(NOBODY)
        count = many("{n} patients waiting", "{n} patient waiting", len(self.waiting))
        late = sum(row.wait is not Wait.USUAL for row in self.waiting)
        if not late:
            return tr(count)
        return tr(join([count, many("{n} too long", "{n} too long", late)], ", "))

    @property
    def is_alarming(self) -> bool:
        """Whether somebody waits too long."""
        return any(row.wait is not Wait.USUAL for row in self.waiting)

    @property
    def old(self) -> str:
        """That the board may be wrong, and since when; empty: it is up to date."""
        age = self._office.age(self._today)
        if age is None or age < OLD:
            return ""
        return tr("Not up to date since {time}", time=At(self._desk.now() - age))

    # --- inside ---

    @property
    def _today(self) -> date:
        return self._desk.now().date()

    @property
    def _lists(self) -> OfficeLists:
        return self._office.lists or OfficeLists()

    async def _tick(self) -> None:
        """Show each minute when it begins."""
        clock = self._desk.parts.clock
        while True:
            now = self._desk.now()
            await clock.sleep(60 - now.second - now.microsecond / 1_000_000)
            self._show()

    def _follow(self, change: Change) -> None:
        if self.is_open and change.concerns((self._today,)):
            self._show()

    def _show(self) -> None:
        now, lists = self._desk.now(), self._lists
        if self._office.day(now.date()) is None:
            self._reading.start(_read(self._office, now.date()), "today for the board")
        chairs = {row.OperatoryNum: row for row in lists.operatories}
        shown = ScheduleFilter(clinic_num=self.clinic or None)
        visits = [
            visit
            for visit in all_visits(self._office, now.date())
            if not visit.is_note and shown.shows(visit, chairs.get(visit.op_num))
        ]
        waiting = [visit for visit in visits if visit.stage is Stage.ARRIVED]
        waiting.sort(key=lambda visit: (visit.arrived_at or visit.start, visit.apt_num))
        self.waiting = tuple(self._waiting_row(visit, now) for visit in waiting)
        order = {op_num: place for place, op_num in enumerate(chairs)}
        seated = [visit for visit in visits if visit.stage is Stage.SEATED and not visit.complete]
        seated.sort(key=lambda visit: (order.get(visit.op_num, len(order)), visit.start))
        self.seated = tuple(self._seated_row(visit, now) for visit in seated)
        self._tell(waiting)
        self.changed.emit()

    def _waiting_row(self, visit: Visit, now: datetime) -> BoardRow:
        minutes, limit = waits_since(visit, now), long_wait(self._office.lists)
        wait = wait_of(visit, now, limit)
        remarks = {Wait.LONG: msg("Long wait"), Wait.PAST_START: msg("Past start")}
        since = msg("{n} min", n=minutes) if minutes is not None else msg("arrived")
        return self._row(visit, since, wait, tr(remarks[wait]) if wait in remarks else "")

    def _seated_row(self, visit: Visit, now: datetime) -> BoardRow:
        at = visit.seated_at
        known = at is not None and at.date() == now.date()
        since = (
            msg("{n} min", n=max(int((now - at).total_seconds()) // 60, 0)) if known and at else msg("seated")
        )
        return self._row(visit, since)

    def _row(self, visit: Visit, since: Text, wait: Wait = Wait.USUAL, remark: str = "") -> BoardRow:
        names, person = names_of(self._lists), visit.person
        provider = main_provider(visit)
        parts = (
            names.provider(provider) if provider else "",
            names.chair(visit.op_num) if visit.op_num else "",
        )
        initials = initials_of(person.last_name, person.first_name, person.preferred) if person else "…"
        return BoardRow(
            visit.apt_num,
            initials,
            tr(At(visit.start)),
            " · ".join(part for part in parts if part),
            tr(since),
            wait,
            remark,
        )

    def _tell(self, waiting: Iterable[Visit]) -> None:
        """Say once at the desk that somebody waits too long."""
        by_number = {row.apt_num: row for row in self.waiting}
        for visit in waiting:
            row = by_number[visit.apt_num]
            if row.wait is Wait.LONG and visit.apt_num not in self._told and self.is_open:
                self._told.add(visit.apt_num)
                self._desk.notices.say(
                    tr("{name} has been waiting for {time}.", name=visit.name, time=row.since), kind="warning"
                )


async def _read(office: Office, day: date) -> None:
    """Read a day that nobody else may have read: the schedule may show another one, also after midnight."""
    with suppress(ApiError):  # it is tried again with the next minute
        await office.reader.open_days((day,), Need.SCREEN)
