"""A part of a patient: read on demand, kept with its age, stale once its topic changes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from app.api.errors import ApiError, NotFound, Unreachable
from app.api.need import Need
from app.core.tasks import TaskScope
from app.store.changes import Changes
from app.store.patients.parts import KEPT, PatientPart, Ready, Refused, Unread
from app.store.topics import Part, Topic
from tests.support.kinds import the
from tests.support.manual_clock import ManualClock

ANN, BOB = 12, 34


class Office:
    """Answers when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, Need]] = []
        self.stopped: list[int] = []
        self.answers: list[asyncio.Future[str]] = []

    async def read(self, pat_num: int, need: Need) -> str:
        """Wait for the answer."""
        self.asked.append((pat_num, need))
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.answers.append(answer)
        try:
            return await answer
        except asyncio.CancelledError:
            self.stopped.append(pat_num)
            raise


class Bench:
    """A part, its office, and its notifications."""

    def __init__(self, scope: TaskScope) -> None:
        self.office, self.changes, self.clock = Office(), Changes(), ManualClock()
        self.told_by_change = ""
        """The data after the next change; empty: they have to be read."""
        self.part = PatientPart(
            Part.ACCOUNT,
            self.office.read,
            self.changes.watch,
            scope,
            self.clock,
            revise=lambda _, value, __: value + self.told_by_change if self.told_by_change else None,
        )
        self.told: list[int] = []
        self.part.watch(self.told.append)

    async def answer(self, with_: str | ApiError, which: int = -1) -> None:
        """The office answers."""
        answer = self.office.answers[which]
        if isinstance(with_, str):
            answer.set_result(with_)
        else:
            answer.set_exception(with_)
        await turn()

    def change(self, pat_num: int, part: Part = Part.ACCOUNT) -> None:
        """A part of a patient changed."""
        self.changes.tell_of(Topic(part, pat_num))


async def turn() -> None:
    """Run what is ready."""
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    """A part that nobody needs yet."""
    errors: list[BaseException] = []
    scope = TaskScope("test", errors.append)
    yield Bench(scope)
    await scope.close()
    assert errors == []


async def test_it_is_read_once_and_has_an_age(bench: Bench) -> None:
    """The first need reads it; later ones find it, with its age."""
    assert bench.part.state(ANN) == Unread()
    bench.part.need(ANN, Need.CLICK)
    assert bench.part.state(ANN) == Unread(reading=True)
    await turn()
    await bench.answer("128.40")
    await bench.clock.advance(90)
    state = bench.part.state(ANN)
    assert isinstance(state, Ready)
    assert (state.value, state.stale, state.age(bench.clock)) == ("128.40", False, timedelta(seconds=90))
    bench.part.need(ANN, Need.SCREEN)
    await turn()
    assert bench.office.asked == [(ANN, Need.CLICK)]
    assert bench.told == [ANN, ANN]


async def test_leaving_cancels(bench: Bench) -> None:
    """Leaving a screen cancels its read, unless another one needs the same."""
    first, second = bench.part.need(ANN, Need.SCREEN), bench.part.need(ANN, Need.SCREEN)
    await turn()
    first()
    first()
    await turn()
    assert bench.office.stopped == []
    second()
    await turn()
    assert bench.office.stopped == [ANN]
    assert bench.part.state(ANN) == Unread()


async def test_a_click_overtakes_a_prefetch(bench: Bench) -> None:
    """A prefetch is requested again with the priority of a click, and the slower request is canceled."""
    bench.part.need(ANN, Need.PREFETCH)
    await turn()
    bench.part.need(ANN, Need.CLICK)
    bench.part.need(ANN, Need.SCREEN)
    await turn()
    assert [need for _, need in bench.office.asked] == [Need.PREFETCH, Need.CLICK]
    assert bench.office.stopped == [ANN]
    await bench.answer("now")
    assert the(Ready, bench.part.state(ANN)).value == "now"


async def test_a_topic_makes_it_stale(bench: Bench) -> None:
    """A change of this patient's part keeps the old value as stale and reads it again; other changes do nothing."""
    bench.part.need(ANN, Need.CLICK)
    await turn()
    await bench.answer("old")
    bench.change(BOB)
    bench.change(ANN, Part.CHART)
    await turn()
    assert len(bench.office.asked) == 1
    bench.change(ANN)
    state = the(Ready, bench.part.state(ANN))
    assert (state.value, state.stale) == ("old", True)
    await turn()
    assert bench.office.asked[-1] == (ANN, Need.REFRESH)
    await bench.answer("new")
    state = the(Ready, bench.part.state(ANN))
    assert (state.value, state.stale) == ("new", False)


async def test_a_change_may_tell_everything(bench: Bench) -> None:
    """A change that contains what is new is taken over without reading, but never into data that are stale anyway."""
    end = bench.part.need(ANN, Need.CLICK)
    await turn()
    await bench.answer("old")
    bench.told_by_change = ", moved"
    bench.change(ANN)
    await turn()
    assert (the(Ready, bench.part.state(ANN)).value, the(Ready, bench.part.state(ANN)).stale) == (
        "old, moved",
        False,
    )
    assert len(bench.office.asked) == 1
    end()
    bench.told_by_change = ""
    bench.change(ANN)
    bench.told_by_change = ", again"
    bench.change(ANN)
    assert (the(Ready, bench.part.state(ANN)).value, the(Ready, bench.part.state(ANN)).stale) == (
        "old, moved",
        True,
    )


async def test_a_change_while_it_is_read(bench: Bench) -> None:
    """An answer requested before a change is shown as stale, and read once more."""
    bench.part.need(ANN, Need.CLICK)
    await turn()
    bench.change(ANN)
    await bench.answer("from before")
    assert the(Ready, bench.part.state(ANN)).stale
    await bench.answer("after")
    assert (the(Ready, bench.part.state(ANN)).value, the(Ready, bench.part.state(ANN)).stale) == (
        "after",
        False,
    )
    assert len(bench.office.asked) == 2


async def test_asked_again_while_it_is_read(bench: Bench) -> None:
    """A request by the user is never answered with what was asked before it: it is asked once more, and only once."""
    bench.part.need(ANN, Need.SCREEN)
    await turn()
    await bench.answer("old")
    bench.change(ANN)
    await turn()
    assert len(bench.office.asked) == 2  # the first, and the refresh
    bench.part.read_again(ANN)
    await turn()
    await bench.answer("older than the request")
    await bench.answer("new")
    assert [need for _, need in bench.office.asked] == [
        Need.SCREEN, Need.REFRESH, Need.CLICK, Need.REFRESH,
    ]  # fmt: skip
    state = bench.part.state(ANN)
    assert isinstance(state, Ready)
    assert (state.value, state.stale) == ("new", False)


async def test_stale_without_need_waits_for_the_next(bench: Bench) -> None:
    """What nobody needs is not read again until somebody does."""
    end = bench.part.need(ANN, Need.CLICK)
    await turn()
    await bench.answer("old")
    end()
    bench.change(ANN)
    await turn()
    assert len(bench.office.asked) == 1
    bench.part.need(ANN, Need.SCREEN)
    await turn()
    assert bench.office.asked[-1] == (ANN, Need.SCREEN)
    assert the(Ready, bench.part.state(ANN)).value == "old"


async def test_what_is_refused(bench: Bench) -> None:
    """What is known stays, stale, with the reason of a refusal; where nothing is known it is refused; retry works."""
    bench.part.need(ANN, Need.CLICK)
    await turn()
    await bench.answer(Unreachable("AccountModules.get"))
    state = bench.part.state(ANN)
    assert isinstance(state, Refused)
    assert isinstance(state.why, Unreachable)
    bench.part.read_again(ANN)
    assert bench.part.state(ANN) == Unread(reading=True)
    await turn()
    await bench.answer("known")
    bench.part.read_again(ANN)
    await turn()
    await bench.answer(Unreachable("AccountModules.get"))
    state = the(Ready, bench.part.state(ANN))
    assert (state.value, state.stale, state.why) == ("known", True, None)
    bench.part.read_again(ANN)
    await turn()
    await bench.answer(NotFound("AccountModules.get", status=404))
    state = the(Ready, bench.part.state(ANN))
    assert (state.value, state.stale) == ("known", True)
    assert isinstance(state.why, NotFound)
    bench.part.read_again(ANN)
    await turn()
    await bench.answer("again")
    assert the(Ready, bench.part.state(ANN)).why is None


async def test_only_so_many_are_kept(bench: Bench) -> None:
    """Beyond a few unneeded patients the least recently used are dropped; needed ones stay."""
    bench.part.need(1, Need.CLICK)
    await turn()
    await bench.answer("1")
    for pat_num in range(2, KEPT + 4):
        end = bench.part.need(pat_num, Need.CLICK)
        await turn()
        await bench.answer(str(pat_num))
        end()
    assert isinstance(bench.part.state(1), Ready)
    assert bench.part.state(2) == bench.part.state(3) == Unread()
    assert isinstance(bench.part.state(4), Ready)


async def test_closing_ends_everything(bench: Bench) -> None:
    """A closed part reads nothing and ignores changes."""
    bench.part.need(ANN, Need.CLICK)
    await turn()
    bench.part.close()
    await turn()
    assert bench.office.stopped == [ANN]
    bench.change(ANN)
    bench.part.read_again(ANN)
    await turn()
    assert len(bench.office.asked) == 1
