"""Only the documented answer of a method is a success, whatever its status."""

from __future__ import annotations

from collections import defaultdict
from types import NoneType

import pytest

from app.api import errors
from app.api.answers import failure_of
from app.api.documented import ANYTHING, documented_of
from app.api.request import Request
from app.api.transport import Answer
from app.wire.catalog import endpoints
from app.wire.endpoint import Endpoint, endpoint_of
from app.wire.permissions import Permission
from app.wire.resources.appointments import Appointments
from app.wire.resources.appt_fields import ApptFields
from app.wire.resources.commlogs import Commlogs
from app.wire.resources.pay_plans import PayPlans
from tests.api.raw_server import always, http, in_turn, office_at, raw_server

NUMBERS: dict[str, int] = defaultdict(lambda: 5)
"""Values for any path parameter."""
PAGE = b"<!DOCTYPE html><title>Welcome to our WiFi</title>"
HTML = "Content-Type: text/html; charset=utf-8"
JSON = "Content-Type: application/json; charset=utf-8"

NOT_THE_OFFICE = {
    "a sign-in page": http(200, PAGE, HTML),
    "a page that names no type": http(200, PAGE),
    "a page that calls itself JSON": http(200, PAGE, JSON),
    "JSON that calls itself a page": http(200, b"[]", HTML),
    "an empty page": http(200, b"", HTML),
    "plain words": http(200, b"Blocked by policy", "Content-Type: text/plain"),
    "a file": http(200, b"[]", "Content-Type: application/octet-stream"),
    "a redirection": http(302, b"", "Location: http://10.0.0.1/login"),
    "taken on, not done": http(202, b"[]", JSON),
    "a part": http(206, b"[]", JSON),
    "a page that refuses": http(403, PAGE, HTML),
    "a page that is not found": http(404, PAGE, HTML),
    "a proxy that wants to know who we are": http(407, PAGE, HTML),
}


@pytest.mark.parametrize("answer", NOT_THE_OFFICE.values(), ids=NOT_THE_OFFICE)
async def test_something_else_answered(answer: bytes) -> None:
    """A proxy's or sign-in page's answer is never a success: a read reports it, a write is unconfirmed."""
    async with raw_server(always(answer, stays=True)) as (url, heard), office_at(url) as office:
        for read in (office.appointments.list(), office.appointments.get(5)):
            with pytest.raises(errors.NotTheOffice):
                await read
        writes = (
            office.appointments.confirm(5, defNum=20),
            office.appointments.update(5, Note="x"),
            office.commlogs.create(PatNum=1, Note="Called"),
            office.send_raw("Appointments.confirm", {"AptNum": 5, "defNum": 20}),
        )
        for write in writes:
            with pytest.raises(errors.Unconfirmed) as caught:
                await write
            assert isinstance(caught.value, errors.Lost)
            assert type(caught.value.answer) is errors.NotTheOffice
        assert len(heard.heads) == 6


@pytest.mark.parametrize("body", [b"", b" \r\n", b'""', b"null"])
async def test_empty_where_something_is_documented(body: bytes) -> None:
    """An empty body is neither a list nor a row, so it empties no schedule; after a write it proves nothing."""
    async with raw_server(always(http(200, body, JSON), stays=True)) as (url, _), office_at(url) as office:
        for read in (office.appointments.list(), office.appointments.get(5)):
            with pytest.raises(errors.EmptyAnswer):
                await read
        with pytest.raises(errors.Unconfirmed):
            await office.appointments.update(5, Note="x")
        await office.appointments.confirm(5, defNum=20)
        assert (await office.appt_fields.get(AptNum=5, FieldName="Ins")).FieldValue == ""


@pytest.mark.parametrize(
    "headers", [(), (JSON,), ("Content-Type: application/json",), ("Content-Type: application/problem+json",)]
)
async def test_json_by_any_of_its_names(headers: tuple[str, ...]) -> None:
    """An answer declared as JSON, with or without a charset, or without any type, is read."""
    answers = (http(200, b'[{"AptNum": 1}]', *headers), http(200, b'\xef\xbb\xbf {"AptNum": 5}', *headers))
    async with raw_server(in_turn(*answers)) as (url, _), office_at(url) as office:
        assert [row.AptNum for row in await office.appointments.list()] == [1]
        await office.appointments.confirm(5, defNum=20)


async def test_a_row_whose_key_came_later() -> None:
    """An older office's answer without a key that was added later is that row; another's key is not."""
    answers = (http(200, b'{"Medical": "Asthma"}', JSON), http(200, b'{"PatNum": 6}', JSON))
    async with raw_server(in_turn(*answers)) as (url, _), office_at(url) as office:
        assert (await office.patient_notes.get(5)).Medical == "Asthma"
        with pytest.raises(errors.OtherRow):
            await office.patient_notes.get(5)


async def test_an_older_office_creates_without_answering() -> None:
    """A popup created in an older office is answered with 201 alone."""
    async with raw_server(always(http(201, b""))) as (url, _), office_at(url) as office:
        assert (await office.popups.create(PatNum=5, Description="x")).PopupNum == 0


@pytest.mark.parametrize("location", ["", "Location: http://office/api/v1/patfields/"])
async def test_made_without_saying_what(location: str) -> None:
    """After a 201 with neither the object nor its key, it is unknown whether anything was created."""
    answer = http(201, b"", *([location] if location else []))
    async with raw_server(always(answer, stays=True)) as (url, _), office_at(url) as office:
        with pytest.raises(errors.Unconfirmed):
            await office.pat_fields.create(PatNum=1, FieldName="Latex", FieldValue="x")


@pytest.mark.parametrize("body", [b"[1, 2", b'{"CommlogNum": ', b"[" * 20_000, b'"text"', b"12"])
async def test_a_write_whose_answer_cannot_be_read(body: bytes) -> None:
    """A success status with an unreadable body leaves a write unconfirmed, however it was sent."""
    async with raw_server(always(http(201, body), stays=True)) as (url, _), office_at(url) as office:
        with pytest.raises(errors.Unconfirmed) as caught:
            await office.commlogs.create(PatNum=1, Note="Called")
        assert caught.value.status == 201
        for send in ("Commlogs.create", "Appointments.confirm"):
            arguments = {"PatNum": 1, "Note": "Called"} if "Comm" in send else {"AptNum": 5, "defNum": 20}
            if body[:1] in b'"1':
                continue  # JSON of another shape: what was written is compared when it is read back
            with pytest.raises(errors.Unconfirmed):
                await office.send_raw(send, arguments)


def judge(endpoint: Endpoint, answer: Answer) -> type[errors.ApiError] | None:
    """The error of an answer to an endpoint."""
    request = Request("T.t", "GET", "/t", None, True, Permission.READ_ALL, documented_of(endpoint, NUMBERS))
    failure = failure_of(request, answer)
    return None if failure is None else type(failure)


def test_every_method_documents_its_answer() -> None:
    """A sign-in page is a success of no method; an empty body only where documented."""
    silent = set()
    for endpoint in endpoints():
        assert documented_of(endpoint, NUMBERS) != ANYTHING
        assert judge(endpoint, Answer(200, {"content-type": "text/html"}, PAGE)) is errors.NotTheOffice
        if judge(endpoint, Answer(200, {}, b"")) is None:
            silent.add(endpoint.name)
    assert "Appointments.confirm" in silent
    assert {
        "Appointments.list",
        "Appointments.update",
        "PatFields.create",
        "PayPlans.create",
    } & silent == set()
    without_body = {each.name for each in endpoints() if each.record is NoneType or each.may_be_empty}
    assert silent == without_body


def test_where_an_empty_answer_is_documented() -> None:
    """A field that an appointment lacks may be an empty answer; a new row may be identified by its Location alone."""
    assert judge(endpoint_of(ApptFields.get), Answer(200, {}, b'""')) is None
    made = Answer(201, {"location": "http://office/api/v1/commlogs/7"}, b"")
    assert judge(endpoint_of(Commlogs.create), made) is None
    assert judge(endpoint_of(Appointments.update), made) is errors.EmptyAnswer
    assert judge(endpoint_of(PayPlans.create), Answer(201, {}, b'"Total Amount: 500.00"')) is None
