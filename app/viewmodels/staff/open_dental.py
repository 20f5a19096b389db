"""Follows the user's actions in Open Dental's own windows on this PC."""

from __future__ import annotations

from app.api.events import Event
from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope
from app.store.office import Office
from app.store.patients.people import known_of
from app.viewmodels.staff.selected_patient import Origin, PatientSelection
from app.wire.resources.patients_records import Patient
from app.wire.resources.subscriptions import UiEventKind

LONGEST_MACHINE_NAME = 15
"""Length of a NetBIOS name, by which Open Dental identifies computers."""
REST_SECONDS = 0.15
"""Whoever steps through patients there is followed when they rest: each patient shown costs requests."""


class OpenDentalFollower:
    """Selects the patient who is selected there, the last of several in a row. Must get every event."""

    def __init__(
        self, office: Office, patient: PatientSelection, machine: str, scope: TaskScope, clock: Clock
    ) -> None:
        """`machine` is this PC's name: selections on other computers are ignored."""
        self._office = office
        self._patient = patient
        self._machine = _short(machine)
        self._clock = clock
        self._following = LatestTask(scope)

    def on_event(self, event: Event) -> None:
        """Follow a selection event; other events are ignored."""
        if event.kind is not UiEventKind.PATIENT_SELECTED or not event.rows:
            return
        if event.workstation and _short(event.workstation) != self._machine:
            return
        row = event.rows[0]
        if row.PatNum > 0:
            self._following.start(self._follow(row), "Open Dental's selection")

    async def _follow(self, row: Patient) -> None:
        await self._clock.sleep(REST_SECONDS)
        self._office.people.learn_all([known_of(row)])
        if not self._patient.is_echo(row.PatNum, self._clock.monotonic()):
            self._patient.select(row.PatNum, Origin.OPEN_DENTAL)


def _short(name: str) -> str:
    return name.partition(".")[0][:LONGEST_MACHINE_NAME].casefold()
