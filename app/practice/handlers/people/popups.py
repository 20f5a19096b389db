"""Popups: read, added and changed."""

from __future__ import annotations

import datetime
from typing import Any

import sqlalchemy as sa
from msgspec.structs import replace

from app.practice.schema.enums.people import POPUP_LEVEL
from app.practice.schema.patient_extras import popup
from app.practice.schema.people import patient
from app.practice.server.access import is_newer
from app.practice.server.audit import log
from app.practice.server.formats import net_format
from app.practice.server.listings import Filter, Listing, columns_of, encode_rows
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Encoded, Given, Outcome, Row, Work
from app.wire.resources.popups import EnumPopupLevel, Popup, Popups

_P, _U = patient.c, popup.c
_ANSWERED_SINCE = "25.1.12"
"""Older versions do not return the new row."""
_SUPER_FAMILY = POPUP_LEVEL.number(EnumPopupLevel.SUPER_FAMILY)


def _concerns(column: sa.Column[int], pat_num: sa.BindParameter[int]) -> sa.ColumnElement[bool]:
    """The patient's own, all of the family, and those of the super family's level from any of its members.

    Seen on live servers: popups of the level Patient are listed for the whole family.
    """
    asked, owner = patient.alias("asked"), patient.alias("owner")
    together = sa.select(owner.c.PatNum).select_from(owner).join(asked, asked.c.PatNum == pat_num)
    family = together.where(owner.c.Guarantor == asked.c.Guarantor)
    super_family = together.where(
        owner.c.SuperFamily == asked.c.SuperFamily, asked.c.SuperFamily != sa.literal_column("0")
    )
    return sa.or_(
        column == pat_num,
        column.in_(family),
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
_ONE = Listing(
    name="OnePopup",
    columns=lambda: columns_of(Popup, popup),
    source=popup,
    filters={"PopupNum": Filter(_U.PopupNum)},
    order=(_U.PopupNum,),
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
    _check(given, person)
    values = for_columns(popup, given, ("PatNum", *_CHANGEABLE))
    key = work.insert(popup, {**values, "DateTimeEntry": work.now})
    log(work, "PopupEdit", "Popup created.", pat_num=person.PatNum, key=key)
    made = work.created(_ONE, f"/popups?PatNum={person.PatNum}", {"PopupNum": key})
    return replace(made, body=b"") if is_newer(_ANSWERED_SINCE, work.office.version) else made


@serves(Popups.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one; a changed text is kept as an archived copy."""
    before = work.find(popup, given["PopupNum"], "Popup")
    refuse_deleted_patient(work, before.PatNum)
    _check(given, work.find(patient, before.PatNum, "Patient"))
    if given.get("Description", before.Description) != before.Description:
        copied = {name: getattr(before, name) for name in _COPIED}
        work.insert(popup, {**copied, "IsArchived": 1, "PopupNumArchive": before.PopupNum})
    work.update(popup, before.PopupNum, for_columns(popup, given, _CHANGEABLE))
    log(work, "PopupEdit", "Popup changed.", pat_num=before.PatNum, key=before.PopupNum)
    return work.one(_ONE, "Popup", {"PopupNum": before.PopupNum})


_CHANGEABLE = ("Description", "PopupLevel", "DateTimeDisabled")
_COPIED = (*_CHANGEABLE, "PatNum", "IsDisabled", "UserNum", "DateTimeEntry")


def _check(given: Given, person: Row) -> None:
    """BadRequest for an empty text, or for a super family popup of a patient in none."""
    if not given.get("Description", "x").strip():
        raise BadRequest("Description is required.")
    if given.get("PopupLevel") is EnumPopupLevel.SUPER_FAMILY and not person.SuperFamily:
        raise BadRequest("PopupLevel is invalid: the patient is in no super family.")
