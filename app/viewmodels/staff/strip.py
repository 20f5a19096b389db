"""The strip of the selected patient: what answers most phone questions, on every screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.core.tasks import LatestTask
from app.domain.schedule.visit import Person
from app.services.patients.summary.reader import SummaryReader
from app.services.patients.summary.records import PatientSummary, known_or_none
from app.store.patients.parts import Ready, Refused, Unread
from app.viewmodels.staff.check_in.of_patient import SelectedPatientChanges
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.panels import PAYMENT
from app.viewmodels.staff.patient_commands import COMMLOG
from app.viewmodels.staff.selected_patient import STEPPED, Origin
from app.viewmodels.staff.strip_state import StripState, strip_state
from app.viewmodels.staff.tasks.of_patient import SelectedPatientTasks

SNOOZE = timedelta(minutes=10)
"""How long a popup stays away when it is snoozed, as in Open Dental."""
REST_SECONDS = 0.15
"""Whoever steps through appointments faster than the office answers stays this long on one before it is read."""


class StripViewModel(QObject):
    """Follows the desk's selected patient; `state` is None without one. `changed` when it changes."""

    changed = Signal()
    call_asked = Signal(str)
    """A tel: link to open."""
    family_asked = Signal()
    """Open the family's menu."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._part = desk.parts.patients.of(SummaryReader)
        self._pat_num: int | None = None
        self._release: Callable[[], None] = _nothing
        self.snoozed: dict[int, float] = {}
        """When each snoozed popup comes back (the clock's monotonic seconds)."""
        self._waking = LatestTask(desk.parts.scope)
        self._resting = LatestTask(desk.parts.scope)
        self.state: StripState | None = None
        self.pay = desk.commands[PAYMENT]
        """Takes a payment."""
        self.tasks = SelectedPatientTasks(desk, self)
        self.new_task = desk.tasks.adding.command
        self.commlog = desk.commands[COMMLOG.id]
        """Writes down what was said."""
        self.changes = SelectedPatientChanges(desk, self)
        self._unwatch = self._part.watch(self._on_part)
        desk.patient.changed.connect(self._follow)
        desk.patient.pin_changed.connect(self._show)
        if desk.elsewhere is not None:
            desk.elsewhere.changed.connect(self._show)
        for signal in (desk.patient.changed, self.changed):
            signal.connect(self.tasks.follow)
        self._follow()

    @property
    def summary(self) -> PatientSummary | None:
        """What has been read of the selected patient."""
        held = self._held()
        return held.value if isinstance(held, Ready) else None

    @property
    def person(self) -> Person | None:
        """The selected patient's name and the like; None: not read yet."""
        own = known_or_none(self.summary.person) if self.summary is not None else None
        return own.person if own is not None else None

    def close(self) -> None:
        """Stop following the patient."""
        self._unwatch()
        self._release()

    def dismiss(self) -> None:
        """Close the strip: no patient is selected any more."""
        self._desk.patient.clear()

    def pin(self, pinned: bool) -> None:
        """Keep this patient, or let Open Dental and other programs select another one."""
        self._desk.patient.pin(pinned)

    def switch(self, pat_num: int) -> None:
        """Select another member of the family."""
        self._desk.patient.select(pat_num, Origin.FAMILY)

    def snooze(self, popup_num: int) -> None:
        """Hide a popup for ten minutes."""
        self.snoozed[popup_num] = self._desk.parts.clock.monotonic() + SNOOZE.total_seconds()
        self._show()
        self._waking.start(self._wake(), "snoozed popups")

    def snooze_all(self) -> None:
        """Hide all popups for ten minutes."""
        for popup in self.state.popups if self.state is not None else ():
            self.snooze(popup.popup_num)

    def call(self, link: str = "") -> None:
        """Call a number (a tel: link); empty: the first one. A commlog after that is about a call that was made."""
        if self.state is not None and self.state.phones:
            self._desk.commlog.called = self.state.pat_num
            self.call_asked.emit(link or self.state.phones[0].link)

    def show_family(self) -> None:
        """Let the user choose a member of the family."""
        self.family_asked.emit()

    def read_again(self) -> None:
        """Read the patient's summary again."""
        if self._pat_num is not None:
            self._part.read_again(self._pat_num)

    async def _wake(self) -> None:
        """Show each snoozed popup again when its time has come."""
        clock = self._desk.parts.clock
        while self.snoozed:
            await clock.sleep(max(min(self.snoozed.values()) - clock.monotonic(), 0.0))
            now = clock.monotonic()
            self.snoozed = {number: until for number, until in self.snoozed.items() if until > now}
            self._show()

    def _follow(self) -> None:
        current = self._desk.patient.current
        pat_num = current.pat_num if current is not None else None
        if pat_num != self._pat_num:
            unread = self._pat_num is not None and isinstance(self._held(), Unread)
            self._pat_num, before = pat_num, self._release
            self._release = _nothing
            if unread and self._need is Need.SCREEN:
                self._resting.start(self._rest(), "strip")
            else:
                self._resting.cancel()
                self._read()
            before()
        self._show()

    def _read(self) -> None:
        if self._pat_num is not None:
            self._release = self._part.need(self._pat_num, self._need)

    async def _rest(self) -> None:
        await self._desk.parts.clock.sleep(REST_SECONDS)
        self._read()

    @property
    def _need(self) -> Need:
        """Somebody who steps through the appointments, or a list, hasn't asked for a patient."""
        current = self._desk.patient.current
        stepped = current is not None and current.origin in STEPPED
        return Need.SCREEN if stepped else Need.CLICK

    def _on_part(self, pat_num: int) -> None:
        if pat_num == self._pat_num:
            self._show()

    def _held(self) -> Unread | Ready[PatientSummary] | Refused:
        return self._part.state(self._pat_num) if self._pat_num is not None else Unread()

    def _show(self) -> None:
        state = None
        if self._pat_num is not None:
            now = self._desk.parts.clock.monotonic()
            snoozed = {number for number, until in self.snoozed.items() if now < until}
            pinned, elsewhere = self._desk.patient.pinned, self._desk.elsewhere
            state = strip_state(
                self._desk.parts.office,
                self._pat_num,
                self._held(),
                snoozed,
                pinned=pinned,
                elsewhere=elsewhere.words if elsewhere is not None else "",
            )
        if state != self.state:
            self.state = state
            self.changed.emit()


def _nothing() -> None:
    """Nothing is needed, so there is nothing to release."""
