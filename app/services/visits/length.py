"""How long an appointment is by its procedures, and whether it follows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from app.domain.schedule.clashes import Clash, ClashKind, proposed
from app.domain.schedule.pattern import clean
from app.domain.schedule.procedure_time import combined, in_slots
from app.domain.schedule.visit import SLOT_MINUTES, Visit
from app.services.schedule.clash_check import clashes_of
from app.services.visits.office_rules import codes_in
from app.store.office import Office
from app.wire.resources.appointment_types import AppointmentType
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog

_BLOCKOUTS = frozenset({ClashKind.BLOCKOUT, ClashKind.KEPT})


def pattern_by_procedures(
    rows: Sequence[ProcedureLog],
    codes: Mapping[int, ProcedureCode],
    increment: int,
    kind: AppointmentType | None,
) -> str:
    """The pattern of these procedures in slots of five minutes; empty without any whose code is known.

    That of the appointment's type, if it has one and they are just the type's procedures.
    """
    if kind is not None and kind.Pattern and {row.procCode for row in rows} == set(codes_in(kind.CodeStr)):
        return clean(kind.Pattern)
    known = (codes.get(row.CodeNum) for row in rows)
    return combined(in_slots(code.ProcTime, increment) for code in known if code is not None)


def type_of(type_num: int, types: Iterable[AppointmentType]) -> AppointmentType | None:
    """One of the office's appointment types; None without one."""
    return next((each for each in types if each.AppointmentTypeNum == type_num), None)


def follows(visit: Visit, pattern: str, kind: AppointmentType | None) -> bool:
    """Whether an appointment is as long as its procedures (or its type) take, so that its length was not chosen.

    One without procedures has no length of its own yet.
    """
    if visit.time_locked:
        return False
    of_type = clean(kind.Pattern) if kind is not None else ""
    return not pattern or len(visit.pattern) in (len(pattern), len(of_type))


def new_clashes(office: Office, visit: Visit, pattern: str) -> Sequence[Clash]:
    """The clashes that an appointment would have with this pattern, and has not, or not for as long, now."""
    before = clashes_of(office, proposed(visit)) or ()
    minutes = len(pattern) * SLOT_MINUTES
    after = clashes_of(office, replace(proposed(visit), pattern=pattern, minutes=minutes)) or ()
    known = {_identity(clash): clash.minutes for clash in before}
    return [clash for clash in after if _is_new(clash, known.get(_identity(clash)))]


def _identity(clash: Clash) -> tuple[object, ...]:
    """What the clash is with: another appointment, a blockout by its words, or closed hours."""
    return clash.kind, clash.apt_num, clash.words if clash.kind in _BLOCKOUTS else None


def _is_new(clash: Clash, known: int | None) -> bool:
    """Whether it wasn't there before, or lasts longer than it did; a restricted patient is so for any time."""
    return known is None or (clash.kind is not ClashKind.RESTRICTED and clash.minutes > known)
