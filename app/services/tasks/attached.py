"""What a task is attached to: a patient or an appointment, which may have been deleted since."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.errors import ApiError, NotFound
from app.api.need import Need
from app.domain.schedule.visit import Person
from app.services.writes.patients.edit import person_of
from app.store.office import Office
from app.wire.resources.appointments import ApptStatus
from app.wire.resources.tasks import Task, TaskObjectType


class Attached(Struct, frozen=True):
    """`person` None: not known. For an appointment, its patient."""

    kind: TaskObjectType = TaskObjectType.NONE
    key_num: int = 0
    """A PatNum or an AptNum; 0: nothing is attached."""
    person: Person | None = None
    start: datetime | None = None
    """When the appointment begins; None: it has no time, as a planned one."""
    status: ApptStatus | None = None
    """The appointment's; None: not known."""
    gone: bool = False
    """It isn't in Open Dental any more, or its patient isn't."""
    why: ApiError | None = None
    """Why it could not be read."""

    @property
    def is_appointment(self) -> bool:
        """Whether it is an appointment."""
        return self.kind is TaskObjectType.APPOINTMENT and bool(self.key_num)

    @property
    def lacks_patient(self) -> bool:
        """Whether it is an appointment whose patient isn't in Open Dental any more."""
        return self.gone and self.status is not None

    @property
    def is_known(self) -> bool:
        """Whether nothing is left to read."""
        return self.gone or self.person is not None or not self.key_num


def known_attached(office: Office, task: Task) -> Attached:
    """As far as it is in memory."""
    if task.ObjectType is TaskObjectType.PATIENT:
        return Attached(task.ObjectType, task.KeyNum, office.person(task.KeyNum))
    if task.ObjectType is not TaskObjectType.APPOINTMENT or not task.KeyNum:
        return Attached()
    row = office.visit_row(task.KeyNum)
    if row is None:
        return Attached(task.ObjectType, task.KeyNum)
    person = office.person(row.PatNum)
    return Attached(task.ObjectType, task.KeyNum, person, row.AptDateTime, row.AptStatus)


async def read_attached(client: OpenDental, office: Office, task: Task, need: Need) -> Attached:
    """Read what is not in memory, in at most two requests. Failures are part of the result."""
    found = known_attached(office, task)
    if found.is_known:
        return found
    at = client.at(need)
    try:
        if not found.is_appointment:
            return replace(found, person=person_of(await at.patients.get(found.key_num)))
        row = office.visit_row(found.key_num) or await at.appointments.get(found.key_num)
        found = replace(found, start=row.AptDateTime, status=row.AptStatus)
        return replace(
            found, person=office.person(row.PatNum) or person_of(await at.patients.get(row.PatNum))
        )
    except NotFound:
        return replace(found, gone=True)
    except ApiError as error:
        return replace(found, why=error)
