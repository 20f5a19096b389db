"""Updates in the running program."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from app.bootstrap.updates import idle, processes, this_pc
from app.bootstrap.updates.idle import IDLE_SECONDS
from app.bootstrap.updates.running import FIRST_SECONDS, GOOD_SECONDS, LOOK_SECONDS, ProgramUpdates
from app.bootstrap.updates.starts import News, Starts
from app.core.tasks import TaskScope
from app.core.text import ExplainedError
from app.core.version import VERSION
from app.services.updates.protected import InstallState, Outcome, Result
from app.services.updates.requests import Wish
from app.services.updates.standing import Phase
from app.views.staff.frame.lock.activity import ActivityFilter
from tests.support.manual_clock import ManualClock
from tests.support.qt_loop import until
from tests.support.updates.source import OURS, SETUP, Signer, offered, put

TOKEN = "0123456789abcdef"


class Window(QWidget):
    """A window with a page."""

    has_page = True

    def __init__(self) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: False
        self.closes = 0

    def close(self) -> bool:
        """Counted."""
        self.closes += self.may_close()
        return True


class OwnMachine:
    """This PC, as a test wants it."""

    def __init__(self) -> None:
        self.may = True
        self.full = False
        self.installs_unasked = True
        self.known = InstallState()
        self.asked: list[tuple[Wish, str, bool]] = []
        self.back: list[str] = []
        self.answers: Callable[[], object] = lambda: None
        """What happens until the system or Windows' question for an administrator is answered."""

    def state(self) -> InstallState:
        """As Machine."""
        return self.known

    def ask(self, wish: Wish, version: str, *, elevate: bool = False) -> str:
        """As Machine."""
        if self.full:
            raise OSError
        self.asked.append((wish, version, elevate))
        self.answers()
        return TOKEN if self.may else ""

    def take_back(self) -> None:
        """As Machine."""
        self.asked.pop()

    def come_back(self, token: str) -> None:
        """As Machine."""
        self.back.append(token)


class Desk:
    """A running program with a share that offers updates."""

    def __init__(self, folder: Path, source: str, scope: TaskScope, window: Window) -> None:
        self.clock = ManualClock()
        self.window = window
        self.machine = OwnMachine()
        self.updates = ProgramUpdates(
            folder, source, window, lambda: None, scope, clock=self.clock, draw=lambda: 0.0
        )
        self.updates.make_machine = lambda _: self.machine


@pytest.fixture
def window(qtbot) -> Window:
    """A window."""
    made = Window()
    qtbot.addWidget(made)
    return made


@pytest.fixture
async def scope() -> AsyncIterator[TaskScope]:
    """The program's tasks."""

    def fail(error: BaseException) -> None:
        raise error

    made = TaskScope("program", fail)
    yield made
    await made.close()


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program accepts the test's key, and was installed by its setup program."""
    monkeypatch.setattr("app.domain.updates.release_keys.RELEASE_KEYS", (OURS.public,))
    monkeypatch.setattr(this_pc, "installed_kind", lambda: "nsis")


@asynccontextmanager
async def running_task(desk: Desk) -> AsyncIterator[None]:
    """It runs."""
    task = asyncio.get_running_loop().create_task(desk.updates.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_it_first_looks_after_some_minutes(tmp_path: Path, scope: TaskScope, window: Window) -> None:
    """Nothing is made or read before."""
    desk = Desk(tmp_path, str(tmp_path / "share"), scope, window)
    async with running_task(desk):
        await desk.clock.advance(GOOD_SECONDS + FIRST_SECONDS - 1)
        assert desk.updates.standing is None
        await desk.clock.advance(2)
        await until(lambda: desk.updates.standing is not None and desk.updates.standing.phase is Phase.FAILED)


async def test_two_looks_at_once_are_one(
    tmp_path: Path, scope: TaskScope, window: Window, ours: None
) -> None:
    """The daily one, and the button's while the first still loads what it needs."""
    desk = Desk(tmp_path / "data", str(put(tmp_path / "share", offered(OURS))), scope, window)
    await asyncio.gather(desk.updates.look(), desk.updates.look())
    assert len(window.findChildren(ActivityFilter)) == 1


async def test_without_a_source_nothing_is_looked_for(
    tmp_path: Path, scope: TaskScope, window: Window
) -> None:
    """It ends once the start is confirmed; the page's button does nothing either."""
    desk = Desk(tmp_path, "", scope, window)
    async with running_task(desk):
        await desk.clock.advance(GOOD_SECONDS + FIRST_SECONDS + 1)
    await desk.updates.look()
    assert desk.updates.standing is None


async def test_what_is_wrong_with_the_source_is_said(
    tmp_path: Path, scope: TaskScope, window: Window
) -> None:
    """Plain http, and a list that isn't signed with the program's own key."""
    desk = Desk(tmp_path, "http://updates.example.com", scope, window)
    await desk.updates.look()
    assert "https" in str(desk.updates.standing.why)
    desk = Desk(tmp_path, str(put(tmp_path / "share", offered(Signer()))), scope, window)
    await desk.updates.look()
    assert "signed" in str(desk.updates.standing.why)
    assert desk.updates.take_offer() == ""


async def test_a_start_is_good_once_a_page_was_shown_for_a_while(
    tmp_path: Path, scope: TaskScope, window: Window
) -> None:
    """The system is then told to keep this version, if it is on trial; the news is there to be told."""
    Starts(tmp_path, "0.0.1").begin()
    starts = Starts(tmp_path)
    starts.begin()
    desk = Desk(tmp_path, "", scope, window)
    outcome = Outcome(Result.UPDATED, VERSION, "0.0.1", datetime(2026, 11, 23, tzinfo=UTC))
    desk.machine.known = InstallState(on_trial=VERSION, outcome=outcome)
    window.has_page = False
    async with running_task(desk):
        await desk.clock.advance(2 * GOOD_SECONDS)
        assert [Starts(tmp_path).begin() for _ in range(2)] == [False, True], "not confirmed"
        window.has_page = True
        await desk.clock.advance(GOOD_SECONDS)
        await until(lambda: desk.updates.outcome is not None)
    assert desk.machine.asked == [(Wish.CONFIRM, VERSION, False)]
    assert desk.updates.take_news() == News("0.0.1")
    assert desk.updates.take_news() == News()


async def ready(tmp_path: Path, scope: TaskScope, window: Window) -> Desk:
    """A desk that has a version ready."""
    desk = Desk(tmp_path / "data", str(put(tmp_path / "share", offered(OURS))), scope, window)
    await desk.updates.look()
    assert desk.updates.standing.phase is Phase.READY
    return desk


def in_the_window(desk: Desk, done: Callable[[], object]) -> None:
    """What somebody does until the system answers: in the GUI's thread, before the answer is there."""
    loop = asyncio.get_running_loop()
    desk.machine.answers = lambda: loop.call_soon_threadsafe(done)


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
