"""The installing process as the task runs it, and the night of a check-in PC."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path

import pytest

from app.bootstrap.updates import system_side
from app.bootstrap.updates.night import prepare_at_night
from app.bootstrap.updates.system_side import NOTHING, RUN, main, only_administrators, requests
from app.core.policy import FOLDER_VARIABLE
from app.services.updates.requests import Wish, ask
from tests.support.updates.machine import Machine
from tests.support.updates.source import OURS, SETUP, Signer, accepted, offered, put


def test_requests_of_all_users_are_found(tmp_path: Path) -> None:
    """Users without one, and folders that aren't there, are passed over."""
    homes = [tmp_path / name for name in ("ana", "ben", "cleo")]
    (homes[0] / "updates").mkdir(parents=True)
    for home in homes[:2]:
        ask(home / "updates", Wish.INSTALL, "9.0.0")
    (homes[0] / "updates" / "request.json").write_bytes(b"x")
    assert [folder for folder, _ in requests(iter(homes))] == [homes[1] / "updates"]


@pytest.mark.skipif(os.name == "nt", reason="Windows decides by access lists; see test_windows_access")
def test_a_folder_is_safe_if_only_the_system_can_write_it(tmp_path: Path) -> None:
    """Neither one that others can write, nor a link, nor one that isn't there."""
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    assert only_administrators(folder) is (os.getuid() == 0)
    folder.chmod(0o777)
    assert not only_administrators(folder)
    (tmp_path / "link").symlink_to(folder)
    assert not only_administrators(tmp_path / "link")
    assert not only_administrators(tmp_path / "missing")


@pytest.mark.skipif(os.name == "nt", reason="Windows decides by access lists; see test_windows_access")
def test_nothing_is_done_in_an_unsafe_folder(tmp_path: Path) -> None:
    """Nothing is written there either; without a request there is nothing to do."""
    (tmp_path / "updates").mkdir()
    (tmp_path / "updates").chmod(0o777)
    assert main(["--apply"], tmp_path) == NOTHING
    assert not any((tmp_path / "updates").iterdir())
    (tmp_path / "updates").chmod(0o755)
    assert main(["--apply"], tmp_path) == NOTHING
    assert main(["--finish", "--code", "0"], tmp_path) == (RUN if os.getuid() == 0 else NOTHING)


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only an administrator's folder is used")
def test_nothing_is_done_in_a_folder_that_a_user_could_exchange(tmp_path: Path) -> None:
    """Whoever can write the folder above can put another one in its place."""
    place = tmp_path / "Front Desk"
    (place / "updates").mkdir(parents=True, mode=0o755)
    place.chmod(0o777)
    assert main(["--finish"], place) == NOTHING
    place.chmod(0o755)
    assert main(["--finish"], place) == RUN


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only an administrator's folder is used")
@pytest.mark.parametrize("command", ["--apply", "--night"])
def test_a_script_that_was_left_goes_without_any_request(tmp_path: Path, command: str) -> None:
    """The task starts with the PC."""
    script = tmp_path / "updates" / "run.cmd"
    script.parent.mkdir(mode=0o755)
    script.write_bytes(b"whatever")
    assert main([command], tmp_path) == NOTHING
    assert not script.exists()


async def test_a_check_in_pc_is_updated_at_night(tmp_path: Path) -> None:
    """The system downloads by itself; nothing of a user's is read."""
    machine = Machine(tmp_path)
    share = put(tmp_path / "share", offered(OURS))
    prepared = await prepare_at_night(machine.protected, machine.applying(), accepted, str(share), "nsis")
    assert prepared
    assert SETUP in (machine.folder / "run.cmd").read_text("ascii")
    machine.installs()
    assert not list(machine.user.iterdir())


async def test_a_night_without_a_good_update_prepares_nothing(tmp_path: Path) -> None:
    """A foreign list, and a source that is gone."""
    machine = Machine(tmp_path)
    share = put(tmp_path / "share", offered(Signer()))
    for source in (str(share), str(tmp_path / "gone"), "http://updates.example.com"):
        applying = machine.applying()
        assert not await prepare_at_night(machine.protected, applying, accepted, source, "nsis")
    assert not machine.protected.script.exists()


def test_only_a_check_in_pc_has_a_night(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And only one with a source."""
    machine = Machine(tmp_path)
    looked: list[str] = []

    def run(work) -> bool:
        work.close()
        looked.append("looked")
        return True

    monkeypatch.setattr(asyncio, "run", run)
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    for settings in ({}, {"kiosk": True}, {"update_from": "C:\\x"}, {"kiosk": False, "update_from": "C:\\x"}):
        (tmp_path / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        assert not system_side._night(machine.protected, machine.applying(), accepted)
    (tmp_path / "settings.json").write_text('{"kiosk": true, "update_from": "C:\\\\x"}', encoding="utf-8")
    assert system_side._night(machine.protected, machine.applying(), accepted)
    assert looked == ["looked"]
