"""Follows the user's actions in Open Dental's own windows on this PC."""

from __future__ import annotations

from app.api.events import Event
from app.store.office import Office
from app.store.patients.people import known_of
from app.viewmodels.staff.selected_patient import Origin, PatientSelection
from app.wire.resources.subscriptions import UiEventKind

LONGEST_MACHINE_NAME = 15
"""Length of a NetBIOS name, by which Open Dental identifies computers."""


class OpenDentalFollower:
    """Selects the patient who is selected there. Must get every event."""

    def __init__(self, office: Office, patient: PatientSelection, machine: str) -> None:
        """`machine` is this PC's name: selections on other computers are ignored."""
        self._office = office
        self._patient = patient
        self._machine = _short(machine)

    def on_event(self, event: Event) -> None:
        """Follow a selection event; other events are ignored."""
        if event.kind is not UiEventKind.PATIENT_SELECTED or not event.rows:
            return
        if event.workstation and _short(event.workstation) != self._machine:
            return
        row = event.rows[0]
        self._office.people.learn_all([known_of(row)])
        self._patient.select(row.PatNum, Origin.OPEN_DENTAL)


def _short(name: str) -> str:
    return name.partition(".")[0][:LONGEST_MACHINE_NAME].casefold()
