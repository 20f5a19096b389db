"""AppointmentTypes by key: read, added, changed and deleted."""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.office.office_lists import TYPE_ROWS
from app.practice.handlers.office.sent import refuse_blank
from app.practice.handlers.schedule.visit_rules import checked_pattern
from app.practice.schema.enums.base import DEF_LINK, REQUIRED_CODES
from app.practice.schema.office import definition, deflink
from app.practice.schema.procedures import procedurecode
from app.practice.schema.schedule import appointment, appointmenttype
from app.practice.server.audit import log, signal
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_column, for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.appointment_types import AppointmentTypes, RequiredCodes

_T = appointmenttype.c
BLOCKOUTS = 25
WEB_SCHED_TYPES = (42, 51)
"""Definitions whose web scheduling uses an appointment type."""
_NONE = REQUIRED_CODES.number(RequiredCodes.NONE)


@serves(AppointmentTypes.get)
def get(work: Work, given: Given) -> Outcome:
    """One appointment type."""
    return work.one(TYPE_ROWS, "AppointmentType", given)


@serves(AppointmentTypes.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one at the end."""
    values = _columns(work, given, "", _NONE)
    key = work.insert(appointmenttype, {**values, "ItemOrder": work.next_order(_T.ItemOrder)})
    _tell(work, "Appointment type created.", key)
    return work.created(TYPE_ROWS, f"/appointmenttypes/{key}", {"AppointmentTypeNum": key})


@serves(AppointmentTypes.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one. Appointments that have it keep their length and color."""
    before = work.find(appointmenttype, given["AppointmentTypeNum"], "AppointmentType")
    key = before.AppointmentTypeNum
    values = _columns(work, given, before.CodeStrRequired, before.RequiredProcCodesNeeded)
    work.update(appointmenttype, key, values)
    _tell(work, "Appointment type changed.", key)
    return work.one(TYPE_ROWS, "AppointmentType", {"AppointmentTypeNum": key})


@serves(AppointmentTypes.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one that neither an appointment nor web scheduling uses."""
    key = work.find(appointmenttype, given["AppointmentTypeNum"], "AppointmentType").AppointmentTypeNum
    linked = (
        sa.select(deflink.c.DefLinkNum)
        .join(definition, definition.c.DefNum == deflink.c.DefNum)
        .where(
            deflink.c.LinkType == DEF_LINK.number("AppointmentType"),
            deflink.c.FKey == key,
            definition.c.Category.in_(WEB_SCHED_TYPES),
        )
    )
    visits = sa.select(appointment.c.AptNum).where(appointment.c.AppointmentTypeNum == key)
    for wanted, words in ((visits, "an appointment"), (linked, "Web Sched")):
        if work.connection.execute(wanted.limit(1)).first() is not None:
            raise BadRequest(f"Not allowed to delete an appointment type that is in use by {words}.")
    work.connection.execute(sa.delete(appointmenttype).where(_T.AppointmentTypeNum == key))
    _tell(work, "Appointment type deleted.", key)
    return None


_PLAIN = ("AppointmentTypeName", "IsHidden", "RequiredProcCodesNeeded")


def _columns(work: Work, given: Given, required: str, needed: int) -> dict[str, Any]:
    """The fields as stored. `required` and `needed` are CodeStrRequired and RequiredProcCodesNeeded before."""
    refuse_blank(given, "AppointmentTypeName")
    values = for_columns(appointmenttype, given, _PLAIN)
    if given.get("Pattern"):
        values["Pattern"] = checked_pattern(given, "Pattern")
    elif "Pattern" in given:
        values["Pattern"] = ""
    if "appointmentTypeColor" in given:
        color = for_column(_T.AppointmentTypeColor, given["appointmentTypeColor"], "appointmentTypeColor")
        values["AppointmentTypeColor"] = color
    for name in ("CodeStr", "CodeStrRequired"):
        if name in given:
            values[name] = _codes(work, name, given[name])
    if "BlockoutTypes" in given:
        values["BlockoutTypes"] = _blockouts(work, given["BlockoutTypes"])
    if values.get("RequiredProcCodesNeeded", needed) != _NONE and not values.get("CodeStrRequired", required):
        raise BadRequest("CodeStrRequired is required unless RequiredProcCodesNeeded is None.")
    return values


def _codes(work: Work, name: str, text: str) -> str:
    """Procedure codes separated by commas. BadRequest for too many, and for one that the office lacks."""
    codes = [code.strip() for code in text.split(",") if code.strip()]
    # checked before the query, which takes a limited number of codes
    stored: str = for_column(_T[name], ",".join(codes), name)
    known = sa.select(procedurecode.c.ProcCode).where(procedurecode.c.ProcCode.in_(codes))
    if missing := set(codes) - set(work.connection.execute(known).scalars()):
        raise BadRequest(f"{name} is invalid: {min(missing)} is not a procedure code.")
    return stored


def _blockouts(work: Work, text: str) -> str:
    """Blockout types by number, separated by commas. BadRequest for too many, and for anything else."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    for_column(_T.BlockoutTypes, ",".join(parts), "BlockoutTypes")
    numbers = [int(part) for part in parts if re.fullmatch(r"[0-9]{1,18}", part)]
    wanted = sa.select(definition.c.DefNum).where(
        definition.c.Category == BLOCKOUTS, definition.c.DefNum.in_(numbers)
    )
    if len(numbers) != len(parts) or set(numbers) - set(work.connection.execute(wanted).scalars()):
        raise BadRequest("BlockoutTypes is invalid: definitions of category 25 are expected.")
    return ",".join(str(number) for number in numbers)


def _tell(work: Work, words: str, key: int) -> None:
    log(work, "AppointmentTypeEdit", words, key=key)
    signal(work, "AppointmentTypes")
