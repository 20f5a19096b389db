"""Lenient reading: every documented notation of a value, and unreadable rows."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import Any

import pytest

from app.wire.codec import CodecError, decode_one, decode_rows
from app.wire.resources.account_modules import ServiceDateEntry
from app.wire.resources.appointment_types import AppointmentType, RequiredCodes
from app.wire.resources.appointments import Appointment, ApptStatus
from app.wire.resources.clock_events import ClockEvent
from app.wire.resources.patients import Patient, PatientMatch
from app.wire.resources.pay_plans import PayPlan
from app.wire.resources.procedure_logs import GroupNote, ProcedureLog
from app.wire.resources.schedules import Schedule
from app.wire.resources.security_perms import SecurityPerm


def _rows(*rows: Any) -> bytes:
    return json.dumps(rows).encode()


@pytest.mark.parametrize("printed", [339, "339", " 339 ", 339.0, "339.0"])
def test_numbers(printed: Any) -> None:
    """An integer may be text."""
    assert decode_rows(_rows({"AptNum": printed}), Appointment)[0].AptNum == 339


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("true", True),
        ("True", True),
        (True, True),
        (1, True),
        ("false", False),
        ("False", False),
        ("0", False),
    ],
)
def test_yes_or_no(printed: Any, read: bool) -> None:
    """A boolean may be text in any case, a JSON boolean, or 1 and 0."""
    assert decode_rows(_rows({"HasPermission": printed}), SecurityPerm)[0].HasPermission is read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("2025-03-04 09:05:00", datetime.datetime(2025, 3, 4, 9, 5)),
        ("2025-03-04T09:05:00", datetime.datetime(2025, 3, 4, 9, 5)),
        ("2025-03-04", datetime.datetime(2025, 3, 4)),
        ("3/4/2025", datetime.datetime(2025, 3, 4)),
        ("03/04/2025 09:05:00", datetime.datetime(2025, 3, 4, 9, 5)),
        ("3/4/2025 9:05:07 PM", datetime.datetime(2025, 3, 4, 21, 5, 7)),
        ("3/4/2025 12:05 am", datetime.datetime(2025, 3, 4, 0, 5)),
        ("2025-03-04 09:05:00Z", datetime.datetime(2025, 3, 4, 9, 5)),
    ],
)
def test_moments(printed: str, read: datetime.datetime) -> None:
    """A date and time is read in ISO and American form, and never gets a zone."""
    found = decode_rows(_rows({"AptDateTime": printed}), Appointment)[0].AptDateTime
    assert found == read
    assert found is not None
    assert found.tzinfo is None


@pytest.mark.parametrize("printed", ["2025-03-04", "2025-03-04 00:00:00", "2025-03-04T09:05:00", "3/4/2025"])
def test_dates(printed: str) -> None:
    """A date may have a time of day, which is dropped, or be in American form."""
    assert decode_rows(_rows({"Birthdate": printed}), Patient)[0].Birthdate == datetime.date(2025, 3, 4)


@pytest.mark.parametrize(
    "printed", ["0001-01-01", "0001-01-01 00:00:00", "0000-00-00", "", " ", None, "1/1/0001"]
)
def test_no_date(printed: Any) -> None:
    """Every notation of "no date" reads as None, in the fast and the slow path."""
    for others in ({}, {"Zip": 90011}):
        row = decode_rows(_rows({"Birthdate": printed, "DateTStamp": printed, **others}), Patient)[0]
        assert row.Birthdate is None
        assert row.DateTStamp is None


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("-01:00:00", datetime.timedelta(hours=-1)),
        ("00:03:13", datetime.timedelta(minutes=3, seconds=13)),
        ("37:30", datetime.timedelta(hours=37, minutes=30)),
        ("", None),
    ],
)
def test_hours(printed: str, read: datetime.timedelta | None) -> None:
    """A duration may be negative or longer than a day; a time of day may not."""
    assert decode_rows(_rows({"OTimeHours": printed}), ClockEvent)[0].OTimeHours == read
    bad = decode_rows(_rows({"OTimeHours": "noon"}), ClockEvent)
    assert bad.unreadable[0].reason == "OTimeHours: hours as HH:mm:ss are expected"


@pytest.mark.parametrize("printed", ["08:30:00", "8:30", "8:30 AM", "08:30:00.000"])
def test_times(printed: str) -> None:
    """A time of day may lack its seconds or a leading zero, or have AM."""
    assert decode_rows(_rows({"StartTime": printed}), Schedule)[0].StartTime == datetime.time(8, 30)


def test_number_for_text() -> None:
    """A number in place of text becomes its digits: the patient list's Zip is one."""
    rows = decode_rows(b'[{"Zip": 90011, "SSN": 12.50, "City": true}]', PatientMatch)
    assert (rows[0].Zip, rows[0].SSN, rows[0].City) == ("90011", "12.50", "true")


def test_empty_for_others() -> None:
    """An empty text or null for a time, number, boolean or amount reads as a missing field."""
    schedule = decode_rows(_rows({"StartTime": "", "ProvNum": "", "StopTime": None}), Schedule)[0]
    assert (schedule.StartTime, schedule.ProvNum, schedule.StopTime) == (None, 0, None)
    appointment = decode_rows(_rows({"IsHygiene": "", "AptNum": None, "Note": None}), Appointment)[0]
    assert (appointment.IsHygiene, appointment.AptNum, appointment.Note) == (False, 0, "")
    assert decode_rows(_rows({"ProcFee": ""}), ProcedureLog)[0].ProcFee == 0


def test_empty_server_date_time() -> None:
    """An empty serverDateTime doesn't make its row unreadable: Providers and ProcedureLogs return that."""
    row = decode_one(
        b'{"ProcNum": 301, "ProcFee": "125.95", "ClinicNum": "0", "serverDateTime": ""}', ProcedureLog
    )
    assert (row.ProcNum, row.ProcFee, row.ClinicNum, row.serverDateTime) == (301, Decimal("125.95"), 0, None)


@pytest.mark.parametrize(
    ("printed", "read"),
    [("111.9", "111.9"), ("0.1", "0.1"), ('"130.00"', "130.00"), ('"1,250.50"', "1250.50"), ("7", "7")],
)
def test_money(printed: str, read: str) -> None:
    """Money is exact, as a number or as text, in the fast and the slow path."""
    for others in ("", ', "Zip": 1'):
        row = decode_rows(f'[{{"EstBalance": {printed}{others}}}]'.encode(), Patient)[0]
        assert row.EstBalance == Decimal(read)


@pytest.mark.parametrize("printed", ['"NaN"', '"Infinity"', "1e400", '"1E+999999"', "1e-900000"])
def test_no_money(printed: str) -> None:
    """An invalid amount makes the row unreadable, because a sum of it would be wrong."""
    rows = decode_rows(f'[{{"PatNum": 4, "EstBalance": {printed}}}, {{"PatNum": 5}}]'.encode(), Patient)
    assert [row.PatNum for row in rows] == [5]
    assert [(bad.index, bad.key) for bad in rows.unreadable] == [(0, 4)]


def test_bare_object_for_list() -> None:
    """A bare object in place of a list is a list of one, and a list of one in place of an object is that object."""
    assert [row.AptNum for row in decode_rows(b'{"AptNum": 3}', Appointment)] == [3]
    assert decode_one(b'[{"AptNum": 3}]', Appointment).AptNum == 3
    assert decode_rows(b'{"a": 1}', dict[str, Any]) == [{"a": 1}]


@pytest.mark.parametrize("body", [b"", b" \r\n", b'""', b"null"])
def test_nothing(body: bytes) -> None:
    """An answer without content is an empty list, or a record with every field empty."""
    assert decode_rows(body, Appointment) == []
    assert decode_one(body, Appointment) == Appointment()


def test_lists_in_rows() -> None:
    """A list of numbers may be one text with commas."""
    assert decode_one(b'{"ProcNums": [1470, "1472"]}', GroupNote).ProcNums == (1470, 1472)
    assert decode_one(b'{"ProcNums": "1470,1472"}', GroupNote).ProcNums == (1470, 1472)


def test_unknown_enumeration() -> None:
    """An undocumented value keeps its text, and is marked as unknown."""
    row = decode_rows(_rows({"AptStatus": "Teleported"}), Appointment)[0]
    assert row.AptStatus == "Teleported"
    assert not row.AptStatus.known
    assert ApptStatus("Broken").known
    assert not ApptStatus("BROKEN").known


def test_number_for_enumeration() -> None:
    """The number 0 is None if an enumeration has a None; any other number keeps its digits."""
    rows = decode_rows(_rows({"RequiredProcCodesNeeded": 0}, {"RequiredProcCodesNeeded": 9}), AppointmentType)
    assert rows[0].RequiredProcCodesNeeded is RequiredCodes.NONE
    assert rows[1].RequiredProcCodesNeeded == "9"


def test_unreadable_rows() -> None:
    """An unreadable row is reported by position, key and field, without its content, and the rest is kept."""
    page = _rows(
        {"AptNum": 1}, {"AptNum": "2", "AptDateTime": "Jane Doe"}, 7, {"AptNum": "Doe"}, {"AptNum": 5}
    )
    rows = decode_rows(page, Appointment)
    assert [row.AptNum for row in rows] == [1, 5]
    assert [(bad.index, bad.key) for bad in rows.unreadable] == [(1, 2), (2, None), (3, None)]
    reasons = [bad.reason for bad in rows.unreadable]
    assert reasons[0].startswith("AptDateTime: ")
    assert reasons[2].startswith("AptNum: ")
    assert not any("Doe" in reason for reason in reasons)


@pytest.mark.parametrize(
    "body",
    [
        b"[",
        b"\xff\xfe",
        b"[" * 100_000,
        b"<html>",
        b"5",
        b'"Doe"',
        b"1e9999999999999999999",
        b'[{"AptNum": 1}',
        b'[{"AptNum": 1}] and more',
        b'[{"Note": "\xff"}',
    ],
)
def test_no_answer(body: bytes) -> None:
    """Anything but a list of rows raises CodecError, without content."""
    for record in (Appointment, dict[str, Any]):
        with pytest.raises(CodecError) as raised:
            decode_rows(body, record)
        assert "Doe" not in str(raised.value)
        assert raised.value.__suppress_context__ or raised.value.__context__ is None


def test_somebody_elses_object() -> None:
    """A bare object without the record's key is no list of one: a proxy may have written it."""
    with pytest.raises(CodecError):
        decode_rows(b'{"Error": "Doe"}', Appointment)


def test_unreadable_object() -> None:
    """An unreadable single object raises CodecError naming record and field."""
    with pytest.raises(CodecError, match="Appointment: AptNum"):
        decode_one(b'{"AptNum": "Doe"}', Appointment)
    with pytest.raises(CodecError, match="not a list of 2"):
        decode_one(b"[{}, {}]", Appointment)


def test_query_rows() -> None:
    """A query's rows keep their columns and types; decimals are exact."""
    rows = decode_rows(
        b'[{"Fee": 12.10, "DateStart": "2021-05-01T00:00:00", "N": 3, "x": null}, 4]', dict[str, Any]
    )
    assert rows == [{"Fee": Decimal("12.10"), "DateStart": "2021-05-01T00:00:00", "N": 3, "x": None}]
    assert [bad.index for bad in rows.unreadable] == [1]


def test_unknown_fields() -> None:
    """An undocumented field is ignored, in the fast and the slow path."""
    assert decode_rows(_rows({"AptNum": 3, "New": [1]}), Appointment)[0].AptNum == 3
    assert decode_rows(_rows({"AptNum": 3, "New": [1], "Note": 7}), Appointment)[0].AptNum == 3


def test_repr_tells_no_content() -> None:
    """A record's repr shows only its type and key: reprs end up in logs."""
    assert repr(Patient(PatNum=48, LName="Doe")) == "Patient(PatNum=48)"
    assert repr(SecurityPerm(Permission="ApiComm")) == "SecurityPerm()"


def test_a_text_alone() -> None:
    """A single text answer is a JSON string; an empty body is an empty text, and nothing else is one."""
    assert decode_one(b'"Total Amount: 500.00"', str) == "Total Amount: 500.00"
    assert decode_one(b"", str) == ""
    for wrong in (b"5", b"{}", b'"open'):
        with pytest.raises(CodecError):
            decode_one(wrong, str)


@pytest.mark.parametrize(
    ("printed", "read"), [(0, "Monthly"), (4, "Quarterly"), (9, "9"), ("Weekly", "Weekly")]
)
def test_counted_enumerations(printed: Any, read: str) -> None:
    """An enumeration with the database's numbers may be sent as its number; an unknown one keeps its digits."""
    assert decode_rows(_rows({"PaySchedule": printed}), PayPlan)[0].PaySchedule == read


def test_amounts_may_be_empty() -> None:
    """If an amount doesn't apply to a row it is None, and an invalid amount is still refused."""
    rows = decode_rows(_rows({"InsBal": "", "Charge": "1.50"}, {"Charge": "NaN"}), ServiceDateEntry)
    assert (rows[0].InsBal, rows[0].Charge) == (None, Decimal("1.50"))
    assert rows.unreadable[0].reason.startswith("Charge")
