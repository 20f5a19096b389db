"""Carriers."""

from __future__ import annotations

import re
from typing import Any

from app.practice.handlers.people.patient_writes import check_state
from app.practice.schema.insurance import carrier
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.carriers import Carrier, Carriers

_C = carrier.c
ROWS = Listing(
    name="Carrier",
    columns=lambda: columns_of(Carrier, carrier),
    source=carrier,
    filters={"CarrierNum": Filter(_C.CarrierNum)},
    order=(_C.CarrierNum,),
)
_ZIP = re.compile(r"\d{5}|\d{5}-\d{4}|\d{9}")


@serves(Carriers.get)
def get(work: Work, given: Given) -> Outcome:
    """One carrier."""
    return work.one(ROWS, "Carrier", given)


@serves(Carriers.list)
def list_(work: Work, given: Given) -> Outcome:
    """All carriers, hidden ones included."""
    return work.page(ROWS, given)


@serves(Carriers.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one."""
    key = work.insert(carrier, _columns(given))
    log(work, "CarrierCreate", "Carrier created.", key=key)
    signal(work, "Carriers")
    return work.created(ROWS, f"/carriers/{key}", {"CarrierNum": key})


@serves(Carriers.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one; a change of name goes to the audit trail."""
    before = work.find(carrier, given["CarrierNum"], "Carrier")
    values = _columns({name: value for name, value in given.items() if name != "CarrierNum"})
    work.update(carrier, before.CarrierNum, values)
    if values.get("CarrierName", before.CarrierName) != before.CarrierName:
        log(work, "InsPlanChangeCarrierName", "Carrier renamed.", key=before.CarrierNum)
    signal(work, "Carriers")
    return None


def _columns(given: Given) -> dict[str, Any]:
    """A request's fields as stored. BadRequest for a blank name, or a foreign State or Zip."""
    if "CarrierName" in given and not given["CarrierName"].strip():
        raise BadRequest("CarrierName is required.")
    check_state(given)
    if given.get("Zip") and not _ZIP.fullmatch(given["Zip"]):
        raise BadRequest("Zip is invalid: 12345, 12345-1234 or 123456789 is expected.")
    values = for_columns(carrier, given, given)
    if "Phone" in values:
        values["Phone"] = _punctuated(values["Phone"])
    return values


def _punctuated(phone: str) -> str:
    """A phone number of ten digits as (503)456-8910; others unchanged."""
    digits = re.sub(r"[-() .]", "", phone)
    return f"({digits[:3]}){digits[3:6]}-{digits[6:]}" if re.fullmatch(r"[0-9]{10}", digits) else phone
