"""Shared fixtures of the journal's tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from app.core.tasks import TaskScope
from app.journal.journal import Journal
from app.journal.outbox import Outbox
from app.sealed.seal import AesGcmSeal, new_key
from tests.journal.fake_office import FakeKind, FakeOffice, JournalClock
from tests.support.journals import open_journal

Start = Callable[[], Awaitable[Outbox]]


@pytest.fixture
def clock() -> JournalClock:
    """A manually advanced clock."""
    return JournalClock()


@pytest.fixture
def seal() -> AesGcmSeal:
    """A seal with a new key."""
    return AesGcmSeal(new_key())


@pytest.fixture
def office() -> FakeOffice:
    """Three rows, each of value 1."""
    return FakeOffice(rows={name: {"value": 1} for name in ("a", "b", "c")})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The journal's path."""
    return tmp_path / "journal.db"


@pytest.fixture
async def journal(path: Path, seal: AesGcmSeal, clock: JournalClock) -> AsyncIterator[Journal]:
    """An open journal."""
    journal = await open_journal(path, seal, clock)
    yield journal
    await journal.store.close()


@pytest.fixture
def errors() -> list[BaseException]:
    """The errors that the outbox's scope reported."""
    return []


@pytest.fixture
async def start(
    path: Path, seal: AesGcmSeal, office: FakeOffice, clock: JournalClock, errors: list[BaseException]
) -> AsyncIterator[Start]:
    """Start the outbox as the program does. A second call stops the first at once and starts a new one."""
    runs: list[AsyncExitStack] = []

    async def run() -> Outbox:
        if runs:
            await runs.pop().aclose()
        stack = AsyncExitStack()
        journal = await open_journal(path, seal, clock)
        scope = TaskScope("outbox", errors.append)
        outbox = Outbox(journal, office, {"paper": FakeKind(office)}, scope, clock, who="Ann")
        stack.push_async_callback(journal.store.close)
        stack.push_async_callback(scope.close)
        stack.push_async_callback(outbox.close, 0)
        runs.append(stack)
        return outbox

    yield run
    for stack in runs:
        await stack.aclose()


@pytest.fixture
async def outbox(start: Start) -> Outbox:
    """A running outbox."""
    return await start()


@pytest.fixture
async def desk(errors: list[BaseException]) -> AsyncIterator[TaskScope]:
    """Another user's change meanwhile."""
    scope = TaskScope("desk", errors.append)
    yield scope
    await scope.close()
