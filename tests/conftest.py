"""Shared fixtures of all tests: no screen, no user files, no leftovers.

- A coroutine test runs on asyncio's own loop; one that requests `qtbot` (or `qapp`) runs on Qt's loop through qasync.
- A plain test that drives widgets requests `qt_loop` and waits with `qt_loop.until(...)` or `qt_loop.run(...)`.
- `tasks` is a TaskScope: its tasks are closed with the test, and a failure in it fails the test.
- `@pytest.mark.logs("app.api")` declares that these loggers warn on purpose.
"""

from __future__ import annotations

import asyncio
import gc
import inspect
import logging
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"
if os.name == "nt":  # where that platform has no fonts of its own
    os.environ.setdefault("QT_QPA_FONTDIR", os.path.join(os.environ["SYSTEMROOT"], "Fonts"))  # noqa: PTH118 # text
os.environ["LC_ALL"] = "en_US.UTF-8"  # dates and times are formatted by the system's locale
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

import concurrent.futures

import argon2
import hypothesis
import pytest
import pytestqt.plugin

from app.bootstrap.import_hooks import import_eagerly
from app.core.tasks import TaskScope
from app.services.people import hashing
from tests.support import leaks
from tests.support.systems import held_files
from tools.strings import release_changed

hypothesis.settings.register_profile("house", deadline=None, derandomize=True, database=None, print_blob=True)
hypothesis.settings.register_profile(
    "explore", parent=hypothesis.settings.get_profile("house"), derandomize=False
)
hypothesis.settings.register_profile(  # a processor that Wine shares with others: tools/building/windows_tests.py
    "unhurried",
    parent=hypothesis.settings.get_profile("house"),
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))

held_files.forbid()
import_eagerly()  # as the program does; pytest-qt loads Qt at collection
assert concurrent.futures.ThreadPoolExecutor

if TYPE_CHECKING:
    from tests.practice.maria import Maria

LoopFactory = Callable[[], asyncio.AbstractEventLoop]


class _SwitchedOff(logging.Filter):
    """A server stopped by a test drops connections and requests and logs that as an error: this is expected."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is about anything else."""
        if str(record.msg).startswith("Cancel %s running task(s)"):
            return False
        return not (record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError))


logging.getLogger("uvicorn.error").addFilter(_SwitchedOff())
logging.getLogger("httpx").setLevel(
    logging.WARNING
)  # one line per request, thousands in a loop over every method


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--mariadb`: run every test of the practice on MariaDB too. This takes as long as all other tests."""
    parser.addoption("--mariadb", action="store_true", help="run the practice's tests in MariaDB too")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Compile the translations once, before any worker starts: a fresh clone has none, and kiosks speak all of them."""
    if not hasattr(session.config, "workerinput"):
        release_changed()


def pytest_configure() -> None:
    """pytest-qt handles Qt's events around each test, when the test's loop doesn't run: their slots find it set."""
    handle_events = pytestqt.plugin._process_events

    def handle_in_loop() -> None:
        if "tests.support.qt_loop" not in sys.modules:  # no test has driven Qt
            handle_events()
            return
        from tests.support.qt_loop import in_loop  # noqa: PLC0415  # Qt only for tests that drive it

        with in_loop():
            handle_events()

    pytestqt.plugin._process_events = handle_in_loop


def pytest_collection_finish() -> None:
    """Exclude the objects created by imports from later garbage collections."""
    leaks.settle()


def _on_qt(item: pytest.Item) -> bool:
    return "qapp" in getattr(item, "fixturenames", ())


def pytest_asyncio_loop_factories(item: pytest.Item) -> Mapping[str, LoopFactory]:
    """A coroutine that drives widgets runs on Qt's loop, all others on asyncio's own."""
    if not _on_qt(item):
        return {"asyncio": asyncio.new_event_loop}
    from tests.support.qt_loop import new_loop  # noqa: PLC0415  # Qt only for tests that drive it

    return {"qt": new_loop}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Check the tasks of coroutine tests, around all their fixtures. The slowest tests run first."""
    items.sort(
        key=lambda item: item.get_closest_marker("timeout") is None
    )  # otherwise one core waits for it at the end
    for item in items:
        if inspect.iscoroutinefunction(getattr(item, "obj", None)) and isinstance(item, pytest.Function):
            # Before the test's own fixtures, so that it ends after them; after the check of threads, so that
            # the loop (which waits for its own threads) is closed before that check.
            item.fixturenames.insert(item.fixturenames.index("_nothing_left") + 1, "_tasks_end")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Objects of a window test are collected here, never in a thread of the next test: Qt would crash.

    What a module has loaded for good is excluded from then on; otherwise each collection would take longer.
    """
    done = yield
    if nextitem is None or nextitem.path != item.path:
        leaks.settle()
    elif item.nodeid.startswith(("tests/journeys", "tests/views", "tests/viewmodels")):
        gc.collect()
    return done


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, journals and logs of a test are in a folder of its own."""
    home = tmp_path_factory.mktemp("home", numbered=True)
    monkeypatch.setenv("FRONT_DESK_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def maria(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Maria]:
    """One MariaDB server for all tests of a process that need it: each makes a database of its own."""
    from tests.practice.maria import running  # noqa: PLC0415  # SQLAlchemy only for tests that need it

    with running(tmp_path_factory.mktemp("maria")) as server:
        yield server


@pytest.fixture(autouse=True)
def _quick_pins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes of PINs cost nothing; the test of their cost replaces this fixture."""
    monkeypatch.setattr(hashing, "PARAMETERS", argon2.profiles.CHEAPEST)


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Threads, timers and Qt threads of a test end with it."""
    threads = set(threading.enumerate())
    timers = leaks.ticking() if _on_qt(request.node) else {}
    yield
    if _on_qt(request.node):
        leaks.let_go()
        leaks.bury()
        leaks.fail_for("timers", (name for key, name in leaks.ticking().items() if key not in timers))
    leaks.fail_for("threads", leaks.still_running(threads))


@pytest.fixture(autouse=True)
def _nothing_warned(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """An undeclared warning in the log fails the test."""
    yield
    gc.collect(
        1
    )  # The young generations contain the test's objects. A full collection would walk every open practice.
    marks = request.node.iter_markers("logs")
    allowed = tuple(name for mark in marks for name in mark.args)
    records = [record for phase in ("setup", "call", "teardown") for record in caplog.get_records(phase)]
    leaks.fail_for("warnings in the log", leaks.warned(records, allowed))


@pytest.fixture(autouse=True, scope="module")
def _nothing_warned_late() -> Iterator[None]:
    """A full collection once per module.

    A warning from an object that outlived the young generations fails the module's last test.
    """
    yield
    with leaks.logged() as records:
        gc.collect()
    leaks.fail_for("warnings in the log", leaks.warned(records, ()))


@pytest.fixture
async def _tasks_end() -> AsyncIterator[None]:
    """The tasks of a coroutine test and its fixtures end with it."""
    loop = asyncio.get_running_loop()
    before = asyncio.all_tasks(loop)
    yield
    await asyncio.sleep(0)
    await leaks.until_closed(loop)
    leaks.fail_for("tasks", leaks.unfinished(loop, before))


@pytest.fixture
def qt_loop(qapp: object) -> Iterator[object]:
    """Tasks on Qt's loop for a test that isn't a coroutine (tests.support.qt_loop.QtLoop)."""
    from tests.support.qt_loop import QtLoop  # noqa: PLC0415  # as above

    loop = QtLoop()
    yield loop
    loop.run(asyncio.sleep(0))
    left = leaks.unfinished(loop.loop, set())
    loop.close()
    leaks.fail_for("tasks", left)


@pytest.fixture
async def tasks() -> AsyncIterator[TaskScope]:
    """A scope for tasks that a test starts itself. A failure in it fails the test."""
    errors: list[BaseException] = []
    scope = TaskScope("test", errors.append)
    yield scope
    await scope.close()
    if errors:
        raise errors[0]
