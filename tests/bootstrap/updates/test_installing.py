"""An update that is installed from the running program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from app.bootstrap.updates import idle, processes
from app.bootstrap.updates.idle import IDLE_SECONDS
from app.bootstrap.updates.running import LOOK_SECONDS
from app.core.tasks import TaskScope
from app.core.text import ExplainedError
from app.services.updates.requests import Wish
from tests.bootstrap.updates.desks import TOKEN, Desk, Window, in_the_window, ready
from tests.support.qt_loop import until
from tests.support.updates.source import OURS, SETUP, offered, put


async def test_it_is_installed_now(tmp_path: Path, scope: TaskScope, window: Window, ours: None) -> None:
    """The system is asked, and the window closes without a question."""
    desk = await ready(tmp_path, scope, window)
    await desk.updates.install(elevate=True)
    assert desk.machine.asked == [(Wish.INSTALL, "9.0.0", True)]
    assert (window.closes, desk.machine.back) == (1, [TOKEN])


async def test_what_is_typed_while_windows_asks_is_kept(
    tmp_path: Path, scope: TaskScope, window: Window, ours: None
) -> None:
    """The request is taken back, and the window stays open. The installing process is no other copy of the program."""
    desk = await ready(tmp_path, scope, window)
    field = QLineEdit(window)
    field.setText("Mother called")
    in_the_window(desk, lambda: field.setModified(True))
    with pytest.raises(ExplainedError, match="typed"):
        await desk.updates.install(elevate=True)
    assert (desk.machine.asked, desk.machine.back, window.closes) == ([], [], 0)


async def test_an_installing_process_is_in_nobodys_way(
    tmp_path: Path, scope: TaskScope, window: Window, ours: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a copy of this program, and waits for this one to close."""
    desk = await ready(tmp_path, scope, window)
    desk.machine.answers = lambda: monkeypatch.setattr(processes, "others", lambda: 1)
    await desk.updates.install(elevate=False)
    assert window.closes == 1


async def test_somebody_who_comes_back_in_the_last_moment_puts_it_off(
    tmp_path: Path, scope: TaskScope, window: Window, ours: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is installed the next time that nobody is there, and not given up."""
    monkeypatch.setattr(idle, "system_idle_seconds", lambda: float("inf"))
    desk = await ready(tmp_path, scope, window)
    field = QLineEdit(window)
    typed = [True]
    in_the_window(desk, lambda: field.setModified(typed[0]))
    field.setText("Mother called")
    desk.updates.set_when_idle(wanted=True)
    await desk.clock.advance(IDLE_SECONDS + LOOK_SECONDS)
    await until(lambda: field.isModified() and desk.updates.when_idle)
    assert (desk.updates.trouble, window.closes) == (None, 0)
    typed[0] = False
    field.setModified(False)
    await desk.clock.advance(LOOK_SECONDS)
    await until(lambda: bool(window.closes))


@pytest.mark.parametrize("there", [True, False])
async def test_it_knows_whether_the_pc_installs_unasked(
    tmp_path: Path, scope: TaskScope, window: Window, ours: None, *, there: bool
) -> None:
    """By its task."""
    desk = Desk(tmp_path / "data", str(put(tmp_path / "share", offered(OURS))), scope, window)
    desk.machine.installs_unasked = there
    await desk.updates.look()
    assert desk.updates.installs_unasked is there


async def test_it_is_installed_when_nobody_is_there(
    tmp_path: Path, scope: TaskScope, window: Window, ours: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not before, and without a question for an administrator, which nobody would answer."""
    monkeypatch.setattr(idle, "system_idle_seconds", lambda: float("inf"))
    desk = await ready(tmp_path, scope, window)
    desk.updates.set_when_idle(wanted=True)
    await desk.clock.advance(IDLE_SECONDS - LOOK_SECONDS)
    assert desk.machine.asked == []
    await desk.clock.advance(2 * LOOK_SECONDS)
    await until(lambda: bool(window.closes))
    assert desk.machine.asked == [(Wish.INSTALL, "9.0.0", False)]


async def test_it_is_not_installed_when_that_was_taken_back(
    tmp_path: Path, scope: TaskScope, window: Window, ours: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long nobody is there."""
    monkeypatch.setattr(idle, "system_idle_seconds", lambda: float("inf"))
    desk = await ready(tmp_path, scope, window)
    desk.updates.set_when_idle(wanted=True)
    desk.updates.set_when_idle(wanted=False)
    await desk.clock.advance(2 * IDLE_SECONDS)
    assert desk.machine.asked == []


async def test_a_file_that_was_swapped_is_found_right_before_the_start(
    tmp_path: Path, scope: TaskScope, window: Window, ours: None
) -> None:
    """It is downloaded again, and nothing is asked of the system."""
    desk = await ready(tmp_path, scope, window)
    file = tmp_path / "data" / "updates" / SETUP
    good = file.read_bytes()
    file.write_bytes(b"x" * len(good))
    with pytest.raises(ExplainedError, match="changed"):
        await desk.updates.install(elevate=True)
    assert (desk.machine.asked, window.closes) == ([], 0)
    assert file.read_bytes() == good


async def test_an_account_that_may_not_is_told(
    tmp_path: Path, scope: TaskScope, window: Window, ours: None
) -> None:
    """The program stays open; when idle, the reason stays on the page."""
    desk = await ready(tmp_path, scope, window)
    desk.machine.may = False
    with pytest.raises(ExplainedError, match="IT support"):
        await desk.updates.install(elevate=True)
    assert window.closes == 0


async def test_a_request_that_can_not_be_written_is_explained(
    tmp_path: Path, scope: TaskScope, window: Window, ours: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk; the program stays open, and when idle the reason is on the page."""
    monkeypatch.setattr(idle, "system_idle_seconds", lambda: float("inf"))
    desk = await ready(tmp_path, scope, window)
    desk.machine.full = True
    desk.updates.set_when_idle(wanted=True)
    await desk.clock.advance(IDLE_SECONDS + LOOK_SECONDS)
    await until(lambda: desk.updates.trouble is not None)
    assert "disk" in str(desk.updates.trouble)
    assert window.closes == 0


async def test_what_is_in_the_way_is_said(
    tmp_path: Path, scope: TaskScope, window: Window, ours: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here: the program is open in another account."""
    desk = await ready(tmp_path, scope, window)
    monkeypatch.setattr(processes, "others", lambda: 1)
    with pytest.raises(ExplainedError, match="another account"):
        await desk.updates.install(elevate=True)
    assert (desk.machine.asked, window.closes) == ([], 0)
