"""The parts of the patient page, and the methods of the API that feed them.

Each is a `PartReader`: one class, read on demand through `Parts.patients.of(reader)`. The page needs all of them
at most once a visit, ten requests in all; a part that needs more than one request says so here.

| Reader, in services/patients       | Part (topic)   | Requests                                              |
|------------------------------------|----------------|-------------------------------------------------------|
| summary/reader.py SummaryReader    | PATIENT        | 1 query; else 7 methods, in order of use              |
| page.py ContactReader              | PATIENT        | Patients GET                                          |
| page.py AppointmentsReader         | SCHEDULE       | Appointments GET PatNum (all of them, planned too)    |
| parts/family.py FamilyReader       | PATIENT        | 1 query; else 2 or 3, and 2 a member                  |
| parts/insurance.py InsuranceReader | INSURANCE      | 1 query; else 2, 1 once for categories, 7 a plan      |
| parts/filed.py FiledReader         | PATIENT        | 1 query; else 10: notes, family's notes (up to 3),    |
|                                    |                | popups, fields and their definitions, referrals,      |
|                                    |                | forms, documents                                      |
| parts/recalls.py RecallsReader     | PATIENT        | Recalls GET PatNum, once the types                    |
| parts/commlogs.py CommlogsReader   | COMMUNICATION  | 1 query; without it, or with 99 or more, Commlogs GET |
| parts/medical.py MedicalReader     | CHART          | 1 query; else 4                                       |
| parts/commlogs.py FamilyCommlogsR… | COMMUNICATION  | when asked for: 1 query; else 2, and 1 a member       |
| parts/history.py HistoryReader     | PATIENT        | when asked for: HistAppointments GET, users once      |
| parts/file_sizes.py FileSizesReader| PATIENT        | with the Documents tab: 1 query; else none            |
| chart/teeth.py TeethReader         | CHART          | with its tab: 1 query; else 2, and once the codes     |
| chart/notes.py NotesReader         | CHART          | with its tab: ChartModules ProgNotes GET, in pages    |
| chart/plans.py PlansReader         | CHART          | with its tab: 1 query; else 2, and 1 a plan           |
| chart/exams.py ExamsReader         | CHART          | with its tab: 1 query; else 2, and 1 an exam (two)    |

With Queries these are nine requests for a whole page. Topics: a write that changes a row of a part says so by
`applies`; the part is then stale and, where it is shown, read again.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from app.api.need import Need
from app.store.patients.readers import PartReader
from app.store.topics import Part
from app.wire.resources.appointments import Appointment
from app.wire.resources.patients import Patient


class ContactReader(PartReader[Patient]):
    """The patient's own row, with every field that can be edited."""

    part: ClassVar[Part] = Part.PATIENT

    async def read(self, pat_num: int, need: Need) -> Patient:
        """One request."""
        return await self.client.at(need).patients.get(pat_num)


class PatientAppointments(Struct, frozen=True):
    """All appointments of a patient, oldest first; those without a time come last."""

    rows: tuple[Appointment, ...]


class AppointmentsReader(PartReader[PatientAppointments]):
    """All appointments, whatever their status: past, to come, broken, planned and unscheduled."""

    part: ClassVar[Part] = Part.PATIENT
    also: ClassVar[frozenset[Part]] = frozenset({Part.SCHEDULE})

    async def read(self, pat_num: int, need: Need) -> PatientAppointments:
        """One request for each hundred of them."""
        rows = await self.client.at(need).appointments.list(PatNum=pat_num)
        timed = sorted((row for row in rows if row.AptDateTime), key=lambda row: str(row.AptDateTime))
        return PatientAppointments((*timed, *(row for row in rows if not row.AptDateTime)))
