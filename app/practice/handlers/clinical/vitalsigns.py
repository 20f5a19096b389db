"""Vitalsigns: height, weight, blood pressure and pulse."""

from __future__ import annotations

from app.practice.handlers.clinical.chart_rows import changeable, take_away
from app.practice.schema.histories import vitalsign
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.vitalsigns import Vitalsign, Vitalsigns

ROWS = Listing(
    name="Vitalsign",
    columns=lambda: columns_of(Vitalsign, vitalsign),
    source=vitalsign,
    filters={"VitalsignNum": Filter(vitalsign.c.VitalsignNum), "PatNum": Filter(vitalsign.c.PatNum)},
    order=(vitalsign.c.VitalsignNum,),
)
_MEASURED = ("Height", "Weight", "BpSystolic", "BpDiastolic", "Pulse")
_CHANGEABLE = (*_MEASURED, "DateTaken", "Documentation")


@serves(Vitalsigns.get)
def get(work: Work, given: Given) -> Outcome:
    """One reading."""
    return work.one(ROWS, "Vitalsign", given)


@serves(Vitalsigns.list)
def list_(work: Work, given: Given) -> Outcome:
    """Readings of one patient, or all."""
    return work.page(ROWS, given)


@serves(Vitalsigns.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one, dated today by default."""
    _check(given)
    values = {"DateTaken": work.today, **for_columns(vitalsign, given, ("PatNum", *_CHANGEABLE))}
    key = work.insert(vitalsign, values)
    return work.created(ROWS, f"/vitalsigns/{key}", {"VitalsignNum": key})


@serves(Vitalsigns.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the values, the date and the note; the patient stays."""
    row = changeable(work, vitalsign, given["VitalsignNum"], "Vitalsign")
    _check(given)
    work.update(vitalsign, row.VitalsignNum, for_columns(vitalsign, given, _CHANGEABLE))
    return work.one(ROWS, "Vitalsign", {"VitalsignNum": row.VitalsignNum})


@serves(Vitalsigns.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete a reading."""
    row = changeable(work, vitalsign, given["VitalsignNum"], "Vitalsign")
    take_away(work, vitalsign, row.VitalsignNum)
    return None


def _check(given: Given) -> None:
    for name in _MEASURED:
        if given.get(name, 0) < 0:
            raise BadRequest(f"{name} is invalid: it cannot be negative.")
