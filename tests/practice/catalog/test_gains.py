"""What the API gained after 25.1: an older office refuses it, and the client says so before sending."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, get_args, get_origin

import pytest

from app.api.capabilities import Capabilities, Verdict
from app.wire.endpoint import Endpoint, Parameter
from app.wire.enums import WireEnum
from app.wire.fields import Since
from app.wire.permissions import Permission
from app.wire.strict import values_of
from app.wire.version import NEWEST, Version
from tests.practice import office
from tests.practice.conftest import Opener, refused
from tests.practice.every_method import ALL, call, sample

OLDER = Version(25, 1)
EVERYTHING = frozenset(Permission)
WHEN = {
    datetime.date: str(office.TODAY),
    datetime.datetime: f"{office.TODAY} 00:00:00",
    datetime.time: "10:00:00",
}


def gained(since: str | None) -> bool:
    """Whether an office of 25.1 is too old for it."""
    return since is not None and Version.parse(since) > OLDER


METHODS = [each for each in ALL if gained(each.since)]


def gained_fields() -> Iterator[tuple[Endpoint, Parameter, Since]]:
    """The fields that older methods gained."""
    for endpoint in ALL:
        for each in endpoint.parameters:
            since = each.fact(Since)
            if not gained(endpoint.since) and since is not None and gained(since.version):
                yield endpoint, each, since


FIELDS = list(gained_fields())


def value_of(each: Parameter) -> Any:
    """Some value of a field."""
    if get_origin(each.type) is Sequence:
        return [] if get_args(each.type)[0] not in (int, str) else "1"
    if isinstance(each.type, type) and issubclass(each.type, WireEnum):
        return values_of(each)[0]
    return WHEN.get(each.type, "1")


def method_of(endpoint: Endpoint) -> Any:
    """The declared method of an endpoint."""
    return getattr(endpoint.resource, endpoint.function.__name__)


def denied(verdict: Verdict, since: str) -> bool:
    """Whether it is denied because the office is older than this version."""
    return not verdict.ok and f"Open Dental {Version.parse(since)} or newer" in str(verdict.reason)


async def test_gained_methods(open_desk: Opener, subtests: pytest.Subtests) -> None:
    """An office of 25.1 refuses each with 400 and the version; the client knows it from the version alone."""
    desk = open_desk(version=str(OLDER))
    assert len(METHODS) >= 25
    for endpoint in METHODS:
        with subtests.test(endpoint.name):
            assert endpoint.since is not None
            refused(await call(desk, endpoint, sample(endpoint)), 400, endpoint.since)
            assert denied(Capabilities(OLDER, EVERYTHING).can(endpoint), endpoint.since)
            assert Capabilities(NEWEST, EVERYTHING).can(endpoint)


async def test_gained_fields(open_desk: Opener, subtests: pytest.Subtests) -> None:
    """An office of 25.1 refuses each, or was seen to ignore it; the client knows both before it sends one."""
    desk = open_desk(version=str(OLDER))
    assert len(FIELDS) >= 15
    for endpoint, each, since in FIELDS:
        with subtests.test(f"{endpoint.name}.{each.name}"):
            answer = await call(desk, endpoint, sample(endpoint), **{each.name: value_of(each)})
            if since.ignored_before:
                assert answer.status_code == endpoint.status
            else:
                refused(answer, 400, each.name, since.version)
            method = method_of(endpoint)
            older, newest = Capabilities(OLDER, EVERYTHING), Capabilities(NEWEST, EVERYTHING)
            assert denied(older.can(endpoint, each.name), since.version)
            assert older.can(endpoint)
            assert newest.can(endpoint, each.name)
            assert (older.takes(method, each.name), newest.takes(method, each.name)) == (False, True)


def test_what_may_be_left_out_waits_for_the_version() -> None:
    """While an office's version isn't known, a field that older ones refuse is denied by no rule, but not sent."""
    endpoint, each, _ = FIELDS[0]
    assert Capabilities().can(endpoint, each.name)
    assert not Capabilities().takes(method_of(endpoint), each.name)
