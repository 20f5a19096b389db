"""What a task is attached to, also where half of it was deleted."""

from __future__ import annotations

from app.api.need import Need
from app.services.tasks.attached import read_attached
from app.wire.resources.tasks import Task, TaskObjectType
from tests.practice import office as tiny
from tests.services.front_desk import Town

NOBODY = 98_765
"""The number of a patient, and of an appointment, that the office doesn't have."""


async def test_an_appointment_whose_patient_is_gone(town: Town) -> None:
    """The appointment is still there, and only its patient is named as gone."""
    later = "2027-02-01 09:00:00"  # a day that was not read
    town.sql("UPDATE appointment SET PatNum = ?, AptDateTime = ? WHERE AptNum = ?", NOBODY, later, tiny.VISIT)
    desk = await town.desk()
    for apt_num, lacks_patient in ((tiny.VISIT, True), (NOBODY, False)):
        task = Task(TaskNum=1, KeyNum=apt_num, ObjectType=TaskObjectType.APPOINTMENT)
        found = await read_attached(desk.client, desk.office, task, Need.CLICK)
        assert (found.gone, found.person, found.is_known) == (True, None, True)
        assert found.lacks_patient is lacks_patient
