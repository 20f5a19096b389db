"""Tasks of one owner: what can't be started leaves nothing behind."""

from __future__ import annotations

import asyncio
import gc
import warnings
from collections.abc import Coroutine
from typing import Any

import pytest

from app.core.tasks import LatestTask, TaskScope, is_at_once


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


async def holding(work: Coroutine[Any, Any, None]) -> None:
    """One that awaits another."""
    await work


@pytest.mark.parametrize("end", ["closed before", "closed before its first step", "replaced"])
async def test_what_never_begins_leaves_nothing_unawaited(end: str) -> None:
    """A task that ends before its first step takes the coroutines along that it was given."""
    owner = scope()
    latest = LatestTask(owner)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        if end == "closed before":
            await owner.close()
            with pytest.raises(RuntimeError, match="is closed"):
                owner.start(holding(holding(nothing())), "late")
        else:
            latest.start(holding(holding(nothing())), "late")
            if end == "replaced":
                latest.start(nothing(), "newer")
            await owner.close()
        gc.collect()
    assert owner.running == 0


async def test_a_task_can_begin_at_once() -> None:
    """It has run until its first pause when it is returned, as a task of its own, also inside another one."""
    own, inner = scope(), []

    async def work() -> None:
        inner.append((asyncio.current_task(), is_at_once()))
        async with asyncio.timeout(60):
            await asyncio.sleep(0)
        inner.append((asyncio.current_task(), is_at_once()))

    outer = asyncio.current_task()
    task = own.start_at_once(work(), "now")
    assert inner == [(task, True)]
    assert asyncio.current_task() is outer
    assert not is_at_once()
    await task
    assert inner[1:] == [(task, False)]
    await own.close()
    with pytest.raises(RuntimeError, match="is closed"):
        own.start_at_once(nothing(), "late")


async def test_a_failure_at_once_is_reported_as_any_other() -> None:
    """The caller doesn't get the exception of a first step; the scope reports it."""
    failures: list[BaseException] = []
    own = TaskScope("test", failures.append)

    async def fail() -> None:
        raise ValueError

    task = own.start_at_once(fail(), "now")
    await asyncio.wait({task})
    await asyncio.sleep(0)
    assert [type(each) for each in failures] == [ValueError]
    await own.close()


def test_without_a_loop_nothing_begins() -> None:
    """Work that is started while no event loop runs, as after the last window closed, is dropped and reported."""
    own = scope()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for start in (own.start, own.start_at_once):
            with pytest.raises(RuntimeError, match="no running event loop"):
                start(nothing(), "late")
        gc.collect()
    assert own.running == 0
