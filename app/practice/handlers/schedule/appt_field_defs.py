"""ApptFieldDefs: definitions of custom appointment fields."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.enums.base import FIELD_TYPE
from app.practice.schema.schedule import apptfield, apptfielddef
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.appt_field_defs import ApptFieldDef, ApptFieldDefs, ApptFieldType

_D, _F = apptfielddef.c, apptfield.c
_PICK_LIST = FIELD_TYPE.number(ApptFieldType.PICK_LIST)
ROWS = Listing(
    name="ApptFieldDef",
    columns=lambda: columns_of(ApptFieldDef, apptfielddef),
    source=apptfielddef,
    filters={"ApptFieldDefNum": Filter(_D.ApptFieldDefNum)},
    order=(_D.ItemOrder, _D.ApptFieldDefNum),
    keeps_breaks=True,
)


@serves(ApptFieldDefs.list)
def list_(work: Work, given: Given) -> Outcome:
    """Every definition."""
    return work.page(ROWS, given)


@serves(ApptFieldDefs.get)
def get(work: Work, given: Given) -> Outcome:
    """One definition."""
    return work.one(ROWS, "ApptFieldDef", given)


@serves(ApptFieldDefs.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one with a new name; only a pick list has items."""
    _strip_name(work, given, 0)
    kept = ["FieldName", "FieldType"]
    if given.get("FieldType") is ApptFieldType.PICK_LIST:
        kept.append("PickList")
    values = for_columns(apptfielddef, given, kept)
    key = work.insert(apptfielddef, {**values, "ItemOrder": work.next_order(_D.ItemOrder)})
    log(work, "Setup", "Appointment field definition created.", key=key)
    signal(work, "PatFields")
    return work.created(ROWS, f"/apptfielddefs?ApptFieldDefNum={key}", {"ApptFieldDefNum": key})


@serves(ApptFieldDefs.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one. A new name is given to appointments' values too; only a pick list has items."""
    before = work.find(apptfielddef, given["ApptFieldDefNum"], "ApptFieldDef")
    key = before.ApptFieldDefNum
    if "FieldName" in given:
        _strip_name(work, given, key)
    values = for_columns(apptfielddef, given, ("FieldName", "FieldType"))
    if values.get("FieldType", before.FieldType) != _PICK_LIST:
        values["PickList"] = ""
    else:
        values |= for_columns(apptfielddef, given, ("PickList",))
    work.update(apptfielddef, key, values)
    if values.get("FieldName", before.FieldName) != before.FieldName:
        renamed = sa.update(apptfield).where(_F.FieldName == before.FieldName)
        work.connection.execute(renamed.values(FieldName=values["FieldName"]))
    log(work, "Setup", "Appointment field definition changed.", key=key)
    signal(work, "PatFields")
    return work.one(ROWS, "ApptFieldDef", {"ApptFieldDefNum": key})


def _strip_name(work: Work, given: Given, key: int) -> None:
    """Take the spaces around the name off. BadRequest for a blank one, or that of another definition."""
    name = given["FieldName"] = given["FieldName"].strip()
    if not name:
        raise BadRequest("FieldName is required.")
    same = sa.select(_D.ApptFieldDefNum).where(_D.FieldName == name, _D.ApptFieldDefNum != key).limit(1)
    if work.connection.execute(same).first() is not None:
        raise BadRequest("FieldName is invalid: there is an appointment field of this name already.")
