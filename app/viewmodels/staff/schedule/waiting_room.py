"""The waiting room: patients who arrived today and are not seated yet, whatever day the schedule shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, SignalInstance

from app.core.clock import Clock
from app.core.text import At, join, msg
from app.domain.schedule.tile import waits_since
from app.domain.schedule.visit import Stage, Visit
from app.services.schedule.filter import ScheduleFilter
from app.services.schedule.grids import all_visits
from app.services.waiting_room.limit import long_wait
from app.store.office import Change, Office
from app.viewmodels.translation import tr

NOBODY = msg("Nobody is waiting.")
NOT_KNOWN = msg("Loading…")
"""Before today has been read it is unknown whether anybody waits."""


class WaitingRow(Struct, frozen=True):
    """One patient in the waiting room, ready to be shown."""

    apt_num: int
    time: str
    name: str
    waiting: str
    long: bool
    """Waiting at least as long as the office's threshold."""
    spoken: str
    """The whole row for a screen reader."""
    unsent: bool = False
    """The arrival is not in Open Dental yet."""
    under: str = ""
    """A second line: that the patient checked in at a kiosk, or why they were sent to the desk."""
    unseen: int = 0
    """The number of a kiosk's arrival that nobody has seen yet; 0: there is none."""
    amber: bool = False
    """Somebody has to act: the patient is not marked arrived."""


class KioskMark(Struct, frozen=True):
    """A waiting patient came in at a kiosk."""

    words: str
    unseen: int
    """The arrival's number while nobody has seen it; 0: somebody has."""


class WaitingKiosks(Protocol):
    """What happened at the kiosks today."""

    changed: SignalInstance

    @property
    def others(self) -> Sequence[WaitingRow]:
        """Unseen ones of patients who are not in the waiting room."""
        ...

    def mark(self, apt_num: int) -> KioskMark | None:
        """How a waiting patient came in, if at a kiosk."""
        ...

    def see(self, arrival_nums: Sequence[int]) -> None:
        """Staff saw these."""
        ...

    def refresh(self) -> None:
        """Update the minutes."""
        ...


class WaitingRoomViewModel(QObject):
    """Rows of the waiting room, longest wait first, above them what nobody has seen; `changed` when they change."""

    changed = Signal()

    def __init__(self, office: Office, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._clock = clock
        self.rows: tuple[WaitingRow, ...] = ()
        self.empty = tr(NOT_KNOWN)
        """The text for an empty list."""
        self._clinic_num: int | None = None
        self._kiosks: WaitingKiosks | None = None
        self._unwatch = office.watch(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Update the minutes."""
        if self._kiosks is not None:
            self._kiosks.refresh()
        self._show()

    def follow_kiosks(self, arrivals: WaitingKiosks | None) -> None:
        """Show what happened at the kiosks, too; None: there are none."""
        if arrivals is not None and arrivals is not self._kiosks:
            self._kiosks = arrivals
            arrivals.changed.connect(self._show)
            self._show()

    def see(self, row: WaitingRow) -> None:
        """Staff saw a patient who came in at a kiosk."""
        if self._kiosks is not None and row.unseen:
            self._kiosks.see((row.unseen,))

    def _show(self) -> None:
        rows = self._waiting()
        empty = tr(NOBODY if rows is not None else NOT_KNOWN)
        if (rows or (), empty) != (self.rows, self.empty):
            self.rows, self.empty = rows or (), empty
            self.changed.emit()

    def show_clinic(self, clinic_num: int | None) -> None:
        """Show one clinic's patients; None: all."""
        if clinic_num != self._clinic_num:
            self._clinic_num = clinic_num
            self.refresh()

    def close(self) -> None:
        """Stop following the office."""
        self._unwatch()

    def _follow(self, change: Change) -> None:
        if change.concerns((self._clock.now().date(),)):
            self.refresh()

    def _waiting(self) -> tuple[WaitingRow, ...] | None:
        """The waiting patients; None until today has been read."""
        today = self._clock.now().date()
        if self._office.lists is None or self._office.day(today) is None:
            return None
        chairs = {row.OperatoryNum: row for row in self._office.lists.operatories}
        shown = ScheduleFilter(clinic_num=self._clinic_num)
        waiting = [
            visit
            for visit in all_visits(self._office, today)
            if visit.stage is Stage.ARRIVED and shown.shows(visit, chairs.get(visit.op_num))
        ]
        waiting.sort(key=lambda visit: visit.arrived_at or visit.start)
        others = self._kiosks.others if self._kiosks is not None else ()
        rows = [self._row(visit) for visit in waiting]
        return (*others, *sorted(rows, key=lambda row: not row.unseen))  # news is in sight, whatever the wait

    def _row(self, visit: Visit) -> WaitingRow:
        minutes, most = waits_since(visit, self._clock.now()), long_wait(self._office.lists)
        if minutes is None:  # no time was recorded today
            waiting, state = msg("arrived"), msg("arrived")
        else:
            waiting, state = msg("{n} min", n=minutes), msg("waiting {n} min", n=minutes)
        if visit.provisional:
            waiting, state = (msg("{state}, not sent yet", state=each) for each in (waiting, state))
        time = At(visit.start)
        long = minutes is not None and 0 < most <= minutes
        mark = self._kiosks.mark(visit.apt_num) if self._kiosks is not None else None
        spoken = tr(join([visit.name, time, state, mark.words if mark is not None else ""], ", "))
        return WaitingRow(
            visit.apt_num,
            tr(time),
            visit.name,
            tr(waiting),
            long,
            spoken,
            visit.provisional,
            under=mark.words if mark is not None else "",
            unseen=mark.unseen if mark is not None else 0,
        )
