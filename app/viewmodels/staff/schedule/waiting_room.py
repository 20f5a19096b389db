"""The waiting room: patients who arrived today and are not seated yet, whatever day the schedule shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, SignalInstance

from app.core.clock import Clock
from app.core.text import NO_TEXT, At, Text, Words, join, msg
from app.domain.schedule.tile import waits_since
from app.domain.schedule.visit import Stage, Visit
from app.domain.waiting_room.waits import tell_at
from app.services.schedule.filter import ScheduleFilter
from app.services.schedule.grids import all_visits
from app.services.waiting_room.limit import long_wait
from app.store.office import Change, Office
from app.viewmodels.translation import tr
from app.viewmodels.verdict import Verdict

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
    past: bool = False
    """Still waiting ten minutes past the start."""
    offer: str = ""
    """Telling the provider, as a button says it; empty: it can't be done, or was."""


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


class WaitAlerts(Protocol):
    """What is done about patients who still wait ten minutes past the start."""

    changed: SignalInstance

    def is_told(self, visit: Visit) -> bool:
        """Whether the provider has a task about it."""
        ...

    def may_tell(self, visit: Visit) -> Verdict:
        """Whether the provider can be told."""
        ...

    def provider(self, visit: Visit) -> str:
        """Whom the patient waits for."""
        ...

    def tell(self, visit: Visit) -> None:
        """Tell the provider."""
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
        self._alerts: WaitAlerts | None = None
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

    def follow_alerts(self, alerts: WaitAlerts) -> None:
        """Show who waits past the start, and offer to tell the provider."""
        self._alerts = alerts
        alerts.changed.connect(self._show)

    def tell(self, row: WaitingRow) -> None:
        """Tell the provider of a patient who waits."""
        for visit in all_visits(self._office, self._clock.now().date()):
            if self._alerts is not None and visit.apt_num == row.apt_num:
                self._alerts.tell(visit)

    def shows(self, visit: Visit) -> bool:
        """Whether an appointment belongs to the clinic shown."""
        rows = self._office.lists.operatories if self._office.lists is not None else ()
        chair = next((row for row in rows if row.OperatoryNum == visit.op_num), None)
        return ScheduleFilter(clinic_num=self._clinic_num).shows(visit, chair)

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
        waiting = [
            visit
            for visit in all_visits(self._office, today)
            if visit.stage is Stage.ARRIVED and self.shows(visit)
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
        past, offer = self._past_start(visit)
        mark = self._kiosks.mark(visit.apt_num) if self._kiosks is not None else None
        under: list[Words] = [mark.words if mark is not None else "", past]
        spoken = tr(join([visit.name, time, state, *under], ", "))
        return WaitingRow(
            visit.apt_num,
            tr(time),
            visit.name,
            tr(waiting),
            long,
            spoken,
            visit.provisional,
            under=tr(join(under, " · ")),
            unseen=mark.unseen if mark is not None else 0,
            past=bool(past),
            offer=offer,
        )

    def _past_start(self, visit: Visit) -> tuple[Text, str]:
        """How late it is and what was done about it, and what can be; empty: it is not ten minutes yet."""
        now, alerts = self._clock.now(), self._alerts
        if visit.provisional or now < tell_at(visit):
            return NO_TEXT, ""
        late = msg("{n} min past the start", n=int((now - visit.start).total_seconds()) // 60)
        if alerts is not None and alerts.is_told(visit):
            return msg("{late}, provider told", late=late), ""
        may_tell = alerts is not None and alerts.may_tell(visit).ok
        return late, tr("Tell {provider}", provider=alerts.provider(visit)) if alerts and may_tell else ""
