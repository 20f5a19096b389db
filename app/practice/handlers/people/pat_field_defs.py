"""PatFieldDefs: the office's own fields on patients."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.enums.people import PAT_FIELD_TYPE
from app.practice.schema.patient_extras import patfield, patfielddef, patfieldpickitem
from app.practice.server.access import is_newer
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns, quoted
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.pat_field_defs import PatFieldDef, PatFieldDefs, PatFieldType

_D, _I = patfielddef.c, patfieldpickitem.c
ROWS = Listing(
    name="PatFieldDef",
    columns=lambda: columns_of(PatFieldDef, patfielddef, {"PickList": quoted("")}),
    source=patfielddef,
    filters={"PatFieldDefNum": Filter(_D.PatFieldDefNum)},
    order=(_D.ItemOrder, _D.PatFieldDefNum),
)
PICK_LIST = PAT_FIELD_TYPE.number(PatFieldType.PICK_LIST)
_AMOUNTS = frozenset({PatFieldType.CARE_CREDIT_PRE_APPROVAL_AMT, PatFieldType.CARE_CREDIT_AVAILABLE_CREDIT})
_AMOUNTS_SINCE = _ITEMS_SINCE = "24.1"
"""The version since which CareCredit amounts exist, and pick lists store their items in a table."""
CARE_CREDIT = frozenset(PAT_FIELD_TYPE.number(each) for each in (PatFieldType.CARE_CREDIT_STATUS, *_AMOUNTS))


@serves(PatFieldDefs.list)
def list_(work: Work, given: Given) -> Outcome:
    """All definitions, hidden ones included."""
    return work.page(ROWS, given)


@serves(PatFieldDefs.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one; the items of a pick list become rows."""
    _check_name(work, given, None)
    _check_type(work, given)
    items = _items(given)
    if bool(items) != (given["FieldType"] is PatFieldType.PICK_LIST):
        raise BadRequest("PickList is required for the FieldType PickList, and allowed for no other.")
    values = for_columns(patfielddef, given, ("FieldName", "FieldType", "IsHidden"))
    key = work.insert(patfielddef, {**values, "ItemOrder": work.next_order(_D.ItemOrder)})
    _write_items(work, key, items)
    log(work, "Setup", "Patient field definition created.", key=key)
    signal(work, "PatFields")
    return work.created(ROWS, f"/patfielddefs?PatFieldDefNum={key}", {"PatFieldDefNum": key})


@serves(PatFieldDefs.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one. Patients' values follow a new name."""
    before = work.find(patfielddef, given["PatFieldDefNum"], "PatFieldDef")
    _check_name(work, given, before)
    _check_type(work, given)
    kind = PAT_FIELD_TYPE.number(given["FieldType"]) if "FieldType" in given else before.FieldType
    items = _items(given)
    _check_items(work, kind, before, items)
    values = for_columns(patfielddef, given, ("FieldName", "FieldType", "IsHidden"))
    work.update(patfielddef, before.PatFieldDefNum, values)
    if items or kind != PICK_LIST:
        _write_items(work, before.PatFieldDefNum, items)
    if values.get("FieldName", before.FieldName) != before.FieldName:
        renamed = sa.update(patfield).where(is_exactly(patfield.c.FieldName, before.FieldName))
        work.connection.execute(renamed.values(FieldName=values["FieldName"], SecDateTEdit=work.now))
    log(work, "Setup", "Patient field definition changed.", key=before.PatFieldDefNum)
    signal(work, "PatFields")
    return work.one(ROWS, "PatFieldDef", {"PatFieldDefNum": before.PatFieldDefNum})


@serves(PatFieldDefs.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one that no patient uses."""
    row = work.find(patfielddef, given["PatFieldDefNum"], "PatFieldDef")
    if _in_use(work, row):
        raise BadRequest("The patient field definition is in use and cannot be deleted.")
    _write_items(work, row.PatFieldDefNum, [])
    work.connection.execute(sa.delete(patfielddef).where(_D.PatFieldDefNum == row.PatFieldDefNum))
    log(work, "Setup", "Patient field definition deleted.", key=row.PatFieldDefNum)
    signal(work, "PatFields")
    return None


def is_exactly(column: sa.Column[str], text: str | sa.BindParameter[str]) -> sa.ColumnElement[bool]:
    """Exact comparison, by bytes, because columns compare without case."""
    return sa.func.hex(column) == sa.func.hex(text)


def definition_of(work: Work, name: str) -> Row | None:
    """A definition by its exact name."""
    return work.connection.execute(sa.select(patfielddef).where(is_exactly(_D.FieldName, name))).first()


def _check_name(work: Work, given: Given, before: Row | None) -> None:
    name = given.get("FieldName")
    if name is None or (before is not None and name == before.FieldName):
        return
    if not name.strip():
        raise BadRequest("FieldName is required.")
    if definition_of(work, name) is not None:
        raise BadRequest("FieldName is invalid: there is a patient field of this name already.")
    if before is not None and before.FieldType in CARE_CREDIT and _in_use(work, before):
        raise BadRequest("FieldName is invalid: the name of a CareCredit field in use cannot change.")


def _check_type(work: Work, given: Given) -> None:
    if given.get("FieldType") in _AMOUNTS and is_newer(_AMOUNTS_SINCE, work.office.version):
        raise BadRequest(f"FieldType is invalid: it needs Open Dental {_AMOUNTS_SINCE} or later.")


def _check_items(work: Work, kind: int, before: Row, items: list[str]) -> None:
    """BadRequest for items that are not allowed or missing in a change."""
    if items and kind != PICK_LIST:
        raise BadRequest("PickList is only allowed with the FieldType PickList.")
    if is_newer(_ITEMS_SINCE, work.office.version):
        return
    becomes = kind == PICK_LIST and before.FieldType != PICK_LIST
    if becomes and not items:
        raise BadRequest("PickList is required when FieldType changes to PickList.")
    if items and not becomes:
        raise BadRequest("PickList is only allowed when FieldType changes to PickList.")


def _items(given: Given) -> list[str]:
    return [line.strip() for line in given.get("PickList", "").splitlines() if line.strip()]


def _write_items(work: Work, key: int, items: list[str]) -> None:
    work.connection.execute(sa.delete(patfieldpickitem).where(_I.PatFieldDefNum == key))
    for order, item in enumerate(items):
        values = for_columns(patfieldpickitem, {"Name": item}, ("Name",))
        work.insert(patfieldpickitem, {**values, "PatFieldDefNum": key, "ItemOrder": order})


def _in_use(work: Work, row: Row) -> bool:
    wanted = sa.select(patfield.c.PatFieldNum).where(is_exactly(patfield.c.FieldName, row.FieldName)).limit(1)
    return work.connection.execute(wanted).first() is not None
