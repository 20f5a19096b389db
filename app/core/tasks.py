"""Ownership of asyncio tasks: the only place that creates them."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Coroutine
from typing import Any

OnError = Callable[[BaseException], None]


class TaskScope:
    """The tasks of one owner (a screen, a service). Closing it cancels and awaits them all.

    A task that fails reports to `on_error`; a failure is never lost and never raised into the event loop.
    """

    def __init__(self, name: str, on_error: OnError) -> None:
        self.name = name
        self.on_error = on_error
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """Run a coroutine as a task of this scope. RuntimeError once the scope is closed, or without a running loop."""
        try:
            if self._closed:
                raise RuntimeError(f"task scope {self.name} is closed")
            loop = asyncio.get_running_loop()
        except RuntimeError:
            _drop(work)
            raise
        task = loop.create_task(work, name=f"{self.name}:{name}")
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    @property
    def running(self) -> int:
        """How many tasks are still running."""
        return len(self._tasks)

    async def close(self) -> None:
        """Cancel all tasks and wait until each has ended."""
        self._closed = True
        tasks = list(self._tasks)
        for task in tasks:
            _cancel(task)
        await asyncio.gather(*tasks, return_exceptions=True)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.on_error(error)


class LatestTask:
    """One task of a scope at a time: starting one cancels the one before.

    Used for reads that are displayed: after a page is left, it sends nothing more, and neither its answer nor
    its failure is shown.
    """

    def __init__(self, scope: TaskScope) -> None:
        self._scope = scope
        self._task: asyncio.Task[Any] | None = None

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        """Run a coroutine, replacing the one before. RuntimeError once the scope is closed."""
        self.cancel()
        self._task = self._scope.start(work, name)

    def cancel(self) -> None:
        """Cancel the running coroutine, if any; it stops at its next await."""
        if self._task is not None:
            _cancel(self._task)
            self._task = None


def _cancel(task: asyncio.Task[Any]) -> None:
    """Cancel a task; one that has not begun never gets to the coroutines that it was given."""
    work = task.get_coro()
    held = _held(work) if inspect.iscoroutine(work) else []
    task.cancel()
    for each in held:
        _drop(each)


def _drop(work: Coroutine[Any, Any, Any]) -> None:
    """Close a coroutine that will not run, and those that it was given: else Python reports them as never awaited."""
    held = _held(work)
    work.close()
    for each in held:
        _drop(each)


def _held(work: Coroutine[Any, Any, Any]) -> list[Coroutine[Any, Any, Any]]:
    """The coroutines among the arguments of one that has not begun."""
    if not inspect.iscoroutine(work) or inspect.getcoroutinestate(work) != inspect.CORO_CREATED:
        return []
    return [each for each in inspect.getcoroutinelocals(work).values() if inspect.iscoroutine(each)]
