"""The test setup itself: it runs both kinds of tests and detects leftovers."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
import pytestqt.plugin
import qasync
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.paths import program_folders
from app.core.tasks import TaskScope
from tests.support.qt_loop import QtLoop, new_loop, until

ROOT = Path(__file__).resolve().parents[2]


async def test_a_plain_coroutine_runs_on_asyncios_loop() -> None:
    """Tests without widgets don't use Qt's loop."""
    assert not isinstance(asyncio.get_running_loop(), qasync.QEventLoop)


async def test_a_coroutine_with_widgets_runs_on_qts_loop(qtbot: QtBot, tasks: TaskScope) -> None:
    """Clicks, timers, tasks and awaits share one loop."""
    said: list[str] = []
    button = QPushButton("Arrived")
    qtbot.addWidget(button)

    async def arrive() -> None:
        await asyncio.sleep(0.001)
        said.append("arrived")

    button.clicked.connect(lambda: tasks.start(arrive(), "arrive"))
    QTimer.singleShot(0, button.click)
    await until(lambda: said == ["arrived"])
    assert isinstance(asyncio.get_running_loop(), qasync.QEventLoop)


async def test_a_task_that_is_due_while_qt_handles_events_goes_on_afterwards(
    qtbot: QtBot, tasks: TaskScope
) -> None:
    """Some of QTest's actions handle all of Qt's events: inside a task, no other one can run, and none is lost."""
    woken: list[str] = []

    async def wake(name: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        woken.append(name)

    tasks.start(wake("soon", 0.001), "soon")
    canceled = tasks.start(wake("never", 0.001), "never")
    await asyncio.sleep(0)
    qtbot.wait(50)
    assert woken == []
    canceled.cancel()
    await until(lambda: woken == ["soon"] and canceled.cancelled())


async def test_httpx_works_on_qts_loop(qtbot: QtBot) -> None:
    """The client works over a real socket in a test with widgets."""

    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(f"http://127.0.0.1:{port}/")).text == "ok"
    server.close()
    await server.wait_closed()


def test_a_plain_test_drives_widgets_and_tasks(qtbot: QtBot, qt_loop: QtLoop) -> None:
    """A slot can start a task, and Qt's own waiting lets it run."""
    said: list[str] = []
    scope = TaskScope("test", lambda error: said.append(repr(error)))
    button = QPushButton("Seated")
    qtbot.addWidget(button)

    async def seat() -> None:
        await asyncio.sleep(0.001)
        said.append("seated")

    button.clicked.connect(lambda: scope.start(seat(), "seat"))
    button.click()
    qtbot.waitUntil(lambda: said == ["seated"])
    button.click()
    qt_loop.until(lambda: said == ["seated", "seated"])
    assert qt_loop.run(asyncio.sleep(0, "done")) == "done"
    qt_loop.run(scope.close())


def test_a_timer_may_start_tasks_before_the_fixtures_end(qtbot: QtBot) -> None:
    """After a test pytest-qt handles events once more: what is due then finds the loop running, as in the program."""
    loop, found = new_loop(), []
    QTimer.singleShot(0, lambda: found.append(asyncio.get_running_loop()))
    pytestqt.plugin._process_events()
    loop.close()
    assert found == [loop]
    with pytest.raises(RuntimeError):
        asyncio.get_running_loop()


def test_a_test_has_a_home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tests never read or write the user's files."""
    assert program_folders().config.is_relative_to(tmp_path_factory.getbasetemp())


@pytest.mark.logs("app.somewhere")
def test_a_warning_may_be_expected() -> None:
    """A test that causes a warning declares its logger and passes."""
    logging.getLogger("app.somewhere.below").warning("on purpose")


OLD_CYCLE = """async def test_old_cycle():
    cycle = [future := asyncio.get_running_loop().create_future()]
    cycle.append(cycle)
    future.set_exception(ValueError())
    gc.collect()
"""

LEAKS = {
    "test_task": (
        "left behind by this test: tasks",
        "async def test_task():\n    asyncio.create_task(asyncio.sleep(9))",
    ),
    "test_qt_task": (
        "left behind by this test: tasks",
        "async def test_qt_task(qtbot):\n    asyncio.create_task(asyncio.sleep(9))",
    ),
    "test_sync_task": (
        "left behind by this test: tasks",
        "def test_sync_task(qt_loop):\n    qt_loop.loop.create_task(asyncio.sleep(9))",
    ),
    "test_thread": (
        "left behind by this test: threads",
        "def test_thread():\n    threading.Thread(target=time.sleep, args=(8,), daemon=True).start()",
    ),
    "test_timer": (
        "left behind by this test: timers",
        "def test_timer(qtbot):\n    kept.append(t := QTimer()); t.start(9)",
    ),
    "test_settled_timer": (
        "left behind by this test: timers",
        "def test_settled_timer(qtbot):\n    old.start(9)",
    ),
    "test_log": (
        "left behind by this test: warnings",
        "def test_log():\n    logging.getLogger('app').warning('oh')",
    ),
    "test_never_retrieved": (
        "left behind by this test: warnings",
        "async def test_never_retrieved():\n    asyncio.get_running_loop().create_future().set_exception(ValueError())",
    ),
    "test_unawaited": ("was never awaited", "def test_unawaited():\n    asyncio.sleep(1)"),
    "test_python_warning": (
        "DeprecationWarning",
        "def test_python_warning():\n    warnings.warn('old', DeprecationWarning)",
    ),
    "test_qt_warning": ("Failure: Qt messages", "def test_qt_warning(qtbot):\n    qWarning('bad')"),
    "test_double_click": (
        "",
        "def test_double_click(qtbot):\n    qtbot.mouseDClick(QWidget(), Qt.MouseButton.LeftButton)",
    ),
    "test_no_button_held": (
        "",
        "def test_no_button_held(qapp):\n    assert qapp.mouseButtons() == Qt.MouseButton.NoButton",
    ),
    "test_clean": ("", "async def test_clean(tasks):\n    tasks.start(asyncio.sleep(9), 'nap')"),
    # Last, because what only the module's full collection finds fails the module's last test.
    "test_old_cycle": (
        "left behind by this test: warnings",
        OLD_CYCLE,
    ),
}


@pytest.fixture(scope="module")
def leaky_run(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Pytest's report on a file of leaking tests, run with our own conftest and settings."""
    folder = tmp_path_factory.mktemp("leaky")
    heading = (
        "import asyncio, gc, logging, threading, time, warnings\n"
        "from PySide6.QtCore import Qt, QTimer, qWarning\n"
        "from PySide6.QtWidgets import QWidget\nkept, old = [], QTimer()\n\n"
    )
    path = folder / "test_leaky.py"
    path.write_text(heading + "\n\n".join(code for _, code in LEAKS.values()) + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), f"--rootdir={folder}", str(path), "-q",
         "-p", "tests.conftest", "-p", "no:cacheprovider", "--tb=short"],
        cwd=ROOT, capture_output=True, text=True, timeout=200, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return done.stdout + done.stderr


@pytest.mark.parametrize("name", LEAKS)
def test_what_is_left_behind_fails_the_test_that_left_it(leaky_run: str, name: str) -> None:
    """Leaked tasks, threads, timers and warnings fail their own test and no other."""
    words, _ = LEAKS[name]
    outcome = [
        line
        for line in leaky_run.splitlines()
        if line.startswith(("FAILED ", "ERROR ")) and f"::{name}" in line
    ]
    if not words:
        assert outcome == [], leaky_run
    else:
        assert outcome, leaky_run
        assert words in leaky_run
