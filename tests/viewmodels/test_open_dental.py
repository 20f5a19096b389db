"""Actions in Open Dental's own windows, and which of them matter here."""

from __future__ import annotations

from app.api.events import Event
from app.viewmodels.staff.open_dental import OpenDentalFollower
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin, SelectedPatient
from app.wire.resources.patients_records import Patient
from app.wire.resources.subscriptions import UiEventKind, WatchedTable
from app.wire.rows import RowList

PAT_NUM = 990_001


def selected(workstation: str, *rows: Patient) -> Event:
    """A user selected a patient on a computer."""
    return Event(UiEventKind.PATIENT_SELECTED, workstation, RowList(rows))


async def test_only_this_computers_selection_counts(model: ScheduleScreenViewModel) -> None:
    """A selection on this PC counts, also by its network name; one on another or unnamed computer doesn't."""
    desk, office = model.desk, model.parts.office
    follower = OpenDentalFollower(office, desk.patient, "FrontDesk-North-2.practice.local")
    row = Patient(PatNum=PAT_NUM, LName="Quillfeather", FName="Ada")
    for ignored in (
        selected("BACK2", row),
        selected("frontdesk-north-2"),
        Event(WatchedTable.PATIENT, "frontdesk-north-2", RowList([row])),
    ):
        follower.on_event(ignored)
        assert desk.patient.current is None
    for name in ("", "FRONTDESK-NORTH", "frontdesk-north-2"):
        desk.patient.clear()
        follower.on_event(selected(name, row))
        assert desk.patient.current == SelectedPatient(PAT_NUM, Origin.OPEN_DENTAL), name
    assert model.card.person.display == "Quillfeather, Ada"
    assert model.card.title == "Quillfeather, Ada"
