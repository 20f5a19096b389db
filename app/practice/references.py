"""Foreign keys of a request: every number that is sent has to point at something."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from app.practice.refusals import BadRequest, NotFound
from app.practice.routing import Handler
from app.practice.schema import definition, metadata, patient
from app.practice.schema.codes import PAT_STATUS
from app.practice.work import Given, Work
from app.wire.fields import Refers

_NOUNS = {
    "appointmenttype": "AppointmentType",
    "feesched": "FeeSched",
    "inssub": "InsSub",
    "procedurelog": "Procedure",
    "procedurecode": "procCode",
}
_DELETED = PAT_STATUS.number("Deleted")


def references_of(handler: Handler) -> tuple[tuple[str, Refers], ...]:
    """The foreign keys of a method that are checked before its handler runs."""
    return tuple(
        (each.name, refers)
        for each in handler.endpoint.parameters
        if each.place != "path"
        and each.name not in handler.unchecked
        and (refers := each.fact(Refers)) is not None
        and refers.table in metadata.tables
    )


def check_references(
    work: Work, references: Iterable[tuple[str, Refers]], given: Given, *, changes: bool
) -> None:
    """NotFound for a key that points nowhere; BadRequest for a definition of the wrong category."""
    for name, refers in references:
        value = given.get(name)
        numbers = value if isinstance(value, list) else [value]
        for number in numbers:
            if isinstance(number, int) and number != 0:
                _check(work, name, refers, number)
                if changes and refers.table == "patient":
                    refuse_deleted_patient(work, number)


def refuse_deleted_patient(work: Work, pat_num: int) -> None:
    """BadRequest when this patient was deleted: nothing of theirs can be changed any more."""
    wanted = sa.select(patient.c.PatStatus).where(patient.c.PatNum == pat_num)
    if work.connection.execute(wanted).scalar() == _DELETED:
        raise BadRequest("The patient is deleted and cannot be changed.")


def _check(work: Work, name: str, refers: Refers, number: int) -> None:
    table = metadata.tables[refers.table]
    column = next(iter(table.primary_key.columns))
    if refers.category and table is definition:
        category = work.connection.execute(sa.select(definition.c.Category).where(column == number)).scalar()
        if category is not None and category not in refers.category:
            which = " or ".join(str(each) for each in refers.category)
            raise BadRequest(f"{name} is invalid: it must be a definition of category {which}.")
    else:
        category = work.connection.execute(sa.select(column).where(column == number)).scalar()
    if category is None:
        noun = _NOUNS.get(refers.table, refers.table.capitalize())
        raise NotFound(f"{noun} not found: {name} {number}.")
