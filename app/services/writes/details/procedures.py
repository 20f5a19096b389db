"""The procedures of an appointment: put on it, taken off it, added to it, and removed again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from app.core.text import Text, Words, msg
from app.domain.chart.typed_places import NOWHERE, Site
from app.domain.people.rights import Demand, Right
from app.domain.schedule.visit import Visit
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked
from app.services.writes.change import Change
from app.services.writes.create import Create
from app.services.writes.reading import differing, shows
from app.services.writes.remove import Remove
from app.services.writes.schedule.appointment import subject_of
from app.services.writes.schedule.attach import NOT_CHARTED
from app.store.topics import Part
from app.wire.codec import wire_value
from app.wire.endpoint import Sender
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureLogs, ProcedureStatus

PLANNED = ProcedureStatus.TREATMENT_PLANNED.value
GONE = ProcedureStatus.DELETED.value
LABEL = "label"
"""In an intent's context: what its procedure is called."""
PLACE_FIELDS = ("ToothNum", "Surf", "ToothRange")  # words: fields of the API
ANY_AMOUNT = Decimal("Infinity")
"""How much less is owed without a procedure isn't known: the call doesn't contain its fee."""


class PlaceProcedure(Change):
    """Puts a procedure on an appointment, or takes it off it (0)."""

    def compare(self, intent: Intent, row: Wire) -> Checked:
        """A deleted procedure isn't put on an appointment, not even by an undo, which compares the appointment only."""
        if row["ProcStatus"] == GONE and intent.after["AptNum"]:
            return Checked(Check.CONFLICT, row, NOT_CHARTED)
        return super().compare(intent, row)

    def conflict(self, intent: Intent, row: Wire) -> Words:
        """What another user did with it."""
        fields = differing(row, intent.before)
        if "ProcStatus" in fields:
            words = msg("{not_done}: the procedure is complete or no longer planned.", not_done=self.not_done)
        elif row["AptNum"]:
            words = msg(
                "{not_done}: another user just put it on another appointment.", not_done=self.not_done
            )
        else:
            words = msg("{not_done}: another user just took it off the appointment.", not_done=self.not_done)
        return words


class AddProcedure(Create):
    """Plans a procedure on an appointment. It is done once as many equal ones are there as there are to be (`nth`)."""

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Look how many there are: two films are two, and neither is made twice."""
        rows = await self.rows(office, intent)
        ours = [row for row in rows if self.is_ours(row, intent)]
        if len(ours) >= intent.nth:
            return self.existing(ours[-1])
        return Checked(Check.CLEAR, {self.known: [row[self.key] for row in rows]})

    def undo(self, entry: Entry) -> Intent | None:
        """Take it off the appointment: nobody needs a right for that. It stays on the treatment plan.

        None if another one with this code was there already: that one isn't ours.
        """
        row = entry.answer or {}
        if not row.get(self.key) or entry.changed_nothing:
            return None
        return PLACE_PROCEDURE.intent(
            subject=procedure_subject(row["ProcNum"]),
            arguments={"ProcNum": row["ProcNum"], "AptNum": 0},
            before={"AptNum": row["AptNum"]},
            after={"AptNum": 0},
            context={"PatNum": row["PatNum"]},
            words=msg("{words}: undone. It stays on the treatment plan", words=entry.intent.words),
            whose=entry.intent.whose,
            undo_of=entry.id,
        )

    def is_ours(self, row: Wire, intent: Intent) -> bool:
        """One that is complete by now counts, a deleted one doesn't. Surfaces are the same in any order."""
        fields = {name: value for name, value in intent.after.items() if name != "ProcStatus"}
        return row["ProcStatus"] != GONE and is_at(row, fields)


class RemoveProcedure(Remove):
    """Deletes a treatment planned procedure. The office keeps the row, as deleted."""

    def demands(self, _intent: Intent, _today: date) -> Sequence[Demand]:
        """The same as at the hub, which can't see what was planned."""
        return (Demand(Right.ADJUSTMENT, ANY_AMOUNT),)

    async def _row(self, office: Sender, intent: Intent) -> Wire | None:
        row = await super()._row(office, intent)
        return None if row is None or row["ProcStatus"] == GONE else row


PLACE_PROCEDURE = PlaceProcedure(
    "procedure place",
    ProcedureLogs.update,
    key="ProcNum",
    part=Part.CHART,
    not_done=msg("Procedure not changed"),
)
ADD_PROCEDURE = AddProcedure(
    "procedure",
    ProcedureLogs.create,
    key="ProcNum",
    part=Part.CHART,
    identity=("procCode", "AptNum"),
    not_done=msg("Procedure not added"),
)
REMOVE_PROCEDURE = RemoveProcedure(
    "procedure removal",
    ProcedureLogs.delete,
    key="ProcNum",
    part=Part.CHART,
    again=None,
    not_done=msg("Procedure not removed"),
)


def is_at(row: Wire, fields: Wire) -> bool:
    """Whether a procedure has these values; surfaces are the same in any order."""
    placed = "Surf" not in fields or _letters(row["Surf"]) == _letters(fields["Surf"])
    return placed and shows(row, {name: value for name, value in fields.items() if name != "Surf"})


def label_of(intent: Intent) -> str:
    """What the procedure of a write is called, with its tooth; empty: it is no procedure's."""
    return str(intent.context.get(LABEL, ""))


def named(intent: Intent) -> Words:
    """A write in a list of several: its procedure, else its own sentence."""
    return label_of(intent) or intent.words


def procedure_subject(proc_num: int) -> str:
    """The journal's target for a procedure."""
    return f"procedure:{proc_num}"


def put_on_intent(visit: Visit, row: ProcedureLog, label: str = "") -> Intent:
    """Put a treatment planned procedure on an appointment. It leaves the one that it was on.

    `label`: what it is called, with its tooth; empty: by its code.
    """
    label = label or row.procCode
    words = msg("{code} on the appointment of {name}", code=label, name=visit.name)
    return _place(visit, row, visit.apt_num, label, words)


def take_off_intent(visit: Visit, row: ProcedureLog, label: str = "") -> Intent:
    """Take a procedure off its appointment. It stays on the treatment plan."""
    label = label or row.procCode
    words = msg("{code} off the appointment of {name}", code=label, name=visit.name)
    return _place(visit, row, 0, label, words)


def add_intent(visit: Visit, code: str, site: Site = NOWHERE, nth: int = 1, label: str = "") -> Intent:
    """Plan a procedure with this code on an appointment, with the office's fee and provider.

    `nth`: how many equal ones are to be there with it.
    """
    label = label or code
    fields = {
        "PatNum": visit.pat_num,
        "AptNum": visit.apt_num,
        "procCode": code,
        "ProcStatus": PLANNED,
        **site.fields,
    }
    return ADD_PROCEDURE.intent(
        subject=f"procedures:{visit.apt_num}",
        arguments={**fields, "ProcDate": wire_value(visit.start.date()), "ClinicNum": visit.clinic_num},
        after=fields,
        context={LABEL: label},
        words=msg("{code} on the appointment of {name}", code=label, name=visit.name),
        whose=visit.name,
        nth=nth,
        keep_order_with=(subject_of(visit.apt_num),),
    )


def remove_intent(visit: Visit, row: Wire) -> Intent:
    """Delete a treatment planned procedure that was just added: the undo, for those who may."""
    return REMOVE_PROCEDURE.intent(
        subject=procedure_subject(row["ProcNum"]),
        arguments={"ProcNum": row["ProcNum"]},
        before={"ProcStatus": PLANNED, "procCode": row["procCode"], "AptNum": row["AptNum"]},
        context={"PatNum": visit.pat_num},
        words=msg("{code} removed for {name}", code=row["procCode"], name=visit.name),
        whose=visit.name,
        keep_order_with=(subject_of(visit.apt_num),),
    )


def _place(visit: Visit, row: ProcedureLog, apt_num: int, label: str, words: Text) -> Intent:
    return PLACE_PROCEDURE.intent(
        subject=procedure_subject(row.ProcNum),
        arguments={"ProcNum": row.ProcNum, "AptNum": apt_num},
        before={"AptNum": row.AptNum, "ProcStatus": row.ProcStatus.value},
        after={"AptNum": apt_num},
        context={"PatNum": visit.pat_num, LABEL: label},
        words=words,
        whose=visit.name,
        keep_order_with=(subject_of(visit.apt_num),),
    )


def _letters(surfaces: str) -> list[str]:
    """A front tooth's F and I are B and O on the others: an office may store either."""
    return sorted(surfaces.strip().upper().replace("F", "B").replace("I", "O"))
