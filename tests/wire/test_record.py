"""What a program can do with a row besides reading its fields."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal

from app.wire.codec import decode_one, decode_rows
from app.wire.resources.appointments import Appointment, ApptStatus
from app.wire.resources.payments import Payment

MOMENT = datetime.datetime(2026, 11, 27, 8, 30)
VISIT = Appointment(
    AptNum=5, AptDateTime=MOMENT, AptStatus=ApptStatus.SCHEDULED, IsHygiene=True, Note="5' \""
)


def test_asdict() -> None:
    """Every field by its name, in the type of the record; a date that there is none of is None."""
    found = VISIT.asdict()
    assert list(found) == list(Appointment.__struct_fields__)
    assert found["AptDateTime"] == MOMENT
    assert found["AptStatus"] is ApptStatus.SCHEDULED
    assert found["IsHygiene"] is True
    assert Payment().asdict()["PayDate"] is None
    assert Payment(PayAmt=Decimal("12.50")).asdict()["PayAmt"] == Decimal("12.50")


def test_to_json() -> None:
    """The API's own format, which reads back as an equal row; a list of them is made by joining."""
    written = json.loads(VISIT.to_json())
    assert written["AptDateTime"] == "2026-11-27 08:30:00"
    assert written["IsHygiene"] == "true"
    assert decode_one(VISIT.to_json().encode(), Appointment) == VISIT
    two = f"[{VISIT.to_json()},{Appointment(AptNum=6).to_json()}]"
    assert decode_rows(two.encode(), Appointment) == [VISIT, Appointment(AptNum=6)]
