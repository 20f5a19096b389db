"""The hub from the command line, as IT and a desk use it: a process of its own over a real pipe."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest

from app.api.http import to_hub
from app.api.hub.link import HubLink, HubRefused
from app.api.hub.pairing import pair
from app.api.modes import Mode
from app.bootstrap.hub.command import main
from app.bootstrap.hub.sources import CUSTOMER_KEY, DEVELOPER, OFFICE, address_of
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.devices import DEVICES

TOLD = {
    "mode": "Service",
    "address": "http://127.0.0.1:9/api/v1",
    "developer": "developer-secret-1",
    "customer": "customer-secret-1",
}


async def refused(link: HubLink) -> int:
    """The status with which the hub refuses a device, once it does."""
    async with asyncio.timeout(20):
        while True:
            try:
                await link.call(DEVICES, Nothing())
            except HubRefused as refusal:
                return refusal.status


@pytest.mark.timeout(400)
async def test_a_desk_starts_a_hub_and_pairs_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Keys and codes go through the pipe; IT lists and refuses devices beside it; it ends with its pipe."""
    monkeypatch.setenv("FRONT_DESK_HOME", str(tmp_path))
    command = ("-m", "app", "hub", "--stdin", "--listen", "127.0.0.1", "--port", "0", "--found-on", "-1")
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        env=dict(os.environ),
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(TOLD).encode() + b"\n")
    port = json.loads(await process.stdout.readline())["port"]
    process.stdin.write(b'{"code": "desk", "name": "Desk 1"}\n')
    code = json.loads(await process.stdout.readline())["code"]

    paired = await pair(f"127.0.0.1:{port}", code, "")
    assert (paired.kind, paired.office) == (Kind.DESK, "")
    link = HubLink(to_hub(paired.certificate), paired.address, paired.token)
    assert (await link.call(DEVICES, Nothing())).devices[0].name == "Desk 1"

    assert await asyncio.to_thread(main, ["devices"]) == 0
    assert "Desk 1" in capsys.readouterr().out
    assert await asyncio.to_thread(main, ["revoke", str(paired.device_num)]) == 0
    assert await refused(link) == 401
    await link.aclose()

    process.stdin.close()
    assert await asyncio.wait_for(process.wait(), 30) == 0
    complained = await process.stderr.read() if process.stderr is not None else b""
    kept = complained + b"".join(each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())
    for secret in (TOLD["developer"], TOLD["customer"], paired.token, code):
        assert secret.encode() not in kept


@pytest.mark.logs("app.bootstrap.hub")
def test_what_can_not_be_done_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without an office, with half of the variables, and for a device that isn't there, it says what to do."""
    monkeypatch.setenv("FRONT_DESK_HOME", str(tmp_path))
    assert main(["code"]) == 2
    assert "set-up" in capsys.readouterr().err
    assert main(["revoke", "9"]) == 2
    assert "no device 9" in capsys.readouterr().err
    monkeypatch.setenv(OFFICE, "SERVER")
    assert main([]) == 2
    assert DEVELOPER in capsys.readouterr().err
    monkeypatch.setenv(DEVELOPER, "a")
    monkeypatch.setenv(CUSTOMER_KEY, "b")
    assert main(["code", "--name", "Desk 1"]) == 0
    assert "Pairing code" in capsys.readouterr().out
    monkeypatch.setenv(CUSTOMER_KEY, "another")
    assert main(["code"]) == 2
    assert "another office" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "mode"), [("local", Mode.LOCAL), ("Remote ", Mode.REMOTE), ("SERVER", Mode.SERVICE)]
)
def test_an_office_is_named_as_people_do(typed: str, mode: Mode) -> None:
    """Local, Remote, or the server's name."""
    assert address_of(typed).mode is mode
