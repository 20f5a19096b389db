"""Steps start in order and stop in reverse."""

from __future__ import annotations

import asyncio

import pytest

from app.core.tasks import TaskScope
from app.lifecycle import Lifecycle, StepFailedError, StepStuckError


class Steps:
    """Steps that record what happens to them."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.troubles: list[tuple[str, str]] = []
        self.life = Lifecycle(
            lambda name, error: self.troubles.append((name, type(error).__name__)), stop_seconds=0.05
        )

    async def add(
        self,
        name: str,
        *,
        fails: bool = False,
        stop_fails: type[Exception] | None = None,
        sticks: bool = False,
    ) -> str:
        """Start one step."""

        async def start() -> str:
            self.said.append(f"+{name}")
            await asyncio.sleep(0)
            if fails:
                raise OSError(name)
            return name

        async def stop(result: str) -> None:
            if sticks:
                await asyncio.Event().wait()
            self.said.append(f"-{result}")
            if stop_fails:
                raise stop_fails(name)

        return await self.life.step(name, start, stop)


@pytest.fixture
def steps() -> Steps:
    """No step yet."""
    return Steps()


async def test_steps_start_in_order_and_stop_in_reverse(steps: Steps) -> None:
    """The step started last is stopped first, with its start's result."""
    async with steps.life:
        assert await steps.add("journal") == "journal"
        await steps.add("client")
        await steps.add("window")
        assert [each.name for each in steps.life.steps] == ["journal", "client", "window"]
    assert steps.said == ["+journal", "+client", "+window", "-window", "-client", "-journal"]
    assert steps.life.steps == ()
    assert steps.troubles == []


async def test_a_failing_step_unwinds_those_before_it(steps: Steps) -> None:
    """A failed start stops everything, and reports the step and the reason."""
    await steps.add("journal")
    await steps.add("client")
    with pytest.raises(StepFailedError, match="could not start: window") as failed:
        await steps.add("window", fails=True)
    assert isinstance(failed.value.__cause__, OSError)
    assert steps.said == ["+journal", "+client", "+window", "-client", "-journal"]


async def test_a_canceled_start_unwinds_too(steps: Steps, tasks: TaskScope) -> None:
    """Closing the program during startup stops the steps that had started."""
    began = asyncio.Event()

    async def start() -> None:
        began.set()
        await asyncio.Event().wait()

    async def work() -> None:
        await steps.add("journal")
        await steps.life.step("client", start)

    task = tasks.start(work(), "start")
    await began.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert steps.said == ["+journal", "-journal"]


async def test_a_step_that_fails_to_stop_does_not_hold_up_the_others(steps: Steps) -> None:
    """Every step is stopped regardless of other failures, and each failure is reported by name."""
    await steps.add("journal")
    await steps.add("client", stop_fails=ValueError)
    await steps.add("events", stop_fails=TimeoutError)
    await steps.add("listener", sticks=True)
    await steps.life.stop()
    assert steps.said[-3:] == ["-events", "-client", "-journal"]
    assert steps.troubles == [
        ("listener", StepStuckError.__name__),
        ("events", "TimeoutError"),
        ("client", "ValueError"),
    ]


async def test_a_step_without_a_way_down_is_only_forgotten(steps: Steps) -> None:
    """A step without a stop function needs none."""

    async def start() -> int:
        return 7

    assert await steps.life.step("settings", start) == 7
    await steps.life.stop()
    await steps.life.stop()
    assert steps.life.steps == ()
