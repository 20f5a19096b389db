"""The training with a kiosk: who is there, what comes back after a crash, and what is said when it can't start."""

from __future__ import annotations

import asyncio
import os
import queue
import sys
from pathlib import Path

import pytest

from app.api.http import to_hub
from app.api.hub.access import HubAccess, decode
from app.api.hub.link import HubLink
from app.bootstrap import main
from app.bootstrap.kiosk.side_by_side import NO_SCREEN, RUNS_ALREADY
from app.bootstrap.kiosk.training_hub import TrainingHub
from app.bootstrap.kiosk.training_line import PairedDesk, change_line
from app.bootstrap.people.staff import ANA, BEN, TRAINING_PINS
from app.bootstrap.single_instance import SingleInstance
from app.core.paths import HOME_VARIABLE
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.devices import DEVICES
from app.wire.hub.people import SIGN_IN, PinResult, SignIn
from tests.support.qt_loop import until
from tests.support.systems.other_processes import kill

SECONDS = 120.0


@pytest.mark.timeout(400)
def test_the_hub_comes_back_with_its_people_and_devices(tmp_path: Path) -> None:
    """Killed, it is at the same address at the practice's time; Ana and Ben have PINs, each device is there once."""
    ended: queue.SimpleQueue[int] = queue.SimpleQueue()
    environment = {**os.environ, HOME_VARIABLE: str(tmp_path)}
    hub = TrainingHub(tmp_path, tmp_path, environment, ended.put)
    try:
        desk, kiosk = hub.pair_desk(), hub.pair_kiosk()
        access = decode(next(iter(desk.vault.values())))
        assert access is not None
        before, killed = (desk.url, kiosk["pairing"]["address"], hub.ahead), hub.pid
        kill(killed)
        asyncio.run(until(lambda: hub.pid != killed, SECONDS))
        assert (hub.url, hub.url, hub.ahead) == before
        asyncio.run(_all_is_there(hub, access, kiosk["pairing"]["device_num"]))
    finally:
        hub.close()
    assert ended.empty()


async def _all_is_there(hub: TrainingHub, access: HubAccess, kiosk: int) -> None:
    link = HubLink(to_hub(access.certificate), hub.url, access.token)
    try:
        for member in (BEN, ANA):
            asked = SignIn(user_num=member.user_num, pin=TRAINING_PINS[member.user_num])
            answer = await link.call(SIGN_IN, asked)
            assert answer.result is PinResult.RIGHT
        link.persons.enter(ANA.user_num, answer.token)
        listed = (await link.call(DEVICES, Nothing())).devices
        assert [(each.kind, each.device_num) for each in listed] == [
            (Kind.DESK, access.device_num),
            (Kind.KIOSK, kiosk),
        ]
    finally:
        await link.aclose()


def test_a_desk_finds_what_it_kept_in_its_vault_before_a_crash() -> None:
    """Its parent remembers each change, and passes it on; what was written half is as good as not written."""
    paired = PairedDesk("https://127.0.0.1:1", "ab", {"token": "t", "old": "o"}, 0.0)
    paired.remember(
        [change_line("seal", "s"), change_line("old", None), b"a line\n", change_line("half", "h")[:9]]
    )
    assert PairedDesk.read(paired.line()).vault == {"token": "t", "seal": "s"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's folder."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


def test_without_a_screen_it_says_so(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And starts nothing: Qt would end each process without a word that helps."""
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main(["training-kiosk"]) == 1
    assert capsys.readouterr().err == f"{NO_SCREEN}\n"
    assert not list(home.iterdir())


def test_with_a_screen_that_cannot_be_used_it_says_so(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything else is started, and the next start is not in the way."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "nonsense")
    assert main(["training-kiosk"]) == 1
    assert NO_SCREEN in capsys.readouterr().err
    assert SingleInstance(home / "data" / "training-kiosk").take()


def test_a_second_start_leaves_the_first_one_alone(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two hubs on one practice would not know of each other."""
    first = SingleInstance(home / "data" / "training-kiosk")
    assert first.take()
    assert main(["training-kiosk"]) == 1
    assert capsys.readouterr().err == f"{RUNS_ALREADY}\n"
    first.release()


def test_a_folder_that_cannot_be_written_to_is_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file is in its place."""
    (home / "data").write_bytes(b"")
    assert main(["training-kiosk"]) == 1
    assert str(home / "data") in capsys.readouterr().err
