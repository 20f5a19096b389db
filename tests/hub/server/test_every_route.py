"""Every route of the hub with every kind of token: the only answers are the declared ones."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa

from app.api.http import to_hub
from app.api.modes import API_PATH
from app.api.transport import Answer, Transport
from app.core.tasks import TaskScope
from app.hub.database.tables import device
from app.hub.devices.devices import DeviceBook
from app.hub.handling import handlers_in
from app.hub.server.limits import Limits, Rate
from app.hub.server.modules import MODULES
from app.practice.server.app import Practice
from app.wire.catalog import endpoints
from app.wire.endpoint import Endpoint
from app.wire.hub import actions as declared
from app.wire.hub.actions import HEALTH_PATH, STREAM_PATH, HubAction, Kind
from app.wire.hub.passing import TROUBLE, Trouble
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice, hub_office

BODIES = (
    b"",
    b"{}",
    b"null",
    b"[1]",
    b'{"unknown": 1}',
    b"\xff\xfe",
    b"[" * 5_000,
    b'{"device_num": 1e99, "visit": 5, "name": null, "kind": "other", "person": {"a": []}}',
)
NOT_FOR = {401, 403}
DECLARED = {200, 400, 403, 404, 408, 409, 413, 429}
"""How an action may answer a device that may call it: an answer, or a refusal with a code."""
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
UNLIMITED = Rate(1e9, 1e9)

Tokens = dict[str, str]


def actions() -> Iterator[HubAction[Any, Any]]:
    """Every action that the hub serves."""
    for each in handlers_in(MODULES):
        yield each.action


def test_every_declared_action_is_served() -> None:
    """What `app.wire.hub` declares, the hub serves, each once."""
    served = [each.path for each in actions()]
    assert len(served) == len(set(served))
    assert {each.path for each in declared_actions()} == set(served)


def declared_actions() -> Iterator[HubAction[Any, Any]]:
    """Every action in `app.wire.hub`."""
    package = importlib.import_module("app.wire.hub")
    for found in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"app.wire.hub.{found.name}")
        yield from (each for each in vars(module).values() if isinstance(each, declared.HubAction))


async def tokens_of(hub: HubOffice, stranger: str) -> Tokens:
    """One token of each kind. `stranger`: of another office's hub."""
    revoked, token = await hub.hub.part(DeviceBook).add(Kind.DESK, "Gone")
    await hub.hub.part(DeviceBook).revoke(revoked.device_num)
    tokens = {
        "none": "",
        "garbage": "Bearer ~" + "x" * 3_000,
        "no scheme": await hub.token(Kind.DESK, "No scheme"),
        "basic": "Basic YTpi",
        "revoked": f"Bearer {token}",
        "stranger": f"Bearer {stranger}",
        "kiosk": f"Bearer {await hub.token(Kind.KIOSK, 'Kiosk 1')}",
        "desk": f"Bearer {await hub.token(Kind.DESK, 'Desk 1')}",
    }
    # Long ago, so that none gives itself back.
    await hub.hub.database.run(
        lambda connection: connection.execute(sa.update(device).values(paired_at=LONG_AGO))
    )
    return tokens


KIND_OF = {"kiosk": Kind.KIOSK, "desk": Kind.DESK}


@pytest.fixture
async def stranger(clock: FastClock, practice: Practice, tmp_path: Path, tasks: TaskScope) -> str:
    """A desk's token of another hub."""
    async with hub_office(practice, clock, tasks, tmp_path / "other.db") as other:
        return await other.token(Kind.DESK, "Desk 1")


async def send(
    transport: Transport, hub: HubOffice, verb: str, path: str, token: str, body: bytes | None
) -> Answer:
    """One request over TLS."""
    headers = {"Content-Type": "application/json"} | ({"Authorization": token} if token else {})
    return await transport.send(verb, hub.url + path, headers, body, 30)


def unlimit(hub: HubOffice) -> None:
    """The limits have tests of their own."""
    hub.hub.part(Limits).rates = {Kind.DESK: UNLIMITED, Kind.KIOSK: UNLIMITED, None: UNLIMITED}


@pytest.mark.timeout(400)
async def test_every_action_with_every_token(hub: HubOffice, stranger: str) -> None:
    """A token reaches the actions of its kind and nothing else; no body brings an answer that isn't declared."""
    unlimit(hub)
    tokens = await tokens_of(hub, stranger)
    transport = to_hub(hub.certificate.certificate)
    for number, action in enumerate(actions()):
        # A false token is refused before the body is read: it meets each body, but not at every action.
        refused = b"{}", BODIES[number % len(BODIES)]
        for name, token in tokens.items():
            kind = KIND_OF.get(name)
            open_to_all = not action.kinds
            for body in BODIES if name in KIND_OF or name == "none" else refused:
                answer = await send(transport, hub, "POST", action.path, token, body)
                where = f"{action.path} as {name}: {answer.status}"
                if name not in KIND_OF and name != "none":
                    assert answer.status == 401, where
                elif not open_to_all and kind not in action.kinds:
                    assert answer.status == (401 if kind is None else 403), where
                else:
                    assert answer.status in DECLARED, where
                assert_declared(action, answer, where)
    await transport.aclose()


def assert_declared(action: HubAction[Any, Any], answer: Answer, where: str) -> None:
    """The declared message, or a refusal with a code."""
    if answer.status == 200:
        msgspec.json.decode(answer.body, type=action.answers)
    else:
        said = msgspec.json.decode(answer.body, type=dict[str, str])
        assert list(said) == ["code"], where
        assert re.fullmatch(r"[a-z -]+", said["code"]), where


async def test_other_verbs_and_paths_are_refused(hub: HubOffice, stranger: str) -> None:
    """An action is a POST; what isn't declared isn't there, whatever the token."""
    unlimit(hub)
    transport = to_hub(hub.certificate.certificate)
    for token in (await tokens_of(hub, stranger)).values():
        for action in actions():
            assert (await send(transport, hub, "GET", action.path, token, None)).status == 405
        for path in (
            "/",
            "/hub",
            "/hub/",
            "/metrics",
            "/docs",
            "/hub/devices/",
            "/hub%2Fdevices",
            "//health",
        ):
            assert (await send(transport, hub, "GET", path, token, None)).status in (404, 405), path
        assert (await send(transport, hub, "POST", STREAM_PATH, token, b"{}")).status == 405
        assert (await send(transport, hub, "GET", HEALTH_PATH, token, None)).status == 200
    await transport.aclose()


async def test_a_kiosk_opens_no_stream(hub: HubOffice) -> None:
    """What is told there is for desks."""
    transport, token = to_hub(hub.certificate.certificate), await hub.token(Kind.KIOSK, "Kiosk 1")
    assert (await send(transport, hub, "GET", STREAM_PATH, f"Bearer {token}", None)).status == 403
    await transport.aclose()


@pytest.mark.parametrize("name", ["none", "garbage", "no scheme", "basic", "revoked", "stranger"])
async def test_nobody_else_opens_a_stream(hub: HubOffice, stranger: str, name: str) -> None:
    """The change stream needs a valid token."""
    token = (await tokens_of(hub, stranger))[name]
    transport = to_hub(hub.certificate.certificate)
    assert (await send(transport, hub, "GET", STREAM_PATH, token, None)).status == 401
    await transport.aclose()


@pytest.mark.timeout(400)
async def test_every_method_of_the_api_with_every_token(hub: HubOffice, stranger: str) -> None:
    """Only a desk's token reaches a method of the API, and whatever it sends, the hub itself doesn't fail."""
    unlimit(hub)
    tokens = await tokens_of(hub, stranger)
    transport = to_hub(hub.certificate.certificate)
    asking = {name: tokens[name] for name in ("none", "revoked", "stranger", "kiosk", "desk")}
    for endpoint in endpoints():
        for name, token in asking.items():
            body = None if endpoint.verb in ("GET", "DELETE") else b"{}"
            answer = await send(transport, hub, endpoint.verb, API_PATH + path_of(endpoint), token, body)
            where = f"{endpoint.name} as {name}: {answer.status} {answer.body[:80]!r}"
            if name == "desk":
                assert answer.status != 500, where
                is_theirs = answer.headers.get(TROUBLE) == Trouble.NO_RIGHT  # nobody is signed in
                assert answer.status not in NOT_FOR or answer.body or is_theirs, where
            else:
                assert answer.status == (403 if name == "kiosk" else 401), where
    await transport.aclose()


def path_of(endpoint: Endpoint) -> str:
    """A method's path with a key that no row has."""
    return re.sub(r"\{[^}]*\}", "999999", endpoint.path)
