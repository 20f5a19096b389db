"""ApptFieldDefs: definitions of custom appointment fields."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.schedule import apptfielddef
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.appt_field_defs import ApptFieldDef, ApptFieldDefs, ApptFieldType

_D = apptfielddef.c
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


@serves(ApptFieldDefs.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one with a new name; only a pick list has items."""
    name = given["FieldName"].strip()
    if not name:
        raise BadRequest("FieldName is required.")
    same = sa.select(_D.ApptFieldDefNum).where(_D.FieldName == name).limit(1)
    if work.connection.execute(same).first() is not None:
        raise BadRequest("FieldName is invalid: there is an appointment field of this name already.")
    kept = ["FieldName", "FieldType"]
    if given.get("FieldType") is ApptFieldType.PICK_LIST:
        kept.append("PickList")
    last = work.connection.execute(sa.select(sa.func.max(_D.ItemOrder))).scalar()
    values = for_columns(apptfielddef, given, kept)
    key = work.insert(apptfielddef, {**values, "ItemOrder": 0 if last is None else last + 1})
    log(work, "Setup", "Appointment field definition created.", key=key)
    signal(work, "PatFields")
    return work.created(ROWS, f"/apptfielddefs?ApptFieldDefNum={key}", {"ApptFieldDefNum": key})
