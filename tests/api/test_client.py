"""The client's interface: its resources, capabilities, pages, and answers without a body."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any, cast

import pytest

from app.api import errors
from app.api.capabilities import Capabilities
from app.api.http import connect
from app.api.keys import Keys
from app.api.modes import Mode, service_address
from app.api.need import Need
from app.api.paging import PageLimits
from app.wire.catalog import RESOURCES
from app.wire.endpoint import endpoint_of
from app.wire.permissions import Permission
from app.wire.resources.appointments import Appointments
from app.wire.resources.payments import Payments
from app.wire.resources.queries import Queries
from app.wire.version import Version
from tests.api.raw_server import always, http, in_turn, office_at, raw_server

SLOW_IMPORTS = ("httpx", "sqlalchemy", "starlette", "uvicorn", "keyring", "cryptography", "anyio")


def ids(first: int, count: int) -> bytes:
    """A page of appointments with these keys."""
    return http(200, json.dumps([{"AptNum": first + number} for number in range(count)]).encode())


async def test_every_resource_has_its_attribute() -> None:
    """Each declared resource is an attribute of the client, in snake case, for every need; a console completes it."""
    async with office_at("http://nowhere.invalid") as office:
        for resource in RESOURCES:
            name = resource.__module__.rpartition(".")[2]
            assert name.replace("_", "") == resource.__name__.lower()
            assert name in dir(office)
            for need in Need:
                assert type(getattr(office.at(need), name)) is resource
        assert office.at(Need.SCREEN).at(Need.CLICK) is office
        assert office.at(Need.REFRESH) is office.at(Need.REFRESH)


async def test_rows_that_nobody_has_fetched() -> None:
    """A forgotten `await` in `if office.operatories.list():` doesn't pass for a full list."""
    async with connect(service_address("127.0.0.1:1"), Keys("d", "c")) as office:
        with pytest.raises(TypeError, match="before they are fetched: await it"):
            bool(office.operatories.list())


def test_another_event_loop() -> None:
    """An office belongs to the loop that it was first used in; in another one it says so, and sends nothing."""
    office = connect(service_address("127.0.0.1:1"), Keys("d", "c"))

    async def ask() -> None:
        with pytest.raises(errors.Unreachable):
            await office.operatories.list()

    async def ask_there() -> None:
        with pytest.raises(RuntimeError, match=r"another event loop: connect once in each asyncio\.run"):
            await office.operatories.list()

    asyncio.run(ask())
    asyncio.run(ask_there())


async def test_a_view_keeps_its_need_after_another_was_used() -> None:
    """A resource that was used as a click before is not what a refresh sends through."""
    async with office_at("http://nowhere.invalid") as office:
        assert office.operatories._sender is office  # it decides the need
        refresh = office.at(Need.REFRESH)
        assert refresh.operatories._sender is refresh


def test_importing_is_light() -> None:
    """The package imports no slow library: the first paint doesn't wait for them."""
    code = f"import sys, app.api; print([name for name in {SLOW_IMPORTS} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("known", "ok", "reason"),
    [
        (Capabilities(), True, ""),
        (Capabilities(Version(22, 1), frozenset({Permission.COMM})), True, ""),
        (
            Capabilities(None, frozenset({Permission.READ_ALL})),
            False,
            (
                "The office's API key doesn't have the permission Comm. "
                "Add Comm to this key in Open Dental: Setup, Advanced Setup, API."
            ),
        ),
        (
            Capabilities(Version(20, 5), frozenset({Permission.COMM})),
            False,
            "This needs Open Dental 21.1 or newer. This office has 20.5.",
        ),
    ],
)
async def test_can(known: Capabilities, ok: bool, reason: str) -> None:
    """A method is denied only because of a known key or version, with the reason."""
    async with office_at("http://nowhere.invalid") as office:
        office.learn(known)
        verdict = office.can(Appointments.confirm)
        assert (verdict.ok, str(verdict.reason), bool(verdict)) == (ok, reason, ok)


@pytest.mark.parametrize(("version", "ok"), [("25.2.44", False), ("25.2.45", True)])
async def test_can_with_a_field(version: str, ok: bool) -> None:
    """A field that a method gained later needs its own version; the method alone doesn't."""
    async with office_at("http://nowhere.invalid") as office:
        office.learn(Capabilities(Version.parse(version)))
        verdict = office.can(Payments.allocate, "payPlanChargeNumsAndAmounts")
        assert (verdict.ok, "25.2.45" in str(verdict.reason)) == (ok, not ok)
        assert office.can(Payments.allocate)
        assert office.can(Payments.allocate, "procNumsAndAmounts")


@pytest.mark.parametrize("known", [Capabilities(), Capabilities(Version(20, 5), frozenset())])
async def test_can_with_a_misspelled_name(known: Capabilities) -> None:
    """A field that the method lacks and a method that isn't there are errors, whatever is known of the office."""
    async with office_at("http://nowhere.invalid") as office:
        office.learn(known)
        for asked in (office.can, known.takes):
            with pytest.raises(
                errors.FieldError, match=r"payPlanChargeNum isn't a field of Payments\.allocate"
            ) as raised:
                asked(Payments.allocate, "procNumsAndAmounts", "payPlanChargeNum")
            assert (raised.value.method, raised.value.name) == ("Payments.allocate", "payPlanChargeNum")
        for wrong in (Payments.endpoints, "Payments.allocated"):
            with pytest.raises(
                errors.FieldError, match=r"isn't a method of the API: .*(endpoints|allocated)$"
            ):
                office.can(cast(Any, wrong))


async def test_pages_until_one_is_short() -> None:
    """A full page is followed by the next from its Offset; a short one is the last."""
    pages = (ids(1, 100), ids(101, 100), ids(201, 7))
    async with raw_server(in_turn(*pages)) as (url, heard), office_at(url, mode=Mode.REMOTE) as office:
        office.learn(Capabilities(None, frozenset({Permission.READ_ALL, Permission.ENTERPRISE})))
        rows = await office.appointments.list()
        assert [row.AptNum for row in rows] == list(range(1, 208))
        asked = [head.split(" ")[1].partition("?")[2] for head in heard.heads]
        # Enterprise promises 1,000 per page; the office returns 100, which is learned on the second page.
        assert asked == ["Limit=1000", "Limit=1000&Offset=100", "Limit=100&Offset=200"]


async def test_a_learned_limit_is_kept() -> None:
    """A limit smaller than promised is recognized by a page of exactly that size, and used from then on."""
    pages = (ids(1, 100), ids(101, 3), ids(1, 100), ids(101, 0))
    async with raw_server(in_turn(*pages)) as (url, heard), office_at(url) as office:
        assert len(await office.appointments.list()) == 103
        assert len(await office.appointments.list()) == 100
        assert "Limit=100 " in heard.heads[2]


async def test_just_a_hundred_rows() -> None:
    """A list of exactly a hundred rows costs one more request and changes nothing."""
    async with (
        raw_server(in_turn(ids(1, 100), http(200, b"[]"), ids(1, 5))) as (url, heard),
        office_at(url) as office,
    ):
        assert len(await office.appointments.list()) == 100
        await office.appointments.list()
        assert "Limit=500 " in heard.heads[2]


@pytest.mark.parametrize("end", [http(200, b"[]"), http(404, b"No appointments found.")])
async def test_past_the_last_row(end: bytes) -> None:
    """After the last row an empty page ends the list, and so does a 404; a 404 at the start is an error."""
    async with raw_server(in_turn(ids(1, 100), end)) as (url, _), office_at(url) as office:
        assert len(await office.appointments.list()) == 100
    async with raw_server(always(http(404, b"Nope."))) as (url, _), office_at(url) as office:
        with pytest.raises(errors.NotFound):
            await office.appointments.list()


async def test_rows_that_shift_count_once() -> None:
    """A row inserted between two pages makes another row appear twice; it is kept once."""
    async with raw_server(in_turn(ids(1, 100), ids(100, 50))) as (url, _), office_at(url) as office:
        rows = await office.appointments.list()
        assert [row.AptNum for row in rows] == list(range(1, 150))


async def test_an_office_that_ignores_offset() -> None:
    """Receiving the same page again ends the list instead of looping."""
    async with raw_server(always(ids(1, 100), stays=True)) as (url, heard), office_at(url) as office:
        assert len(await office.appointments.list()) == 100
        assert len(heard.heads) == 2


async def test_rows_without_a_key_all_count() -> None:
    """Rows without a key are never treated as duplicates."""
    page = http(200, json.dumps([{"Note": str(number)} for number in range(100)]).encode())
    async with raw_server(in_turn(page, page, ids(1, 1))) as (url, _), office_at(url) as office:
        assert len(await office.appointments.list()) == 201


async def test_unreadable_rows_are_kept_apart() -> None:
    """An unreadable row is reported, the rest of the list is there, and the next page is found."""
    rows: list[dict[str, object]] = [{"AptNum": number} for number in range(1, 101)]
    rows[41] = {"AptNum": 42, "AptDateTime": "the day after"}
    pages = (http(200, json.dumps(rows).encode()), ids(101, 2))
    async with raw_server(in_turn(*pages)) as (url, heard), office_at(url) as office:
        found = await office.appointments.list()
        assert len(found) == 101
        assert [(bad.index, bad.key) for bad in found.unreadable] == [(41, 42)]
        assert "Offset=100" in heard.heads[1]


async def test_one_page_at_a_time() -> None:
    """`async for` requests a page when needed; `first_page` requests one."""
    async with raw_server(in_turn(ids(1, 100), ids(101, 1))) as (url, heard), office_at(url) as office:
        async for row in office.appointments.list():
            if row.AptNum == 50:
                break
        assert len(heard.heads) == 1


def test_a_fixed_page_is_not_asked_for() -> None:
    """A method with a fixed page size keeps it, whatever was promised."""
    assert PageLimits().of(endpoint_of(Queries.short_query), 1_000) == 100


async def test_short_queries_page_by_offset() -> None:
    """A short query is a read: a hundred rows per page, Offset in the address, retried when it fails."""
    first = http(200, json.dumps([{"PatNum": number} for number in range(100)]).encode())
    answers = (http(500, b""), first, http(200, b'[{"PatNum": 100}]'))
    async with raw_server(in_turn(*answers)) as (url, heard), office_at(url) as office:
        rows = await office.queries.short_query(SqlCommand="SELECT PatNum FROM patient")
        assert [row["PatNum"] for row in rows] == list(range(101))
        asked = [head.split(" ")[1].removeprefix("/api/v1") for head in heard.heads]
        assert asked == ["/queries/ShortQuery", "/queries/ShortQuery", "/queries/ShortQuery?Offset=100"]
        assert set(heard.bodies) == {b'{"SqlCommand":"SELECT PatNum FROM patient"}'}


@pytest.mark.parametrize("body", [b"", b'""', b"null"])
async def test_made_without_a_body(body: bytes) -> None:
    """A 201 with only a Location still returns the new row's key, typed and raw."""
    answer = http(201, body, "Location: http://office/api/v1/commlogs/4711")
    note = {"PatNum": 1, "Note": "Called"}
    async with raw_server(always(answer, stays=True)) as (url, _), office_at(url) as office:
        assert (await office.commlogs.create(**note)).CommlogNum == 4711
        assert await office.send_raw("Commlogs.create", note) == (201, {"CommlogNum": 4711})


async def test_raw() -> None:
    """A journaled method is sent by its name with wire-ready arguments, and returns plain JSON."""
    answers = (http(200, b'{"AptNum": 5}'), http(200, b""), http(400, b"No."))
    async with raw_server(in_turn(*answers)) as (url, heard), office_at(url) as office:
        arguments = {"AptNum": 5, "IsHygiene": "true", "AptDateTime": "2026-11-23 08:00:00"}
        assert await office.send_raw("Appointments.update", arguments) == (200, {"AptNum": 5})
        del arguments["AptNum"]
        assert json.loads(heard.bodies[0]) == arguments
        assert await office.send_raw("Appointments.confirm", {"AptNum": 5, "defNum": 20}) == (200, None)
        with pytest.raises(errors.BadRequest):
            await office.send_raw("Appointments.confirm", {"AptNum": 5, "defNum": 20})
        with pytest.raises(KeyError):
            await office.send_raw("Appointments.explode", {})
        with pytest.raises(
            errors.FieldError, match=r"defnum isn't a field of Appointments.confirm: did you mean defNum\?"
        ):
            await office.send_raw("Appointments.confirm", {"AptNum": 5, "defnum": 20})
        with pytest.raises(errors.FieldError, match="AptNum is required"):
            await office.send_raw("Appointments.update", {})
        with pytest.raises(errors.FieldError, match="AptNum is invalid: a whole number is expected"):
            await office.appointments.get("Ann Walker")
        assert len(heard.heads) == 3


@pytest.mark.parametrize("copied", [copy.copy, lambda error: pickle.loads(pickle.dumps(error))])  # noqa: S301  # its own
def test_copies_of_errors(copied: Callable[[Exception], Exception]) -> None:
    """An error that a process of a pool hands on keeps its words and facts."""
    for error in (
        errors.FieldError("Commlogs.create", "Note", "is required"),
        errors.NotFound("Commlogs.get", explanation="Commlog not found.", status=404),
    ):
        again = copied(error)
        assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


async def test_probe_of_an_old_office() -> None:
    """An office before 22.2 has no SecurityPerms; its version is requested instead."""
    version = http(200, b'[{"PrefNum": 1, "PrefName": "ProgramVersion", "ValueString": "21.4.9.0"}]')
    async with raw_server(in_turn(http(404, b""), version)) as (url, _), office_at(url) as office:
        assert await office.probe() == Capabilities(Version(21, 4, 9), None)
        assert "needs Open Dental 22.2.31" in str(office.can(Appointments.create_planned).reason)
