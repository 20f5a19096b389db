"""Every declared method, walked: it succeeds, and it refuses what the documentation says it refuses."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from app.practice.server.app import Practice
from app.practice.server.later import load_rest, load_schedule
from app.practice.server.routing import handlers_in
from app.wire.catalog import endpoints
from app.wire.codec import decode_one, decode_rows, request_parts
from app.wire.endpoint import Call, Endpoint, Parameter
from app.wire.enums import WireEnum
from app.wire.fields import Refers, Since
from app.wire.lenient import reader_of
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.strict import values_of
from tests.practice import office, samples_insurance, samples_papers
from tests.practice.conftest import Desk, Opener, open_at, refused
from tests.practice.copies import Copies
from tests.practice.samples import SAMPLES

NO_SUCH = 987_654

ALL = tuple(endpoint for endpoint in endpoints() if endpoint.deprecated is None)
DEPRECATED = tuple(endpoint for endpoint in endpoints() if endpoint.deprecated is not None)
every = pytest.mark.parametrize("endpoint", ALL, ids=lambda each: each.name)


def sample(endpoint: Endpoint) -> dict[str, Any]:
    """A call of this method that succeeds on the tiny office."""
    wanted = SAMPLES.get(endpoint.name, {})
    types = {each.name: each.type for each in endpoint.parameters}
    return {name: reader_of(types[name])(value) for name, value in wanted.items()}


async def call(desk: Desk, endpoint: Endpoint, arguments: Mapping[str, Any], **more: Any) -> httpx.Response:
    """Send a call as the program's own client writes it; `more` replaces fields raw."""
    parts = request_parts(Call(endpoint, dict(arguments)))
    query, body = dict(parts.query), msgspec.json.decode(parts.body) if parts.body else {}
    places = {each.name: each.place for each in endpoint.parameters}
    for name, value in more.items():
        (query if places[name] == "query" else body)[name] = value
    for name in [name for name, value in more.items() if value is None]:
        query.pop(name, None)
        body.pop(name, None)
    send_body = parts.body is not None
    return await desk.http.request(parts.verb, parts.path, params=query, json=body if send_body else None)


@pytest.fixture
def ready(open_desk: Opener, tmp_path: Path) -> Desk:
    """The tiny office with a group note and a folder for files."""
    for group in (samples_insurance, samples_papers):
        group.put_files(tmp_path / "sftp")
    desk = open_desk(files=tmp_path / "sftp")
    desk.sql(GROUP_NOTE)
    return desk


GROUP_NOTE = "INSERT INTO procedurelog (ProcNum, PatNum, CodeNum, ProcStatus) VALUES (9, 1, 6, 3)"
OLD = "20.5"
"""A version older than every method."""


def settings() -> Iterator[dict[str, Any]]:
    """Each setting that a refusal below needs, once."""
    yield {}
    yield {"version": OLD}
    for needed in sorted({endpoint.needs for endpoint in ALL}):
        yield {"permissions": frozenset(Permission) - {needed}}
    for version in sorted({endpoint.since for endpoint in ALL if endpoint.since}):
        yield {"version": version}


@pytest.fixture(scope="module")
def shared_desk(copies: Copies) -> Iterator[Opener]:
    """Practices that are opened once, on one office, for all requests that change nothing, by their settings."""
    address = copies.take()
    opened = [(each, open_at(address, **each)) for each in settings()]
    yield lambda **wanted: next(desk for each, desk in opened if each == wanted)
    for _, desk in opened:
        asyncio.run(desk.http.aclose())
        desk.practice.close()
    copies.give_back(address)


def test_every_declared_method_has_its_handler() -> None:
    """The practice serves all that is declared, and nothing else."""
    book = load_schedule()
    served = [handler.endpoint.name for handler in (*handlers_in(book), *load_rest(book))]
    names = {endpoint.name for endpoint in endpoints()}
    assert sorted(served) == sorted(names)
    assert set(SAMPLES) <= names


@every
async def test_it_succeeds(ready: Desk, endpoint: Endpoint) -> None:
    """It answers its status and its record, every field readable; a POST says where the new row is."""
    answer = await call(ready, endpoint, sample(endpoint))
    assert answer.status_code == endpoint.status, answer.text
    if endpoint.record is type(None):
        assert answer.content == b""
    elif endpoint.lists:
        rows = decode_rows(answer.content, endpoint.record)
        assert not rows.unreadable
        check_fields(endpoint, answer.json()[0] if rows else {})
    else:
        decode_one(answer.content, endpoint.record)
        check_fields(endpoint, answer.json())
    assert ("location" in answer.headers) is says_where(endpoint)


SILENT = {"InsSubs.create"}
"""Creates a row without saying where it is found."""


def says_where(endpoint: Endpoint) -> bool:
    """Whether an answer says where the new row, or the file that was written, is found."""
    if endpoint.verb != "POST" or "group_note" in endpoint.name or endpoint.lists or endpoint.name in SILENT:
        return False
    if endpoint.name.endswith("download_sftp"):
        return True
    return endpoint.status == 201 and endpoint.record is not type(None)


@pytest.mark.parametrize("endpoint", DEPRECATED, ids=lambda each: each.name)
async def test_a_deprecated_one_succeeds_until_it_is_gone(open_desk: Opener, endpoint: Endpoint) -> None:
    """It answers in an office of the version that brought it, and is 410 in the newest."""
    answer = await call(open_desk(version=endpoint.since), endpoint, sample(endpoint))
    assert answer.status_code == endpoint.status, answer.text
    assert decode_one(answer.content, endpoint.record)
    refused(await call(open_desk(), endpoint, sample(endpoint)), 410, str(endpoint.deprecated))


def check_fields(endpoint: Endpoint, row: Mapping[str, Any]) -> None:
    """An answer has no field that its record lacks; that of a GET of one has them all, but for the server's time."""
    if not (isinstance(endpoint.record, type) and issubclass(endpoint.record, Record)):
        return
    declared = {field.encode_name for field in msgspec.structs.fields(endpoint.record)}
    assert set(row) <= declared
    if endpoint.verb == "GET" and row:
        assert declared - set(row) <= {"serverDateTime"}


@every
async def test_it_needs_its_permission(shared_desk: Opener, endpoint: Endpoint) -> None:
    """Without its permission it is refused with 401 and the permission's name."""
    desk = shared_desk(permissions=frozenset(Permission) - {endpoint.needs})
    refused(await call(desk, endpoint, sample(endpoint)), 401, f"Api{endpoint.needs}")


@pytest.mark.parametrize("endpoint", [each for each in ALL if each.since], ids=lambda each: each.name)
async def test_it_needs_its_version(shared_desk: Opener, endpoint: Endpoint) -> None:
    """An office older than the method refuses with 400 and the version."""
    desk = shared_desk(version=OLD)
    refused(await call(desk, endpoint, sample(endpoint)), 400, str(endpoint.since))


def fields(wanted: Callable[[Endpoint, Parameter], bool]) -> Any:
    """Parametrise by every method that has such fields."""
    found = {each.name: (each, [one for one in each.parameters if wanted(each, one)]) for each in ALL}
    some = {name: case for name, case in found.items() if case[1]}
    return pytest.mark.parametrize(("endpoint", "parameters"), some.values(), ids=some)


Parameters = list[Parameter]


@fields(lambda _, each: each.required and each.place != "path")
async def test_required_fields_are_required(
    shared_desk: Opener, endpoint: Endpoint, parameters: Parameters
) -> None:
    """A required field that is left out is a 400 that names it."""
    for each in parameters:
        answer = await call(shared_desk(), endpoint, sample(endpoint), **{each.name: None})
        refused(answer, 400, each.name)


@fields(lambda _, each: each.place == "path")
async def test_an_unknown_row_is_not_found(
    shared_desk: Opener, endpoint: Endpoint, parameters: Parameters
) -> None:
    """A key in the path that points nowhere is a 404."""
    for each in parameters:
        refused(
            await call(shared_desk(), endpoint, {**sample(endpoint), each.name: NO_SUCH}), 404, "not found"
        )


GOES_BY_ITSELF = {"HistAppointments.list.AptNum"}
"""A deleted appointment is found in the history alone."""


def is_key(endpoint: Endpoint, each: Parameter) -> bool:
    """Whether a field is a foreign key that is sent."""
    refers = each.fact(Refers) is not None
    by_itself = f"{endpoint.name}.{each.name}" in GOES_BY_ITSELF
    return refers and each.type is int and each.place != "path" and not by_itself


@fields(is_key)
async def test_foreign_keys_point_somewhere(
    shared_desk: Opener, endpoint: Endpoint, parameters: Parameters
) -> None:
    """A number that points nowhere is a 404 with what was not found."""
    for each in parameters:
        answer = await call(shared_desk(), endpoint, sample(endpoint), **{each.name: NO_SUCH})
        refused(answer, 404, "not found", each.name)


@fields(lambda _, each: isinstance(each.type, type) and issubclass(each.type, WireEnum))
async def test_enumerations_take_their_words(
    shared_desk: Opener, endpoint: Endpoint, parameters: Parameters
) -> None:
    """Another word is a 400 that names the field."""
    for each in parameters:
        answer = await call(shared_desk(), endpoint, sample(endpoint), **{each.name: "No such word"})
        refused(answer, 400, each.name)


@fields(lambda _, each: each.type in (int, bool) and each.place != "path")
async def test_numbers_are_numbers(shared_desk: Opener, endpoint: Endpoint, parameters: Parameters) -> None:
    """Text where a number or a yes or no belongs is a 400 that names the field."""
    for each in parameters:
        answer = await call(shared_desk(), endpoint, sample(endpoint), **{each.name: "many"})
        refused(answer, 400, each.name)


def is_newer(endpoint: Endpoint, each: Parameter) -> bool:
    """Whether a field came after its method."""
    since = each.fact(Since)
    return since is not None and endpoint.since is not None and parts(endpoint.since) < parts(since.version)


def parts(version: str) -> tuple[int, ...]:
    """A version's numbers."""
    return tuple(int(part) for part in version.split("."))


@fields(is_newer)
async def test_fields_need_their_version(
    shared_desk: Opener, endpoint: Endpoint, parameters: Parameters
) -> None:
    """In an office that knows the method but not the field, sending it is a 400 with the field's version."""
    desk = shared_desk(version=endpoint.since)
    for each in parameters:
        value: Any = str(office.TODAY) if each.type in (datetime.date, datetime.datetime) else "1"
        if isinstance(each.type, type) and issubclass(each.type, WireEnum):
            value = values_of(each)[0]
        answer = await call(desk, endpoint, sample(endpoint), **{each.name: value})
        since = each.fact(Since)
        assert since is not None
        refused(answer, 400, each.name, since.version)


@pytest.mark.parametrize("endpoint", [each for each in ALL if each.paged], ids=lambda each: each.name)
async def test_a_list_comes_in_pages(ready: Desk, endpoint: Endpoint) -> None:
    """Limit and Offset cut the same list into pages."""
    request = request_parts(Call(endpoint, sample(endpoint)))
    content = (
        {"content": request.body, "headers": {"Content-Type": "application/json"}} if request.body else {}
    )

    async def page(**bounds: int) -> list[Any]:
        query = {**dict(request.query), **bounds}
        answer = await ready.http.request(request.verb, request.path, params=query, **content)
        rows: list[Any] = answer.json()
        return rows

    everything = await page()
    assert await page(Limit=1) == everything[:1]
    assert await page(Limit=2, Offset=1) == everything[1:3]
    assert await page(Offset=len(everything)) == []


async def test_the_practice_answers_under_the_declared_paths_alone(desk: Desk) -> None:
    """What is not declared is not there."""
    assert isinstance(desk.practice, Practice)
    for verb, path in (("DELETE", "/patients/1"), ("POST", "/operatories"), ("PUT", "/schedules/1")):
        assert (await desk.http.request(verb, path)).status_code == 404
