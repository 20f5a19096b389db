"""Settings reach the disk soon after a change; when they can't, that is said and tried again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from app.bootstrap.preferences import Preferences
from app.bootstrap.system.keeping import AGAIN_AFTER, SETTLES_AFTER, SettingsKeeping
from app.core.paths import program_folders
from app.core.settings import Loaded, Settings, SettingsFile
from app.core.tasks import TaskScope
from app.views.theme.theme import Theme
from tests.support.manual_clock import ManualClock
from tests.support.qt_loop import until

FAILS = pytest.mark.logs("app.bootstrap.system.keeping")


class Desk:
    """Preferences that are kept, and what is said about it."""

    def __init__(self, root: Path, qapp: QApplication) -> None:
        folders = program_folders({"FRONT_DESK_HOME": str(root)})
        self.path = folders.config / "settings.json"
        self.preferences = Preferences(folders, Loaded(Settings()), Theme(qapp))
        self.clock = ManualClock()
        self.errors: list[BaseException] = []
        self.said: list[tuple[str, str]] = []
        self.office: Any = SimpleNamespace(desk=SimpleNamespace(notices=self))
        self.scope = TaskScope("test", self.errors.append)
        self.keeping = SettingsKeeping(self.preferences, self.scope, self.clock, lambda: self.office)

    def say(self, words: str, *, kind: str) -> None:
        """Hear a notice."""
        self.said.append((kind, words))

    def block(self) -> None:
        """Make the folder one that can't be: a file has its name."""
        self.path.parent.parent.mkdir(exist_ok=True)
        self.path.parent.write_text("in the way", encoding="utf-8")

    def unblock(self) -> None:
        """Let the folder be made."""
        self.path.parent.unlink()

    @property
    def kept(self) -> Settings:
        """What is on disk."""
        return SettingsFile(self.path).load().settings

    async def goes_on(self, seconds: float) -> None:
        """Time goes on, once what runs in a thread is done."""
        await until(lambda: self.clock.sleeping)
        await self.clock.advance(seconds)

    async def later(self, seconds: float, done: Callable[[], bool]) -> None:
        """Time goes on, until a thread has brought this about."""
        await self.goes_on(seconds)
        await until(done)


@pytest.fixture
async def desk(tmp_path: Path, qapp: QApplication) -> AsyncIterator[Desk]:
    """A desk without a settings file."""
    made = Desk(tmp_path / "home", qapp)
    yield made
    await made.scope.close()
    assert made.errors == []


async def test_a_change_is_on_disk_a_moment_later(desk: Desk) -> None:
    """A crash loses no more than the last two seconds: several changes are saved together, without a word."""
    desk.preferences.change(mode="Local")
    desk.preferences.change(zoom=125)
    await desk.clock.advance(SETTLES_AFTER / 2)
    assert not desk.path.exists()
    await desk.later(SETTLES_AFTER, lambda: not desk.preferences.unsaved)
    assert (desk.kept.mode, desk.kept.zoom) == ("Local", 125)
    await until(lambda: desk.scope.running == 0)
    desk.preferences.change(zoom=150)
    await desk.later(SETTLES_AFTER, lambda: not desk.preferences.unsaved)
    assert desk.kept.zoom == 150
    assert desk.said == []


@FAILS
async def test_a_save_that_fails_is_said_once_and_tried_again(desk: Desk) -> None:
    """The user reads why, once however often it fails, and reads that it worked in the end; nothing is lost."""
    desk.block()
    desk.preferences.change(mode="Local")
    await desk.later(SETTLES_AFTER, lambda: len(desk.said) == 1)
    desk.preferences.change(zoom=125)
    await desk.goes_on(AGAIN_AFTER + SETTLES_AFTER)
    await until(lambda: desk.clock.sleeping)
    desk.unblock()
    await desk.later(AGAIN_AFTER + SETTLES_AFTER, lambda: not desk.preferences.unsaved)
    await until(lambda: len(desk.said) > 1)
    assert [kind for kind, _ in desk.said] == ["warning", "done"]
    assert "couldn't be saved" in desk.said[0][1]
    assert (desk.kept.mode, desk.kept.zoom) == ("Local", 125)


@FAILS
async def test_a_failure_before_an_office_is_open_is_said_there(desk: Desk) -> None:
    """On the connection page nothing can be shown: it is said once an office is open, if it still fails."""
    office, desk.office = desk.office, None
    desk.block()
    desk.preferences.change(mode="Local")
    await desk.goes_on(SETTLES_AFTER)
    await until(lambda: desk.clock.sleeping)
    desk.office = office
    await desk.later(AGAIN_AFTER + SETTLES_AFTER, lambda: len(desk.said) == 1)


@FAILS
async def test_at_the_end_a_person_decides(desk: Desk) -> None:
    """When the last save fails, a question stays until it works or the person gives up; Esc gives up."""
    desk.block()
    desk.preferences.change(mode="Local")
    ends = desk.scope.start(desk.keeping.at_end(), "end")
    await until(lambda: box() is not None)
    assert "couldn't be saved" in shown().text()
    first = shown()
    button(first, "Try again").click()
    await until(lambda: box() not in (None, first))
    desk.unblock()
    button(shown(), "Try again").click()
    await ends
    assert desk.kept.mode == "Local"
    assert box() is None


@FAILS
async def test_the_end_can_go_on_without_them(desk: Desk) -> None:
    """Whoever closes without saving isn't asked again."""
    desk.block()
    desk.preferences.change(mode="Local")
    ends = desk.scope.start(desk.keeping.at_end(), "end")
    await until(lambda: box() is not None)
    shown().reject()
    await ends


@FAILS
async def test_an_end_in_a_hurry_asks_nothing(desk: Desk) -> None:
    """Windows or an installer closes the program: nobody is asked, and nothing waits."""
    desk.block()
    desk.preferences.change(mode="Local")
    desk.keeping.hurry()
    await desk.keeping.at_end()
    assert box() is None


def box() -> QMessageBox | None:
    """The question that is shown."""
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]
    return next((each for each in found if each.isVisible()), None)


def shown() -> QMessageBox:
    """The question, which must be there."""
    found = box()
    assert found is not None
    return found


def button(question: QMessageBox, words: str) -> Any:
    """Its button with these words."""
    return next(each for each in question.buttons() if each.text() == words)
