"""`python -m app call` on a PC that is paired with a hub: over real TLS, with what pairing left in the vault."""

from __future__ import annotations

import asyncio
import io
import json
import sys
from collections.abc import Awaitable, Callable

import keyring
import pytest

from app.api.hub import discovery
from app.api.hub.access import HubAccess, encode, entry
from app.api.hub.discovery import FoundHub
from app.api.vault import SERVICE
from app.bootstrap.calling.command import main
from app.bootstrap.calling.words import DONE, NOT_SENT, NOT_VALID, REFUSED
from app.core.paths import program_folders
from app.core.settings import Settings, SettingsFile
from app.hub.devices.devices import DeviceBook
from app.wire.hub.actions import Kind
from tests.support.hub_office import HubOffice
from tests.support.vaults import MemoryKeyring

Call = Callable[..., Awaitable[tuple[int, str, str]]]
COMMLOG = json.dumps({"PatNum": 1, "Note": "Called"})


@pytest.fixture
def vault(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    """This PC's vault."""
    kept = MemoryKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: kept)
    return kept


@pytest.fixture
async def access(hub: HubOffice, vault: MemoryKeyring) -> HubAccess:
    """This PC is paired, and Front Desk was connected through the hub."""
    added, token = await hub.hub.part(DeviceBook).add(Kind.DESK, "Desk 1")
    access = HubAccess.first(token, hub.certificate.certificate, added.device_num)
    vault.set_password(SERVICE, entry(access.hub_id), encode(access))
    folders = program_folders()
    folders.make()
    settings = Settings(mode="Hub", hub=hub.url, hub_id=access.hub_id)
    SettingsFile(folders.config / "settings.json").save(settings)
    return access


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[FoundHub]:
    """The hubs that answer on the network."""
    found: list[FoundHub] = []

    async def find_hubs(*, fingerprint: str) -> list[FoundHub]:
        return [each for each in found if each.fingerprint == fingerprint]

    monkeypatch.setattr(discovery, "find_hubs", find_hubs)
    return found


@pytest.fixture
def call(access: HubAccess, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Types a command; returns the exit code, what is printed, and what is said of errors."""

    async def typed(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        out, wrong = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", wrong)
        code = await asyncio.to_thread(main, arguments)
        said = out.getvalue() + wrong.getvalue()
        assert not any(secret in said for secret in access.hidden)
        return code, out.getvalue(), wrong.getvalue()

    return typed


async def test_a_call_through_the_hub(hub: HubOffice, call: Call) -> None:
    """It reads and writes with the hub's key, as nobody; what the office refuses is told in its words."""
    code, out, _ = await call("GET", "/operatories")
    assert (code, json.loads(out)[0]["OperatoryNum"]) == (DONE, 1)
    code, out, wrong = await call("POST", "/commlogs", "-", stdin=COMMLOG)
    assert (code, wrong) == (DONE, "")
    made = json.loads(out)
    assert (made["Note"], made["UserNum"]) == ("Called", 0)
    assert json.loads((await call("GET", f"/commlogs/{made['CommlogNum']}"))[1])["Note"] == "Called"
    code, out, wrong = await call("GET", "/appointments/999999")
    assert (code, out) == (REFUSED, "")
    assert wrong.startswith("The office refused Appointments.get (404): ")


async def test_money_takes_a_person(hub: HubOffice, call: Call) -> None:
    """The hub refuses what takes a right: nobody is signed in for a call."""
    code, out, wrong = await call("POST", "/payments", "PatNum=1", "PayAmt=20")
    assert (code, out) == (REFUSED, "")
    assert wrong.startswith("The hub refused Payments.create (403): it needs a right of the person signed in")


async def test_a_hub_that_moved(hub: HubOffice, access: HubAccess, call: Call, found: list[FoundHub]) -> None:
    """It is looked for where it isn't at its address any more, as by the desk; another hub isn't called instead."""
    folders = program_folders()
    gone = Settings(mode="Hub", hub="https://127.0.0.1:9", hub_id=access.hub_id)
    SettingsFile(folders.config / "settings.json").save(gone)
    found.append(FoundHub("OTHER", ("127.0.0.1",), hub.server.port, "another"))
    code, _, wrong = await call("POST", "/commlogs", "-", stdin=COMMLOG)
    assert (code, wrong.partition(".")[0]) == (NOT_SENT, "Can't reach 127")
    found.append(FoundHub("SERVER", ("127.0.0.1",), hub.server.port, access.fingerprint))
    code, out, wrong = await call("POST", "/commlogs", "-", stdin=COMMLOG)
    assert (code, wrong, json.loads(out)["Note"]) == (DONE, "", "Called")
    code, out, _ = await call("GET", "/commlogs", "PatNum=1")
    assert [row["Note"] for row in json.loads(out)].count("Called") == 1


async def test_a_hub_that_is_gone(hub: HubOffice, call: Call, found: list[FoundHub]) -> None:
    """Nothing is sent while it is off, and it goes on when it is back."""
    await hub.lose()
    for typed in (("GET", "/operatories"), ("POST", "/commlogs", "PatNum=1", "Note=Called")):
        code, out, wrong = await call(*typed)
        assert (code, out) == (NOT_SENT, "")
        assert wrong == (
            f"Can't reach {hub.url.removeprefix('https://')}. Check that the PC with the hub is on, and that the hub "
            "runs there. Nothing was sent.\n"
        )
    await hub.restore()
    assert (await call("GET", "/operatories"))[0] == DONE


async def test_a_pc_that_was_removed(
    hub: HubOffice, access: HubAccess, call: Call, vault: MemoryKeyring
) -> None:
    """The hub knows it no more, or the vault has lost what the hub gave it: it is to be paired again."""
    await hub.hub.part(DeviceBook).revoke(access.device_num)
    code, _, wrong = await call("GET", "/operatories")
    assert (code, wrong) == (
        NOT_SENT,
        "The hub doesn't know this PC any more. Pair it again in Front Desk. Nothing was sent.\n",
    )
    vault.kept.clear()
    code, _, wrong = await call("GET", "/operatories")
    assert (code, "Pair it with the hub again" in wrong) == (NOT_VALID, True)


async def test_keys_are_not_the_hubs(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys without an office's name are for no hub, and aren't sent to it."""
    monkeypatch.setenv("FRONT_DESK_DEVELOPER_KEY", "developer-key")
    monkeypatch.setenv("FRONT_DESK_CUSTOMER_KEY", "customer-key")
    code, _, wrong = await call("GET", "/operatories")
    assert code == NOT_VALID
    assert wrong.endswith("takes no keys. Set FRONT_DESK_OFFICE too, or remove both keys.\n")
