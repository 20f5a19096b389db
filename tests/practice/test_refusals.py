"""Every declared method refuses what the documentation says it refuses."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Iterator, Sequence
from typing import Any, get_args, get_origin

import pytest

from app.wire.endpoint import Endpoint, Parameter
from app.wire.enums import WireEnum
from app.wire.fields import Refers, Since
from app.wire.permissions import Permission
from app.wire.strict import values_of
from tests.practice import office
from tests.practice.conftest import Opener, open_at, refused
from tests.practice.copies import Copies
from tests.practice.every_method import ALL, call, sample, with_fields

pytestmark = pytest.mark.timeout(400)

NO_SUCH = 987_654
OLD = "20.5"
"""A version older than every method."""


def settings() -> Iterator[dict[str, Any]]:
    """Each setting needed by a refusal below, once."""
    yield {}
    yield {"version": OLD}
    for needed in sorted({endpoint.needs for endpoint in ALL}):
        yield {"permissions": frozenset(Permission) - {needed}}
    for version in sorted({endpoint.since for endpoint in ALL if endpoint.since}):
        yield {"version": version}


@pytest.fixture(scope="module")
def desk_with(copies: Copies) -> Iterator[Opener]:
    """Practices opened once per settings, on one office that refused requests never change."""
    address = copies.take()
    opened = [(each, open_at(address, **each)) for each in settings()]
    yield lambda **wanted: next(desk for each, desk in opened if each == wanted)
    for _, desk in opened:
        asyncio.run(desk.http.aclose())
        desk.practice.close()
    copies.give_back(address)


async def test_a_method_needs_its_permission(desk_with: Opener, subtests: pytest.Subtests) -> None:
    """Without its permission it is refused with 401 and the permission's name."""
    for endpoint in ALL:
        with subtests.test(endpoint.name):
            desk = desk_with(permissions=frozenset(Permission) - {endpoint.needs})
            refused(await call(desk, endpoint, sample(endpoint)), 401, f"Api{endpoint.needs}")


async def test_a_method_needs_its_version(desk_with: Opener, subtests: pytest.Subtests) -> None:
    """An office older than the method refuses with 400 and the version."""
    for endpoint in ALL:
        if endpoint.since:
            with subtests.test(endpoint.name):
                desk = desk_with(version=OLD)
                refused(await call(desk, endpoint, sample(endpoint)), 400, str(endpoint.since))


async def test_required_fields_are_required(desk_with: Opener, subtests: pytest.Subtests) -> None:
    """A missing required field is a 400 that names it."""
    for endpoint, each in with_fields(lambda _, each: each.required and each.place != "path"):
        with subtests.test(f"{endpoint.name}.{each.name}"):
            answer = await call(desk_with(), endpoint, sample(endpoint), **{each.name: None})
            refused(answer, 400, each.name)


async def test_an_unknown_row_is_not_found(desk_with: Opener, subtests: pytest.Subtests) -> None:
    """An unknown key in the path is a 404."""
    for endpoint, each in with_fields(lambda _, each: each.place == "path"):
        with subtests.test(f"{endpoint.name}.{each.name}"):
            answer = await call(desk_with(), endpoint, {**sample(endpoint), each.name: NO_SUCH})
            refused(answer, 404, "not found")


GOES_BY_ITSELF = {"HistAppointments.list.AptNum"}
"""A deleted appointment is found only in the history."""


def is_key(endpoint: Endpoint, each: Parameter) -> bool:
    """Whether a field is a foreign key in the request."""
    refers = each.fact(Refers) is not None
    by_itself = f"{endpoint.name}.{each.name}" in GOES_BY_ITSELF
    return refers and each.type is int and each.place != "path" and not by_itself


async def test_foreign_keys_point_somewhere(desk_with: Opener, subtests: pytest.Subtests) -> None:
    """An unknown number is a 404 with what was not found."""
    for endpoint, each in with_fields(is_key):
        with subtests.test(f"{endpoint.name}.{each.name}"):
            answer = await call(desk_with(), endpoint, sample(endpoint), **{each.name: NO_SUCH})
            refused(answer, 404, "not found", each.name)


def is_enumeration(_: Endpoint, each: Parameter) -> bool:
    """Whether a field accepts one of a few values."""
    return isinstance(each.type, type) and issubclass(each.type, WireEnum)


async def test_enumerations_take_their_words(desk_with: Opener, subtests: pytest.Subtests) -> None:
    """Another value is a 400 that names the field, as seen live: "AptStatus is invalid."."""
    for endpoint, each in with_fields(is_enumeration):
        with subtests.test(f"{endpoint.name}.{each.name}"):
            answer = await call(desk_with(), endpoint, sample(endpoint), **{each.name: "No such word"})
            refused(answer, 400, f"{each.name} is invalid.")


async def test_numbers_are_numbers(desk_with: Opener, subtests: pytest.Subtests) -> None:
    """Text in place of a number or boolean is a 400 that names the field."""
    for endpoint, each in with_fields(lambda _, each: each.type in (int, bool) and each.place != "path"):
        with subtests.test(f"{endpoint.name}.{each.name}"):
            answer = await call(desk_with(), endpoint, sample(endpoint), **{each.name: "many"})
            refused(answer, 400, each.name)


def is_newer(endpoint: Endpoint, each: Parameter) -> bool:
    """Whether a field is newer than its method."""
    since = each.fact(Since)
    if since is None or endpoint.since is None or since.ignored_before:
        return False
    return parts(endpoint.since) < parts(since.version)


WHEN = {
    datetime.date: str(office.TODAY),
    datetime.datetime: f"{office.TODAY} 10:00:00",
    datetime.time: "10:00:00",
}


def parts(version: str) -> tuple[int, ...]:
    """A version's numbers."""
    return tuple(int(part) for part in version.split("."))


async def test_fields_need_their_version(desk_with: Opener, subtests: pytest.Subtests) -> None:
    """In an office that has the method but not the field, sending it is a 400 with the field's version."""
    for endpoint, each in with_fields(is_newer):
        with subtests.test(f"{endpoint.name}.{each.name}"):
            value: Any = WHEN.get(each.type, "1")
            if is_enumeration(endpoint, each):
                value = values_of(each)[0]
            if get_origin(each.type) is Sequence and get_args(each.type)[0] not in (int, str):
                value = []  # of objects; a lone number is no object, whatever the version
            desk = desk_with(version=endpoint.since)
            answer = await call(desk, endpoint, sample(endpoint), **{each.name: value})
            since = each.fact(Since)
            assert since is not None
            refused(answer, 400, each.name, since.version)
