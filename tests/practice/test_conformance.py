"""Every declared method succeeds, with the documented status and record."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.practice.handlers import READING
from app.practice.server.app import Practice
from app.practice.server.later import load_rest, load_working
from app.practice.server.refusals import Refusal
from app.practice.server.routing import Router, handlers_in
from app.wire.catalog import endpoints
from app.wire.codec import decode_one, decode_rows, request_parts
from app.wire.endpoint import Call, Endpoint
from app.wire.record import Record
from tests.practice import office, office_money
from tests.practice.conftest import Desk, Opener, good, refused
from tests.practice.copies import Copies
from tests.practice.every_method import ALL, DEPRECATED, Offices, call, sample
from tests.practice.samples.every import SAMPLES


@pytest.fixture
async def offices(copies: Copies, tmp_path: Path) -> AsyncIterator[Offices]:
    """Offices to call methods of."""
    found = Offices(copies, tmp_path / "sftp")
    yield found
    await found.close()


def test_every_declared_method_has_its_handler() -> None:
    """The practice serves everything declared, and nothing else."""
    served = [each.endpoint.name for each in (*handlers_in(READING), *load_working(), *load_rest())]
    names = {endpoint.name for endpoint in endpoints()}
    assert sorted(served) == sorted(names)
    assert set(SAMPLES) <= names


def test_no_number_is_taken_for_a_method_that_is_loaded_later() -> None:
    """What is loaded first answers nothing else: appointments/Slots is no number of an appointment."""
    first = Router(handlers_in(READING))
    for later in (*load_working(), *load_rest()):
        path = re.sub(r"{[^}]*}", "1", later.endpoint.path)
        with pytest.raises(Refusal):
            first.find(later.endpoint.verb, path)


async def test_methods_are_loaded_as_they_are_asked_for(open_desk: Opener) -> None:
    """First those that read the schedule, then those it works with, then all; two at once load them once."""
    desk = open_desk()
    left = desk.practice.asgi._later
    assert good(await desk.get("/appointments"))
    assert len(left) == 2
    slots = (desk.get("/appointments/Slots", date=office.TOMORROW) for _ in range(2))
    assert [answer.status_code for answer in await asyncio.gather(*slots)] == [200, 200]
    assert len(left) == 1
    assert good(await desk.get("/tasklists"))
    assert len(left) == 0
    refused(await desk.get("/nothing"), 404)


@pytest.mark.timeout(400)
async def test_every_method_succeeds(offices: Offices, subtests: pytest.Subtests) -> None:
    """It answers its status and its record, every field readable; a POST returns the new row's Location."""
    for endpoint in ALL:
        with subtests.test(endpoint.name):
            async with offices.for_calls_of(endpoint) as desk:
                answer = await call(desk, endpoint, sample(endpoint))
            assert answer.status_code == endpoint.status, answer.text
            check_record(endpoint, answer.content)
            assert ("location" in answer.headers) is says_where(endpoint)


def check_record(endpoint: Endpoint, content: bytes) -> None:
    """An answer holds what the method declares."""
    if endpoint.record is type(None):
        assert content == b""
    elif endpoint.lists:
        rows = decode_rows(content, endpoint.record)
        assert not rows.unreadable
        check_fields(endpoint, msgspec.json.decode(content)[0] if rows else {})
    else:
        decode_one(content, endpoint.record)
        check_fields(endpoint, msgspec.json.decode(content))


def check_fields(endpoint: Endpoint, row: Mapping[str, Any]) -> None:
    """An answer has no field that its record lacks; a GET of one row has all of them except the server's time."""
    if not (isinstance(endpoint.record, type) and issubclass(endpoint.record, Record)):
        return
    declared = {field.encode_name for field in msgspec.structs.fields(endpoint.record)}
    assert set(row) <= declared
    if endpoint.verb == "GET" and row:
        assert declared - set(row) <= {"serverDateTime"}


SILENT = {"InsSubs.create"}
"""Creates a row without a Location."""


def says_where(endpoint: Endpoint) -> bool:
    """Whether an answer tells where the new row, or the written file, is."""
    if endpoint.verb != "POST" or "group_note" in endpoint.name or endpoint.lists or endpoint.name in SILENT:
        return False
    if endpoint.name.endswith("download_sftp"):
        return True
    return endpoint.status == 201 and endpoint.record is not type(None)


async def test_a_deprecated_method_succeeds_until_it_is_gone(open_desk: Opener) -> None:
    """It answers in an office of its first version, and is 410 in the newest."""
    assert DEPRECATED
    for endpoint in DEPRECATED:
        answer = await call(open_desk(version=endpoint.since), endpoint, sample(endpoint))
        assert answer.status_code == endpoint.status, (endpoint.name, answer.text)
        assert decode_one(answer.content, endpoint.record)
        refused(await call(open_desk(), endpoint, sample(endpoint)), 410, str(endpoint.deprecated))


@pytest.mark.timeout(400)
async def test_a_list_comes_in_pages(offices: Offices, subtests: pytest.Subtests) -> None:
    """Limit and Offset cut the same nonempty list into pages."""
    desk = offices.shared()
    await fill_empty_lists(desk)
    paged = [each for each in ALL if each.paged]
    assert paged
    for endpoint in paged:
        with subtests.test(endpoint.name):
            everything = await page(desk, endpoint)
            assert everything
            assert await page(desk, endpoint, Limit=1) == everything[:1]
            assert await page(desk, endpoint, Limit=2, Offset=1) == everything[1:3]
            assert await page(desk, endpoint, Offset=len(everything)) == []


async def fill_empty_lists(desk: Desk) -> None:
    """Add rows to the lists that are empty in the tiny office: history, signals, notes, finance charges."""
    for operatory in (2, 1):
        good(await desk.put(f"/appointments/{office.VISIT}", Op=operatory))
    good(await desk.put(f"/patientnotes/{office.ANN}", Medical="Asthma"))
    name, discount = "FinanceChargeAdjustmentType", office_money.DISCOUNT
    desk.sql("INSERT INTO preference (PrefName, ValueString) VALUES (?, ?)", name, str(discount))
    desk.sql("UPDATE adjustment SET AdjDate = ? WHERE AdjType = ?", str(office.TODAY), discount)


async def page(desk: Desk, endpoint: Endpoint, **bounds: int) -> list[Any]:
    """The rows of a list within these bounds."""
    request = request_parts(Call(endpoint, sample(endpoint)))
    content = {"content": request.body, "headers": {"Content-Type": "application/json"}}
    answer = await desk.http.request(
        request.verb,
        request.path,
        params={**dict(request.query), **bounds},
        **(content if request.body else {}),
    )
    rows: list[Any] = good(answer).json()
    return rows


async def test_the_practice_answers_under_the_declared_paths_alone(desk: Desk) -> None:
    """What is not declared is not there."""
    assert isinstance(desk.practice, Practice)
    for verb, path in (("DELETE", "/patients/1"), ("POST", "/operatories"), ("PUT", "/schedules/1")):
        refused(await desk.http.request(verb, path), 400, "is not a valid method.")
