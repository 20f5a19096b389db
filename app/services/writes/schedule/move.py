"""Moving an appointment to another time, operatory or team."""

from __future__ import annotations

from app.core.text import At, Shape, msg
from app.domain.schedule.openings import Team, team_of
from app.domain.schedule.visit import Stage, Visit
from app.journal.entries import Entry, Intent, Wire
from app.services.writes.schedule.appointment import day_keys, status_of, subject_of
from app.services.writes.schedule.restore import put_back
from app.services.writes.schedule.slots import Seen, SlotChange, TargetSlot, with_left
from app.wire.codec import wire_value
from app.wire.resources.appointments import Appointment, Appointments, ApptStatus


class Move(SlotChange):
    """Undone by moving it back."""

    def undo(self, entry: Entry) -> Intent | None:
        """Restore its place, providers and status."""
        return put_back(entry, tuple(entry.intent.after))


MOVE = Move("move", Appointments.update, msg("Not moved"))


def move_intent(
    visit: Visit, slot: TargetSlot, left: Seen, team: Team | None, row: Appointment | None
) -> Intent:
    """Move an appointment, with other providers if given. A broken one is scheduled again by this."""
    before: Wire = {
        "AptDateTime": wire_value(visit.start),
        "Op": visit.op_num,
        "AptStatus": status_of(visit, row),
    }
    after: Wire = {"AptDateTime": wire_value(slot.start), "Op": slot.op_num}
    if visit.stage is Stage.BROKEN:
        after["AptStatus"] = ApptStatus.SCHEDULED.value
    own = team_fields(team_of(visit))
    for name, value in (team_fields(team) if team else {}).items():
        if value != own[name]:
            before[name], after[name] = own[name], value
    if slot.clinic_num and slot.clinic_num != visit.clinic_num:
        before["ClinicNum"], after["ClinicNum"] = visit.clinic_num, slot.clinic_num
    same_day = slot.start.date() == visit.start.date()
    return MOVE.intent(
        subject=subject_of(visit.apt_num),
        arguments={"AptNum": visit.apt_num, **after},
        before=before,
        after=after,
        context=with_left(slot.context, left),
        words=msg(
            "{name} moved to {time}, {operatory}",
            name=visit.name,
            time=At(slot.start, Shape.TIME if same_day else Shape.BOTH),
            operatory=slot.operatory,
        ),
        whose=visit.name,
        keep_order_with=day_keys(visit.start.date(), slot.start.date()),
    )


def team_fields(team: Team) -> Wire:
    """The providers, as wire fields."""
    return {"ProvNum": team.prov_num, "ProvHyg": team.prov_hyg, "IsHygiene": wire_value(team.is_hygiene)}
