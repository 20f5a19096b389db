"""Ownership of asyncio tasks: the only place that creates them."""

from __future__ import annotations

import asyncio
import inspect
from asyncio.tasks import _enter_task, _leave_task
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from contextvars import Context
from functools import partial
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
        return self._create(self._loop_for(work), work, name)

    def start_at_once(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """As `start`, but it has run until its first pause when this returns."""
        loop = self._loop_for(work)
        with _first_steps(loop) as steps:
            task = self._create(loop, work, name)
        for step in steps:
            step()
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

    def _loop_for(self, work: Coroutine[Any, Any, Any]) -> asyncio.AbstractEventLoop:
        try:
            if self._closed:
                raise RuntimeError(f"task scope {self.name} is closed")
            return asyncio.get_running_loop()
        except RuntimeError:
            _drop(work)
            raise

    def _create(
        self, loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, Any], name: str
    ) -> asyncio.Task[Any]:
        task = loop.create_task(work, name=f"{self.name}:{name}")
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.on_error(error)


async def finish(work: Callable[..., object], *args: object) -> None:
    """Run in a thread something that must not be left undone: closing a file, ending a process.

    `asyncio.to_thread` drops it if whoever waits for it is canceled before a thread is free. Raises what it raises.
    """
    await asyncio.shield(asyncio.get_running_loop().run_in_executor(None, partial(work, *args)))


class _AtOnce:
    taking = False
    """Whether a first step is being taken."""


def is_at_once() -> bool:
    """Whether this is the first step of a task that was started at once: a person waits for it."""
    return _AtOnce.taking


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


@contextmanager
def _first_steps(loop: asyncio.AbstractEventLoop) -> Iterator[list[Callable[[], object]]]:
    """The first steps of the tasks that are created inside, to be taken at once instead of in the loop's next turn.

    Python 3.12 has `eager_start` for this, 3.11 does not.
    """
    steps: list[Callable[[], object]] = []

    def keep(step: Callable[..., object], *args: object, context: Context) -> None:
        steps.append(partial(_take, loop, partial(context.run, step, *args)))

    loop.call_soon = keep  # type: ignore[assignment, method-assign]
    try:
        yield steps
    finally:
        del loop.call_soon


def _take(loop: asyncio.AbstractEventLoop, step: Callable[[], object]) -> None:
    outer, taking = asyncio.current_task(loop), _AtOnce.taking
    if outer is not None:
        _leave_task(loop, outer)
    _AtOnce.taking = True
    try:
        step()
    finally:
        _AtOnce.taking = taking
        if outer is not None:
            _enter_task(loop, outer)


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
