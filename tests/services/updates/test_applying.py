"""The installing process, which runs as the system: what users can make it do, and what not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.domain.updates.data_format import DATA_FORMAT
from app.domain.updates.manifest import MANIFEST_NAME, SIGNATURE_NAME
from app.sealed.key_slots import FORMAT
from app.services.updates.checking import Signed
from app.services.updates.held import keep_signed, read_signed
from app.services.updates.protected import ANSWERED, InstallState, Result, Why
from app.services.updates.requests import Request, Wish, ask, read_request
from tests.support.systems.wine import not_under_wine
from tests.support.updates.machine import OLD, OWN_RELEASE, OWN_SETUP, Machine, updated, with_data
from tests.support.updates.source import (
    INSTALLER,
    SETUP,
    Signer,
    file_of,
    manifest_of,
    put,
    release,
)

if sys.platform == "win32":
    import _winapi

pytestmark = pytest.mark.logs("app.services.updates.applying")


def test_a_verified_version_is_prepared(machine: Machine) -> None:
    """Both installers are copied, and the script runs the copy; the answer comes when it has ended."""
    assert machine.request()
    assert machine.installers == sorted([OWN_SETUP, SETUP])
    script = (machine.folder / "run.cmd").read_text("ascii")
    assert f'start "" /wait "C:\\ProgramData\\Front Desk\\updates\\{SETUP}" /S' in script
    assert script.index(SETUP) < script.index("--finish") < script.index(OWN_SETUP)
    assert not list(machine.folder.glob("done-*"))
    machine.installs()
    outcome = machine.state.outcome
    assert (outcome.result, outcome.version, outcome.before) == (Result.UPDATED, "9.0.0", "0.1.0")
    token = read_request(machine.user).token
    assert [each.name for each in machine.folder.glob("done-*")] == [f"done-{token}"]


def test_an_answer_leaves_those_to_others(machine: Machine) -> None:
    """Two users ask one after the other: both programs start again. Old answers go."""
    tokens = []
    for _ in range(ANSWERED + 2):
        assert not machine.request(version="nonsense")
        tokens.append(read_request(machine.user).token)
        assert (machine.folder / f"done-{tokens[0]}").exists() is (len(tokens) <= ANSWERED)
    assert {each.name for each in machine.folder.glob("done-*")} == {
        f"done-{each}" for each in tokens[-ANSWERED:]
    }


def test_a_request_is_answered_once(machine: Machine) -> None:
    """The file stays where it is, in the user's folder: it is not asked for again at each run."""
    assert machine.request()
    machine.installs()
    assert not machine.applying().answer(machine.user, read_request(machine.user))


@pytest.mark.parametrize("version", ["0.0.9", "nonsense", "9.0.1", "", "9.0.0\n"])
def test_only_a_newer_version_of_the_list_is_installed(machine: Machine, version: str) -> None:
    """Not an older one, one that isn't listed, or nonsense."""
    older = with_data(release("0.0.9", file=file_of(OLD, "FrontDesk-0.0.9.exe")))
    put(machine.user, {"FrontDesk-0.0.9.exe": OLD})
    machine.hold(with_data(release()), OWN_RELEASE, older)
    assert not machine.request(version=version)
    assert machine.why is Why.NOT_VERIFIED
    assert not machine.protected.script.exists()


def test_what_another_user_has_installed_is_not_installed_again(machine: Machine) -> None:
    """Nor told to have failed: she asked for it too, and the task ran after the other's."""
    updated(machine)
    assert not machine.request(version="9.0.0")
    assert machine.state.outcome.result is Result.UPDATED
    assert (machine.folder / f"done-{read_request(machine.user).token}").exists()
    assert not machine.protected.script.exists()


def test_an_old_list_is_not_replayed(machine: Machine) -> None:
    """A list of ours that is older than one that was used here, with a version that has a known flaw."""
    machine.hold(with_data(release("9.0.1")), sequence=11)
    machine.request(version="9.0.1")
    machine.hold(with_data(release("9.0.0")), sequence=10)
    assert not machine.request(version="9.0.0")
    assert machine.why is Why.NOT_VERIFIED


def test_a_foreign_or_swapped_list_is_refused(machine: Machine) -> None:
    """Another key, another list under our signature, and none."""
    machine.hold(signer=Signer())
    assert not machine.request()
    machine.hold()
    (machine.user / MANIFEST_NAME).write_bytes(manifest_of(release(percent=100), sequence=99))
    assert not machine.request()
    (machine.user / SIGNATURE_NAME).unlink()
    assert not machine.request()
    assert machine.why is Why.NOT_VERIFIED


def test_another_or_half_an_installer_is_refused(machine: Machine) -> None:
    """Nothing of it stays."""
    for content in (b"x" * len(INSTALLER), INSTALLER[:-1], INSTALLER + b"x"):
        (machine.user / SETUP).write_bytes(content)
        prepared = machine.request()
        assert prepared is (content == INSTALLER + b"x"), "what is longer is cut to the signed part"
        assert SETUP + ".new" not in machine.installers
        machine = _again(machine)


def _again(machine: Machine) -> Machine:
    for each in machine.folder.iterdir():
        each.unlink()
    return machine


def test_a_file_that_is_swapped_after_the_check_changes_nothing(machine: Machine) -> None:
    """What is run is the copy in the protected folder."""
    assert machine.request()
    (machine.user / SETUP).write_bytes(b"x" * len(INSTALLER))
    assert (machine.folder / SETUP).read_bytes() == INSTALLER


def test_a_copy_that_was_damaged_is_made_anew(machine: Machine) -> None:
    """The copy is hashed again before each use."""
    (machine.folder / SETUP).write_bytes(b"x" * len(INSTALLER))
    assert machine.request()
    assert (machine.folder / SETUP).read_bytes() == INSTALLER


@pytest.mark.skipif(os.name == "nt", reason="only administrators of Windows may make symbolic links")
def test_links_are_not_followed(machine: Machine, tmp_path: Path) -> None:
    """Neither for the folder, nor for the list, nor for an installer, nor for the request."""
    real = machine.user.rename(tmp_path / "real")
    machine.user.symlink_to(real)
    ask(real, Wish.INSTALL, "9.0.0")
    assert not machine.applying().answer(machine.user, read_request(real))
    machine.user.unlink()
    real.rename(machine.user)
    for name in (MANIFEST_NAME, SETUP):
        elsewhere = (machine.user / name).rename(tmp_path / name)
        (machine.user / name).symlink_to(elsewhere)
        assert not machine.request(), name
        (machine.user / name).unlink()
        elsewhere.rename(machine.user / name)
    request = (machine.user / "request.json").rename(tmp_path / "request.json")
    (machine.user / "request.json").symlink_to(request)
    assert read_request(machine.user) is None


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows has junctions")
@not_under_wine("it makes no junctions")
def test_junctions_are_not_followed(machine: Machine, tmp_path: Path) -> None:
    """Any user of Windows may make them."""
    if sys.platform == "win32":
        real = machine.user.rename(tmp_path / "real")
        _winapi.CreateJunction(str(real), str(machine.user))
        ask(real, Wish.INSTALL, "9.0.0")
        assert not machine.applying().answer(machine.user, read_request(real))
        assert machine.why is Why.NOT_VERIFIED


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes among its files")
def test_a_pipe_holds_nothing_up(machine: Machine) -> None:
    """The installing process would wait for it forever."""
    (machine.user / MANIFEST_NAME).unlink()
    os.mkfifo(machine.user / MANIFEST_NAME)
    assert not machine.request()


def test_a_folder_that_others_can_write_is_not_used(machine: Machine) -> None:
    """Neither is what is remembered there."""
    machine.request()
    machine.installs()
    machine.safe = False
    assert not machine.protected.prepare()
    assert machine.state == InstallState()


def test_a_withdrawn_version_is_not_installed(machine: Machine) -> None:
    """0 percent ends a roll-out, also for those who have it ready."""
    machine.hold(with_data(release(percent=0)))
    assert not machine.request()


def test_nothing_is_installed_while_another_account_uses_it(machine: Machine) -> None:
    """The reason is kept, and who waits is told."""
    machine.free = False
    assert not machine.request()
    assert machine.why is Why.IN_USE
    assert not machine.protected.script.exists()
    assert machine.state.pending is None
    assert list(machine.folder.glob("done-*"))


def test_an_installer_that_fails_leaves_the_version_before(machine: Machine) -> None:
    """Its exit code is kept; it may be tried again."""
    assert machine.request()
    machine.installs("0.1.0", code=3)
    outcome = machine.state.outcome
    assert (outcome.result, outcome.why, outcome.code) == (Result.FAILED, Why.INSTALLER, 3)
    assert machine.request()


def test_a_script_that_was_cut_off_is_counted(machine: Machine) -> None:
    """After a power failure the next run finds out which version is installed."""
    assert machine.request()
    machine.version = "9.0.0"
    machine.request(Wish.CONFIRM)
    assert machine.state.outcome.result is Result.UPDATED
    assert machine.state.pending is None


def test_a_script_that_was_cut_off_is_not_kept(machine: Machine) -> None:
    """The task runs the one that it finds where there is no program: months later, an old version."""
    assert machine.request()
    machine.applying().recover()
    assert not machine.protected.script.exists()
    assert machine.state.outcome.result is Result.FAILED
    machine.protected.script.write_bytes(b"whatever")
    machine.applying().recover()
    assert not machine.protected.script.exists()


def test_a_request_that_is_no_request_is_ignored(machine: Machine) -> None:
    """Whatever a user writes there."""
    for content in (
        b"",
        b"{}",
        b"\xff",
        b"[" * 5000,
        b'{"wish": "install", "version": "9", "token": "../x"}',
    ):
        (machine.user / "request.json").write_bytes(content)
        assert read_request(machine.user) is None
    (machine.user / "request.json").unlink()
    assert read_request(machine.user) is None


def test_the_data_format_is_that_of_the_sealed_files() -> None:
    """A version with another format can't be gone back from: whoever changes one changes the other."""
    assert DATA_FORMAT == FORMAT


def test_a_list_is_kept_byte_by_byte(tmp_path: Path) -> None:
    """Its signature is over its bytes, line ends included."""
    signed = Signed(b'{\n"a": 1\r\n}', b"x\n")
    keep_signed(tmp_path, signed)
    assert read_signed(tmp_path) == signed


def test_a_token_is_new_each_time(tmp_path: Path) -> None:
    """So that no request is taken for an earlier one."""
    first, second = (ask(tmp_path, Wish.CONFIRM, "9.0.0") for _ in range(2))
    assert isinstance(first, Request)
    assert first.token != second.token
