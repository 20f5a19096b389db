"""An appointment's procedures: which it has, and putting one back on it that breaking has taken off."""

from __future__ import annotations

from typing import Any

from app.api.errors import NotFound, Refused, TooManyRequests, Unreadable
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack
from app.services.writes.write_kinds_reading import VisitReader, shows
from app.services.writes.write_kinds_words import ASK_CHANGED, ASK_GONE
from app.wire.endpoint import Sender
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureLogs

PROCEDURES = "procedures"
"""In the row that a break has seen and in the one that it left: [ProcNum, procCode] of what is on the appointment.

Left out where the office would not tell.
"""
ATTACH = "attach"
"""The kind of write that puts a procedure back on its appointment."""
NOT_BACK = "The appointment is not back on the schedule, so its procedures stay off it."
NOT_CHARTED = "The procedure is not in the patient's chart any more."
ELSEWHERE = "Someone else has put the procedure on another appointment meanwhile. Nothing was overwritten."


class ProcedureReader:
    """A patient's procedures. Every method raises the client's ApiErrors."""

    def __init__(self, sender: Sender) -> None:
        self._procedures = ProcedureLogs(sender)

    async def of_patient(self, pat_num: int) -> list[ProcedureLog]:
        """All of a patient's; asking for one appointment's would need a newer office."""
        return list(await self._procedures.list(PatNum=pat_num))

    async def on(self, visit: Wire) -> Wire:
        """What is on an appointment, to be added to its row; nothing where the office would not tell."""
        try:
            found = await self.of_patient(visit["PatNum"])
        except TooManyRequests:
            raise  # it would tell a moment later
        except (Refused, Unreadable):
            return {}
        return {PROCEDURES: [[row.ProcNum, row.procCode] for row in found if row.AptNum == visit["AptNum"]]}


class AttachKind:
    """Puts a procedure on an appointment. Its rows are the appointment's, which the schedule shows."""

    def __init__(self, visits: VisitReader, procedures: ProcedureReader) -> None:
        self._visits = visits
        self._procedures = procedures

    async def check(self, intent: Intent) -> Checked:
        """Send only when the appointment is back in its status, and the procedure on no appointment."""
        visit = await self._visits.visit(intent.arguments["AptNum"])
        if not shows(visit, intent.before):
            return Checked(Check.CONFLICT, visit, NOT_BACK)
        found = await self._procedure(intent, visit)
        if found is None:
            return Checked(Check.CONFLICT, visit, NOT_CHARTED)
        if found.AptNum == visit["AptNum"]:
            return Checked(Check.ALREADY, visit)
        return Checked(Check.CONFLICT, visit, ELSEWHERE) if found.AptNum else Checked(Check.CLEAR, visit)

    async def result(self, intent: Intent, answer: Any) -> Wire | None:
        """The appointment's row, which names its procedures."""
        return await self._visits.visit(intent.arguments["AptNum"])

    async def read_back(self, entry: Entry) -> ReadBack:
        """Done when the procedure is on the appointment; not done while it is on none."""
        try:
            visit = await self._visits.visit(entry.intent.arguments["AptNum"])
        except NotFound:
            return ReadBack(Proof.UNCLEAR, words=ASK_GONE)
        found = await self._procedure(entry.intent, visit)
        if found is not None and found.AptNum == visit["AptNum"]:
            return ReadBack(Proof.DONE, visit)
        if found is not None and not found.AptNum:
            return ReadBack(Proof.NOT_DONE, visit)
        return ReadBack(Proof.UNCLEAR, visit, ASK_CHANGED)

    async def _procedure(self, intent: Intent, visit: Wire) -> ProcedureLog | None:
        wanted = intent.arguments["ProcNum"]
        rows = await self._procedures.of_patient(visit["PatNum"])
        return next((row for row in rows if row.ProcNum == wanted), None)
