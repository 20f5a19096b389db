"""The API's times are the office's local times: one with a time zone is refused, not sent as another moment."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.wire.codec import FieldError, request_parts, wire_value
from app.wire.endpoint import Call, endpoint_of
from app.wire.resources.appointments import Appointments
from app.wire.resources.patients import Patients
from app.wire.resources.payments import Payments, ProcNumAndAmount

UTC = datetime.datetime(2026, 11, 27, 8, 30, tzinfo=datetime.UTC)
NEW_YORK = UTC.astimezone(ZoneInfo("America/New_York"))
CLOCK = datetime.time(8, 30, tzinfo=datetime.UTC)
REFUSED = "is invalid: it has a time zone; pass the office's local time without one"


class Later(ProcNumAndAmount):
    """An object of a request with a time in it."""

    at: datetime.datetime = UTC


@pytest.mark.parametrize("moment", [UTC, NEW_YORK])
@pytest.mark.parametrize(
    ("method", "arguments", "name"),
    [
        (Appointments.update, {"AptNum": 4}, "AptDateTime"),
        (Patients.simple, {}, "DateTStamp"),
        (Patients.update, {"PatNum": 4}, "Birthdate"),
        (Appointments.list, {}, "date"),
        (Appointments.get, {}, "AptNum"),
    ],
    ids=["body", "query", "day in a body", "day in a query", "path"],
)
def test_a_moment_with_a_zone(
    method: Callable[..., Any], arguments: dict[str, Any], name: str, moment: datetime.datetime
) -> None:
    """It is refused by its field's name, in the body, the query and the path, also where a date is declared."""
    with pytest.raises(FieldError) as raised:
        request_parts(Call(endpoint_of(method), {**arguments, name: moment}))
    assert str(raised.value) == f"{name} {REFUSED}"
    request_parts(
        Call(endpoint_of(method), {**arguments, name: 4 if name == "AptNum" else moment.replace(tzinfo=None)})
    )


def test_a_time_with_a_zone() -> None:
    """A time of day with a zone is refused likewise."""
    times = {"AptNum": 4, "DateTimeArrived": CLOCK}
    with pytest.raises(FieldError, match=f"DateTimeArrived {REFUSED}"):
        request_parts(Call(endpoint_of(Appointments.update), times))
    request_parts(
        Call(endpoint_of(Appointments.update), times | {"DateTimeArrived": CLOCK.replace(tzinfo=None)})
    )


@pytest.mark.parametrize("inside", [UTC, CLOCK, {"at": UTC}, {"at": [CLOCK]}, Later()])
def test_a_zone_in_an_object(inside: Any) -> None:
    """So is one inside a list or an object of a request."""
    with pytest.raises(FieldError, match=f"procNumsAndAmounts {REFUSED}"):
        request_parts(Call(endpoint_of(Payments.allocate), {"PayNum": 4, "procNumsAndAmounts": [inside]}))


@pytest.mark.parametrize("value", [UTC, NEW_YORK, CLOCK])
def test_no_wire_value(value: Any) -> None:
    """A time with a zone has no form on the wire."""
    with pytest.raises(TypeError, match="time zone"):
        wire_value(value)
