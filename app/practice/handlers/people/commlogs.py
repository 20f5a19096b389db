"""Commlogs: communication with patients."""

from __future__ import annotations

import operator

from msgspec.structs import replace

from app.practice.schema.office import definition
from app.practice.schema.people import commlog
from app.practice.server.access import is_newer
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.older import required_until
from app.practice.server.references import (
    check_references,
    definition_named,
    first_definition,
    refuse_deleted_patient,
)
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.fields import Refers
from app.wire.resources.commlogs import CommDirection, Commlog, Commlogs, CommMode

_C = commlog.c
COMM_TYPES = 27
_BY_NUMBER = (("CommType", Refers("definition", (COMM_TYPES,))),)
_ALL_PATIENTS_SINCE = "25.1.13"
_ANSWERED_SINCE = "23.3.7"
"""Older versions do not return the new row."""
ROWS = Listing(
    name="Commlog",
    columns=lambda: columns_of(
        Commlog,
        commlog,
        {"commType": name_behind(_C.CommType, definition.c.DefNum, definition.c.ItemName)},
        as_text=("CommType",),
    ),
    source=commlog,
    filters={
        "CommlogNum": Filter(_C.CommlogNum),
        "PatNum": Filter(_C.PatNum),
        "DateTStamp": Filter(_C.DateTStamp, operator.ge),
    },
    order=(_C.CommDateTime.desc(), _C.CommlogNum.desc()),
)


@serves(Commlogs.get)
def get(work: Work, given: Given) -> Outcome:
    """One communication."""
    return work.one(ROWS, "Commlog", given)


@serves(Commlogs.list)
def list_(work: Work, given: Given) -> Outcome:
    """All of a patient, or of all patients in a new enough office, newest first.

    DateTStamp: changed at or after that time.
    """
    required_until(work, given, _ALL_PATIENTS_SINCE, "PatNum")
    return work.page(ROWS, given)


@serves(Commlogs.create, unchecked=("CommType",))
def create(work: Work, given: Given) -> Outcome:
    """Add one: the type by name takes precedence over the number; Misc by default."""
    if "commType" in given:
        kind = definition_named(work, (COMM_TYPES,), given["commType"])
    else:
        check_references(work, _BY_NUMBER, given, changes=True)
        kind = given.get("CommType") or automatic_type(work, "MISC")
    values = {
        "CommDateTime": work.now,
        "Mode_": CommMode.PHONE,
        "SentOrReceived": CommDirection.SENT,
        **given,
        "CommType": kind,
    }
    key = work.insert(commlog, {**for_columns(commlog, values, _SENT), "DateTEntry": work.now})
    log(work, "CommlogCreate", "Commlog created.", pat_num=given["PatNum"], key=key)
    made = work.created(ROWS, f"/commlogs?PatNum={given['PatNum']}", {"CommlogNum": key})
    return replace(made, body=b"") if is_newer(_ANSWERED_SINCE, work.office.version) else made


@serves(Commlogs.update)
def update(work: Work, given: Given) -> Outcome:
    """Replace the note; the signature under the old one is cleared."""
    before = work.find(commlog, given["CommlogNum"], "Commlog")
    refuse_deleted_patient(work, before.PatNum)
    if "Note" in given:
        unsigned = {"Signature": "", "SigIsTopaz": 0}
        work.update(commlog, before.CommlogNum, {**for_columns(commlog, given, ("Note",)), **unsigned})
        log(work, "CommlogEdit", "Commlog changed.", pat_num=before.PatNum, key=before.CommlogNum)
    return work.one(ROWS, "Commlog", {"CommlogNum": before.CommlogNum})


_SENT = ("PatNum", "CommDateTime", "CommType", "Note", "Mode_", "SentOrReceived")


def automatic_type(work: Work, usage: str) -> int:
    """The office's commlog type for a usage, by ItemValue ("APPT", "MISC"), else the first one."""
    return definition_used_as(work, usage) or first_definition(work, COMM_TYPES)


def definition_used_as(work: Work, usage: str) -> int:
    """The commlog type with this usage as ItemValue; 0 when the office has none."""
    wanted = definition.select().where(definition.c.Category == COMM_TYPES, definition.c.ItemValue == usage)
    row = work.connection.execute(wanted.limit(1)).first()
    return row.DefNum if row is not None else 0
