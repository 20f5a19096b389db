"""Patient extras: popups, custom fields, races, restrictions, relationships."""

from __future__ import annotations

from sqlalchemy import Index

from app.practice.schema.columns import code, day, flag, key, moment, num, prose, table, whole, word
from app.practice.schema.enums.people import (
    GUARDIAN_RELATIONSHIP,
    PAT_FIELD_TYPE,
    PAT_RESTRICT,
    POPUP_LEVEL,
)

popup = table(
    "popup",
    key("PopupNum"),
    num("PatNum", "patient.PatNum"),
    prose("Description"),
    flag("IsDisabled"),
    code("PopupLevel", POPUP_LEVEL),
    num("UserNum", "userod.UserNum"),
    moment("DateTimeEntry"),
    flag("IsArchived"),
    num("PopupNumArchive", "popup.PopupNum"),
    moment("DateTimeDisabled"),
)

patfield = table(
    "patfield",
    key("PatFieldNum"),
    num("PatNum", "patient.PatNum"),
    word("FieldName"),
    prose("FieldValue"),
    num("SecUserNumEntry", "userod.UserNum"),
    day("SecDateEntry"),
    moment("SecDateTEdit"),
)

patfielddef = table(
    "patfielddef",
    key("PatFieldDefNum"),
    word("FieldName"),
    code("FieldType", PAT_FIELD_TYPE),
    prose("PickList"),
    whole("ItemOrder"),
    flag("IsHidden"),
)

patfieldpickitem = table(
    "patfieldpickitem",
    key("PatFieldPickItemNum"),
    num("PatFieldDefNum", "patfielddef.PatFieldDefNum"),
    word("Name"),
    word("Abbreviation"),
    flag("IsHidden"),
    whole("ItemOrder"),
)

patientrace = table(
    "patientrace",
    key("PatientRaceNum"),
    num("PatNum", "patient.PatNum"),
    whole("Race"),
    word("CdcrecCode"),
)

cdcrec = table(
    "cdcrec",
    key("CdcrecNum"),
    word("CdcrecCode"),
    word("HeirarchicalCode"),
    word("Description"),
)

patrestriction = table(
    "patrestriction",
    key("PatRestrictionNum"),
    num("PatNum", "patient.PatNum"),
    code("PatRestrictType", PAT_RESTRICT),
)

guardian = table(
    "guardian",
    key("GuardianNum"),
    num("PatNumChild", "patient.PatNum"),
    num("PatNumGuardian", "patient.PatNum"),
    code("Relationship", GUARDIAN_RELATIONSHIP),
    flag("IsGuardian"),
)

INDEXES = (
    Index("PopupPatNum", popup.c.PatNum),
    Index("PatFieldPatNum", patfield.c.PatNum, patfield.c.FieldName),
    Index("PatFieldSecDateTEdit", patfield.c.SecDateTEdit),
    Index("PatFieldPickItemDef", patfieldpickitem.c.PatFieldDefNum),
    Index("PatientRacePatNum", patientrace.c.PatNum),
    Index("CdcrecCode", cdcrec.c.CdcrecCode),
    Index("PatRestrictionPatNum", patrestriction.c.PatNum),
    Index("GuardianChild", guardian.c.PatNumChild),
    Index("GuardianGuardian", guardian.c.PatNumGuardian),
)
