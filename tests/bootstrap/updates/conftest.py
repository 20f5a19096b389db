"""Fixtures of updates in the running program."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from app.bootstrap.updates import processes, this_pc
from app.core.tasks import TaskScope
from tests.bootstrap.updates.desks import Window
from tests.support.updates.source import OURS


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
    """Accept the test's key, look installed by the setup program, and ignore what other tests have started."""
    monkeypatch.setattr("app.domain.updates.release_keys.RELEASE_KEYS", (OURS.public,))
    monkeypatch.setattr(this_pc, "installed_kind", lambda: "nsis")
    monkeypatch.setattr(processes, "others", lambda: 0)
