"""Popups: read and added."""

from __future__ import annotations

import datetime
from typing import Any

import sqlalchemy as sa

from app.practice.schema.enums.people import POPUP_LEVEL
from app.practice.schema.patient_extras import popup
from app.practice.schema.people import patient
from app.practice.server.audit import log
from app.practice.server.formats import net_format
from app.practice.server.listings import Filter, Listing, columns_of, encode_rows
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Encoded, Given, Outcome, Work
from app.wire.resources.popups import EnumPopupLevel, Popup, Popups

_P, _U = patient.c, popup.c
_FAMILY, _SUPER_FAMILY = (
    POPUP_LEVEL.number(each) for each in (EnumPopupLevel.FAMILY, EnumPopupLevel.SUPER_FAMILY)
)


def _concerns(column: sa.Column[int], pat_num: sa.BindParameter[int]) -> sa.ColumnElement[bool]:
    """The patient's own, the family's from any member, the super family's from any member."""
    asked, owner = patient.alias("asked"), patient.alias("owner")
    together = sa.select(owner.c.PatNum).select_from(owner).join(asked, asked.c.PatNum == pat_num)
    family = together.where(owner.c.Guarantor == asked.c.Guarantor)
    super_family = together.where(
        owner.c.SuperFamily == asked.c.SuperFamily, asked.c.SuperFamily != sa.literal_column("0")
    )
    return sa.or_(
        column == pat_num,
        sa.and_(_U.PopupLevel == sa.literal_column(str(_FAMILY)), column.in_(family)),
        sa.and_(_U.PopupLevel == sa.literal_column(str(_SUPER_FAMILY)), column.in_(super_family)),
    )


ROWS = Listing(
    name="Popup",
    columns=lambda: columns_of(Popup, popup),
    source=popup,
    filters={"PatNum": Filter(_U.PatNum, _concerns)},
    order=(_U.PopupNum,),
    always=(_U.IsArchived == sa.literal_column("0"),),
)


@serves(Popups.list)
def list_(work: Work, given: Given) -> Outcome:
    """Those of a patient, family and super family; the end date is in American format."""
    rows = [
        {**{name: getattr(row, name) for name in row.__struct_fields__}, "DateTimeDisabled": _american(row)}
        for row in work.rows(ROWS, given)
    ]
    return Encoded(encode_rows(rows))


def _american(row: Any) -> str:
    return net_format(datetime.datetime.fromisoformat(row.DateTimeDisabled), "G")


@serves(Popups.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one. A super family popup requires that the patient is in one."""
    person = work.find(patient, given["PatNum"], "Patient")
    if not given["Description"].strip():
        raise BadRequest("Description is required.")
    if given.get("PopupLevel") is EnumPopupLevel.SUPER_FAMILY and not person.SuperFamily:
        raise BadRequest("PopupLevel is invalid: the patient is in no super family.")
    values = for_columns(popup, given, ("PatNum", "Description", "PopupLevel"))
    key = work.insert(popup, {**values, "DateTimeEntry": work.now})
    log(work, "PopupEdit", "Popup created.", pat_num=person.PatNum, key=key)
    return None
