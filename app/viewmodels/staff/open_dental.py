"""What a person does in Open Dental's own windows on this computer."""

from __future__ import annotations

from app.api.events import Event
from app.store.office import Office
from app.store.patients.people import known_of
from app.viewmodels.staff.selected_patient import Origin, PatientSelection
from app.wire.resources.subscriptions import UiEventKind

LONGEST_MACHINE_NAME = 15
"""Letters of a computer's name that Windows keeps for its network name, by which Open Dental calls it."""


class OpenDentalFollower:
    """Selects here the patient who is selected there. To be given every event that is heard."""

    def __init__(self, office: Office, patient: PatientSelection, machine: str) -> None:
        """`machine` is this computer's name: what is selected on another one means nothing here."""
        self._office = office
        self._patient = patient
        self._machine = _short(machine)

    def hear(self, event: Event) -> None:
        """Follow a selection; every other event is somebody else's."""
        if event.kind is not UiEventKind.PATIENT_SELECTED or not event.rows:
            return
        if event.workstation and _short(event.workstation) != self._machine:
            return
        row = event.rows[0]
        self._office.people.learn_all([known_of(row)])
        self._patient.select(row.PatNum, Origin.OPEN_DENTAL)


def _short(name: str) -> str:
    return name.partition(".")[0][:LONGEST_MACHINE_NAME].casefold()
