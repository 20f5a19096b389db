"""Strict writing: calls into requests, and requests back into arguments."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.wire.codec import FieldError, arguments_from_wire, request_parts, wire_value
from app.wire.endpoint import Call, endpoint_of
from app.wire.enums import WireEnum
from app.wire.fields import NO_DATE, NO_DATE_TIME
from app.wire.resources.appointments import Appointments, ApptPriority, ApptStatus
from app.wire.resources.appt_fields import ApptFields
from app.wire.resources.ins_plans import InsPlans, InsPlanType
from app.wire.resources.medication_pats import MedicationPats
from app.wire.resources.patients import Patients, PatientStatus
from app.wire.resources.payments import Payments, ProcNumAndAmount
from app.wire.resources.procedure_logs import ProcedureLogs
from app.wire.resources.queries import Queries
from app.wire.resources.reports import Reports

Method = Callable[..., Any]


def _target(method: Method, **arguments: Any) -> str:
    return request_parts(Call(endpoint_of(method), arguments)).target


def _body(method: Method, **arguments: Any) -> Any:
    body = request_parts(Call(endpoint_of(method), arguments)).body
    return None if body is None else msgspec.json.decode(body)


def test_query() -> None:
    """Dates, times, numbers, names and booleans are encoded in the address as text, percent-encoded without a plus."""
    moment = datetime.datetime(2021, 7, 1, 5, 30)
    assert _target(Patients.simple, DateTStamp=moment, PatStatus=PatientStatus.INACTIVE) == (
        "/patients/Simple?PatStatus=Inactive&DateTStamp=2021-07-01%2005%3A30%3A00"
    )
    assert _target(Patients.list, LName="O'Neil & Söhne", guarOnly=True, clinicNums=[3, 0]) == (
        "/patients?LName=O%27Neil%20%26%20S%C3%B6hne&guarOnly=true&clinicNums=3%2C0"
    )
    assert _target(Appointments.list, date=datetime.date(2025, 3, 4)) == "/appointments?date=2025-03-04"


def test_path() -> None:
    """A key is put in its place in the path, and can't escape it."""
    assert _target(Appointments.get, AptNum=18) == "/appointments/18"
    assert _target(Appointments.get, AptNum="18") == "/appointments/18"
    with pytest.raises(FieldError, match="AptNum is invalid: a whole number is expected"):
        _target(Appointments.get, AptNum="1/../2?x")


def test_body() -> None:
    """A body is one JSON object: booleans as text, an amount as text, a list as a list."""
    assert _body(Appointments.break_, AptNum=5, sendToUnscheduledList=True) == {
        "sendToUnscheduledList": "true"
    }
    assert _body(ProcedureLogs.update, ProcNum=1, ProcFee=Decimal("250.00")) == {"ProcFee": "250.00"}
    assert _body(ProcedureLogs.update, ProcNum=1, ProcFee=Decimal("1E+3")) == {"ProcFee": "1000"}
    assert _body(Appointments.create_planned, PatNum=72, procNums=(880, 881)) == {
        "PatNum": 72,
        "procNums": [880, 881],
    }
    assert _body(Appointments.update, AptNum=4) == {}


@pytest.mark.parametrize("text", ["two\nlines", 'say "ah"', "Zahnärztin 牙医 🦷", "back\\slash", "\t", ""])
def test_text(text: str) -> None:
    """Text arrives unchanged, whatever its content."""
    assert _body(Appointments.append_note, AptNum=4, Note=text) == {"Note": text}
    query = urlsplit(_target(ApptFields.get, AptNum=1, FieldName=text)).query
    assert dict(parse_qsl(query, keep_blank_values=True))["FieldName"] == text


def test_no_body() -> None:
    """A GET and a DELETE have no body."""
    assert _body(Appointments.get, AptNum=4) is None
    assert _body(ProcedureLogs.delete, ProcNum=4) is None


def test_none_is_left_out() -> None:
    """None leaves a field out; an empty text, a zero and "no date" are sent, because they clear it."""
    assert _body(Appointments.update, AptNum=4, Note=None, Op=3) == {"Op": 3}
    assert _body(Patients.update, PatNum=4, Preferred="", ClinicNum=0, Birthdate=NO_DATE) == {
        "Preferred": "",
        "ClinicNum": 0,
        "Birthdate": "0001-01-01",
    }


def test_declared_type_wins() -> None:
    """A date in place of a date and time means midnight, and vice versa the time is dropped."""
    assert _body(Appointments.update, AptNum=4, AptDateTime=datetime.date(2025, 3, 4)) == {
        "AptDateTime": "2025-03-04 00:00:00"
    }
    assert _body(Patients.update, PatNum=4, Birthdate=datetime.datetime(1976, 5, 24, 12)) == {
        "Birthdate": "1976-05-24"
    }


def test_wrong_calls() -> None:
    """A call without a required field, or with an unknown one, is rejected."""
    with pytest.raises(FieldError, match="Note is required"):
        _body(Appointments.append_note, AptNum=4)
    with pytest.raises(FieldError, match="LName isn't a field of"):
        _body(Appointments.append_note, AptNum=4, Note="x", LName="y")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"AptNum": 4, "Note": "Ann \ud800"}, "Note is invalid: it has half of a character"),
        ({"AptNum": 4, "Note": 1.5}, "Note is invalid: float is not a type of the API: use Decimal"),
        ({"AptNum": 4, "Note": b"x"}, "Note is invalid: bytes is not a type of the API"),
        ({"AptNum": 4, "Note": [bytearray(b"x")]}, "Note is invalid: bytearray is not a type of the API"),
        ({"AptNum": "Ann/5", "Note": "x"}, "AptNum is invalid: a whole number is expected"),
        ({"AptNum": True, "Note": "x"}, "AptNum is invalid: a whole number is expected"),
    ],
)
def test_what_can_not_be_written(arguments: dict[str, Any], words: str) -> None:
    """It is an error of the field, which doesn't quote the value."""
    with pytest.raises(FieldError) as raised:
        _body(Appointments.append_note, **arguments)
    assert str(raised.value) == words


def test_positional_arguments() -> None:
    """Only the keys in the path are positional; one more isn't dropped without a word."""
    with pytest.raises(TypeError, match=r"Appointments\.append_note: only the keys"):
        _ = Appointments(None).append_note(4, "Late")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (7, 7),
        (None, None),
        (datetime.date(1, 1, 1), "0001-01-01"),
        (NO_DATE_TIME, "0001-01-01 00:00:00"),
        (datetime.datetime(2025, 3, 4, 9, 5, 6, 789), "2025-03-04 09:05:06"),
        (datetime.time(8), "08:00:00"),
        (Decimal("12.50"), "12.50"),
        (ApptStatus.UNSCHED_LIST, "UnschedList"),
        ((1, False), [1, "false"]),
        ({"Op": 3, "done": True}, {"Op": 3, "done": "true"}),
    ],
)
def test_wire_value(value: Any, written: Any) -> None:
    """A value's form on the wire is plain JSON."""
    assert wire_value(value) == written
    assert not isinstance(wire_value(value), WireEnum)


def test_no_wire_value() -> None:
    """Values that the wire can't represent are refused, not guessed."""
    with pytest.raises(TypeError):
        wire_value(object())


def test_arguments() -> None:
    """A request's raw values are decoded by the declared types, in every documented notation."""
    raw = {"AptNum": "413", "ProvNum": 10, "Op": "1", "AptDateTime": "2022-06-14 09:00:00", "Note": "a\nb"}
    assert arguments_from_wire(endpoint_of(Appointments.schedule_planned), raw) == {
        "AptNum": 413,
        "AptDateTime": datetime.datetime(2022, 6, 14, 9),
        "ProvNum": 10,
        "Op": 1,
        "Note": "a\nb",
    }
    listed = arguments_from_wire(
        endpoint_of(Patients.list), {"clinicNums": "3,4", "guarOnly": "True", "SiteNum": ""}
    )
    assert listed == {"clinicNums": [3, 4], "guarOnly": True}


@pytest.mark.parametrize("text", ["2,3", "[2,3]", " [2, 3] "])
def test_lists_in_the_address(text: str) -> None:
    """A list in the address may be in brackets, as in some documentation; it is written without."""
    endpoint = endpoint_of(Reports.finance_charges)
    arguments = arguments_from_wire(endpoint, {"ProvNums": text})
    assert arguments == {"ProvNums": [2, 3]}
    assert request_parts(Call(endpoint, arguments)).query == [("ProvNums", "2,3")]


def test_spellings() -> None:
    """WebSched's two notations of a time are read, and the documented one is written."""
    raw: dict[str, Any] = {
        "PatNum": 21,
        "dateTimeStart": "2021-11-19 09:00:00",
        "DateTimeEnd": "2021-11-19 09:30:00",
    }
    raw |= {"ProvNum": 5, "OpNum": 3, "defNumApptType": 326}
    endpoint = endpoint_of(Appointments.create_web_sched)
    body = request_parts(Call(endpoint, arguments_from_wire(endpoint, raw))).body
    assert body is not None
    assert msgspec.json.decode(body)["DateTimeStart"] == "2021-11-19 09:00:00"
    assert "dateTimeStart" not in msgspec.json.decode(body)


def test_clearing_survives() -> None:
    """0001-01-01 in a request is the value that clears a date: it is not a missing field."""
    endpoint = endpoint_of(Patients.update)
    arguments = arguments_from_wire(endpoint, {"PatNum": 4, "Birthdate": "0001-01-01", "Preferred": ""})
    assert arguments == {"PatNum": 4, "Birthdate": NO_DATE, "Preferred": ""}


def test_blank_clears() -> None:
    """An empty text clears a date where documented, and is left out everywhere else."""
    raw = {"MedicationPatNum": 4, "DateStart": "", "DateStop": " ", "PatNote": "", "ProvNum": ""}
    assert arguments_from_wire(endpoint_of(MedicationPats.update), raw) == {
        "MedicationPatNum": 4,
        "DateStart": NO_DATE,
        "DateStop": NO_DATE,
        "PatNote": "",
    }
    assert arguments_from_wire(endpoint_of(Patients.update), {"PatNum": 4, "Birthdate": ""}) == {"PatNum": 4}


def test_an_empty_word_is_a_word() -> None:
    """If an enumeration has an empty value it is sent and read; otherwise it is left out."""
    endpoint = endpoint_of(InsPlans.update)
    raw = {"PlanNum": 6, "PlanType": "", "MonthRenew": "", "IsHidden": ""}
    arguments = arguments_from_wire(endpoint, raw)
    assert arguments == {"PlanNum": 6, "PlanType": InsPlanType.PERCENTAGE}
    assert _body(InsPlans.update, **arguments) == {"PlanType": ""}
    assert arguments_from_wire(endpoint_of(InsPlans.list), {"PlanType": ""}) == {}


@pytest.mark.parametrize(
    ("raw", "name", "words"),
    [
        ({}, "PatNum", "is required"),
        ({"PatNum": "Doe"}, "PatNum", "whole number"),
        ({"PatNum": 1, "Birthdate": "Doe"}, "Birthdate", "yyyy-MM-dd"),
        ({"PatNum": 1, "ChartNumber": "Doe" * 6}, "ChartNumber", "at most 15 characters"),
        ({"PatNum": 1, "PatStatus": "Deleted"}, "PatStatus", "is invalid"),
        ({"PatNum": 1, "Gender": "Doe"}, "Gender", "is invalid"),
    ],
)
def test_field_errors(raw: dict[str, Any], name: str, words: str) -> None:
    """An invalid field is reported with what was expected, and without its value."""
    with pytest.raises(FieldError) as raised:
        arguments_from_wire(endpoint_of(Patients.update), raw)
    assert raised.value.name == name
    assert words in raised.value.words
    assert "Doe" not in str(raised.value)


@given(
    st.fixed_dictionaries(
        {"AptNum": st.integers(1, 2**62)},
        optional={
            "AptDateTime": st.datetimes().map(lambda each: each.replace(microsecond=0)),
            "Note": st.text(st.characters(codec="utf-8")),
            "IsHygiene": st.booleans(),
            "Priority": st.sampled_from(list(ApptPriority)),
        },
    )
)
def test_request_round_trip(arguments: dict[str, Any]) -> None:
    """Arguments that are encoded and decoded again are equal."""
    endpoint = endpoint_of(Appointments.update)
    parts = request_parts(Call(endpoint, arguments))
    sent = msgspec.json.decode(parts.body or b"{}") | {"AptNum": parts.path.rpartition("/")[2]}
    assert arguments_from_wire(endpoint, sent) == arguments


def test_short_query() -> None:
    """A short query is a PUT that reads, and its pages have 100 rows in any mode."""
    endpoint = endpoint_of(Queries.short_query)
    assert (endpoint.verb, endpoint.reads, endpoint.paged, endpoint.page_rows) == ("PUT", True, True, 100)
    query = {"SqlCommand": "SELECT 1\nFROM dual"}
    assert _body(Queries.short_query, **query) == query
    assert not endpoint_of(Appointments.update).reads
    assert endpoint_of(Appointments.get).reads


def test_objects_in_a_request() -> None:
    """A list of objects is written with its fields' own formats, and read leniently; anything else is refused."""
    pairs = [ProcNumAndAmount(ProcNum=271, Amount=Decimal("50.10"))]
    sent = _body(Payments.allocate, PayNum=1, procNumsAndAmounts=pairs)
    assert sent == {"procNumsAndAmounts": [{"ProcNum": 271, "Amount": "50.10"}]}
    endpoint = endpoint_of(Payments.allocate)
    loose = {"PayNum": "1", "procNumsAndAmounts": [{"ProcNum": "271", "Amount": 50, "Other": 1}, {}]}
    assert arguments_from_wire(endpoint, loose)["procNumsAndAmounts"] == [
        ProcNumAndAmount(ProcNum=271, Amount=Decimal(50)), ProcNumAndAmount(),
    ]  # fmt: skip
    for wrong in ([5], [{"ProcNum": "many"}], "x"):
        with pytest.raises(FieldError, match="procNumsAndAmounts"):
            arguments_from_wire(endpoint, {"PayNum": 1, "procNumsAndAmounts": wrong})
