"""Reattaches a procedure that breaking detached from the appointment: the second step of that undo."""

from __future__ import annotations

from typing import Any

from app.api.errors import NotFound, Refused, TooManyRequests, Unreadable
from app.core.text import msg
from app.domain.chart.procedures import not_deleted
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack
from app.services.writes.reading import read_row, shows
from app.services.writes.schedule.appointment import subject_of, whose
from app.services.writes.words import ASK_CHANGED, ASK_GONE, NOT_SHOWN
from app.services.writes.write import Write
from app.store.topics import Part, Topic
from app.wire.endpoint import Sender
from app.wire.resources.appointments import Appointments
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureLogs

PROCEDURES = "procedures"
"""In the rows before and after a break: [ProcNum, procCode] of each attached procedure.

Left out where the office would not tell.
"""
NOT_BACK = msg("The appointment is not back on the schedule, so its procedures stay off it.")
NOT_CHARTED = msg("The procedure is no longer in the patient's chart.")
ELSEWHERE = msg("Not changed: another user just put the procedure on another appointment.")


async def procedures_on(office: Sender, visit: Wire) -> Wire:
    """The attached procedures, to be added to its row; nothing if they can't be read."""
    try:
        found = await _of_patient(office, visit)
    except TooManyRequests:
        raise  # a retry a moment later would work
    except (Refused, Unreadable):
        return {}
    return {PROCEDURES: [[row.ProcNum, row.procCode] for row in found if row.AptNum == visit["AptNum"]]}


class Attach(Write):
    """Attaches a procedure to an appointment. The schedule shows the appointment's row."""

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Send only if the appointment has its status back and the procedure is not on any appointment."""
        visit = await _visit(office, intent)
        if not shows(visit, intent.before):
            return Checked(Check.CONFLICT, visit, NOT_BACK)
        found = await _procedure(office, intent, visit)
        if found is None:
            return Checked(Check.CONFLICT, visit, NOT_CHARTED)
        if found.AptNum == visit["AptNum"]:
            return Checked(Check.ALREADY, visit)
        return Checked(Check.CONFLICT, visit, ELSEWHERE) if found.AptNum else Checked(Check.CLEAR, visit)

    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """The appointment's row, which lists its procedures."""
        visit = await _visit(office, intent)
        found = await _procedure(office, intent, visit)
        done = found is not None and found.AptNum == visit["AptNum"]
        return ReadBack(Proof.DONE, visit) if done else ReadBack(Proof.UNCLEAR, visit, NOT_SHOWN)

    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """Done when the procedure is on the appointment; not done when it is on none."""
        try:
            visit = await _visit(office, entry.intent)
        except NotFound:
            return ReadBack(Proof.UNCLEAR, words=ASK_GONE)
        found = await _procedure(office, entry.intent, visit)
        if found is not None and found.AptNum == visit["AptNum"]:
            return ReadBack(Proof.DONE, visit)
        if found is not None and not found.AptNum:
            return ReadBack(Proof.NOT_DONE, visit)
        return ReadBack(Proof.UNCLEAR, visit, ASK_CHANGED)

    def undo(self, entry: Entry) -> Intent | None:
        """None: it is part of an undo itself."""
        return None

    def applies(self, fields: Wire) -> Topic | None:
        """The appointment's topic."""
        return Topic(Part.SCHEDULE, int(fields["AptNum"])) if fields.get("AptNum") else None


ATTACH = Attach("attach", ProcedureLogs.update, not_done=msg("Not put back"))


def attach_intent(entry: Entry, proc_num: int, code: str) -> Intent:
    """Reattach a procedure to the appointment that `entry` broke, after the undo itself."""
    apt_num = int(entry.intent.arguments["AptNum"])
    return ATTACH.intent(
        subject=f"procedure:{proc_num}",
        arguments={"ProcNum": proc_num, "AptNum": apt_num},
        before={"AptStatus": (entry.seen or {})["AptStatus"]},
        words=msg("{code} back on the appointment of {name}", code=code, name=whose(entry.intent)),
        whose=entry.intent.whose,
        undo_of=entry.id,
        keep_order_with=(subject_of(apt_num),),
    )


async def _visit(office: Sender, intent: Intent) -> Wire:
    return await read_row(office, Appointments, "AptNum", "PatNum", intent.arguments)


async def _of_patient(office: Sender, visit: Wire) -> list[ProcedureLog]:
    """All of a patient's but deleted ones: filtering by appointment needs a newer office."""
    return not_deleted(await ProcedureLogs(office).list(PatNum=visit["PatNum"]))


async def _procedure(office: Sender, intent: Intent, visit: Wire) -> ProcedureLog | None:
    wanted = intent.arguments["ProcNum"]
    return next((row for row in await _of_patient(office, visit) if row.ProcNum == wanted), None)
