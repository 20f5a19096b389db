"""Foreign keys of a request: every number or name must refer to an existing row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from app.practice.schema.columns import metadata
from app.practice.schema.enums.base import PAT_STATUS, PROC_STATUS
from app.practice.schema.office import definition
from app.practice.schema.people import patient
from app.practice.schema.procedures import procedurelog
from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.routing import Handler
from app.practice.server.work import Given, Work
from app.wire.fields import Refers

References = tuple[tuple[str, Refers], ...]

_NOUNS = {
    "allergydef": "AllergyDef",
    "appointmenttype": "AppointmentType",
    "diseasedef": "DiseaseDef",
    "claimform": "ClaimForm",
    "claimpayment": "ClaimPayment",
    "eobattach": "EobAttach",
    "feesched": "FeeSched",
    "insplan": "InsPlan",
    "inssub": "InsSub",
    "perioexam": "PerioExam",
    "patplan": "PatPlan",
    "payplan": "PayPlan",
    "procedurelog": "Procedure",
    "scheduleop": "ScheduleOp",
    "treatplan": "TreatPlan",
    "userod": "User",
    "sheetdef": "SheetDef",
}
_DELETED = PAT_STATUS.number("Deleted")
_PROCEDURE_DELETED = PROC_STATUS.number("D")


def references_of(handler: Handler) -> References:
    """The foreign keys of a method that are checked before its handler runs."""
    return tuple(
        (each.name, refers)
        for each in handler.endpoint.parameters
        if each.place != "path"
        and each.name not in handler.unchecked
        and (refers := each.fact(Refers)) is not None
    )


def check_references(work: Work, references: References, given: Given, *, changes: bool) -> None:
    """NotFound for a key that refers to nothing; BadRequest for a definition of the wrong category."""
    for name, refers in references:
        value = given.get(name)
        for each in value if isinstance(value, list) else [value]:
            if each not in (None, 0):
                _check(work, name, refers, each)
                if changes and refers.table == "patient":
                    refuse_deleted_patient(work, each)
                elif changes and refers.table == "procedurelog":
                    _refuse_deleted_procedure(work, each)


def refuse_deleted_patient(
    work: Work, pat_num: int, words: str = "The patient is deleted and cannot be changed."
) -> None:
    """BadRequest when the patient was deleted: their data can't be changed."""
    wanted = sa.select(patient.c.PatStatus).where(patient.c.PatNum == pat_num)
    if work.connection.execute(wanted).scalar() == _DELETED:
        raise BadRequest(words)


def _refuse_deleted_procedure(work: Work, proc_num: int) -> None:
    """NotFound when the procedure was deleted: its row stays, but nothing can be attached to it."""
    wanted = sa.select(procedurelog.c.ProcStatus).where(procedurelog.c.ProcNum == proc_num)
    if work.connection.execute(wanted).scalar() == _PROCEDURE_DELETED:
        raise NotFound("Procedure not found.")


def _check(work: Work, name: str, refers: Refers, value: int | str) -> None:
    if refers.column:
        if not _any(work, _categories(refers, value)):
            raise NotFound(f"{name} not found.")
        return
    table = metadata.tables[refers.table]
    if refers.category:
        found = work.connection.execute(_categories(refers, value)).scalars().all()
        if found and found[0] not in refers.category:
            which = " or ".join(str(each) for each in refers.category)
            raise BadRequest(f"{name} is invalid: it must be a definition of category {which}.")
    else:
        column = next(iter(table.primary_key.columns))
        found = work.connection.execute(sa.select(column).where(column == value)).scalars().all()
    if not found:
        noun = name if table is definition else _NOUNS.get(refers.table, refers.table.capitalize())
        raise NotFound(f"{noun} not found: {name} {value}.")


def _any(work: Work, wanted: sa.Select[Any]) -> bool:
    return work.connection.execute(wanted.limit(1)).first() is not None


def _categories(refers: Refers, value: int | str) -> sa.Select[Any]:
    """The category of a definition; for a name in another table, whether it exists."""
    table = metadata.tables[refers.table]
    if table is not definition:
        return sa.select(sa.literal(1)).where(table.c[refers.column] == value)
    if not refers.column:
        return sa.select(definition.c.Category).where(definition.c.DefNum == value)
    return sa.select(definition.c.Category).where(
        definition.c[refers.column] == value, definition.c.Category.in_(refers.category)
    )


def definition_named(work: Work, category: Iterable[int], name: str) -> int:
    """The DefNum of a definition by its name; 0 when there is none."""
    wanted = (
        sa.select(definition.c.DefNum)
        .where(definition.c.Category.in_(tuple(category)), definition.c.ItemName == name)
        .order_by(definition.c.IsHidden, definition.c.ItemOrder)
    )
    return work.connection.execute(wanted.limit(1)).scalar() or 0


def first_definition(work: Work, category: int) -> int:
    """The DefNum of the first definition of a category that is not hidden; 0 when there is none."""
    wanted = (
        sa.select(definition.c.DefNum)
        .where(definition.c.Category == category, definition.c.IsHidden == 0)
        .order_by(definition.c.ItemOrder, definition.c.DefNum)
    )
    return work.connection.execute(wanted.limit(1)).scalar() or 0
