"""Operatories."""

from __future__ import annotations

from app.practice.schema.office import definition, operatory
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.operatories import Operatories, Operatory

_O = operatory.c
ROWS = Listing(
    name="Operatory",
    columns=lambda: columns_of(
        Operatory,
        operatory,
        {"operatoryType": name_behind(_O.OperatoryType, definition.c.DefNum, definition.c.ItemName)},
    ),
    source=operatory,
    filters={"OperatoryNum": Filter(_O.OperatoryNum), "ClinicNum": Filter(_O.ClinicNum)},
    order=(_O.ItemOrder, _O.OperatoryNum),
)


@serves(Operatories.get)
def get(work: Work, given: Given) -> Outcome:
    """One operatory."""
    return work.one(ROWS, "Operatory", given)


@serves(Operatories.list)
def list_(work: Work, given: Given) -> Outcome:
    """All operatories, hidden ones included, or those of a clinic."""
    return work.page(ROWS, given)
