"""Tasks of one owner: what can't be started leaves nothing behind."""

from __future__ import annotations

import gc
import warnings

import pytest

from app.core.tasks import LatestTask, TaskScope


async def nothing() -> None:
    """A coroutine."""


def scope() -> TaskScope:
    """One that reports nothing."""
    return TaskScope("test", lambda _: None)


def test_without_a_loop_nothing_is_left_unawaited() -> None:
    """A timer of Qt can fire when the loop has ended: that raises, and Python warns of no forgotten coroutine."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(RuntimeError, match="no running event loop"):
            LatestTask(scope()).start(nothing(), "late")
        gc.collect()


async def test_a_closed_scope_starts_nothing() -> None:
    """The same once it is closed."""
    closed = scope()
    await closed.close()
    with pytest.raises(RuntimeError, match="is closed"):
        closed.start(nothing(), "late")
    assert closed.running == 0
