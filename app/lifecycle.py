"""Startup and shutdown as named steps, stopped in reverse order."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TypeVar

T = TypeVar("T")

STOP_SECONDS = 5.0
"""Seconds that a step may take to stop before it is reported and abandoned."""


class StepFailedError(Exception):
    """A step could not start; the steps before it have been stopped. Its cause is in `__cause__`."""

    def __init__(self, step: str) -> None:
        super().__init__(f"could not start: {step}")
        self.step = step


class StepStuckError(Exception):
    """A step did not stop in time."""


@dataclass(frozen=True, slots=True)
class Started:
    """A running step."""

    name: str
    seconds: float
    """How long its start took."""
    stop: Callable[[], Awaitable[None]] | None


class Lifecycle:
    """Starts steps one after the other and stops them in reverse order, each regardless of the others' errors.

    `on_trouble(name, error)` is called for every step that does not stop cleanly.
    """

    def __init__(
        self, on_trouble: Callable[[str, BaseException], None], *, stop_seconds: float = STOP_SECONDS
    ) -> None:
        self._on_trouble = on_trouble
        self._stop_seconds = stop_seconds
        self._steps: list[Started] = []

    @property
    def steps(self) -> tuple[Started, ...]:
        """The running steps, in the order they were started."""
        return tuple(self._steps)

    async def step(
        self, name: str, start: Callable[[], Awaitable[T]], stop: Callable[[T], Awaitable[None]] | None = None
    ) -> T:
        """Start a step and register how to stop it. Returns the step's result.

        Raises StepFailedError when it fails; a cancellation passes through. In both cases the steps before it
        are stopped first.
        """
        began = time.perf_counter()
        try:
            result = await start()
        except Exception as error:
            await self.stop()
            raise StepFailedError(name) from error
        except BaseException:
            await self.stop()
            raise
        down = None if stop is None else _bound(stop, result)
        self._steps.append(Started(name, time.perf_counter() - began, down))
        return result

    async def stop(self) -> None:
        """Stop all steps, the last one first. Failures are passed to `on_trouble`, and the next one is stopped."""
        while self._steps:
            step = self._steps.pop()
            if step.stop is None:
                continue
            limit = asyncio.timeout(self._stop_seconds)
            try:
                async with limit:
                    await step.stop()
            except Exception as error:  # noqa: BLE001 # the steps below it must stop whatever happens here
                stuck = StepStuckError(f"did not stop: {step.name}") if limit.expired() else None
                self._on_trouble(step.name, stuck or error)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()


def _bound(stop: Callable[[T], Awaitable[None]], result: T) -> Callable[[], Awaitable[None]]:
    """The stop function bound to its step's result."""
    return lambda: stop(result)
