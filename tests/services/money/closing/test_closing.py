"""What is remembered of closed days, and who may close them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from app.core.text import msg
from app.domain.money.pay_methods import Method
from app.domain.people.rights import Demand, Right
from app.sealed.seal import AesGcmSeal
from app.sealed.store import LocalStore
from app.services.money.closing.closed_days import ClosedDays, Count
from app.services.money.closing.closing import CannotClose, DayClosing, ToClose
from app.services.people.authority import Approval, Everyone, NotAllowed
from tests.support.manual_clock import ManualClock

DAY = datetime.date(2026, 11, 17)
SEALS = {"vault": AesGcmSeal(bytes(32))}
COUNT = Count({"20": 3, "0.25": 4}, Decimal("50.00"), Decimal("125.50"), None, here_only=True)


class Nobody:
    """An authority that allows nothing."""

    def __init__(self) -> None:
        self.asked: list[Demand] = []

    def check(self, demands: Sequence[Demand], approval: Approval | None = None) -> None:
        """Refuse it."""
        self.asked += demands
        raise NotAllowed(msg("You may not close the day."), demands, second=True)


async def test_a_closed_day_is_remembered(tmp_path: Path) -> None:
    """A closed day, what was counted and by whom are there after a restart; its count can't be begun anew."""
    clock, noted = ManualClock(datetime.datetime.combine(DAY, datetime.time(17, 40))), []
    store = await LocalStore.open(tmp_path / "store.db", SEALS, clock)
    days = ClosedDays(store.documents, clock)
    await days.load()
    closing = DayClosing(days, Everyone(), "Ana", clock, lambda *what: noted.append(what))
    days.set_count(DAY, 0, COUNT)
    days.set_clinic(2)
    await days.save()
    assert days.count_of(DAY) == COUNT
    wanted = ToClose(DAY, 0, COUNT, Decimal("186.50"), 1, (Method.CARD,), " 5.00 short ")
    closed = await closing.close(wanted)
    assert (closed.by, closed.note, closed.at) == ("Ana", "5.00 short", clock.now())
    with pytest.raises(CannotClose):
        await closing.close(wanted)
    with pytest.raises(CannotClose):
        await closing.close(ToClose(DAY + datetime.timedelta(1), 0, COUNT, Decimal(0), 0))
    await store.close()
    store = await LocalStore.open(tmp_path / "store.db", SEALS, clock)
    days = ClosedDays(store.documents, clock)
    assert not days.is_closed(DAY)  # nothing is before it was read
    await days.load()
    assert days.get(DAY) == closed
    assert days.clinic == 2
    assert days.is_closed(DAY)
    assert days.is_closed(DAY, 2)  # the whole office was closed, and so was each of its clinics
    assert not days.is_closed(DAY - datetime.timedelta(1))
    assert days.through(2) == days.through() == DAY
    assert days.count_of(DAY).cash == Decimal("61.00")
    assert days.count_of(DAY + datetime.timedelta(1)) == Count(starting=Decimal("50.00"), here_only=True)
    closing = DayClosing(days, Everyone(), "Ben", clock, lambda *what: noted.append(what))
    await closing.reopen(DAY, 0)
    assert not days.is_closed(DAY)
    assert days.through() is None
    found = days.get(DAY)
    assert found is not None
    assert found.reopened_by == "Ben"
    assert noted == [("closed", "2026-11-17"), ("reopened", "2026-11-17")]
    await store.close()


async def test_only_those_with_the_right_close_a_day(tmp_path: Path) -> None:
    """Without the right neither closing nor reopening changes or notes anything, whoever calls the service."""
    clock, noted, nobody = ManualClock(), [], Nobody()
    store = await LocalStore.open(tmp_path / "store.db", SEALS, clock)
    days = ClosedDays(store.documents, clock)
    await days.load()
    day = clock.now().date() - datetime.timedelta(3)
    closing = DayClosing(days, nobody, "Ana", clock, lambda *what: noted.append(what))
    with pytest.raises(NotAllowed):
        await closing.close(ToClose(day, 0, COUNT, Decimal(0), 0))
    assert not days.is_closed(day)
    open_closing = DayClosing(days, Everyone(), "Ana", clock, lambda *_: None)
    await open_closing.close(ToClose(day, 0, COUNT, Decimal(0), 0))
    with pytest.raises(NotAllowed):
        await closing.reopen(day, 0)
    assert days.is_closed(day)
    assert nobody.asked == [Demand(Right.CLOSE_DAY, days_back=3)] * 2
    assert noted == []
    await store.close()


async def test_what_is_closed_for_a_clinic(tmp_path: Path) -> None:
    """A clinic's day is closed with the office or by itself; without a clinic all that close by themselves count."""
    clock = ManualClock(datetime.datetime.combine(DAY, datetime.time(17, 40)))
    store = await LocalStore.open(tmp_path / "store.db", SEALS, clock)
    days = ClosedDays(store.documents, clock)
    await days.load()
    closing, one = DayClosing(days, Everyone(), "Ana", clock, lambda *_: None), datetime.timedelta(1)
    for day, clinic in ((DAY - 4 * one, 0), (DAY - 3 * one, 1), (DAY - 2 * one, 1), (DAY - 3 * one, 2)):
        await closing.close(ToClose(day, clinic, COUNT, Decimal(0), 0))
    assert [days.through(clinic) for clinic in (0, 1, 2, 3)] == [
        DAY - 4 * one,
        DAY - 2 * one,
        DAY - 3 * one,
        DAY - 4 * one,
    ]
    assert days.through(None) == DAY - 3 * one
    await store.close()
