"""Commands as data, and as objects that run."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from app.core.tasks import TaskScope
from app.viewmodels.command import AsyncCommand, CommandSet, CommandSpec
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.verdict import Verdict

SPEC = CommandSpec("test.it", "Do it", "Ctrl+D")


@pytest.fixture
async def scope() -> AsyncIterator[TaskScope]:
    """A scope that records failures."""
    scope = TaskScope("test", [].append)
    yield scope
    await scope.close()


async def test_never_twice_at_once(qapp: QApplication, scope: TaskScope) -> None:
    """A running command can't be started again, gives the reason, and can be once it has ended."""
    gate, runs = asyncio.Event(), []

    async def work() -> None:
        runs.append(1)
        await gate.wait()

    command = AsyncCommand(SPEC, scope, work)
    command.run()
    command.run()
    await asyncio.sleep(0)
    assert command.running
    assert not command.can_run
    assert str(command.verdict.reason) == "Still working on the last one."
    gate.set()
    while command.running:
        await asyncio.sleep(0)
    assert runs == [1]
    assert command.can_run


async def test_a_command_runs_once_per_target(qapp: QApplication, scope: TaskScope) -> None:
    """A command works on the target it was started for; on two targets at once, but never twice on one."""
    gate, worked, subject = asyncio.Event(), [], (1, "one")

    async def work(about: str) -> None:
        worked.append(about)
        await gate.wait()

    command = AsyncCommand(SPEC, scope, work, about=lambda: subject)
    command.run()
    subject = (1, "one, being saved")
    command.run()
    subject = (2, "two")
    assert command.can_run
    command.run()
    await asyncio.sleep(0)
    assert command.running
    gate.set()
    while command.running:
        await asyncio.sleep(0)
    assert worked == ["one", "two"]


async def test_the_target_is_told_before_the_next_key(qapp: QApplication, scope: TaskScope) -> None:
    """What a command does at once, such as selecting the next row, is done when `run` returns: a second key waits."""
    rows, worked = ["first", "second"], []

    async def work(about: str) -> None:
        worked.append(about)

    command = AsyncCommand(SPEC, scope, work, about=lambda: (rows[0], rows[0]), started=rows.remove)
    command.run()
    command.run()
    assert not rows
    while len(worked) < 2:
        await asyncio.sleep(0)
    assert worked == ["first", "second"]


async def test_a_failure_lands_in_one_place(qapp: QApplication, scope: TaskScope) -> None:
    """An exception in a command's work is handled in one place, and the command can run again."""
    caught: list[BaseException] = []

    async def work() -> None:
        raise ValueError("no")

    command = AsyncCommand(SPEC, scope, work, on_error=caught.append)
    command.run()
    while command.running:
        await asyncio.sleep(0)
    assert [type(error) for error in caught] == [ValueError]
    assert command.can_run


async def test_what_cannot_run_does_not(qapp: QApplication, scope: TaskScope) -> None:
    """A command that isn't allowed does nothing."""
    runs: list[int] = []

    async def work() -> None:
        runs.append(1)

    command = AsyncCommand(SPEC, scope, work, can=lambda: Verdict(ok=False, reason="Not now."))
    command.run()
    await asyncio.sleep(0)
    assert runs == []
    assert command.verdict.reason == "Not now."


async def test_cancel(qapp: QApplication, scope: TaskScope) -> None:
    """A canceled command stops, and is not a failure."""
    caught: list[BaseException] = []
    command = AsyncCommand(SPEC, scope, asyncio.Event().wait, on_error=caught.append)
    command.run()
    await asyncio.sleep(0)
    command.cancel()
    while command.running:
        await asyncio.sleep(0)
    assert caught == []


async def test_a_set_refuses_what_is_taken(qapp: QApplication, scope: TaskScope) -> None:
    """No two commands share an id or a shortcut."""

    def command(spec: CommandSpec) -> AsyncCommand:
        return AsyncCommand(spec, scope, asyncio.Event().wait)

    commands = CommandSet()
    commands.add([command(SPEC)])
    with pytest.raises(ValueError, match="taken"):
        commands.add([command(CommandSpec("test.it", "Again"))])
    with pytest.raises(ValueError, match="taken"):
        commands.add([command(CommandSpec("test.other", "Other", "Ctrl+D"))])


async def test_the_desks_commands(model: ScheduleScreenViewModel) -> None:
    """Each command has its own title, and a valid shortcut that is unique on its screen; menus keep their order."""
    commands = list(model.commands)
    titles = [str(command.spec.title) for command in commands]
    assert len(set(titles)) == len(titles)
    screens = {model.commands.screen_of(command.spec.id) for command in commands}
    for screen in screens - {""}:
        here = [each for each in commands if model.commands.screen_of(each.spec.id) in ("", screen)]
        keys = [QKeySequence(command.spec.shortcut) for command in here if command.spec.shortcut]
        assert not any(key.isEmpty() for key in keys)
        assert len({key.toString() for key in keys}) == len(keys), screen
    without = {str(command.spec.title) for command in commands if not command.spec.shortcut}
    assert without <= {"Dark mode", "Connect to another office"}
    assert [str(command.spec.title) for command in model.commands.menu("Appointment")][:4] == [
        "Confirmed",
        "Arrived",
        "Seated",
        "Dismissed",
    ]


async def test_no_command_takes_a_forms_key(model: ScheduleScreenViewModel) -> None:
    """Ctrl+Enter saves in every form; a command with this key would run instead, from any screen."""
    keys = {command.spec.shortcut for command in model.desk.commands}
    assert keys.isdisjoint({"Ctrl+Return", "Ctrl+Enter", "Return", "Enter", "Escape", "Esc", "Tab"})


async def test_what_it_opens_is_there_for_the_next_key(qapp: QApplication, scope: TaskScope) -> None:
    """Work runs until its first pause before `run` returns, and is over at once if it has none."""
    gate, did = asyncio.Event(), []

    async def pausing() -> None:
        did.append("opened")
        await gate.wait()
        did.append("answered")

    async def short() -> None:
        did.append("short")

    first, second = AsyncCommand(SPEC, scope, pausing), AsyncCommand(SPEC, scope, short)
    first.run()
    second.run()
    assert did == ["opened", "short"]
    assert first.running
    assert not second.running
    gate.set()
    while first.running:
        await asyncio.sleep(0)
    assert did == ["opened", "short", "answered"]


async def test_a_failure_before_the_work_is_one_too(qapp: QApplication, scope: TaskScope) -> None:
    """What fails in `started` is reported as the work's failures are, and the command can run again."""
    caught: list[BaseException] = []
    runs: list[int] = []

    def select_next(_about: object) -> None:
        if not caught:
            raise ValueError("no")

    async def work(_about: object) -> None:
        runs.append(1)

    command = AsyncCommand(
        SPEC, scope, work, on_error=caught.append, about=lambda: (1, 1), started=select_next
    )
    command.run()
    assert [type(error) for error in caught] == [ValueError]
    assert runs == []
    command.run()
    assert runs == [1]


async def test_started_again_when_it_ends(qapp: QApplication, scope: TaskScope) -> None:
    """A command that is started again as soon as it ends runs once more, and it is that run that can be canceled."""
    runs: list[int] = []

    async def work() -> None:
        runs.append(1)
        if len(runs) > 1:
            await asyncio.Event().wait()

    command = AsyncCommand(SPEC, scope, work)
    command.changed.connect(lambda: command.run() if len(runs) == 1 else None)
    command.run()
    assert runs == [1, 1]
    assert command.running
    command.cancel()
    await asyncio.sleep(0)
    assert not command.running
