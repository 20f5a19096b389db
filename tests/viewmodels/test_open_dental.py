"""Actions in Open Dental's own windows, and which of them matter here."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from app.api.events import Event
from app.core.tasks import TaskScope
from app.viewmodels.staff.open_dental import REST_SECONDS, OpenDentalFollower
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin, SelectedPatient
from app.wire.resources.patients_records import Patient
from app.wire.resources.subscriptions import UiEventKind, WatchedTable
from app.wire.rows import RowList
from tests.support.manual_clock import ManualClock

PAT_NUM = 990_001
CLOCK = ManualClock()


def selected(workstation: str, *rows: Patient) -> Event:
    """A user selected a patient on a computer."""
    return Event(UiEventKind.PATIENT_SELECTED, workstation, RowList(rows))


@pytest.fixture
async def follower(model: ScheduleScreenViewModel) -> AsyncIterator[OpenDentalFollower]:
    """Follows Open Dental on this PC; its time is what the test says."""
    desk, scope = model.desk, TaskScope("test", [].append)
    yield OpenDentalFollower(
        model.parts.office, desk.patient, "FrontDesk-North-2.practice.local", scope, CLOCK
    )
    await scope.close()


async def follow(follower: OpenDentalFollower, *events: Event) -> None:
    """These events in a row, and a rest."""
    for event in events:
        follower.on_event(event)
        await asyncio.sleep(0)
    await CLOCK.advance(REST_SECONDS)


async def test_only_this_computers_selection_counts(
    model: ScheduleScreenViewModel, follower: OpenDentalFollower
) -> None:
    """A selection on this PC counts, also by its network name; one on another or unnamed computer doesn't."""
    desk = model.desk
    row = Patient(PatNum=PAT_NUM, LName="Quillfeather", FName="Ada")
    for ignored in (
        selected("BACK2", row),
        selected("frontdesk-north-2"),
        selected("", Patient(PatNum=0)),
        Event(WatchedTable.PATIENT, "frontdesk-north-2", RowList([row])),
    ):
        await follow(follower, ignored)
        assert desk.patient.current is None
    for name in ("", "FRONTDESK-NORTH", "frontdesk-north-2"):
        desk.patient.clear()
        await follow(follower, selected(name, row))
        assert desk.patient.current == SelectedPatient(PAT_NUM, Origin.OPEN_DENTAL), name
    assert model.card.person.display == "Quillfeather, Ada"
    assert model.card.title == "Quillfeather, Ada"


async def test_many_in_a_second(model: ScheduleScreenViewModel, follower: OpenDentalFollower) -> None:
    """Of many selections in a row only the last one is followed; kept from it, one notice offers the last."""
    desk = model.desk
    changes: list[int] = []
    desk.patient.changed.connect(lambda: changes.append(desk.patient.current.pat_num))
    rows = [Patient(PatNum=PAT_NUM + at, LName=f"Number{at}") for at in range(20)]
    await follow(follower, *(selected("", row) for row in rows))
    assert changes == [PAT_NUM + 19]
    desk.patient.pin(True)
    for row in rows[:3]:
        await follow(follower, selected("", row))
    assert changes == [PAT_NUM + 19]
    shown = [each.words for each in desk.notices._standing]
    assert shown == ["Open Dental selected Number2."]
    desk.notices.items[-1].link.run()
    assert changes[-1] == PAT_NUM + 2


async def test_its_own_echo(model: ScheduleScreenViewModel, follower: OpenDentalFollower) -> None:
    """A patient opened in Open Dental is reported back late: a user who has gone on is not pulled back, once."""
    desk = model.desk
    here, there = Patient(PatNum=PAT_NUM), Patient(PatNum=PAT_NUM + 1)
    desk.patient.select(PAT_NUM, Origin.SEARCH)
    desk.patient.expect_echo(there.PatNum, CLOCK.monotonic() + 60)
    await follow(follower, selected("", there))
    assert desk.patient.current == SelectedPatient(PAT_NUM, Origin.SEARCH)
    await follow(follower, selected("", there))
    assert desk.patient.current.pat_num == there.PatNum
    desk.patient.expect_echo(here.PatNum, CLOCK.monotonic() + 60)
    await CLOCK.advance(61)
    await follow(follower, selected("", here))
    assert desk.patient.current.pat_num == here.PatNum


async def test_the_same_patient_again(model: ScheduleScreenViewModel, follower: OpenDentalFollower) -> None:
    """The patient who is selected here already changes nothing, not even the selected appointment."""
    desk, visit = model.desk, model.schedule.grid.visits[0].visit
    model.schedule.select(visit.apt_num)
    changes: list[bool] = []
    desk.patient.changed.connect(lambda: changes.append(True))
    await follow(follower, selected("", Patient(PatNum=visit.pat_num, LName=visit.person.last_name)))
    assert changes == []
    assert model.schedule.selected.apt_num == visit.apt_num
