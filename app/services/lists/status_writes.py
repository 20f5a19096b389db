"""Gives a row of a list another of the office's statuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from app.api.client import OpenDental
from app.api.need import Need
from app.core.text import msg
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.schedule.visit import Person, Visit
from app.journal.entries import Entry
from app.services.writes.details.appointment import unscheduled_status_intent
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.recall import recall_status_intent
from app.services.writes.schedule.status import status_intent
from app.services.writes.writes import Writes
from app.store.office import Office
from app.wire.resources.appointments import Appointments
from app.wire.resources.recalls import Recall, Recalls


class Status(Struct, frozen=True):
    """One of the office's statuses; 0 is none."""

    number: int
    name: str


class StatusWrites:
    """Each write is sent as all of them are: journaled, guarded by the status that was seen, and undone."""

    def __init__(self, writes: Writes, client: OpenDental, office: Office) -> None:
        self._writes = writes
        self._client = client
        self._office = office

    async def set(self, what: Visit | Candidate, person: Person, status: Status) -> Entry:
        """A scheduled appointment's confirmation status, another appointment's unscheduled status, or a recall's.

        Returns the journal entry. Raises as `Writes.send` does, and the client's ApiErrors.
        """
        if isinstance(what, Visit):
            row = self._office.visit_row(what.apt_num)
            intent = status_intent(what, status.number, status.name, row)
        elif what.kind is CandidateKind.RECALL:
            intent = recall_status_intent(
                person, await self._recall(what, person), status.number, status.name
            )
        else:
            intent = unscheduled_status_intent(what.apt_num, person, what.status, status.number, status.name)
        return await self._writes.send(intent)

    async def _recall(self, found: Candidate, person: Person) -> Recall:
        """The recall as it was seen. Open Dental's own list names neither its number nor that of its status."""
        if found.recall_num:
            return Recall(RecallNum=found.recall_num, PatNum=found.pat_num, RecallStatus=found.status)
        rows = await self._client.at(Need.CLICK).recalls.list(PatNum=found.pat_num)
        row = next((each for each in rows if each.RecallTypeNum == found.recall_type_num), None)
        if row is None:
            raise CannotWrite(
                msg(
                    "{name}. Status not changed: the recall wasn't found. Refresh the list with Shift+F5.",
                    name=person.display,
                )
            )
        if row.recallStatus.strip() != found.status_name:
            raise CannotWrite(
                msg(
                    "{name}. Status not changed: another user just changed it to {status}.",
                    name=person.display,
                    status=row.recallStatus.strip() or msg("none", "a status"),
                )
            )
        return row


def sends(what: Visit | Candidate) -> Callable[..., Any]:
    """The declared method that sets its status."""
    if isinstance(what, Visit):
        return Appointments.confirm
    return Recalls.update if what.kind is CandidateKind.RECALL else Appointments.update
