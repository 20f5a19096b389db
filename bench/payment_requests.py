"""Requests for a payment: none for its preview, one to post it, one more to allocate it, and what is read after it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import cast

from app.bootstrap.workspace import Workspace
from app.domain.money.allocation import Thing
from app.domain.money.preview import Way
from app.viewmodels.staff.money.panels import PAYMENT
from app.viewmodels.staff.money.payment.payment import PaymentViewModel
from app.viewmodels.staff.money.payment.state import Phase
from bench.desks import until, visits_of
from bench.figures import Figure, at_most
from bench.patient_requests import FOR_ALL, UNIT
from bench.recording import RecordingTransport

LOOKING_SECONDS = 2.5
"""A desk looks for an equal payment by another one two seconds after its own."""
MOST_READS = 2
AMOUNT = Decimal("37.45")


async def payment_requests(
    desk: Workspace, wire: RecordingTransport, calm: Callable[[], Awaitable[None]]
) -> list[Figure]:
    """Counted on a desk whose schedule is complete. `calm` waits until nothing is on its way."""
    counter = _Counter(desk, wire, calm)
    first, second = await counter.owing(2)
    panel = await counter.begin(first)
    preview = await counter.counted(lambda: _type(panel))
    plain = await counter.posted(panel)
    panel = await counter.begin(second)
    _tick(panel)
    exact = await counter.posted(panel)
    desk.desk.money.leave(PAYMENT)
    panel.finished.emit()
    return [
        at_most("requests: split preview of eight amounts", len(preview), UNIT, 0),
        at_most("requests: a payment, writes", _writes(plain), UNIT, 1),
        at_most("requests: a payment, reads after it", _reads(plain), UNIT, MOST_READS),
        at_most("requests: a payment with exact amounts, writes", _writes(exact), UNIT, 2),
        at_most("requests: … reads after it", _reads(exact), UNIT, MOST_READS),
    ]


class _Counter:
    """Opens the panel, and records what is sent."""

    def __init__(
        self, desk: Workspace, wire: RecordingTransport, calm: Callable[[], Awaitable[None]]
    ) -> None:
        self._desk = desk
        self._wire = wire
        self._calm = calm

    async def owing(self, count: int) -> list[int]:
        """Patients of the day with at least two charges to pay."""
        found: list[int] = []
        for visit in visits_of(self._desk):
            if visit.is_note or visit.pat_num in found:
                continue
            panel = await self.begin(visit.pat_num)
            if len(_debts(panel)) >= 2:
                found.append(visit.pat_num)
            if len(found) == count:
                return found
        raise RuntimeError("nobody on the schedule owes for two procedures")

    async def begin(self, pat_num: int) -> PaymentViewModel:
        """The panel of a patient, once the account is known."""
        money = self._desk.desk.money
        money.take_payment(pat_num)

        def is_ready() -> bool:
            if PAYMENT not in money.panels:
                return False
            state = cast(PaymentViewModel, money.panels[PAYMENT].model).state
            theirs = state.person is not None and state.person.pat_num == pat_num
            return bool(theirs and state.family is not None and state.family.complete and state.types)

        await until(is_ready)
        await self._calm()
        return cast(PaymentViewModel, money.panels[PAYMENT].model)

    async def posted(self, panel: PaymentViewModel) -> list[str]:
        """What is sent from posting on, without the check before it."""

        async def post() -> None:
            panel.post()
            if panel.state.asked:
                panel.post()
            await until(lambda: panel.state.phase is Phase.DONE)
            await asyncio.sleep(LOOKING_SECONDS)

        sent = await self.counted(post)
        return sent[next(at for at, each in enumerate(sent) if each.startswith("POST /payments")) :]

    async def counted(self, work: Callable[[], Awaitable[None]]) -> list[str]:
        """What is sent meanwhile, and until nothing is on its way."""
        before = len(self._wire.sent)
        await work()
        await self._calm()
        sent = zip(self._wire.sent[before:], self._wire.bodies[before:], strict=True)
        asked = (f"{target} {body.decode()}" for target, body in sent)
        return [each for each in asked if not any(words in each for words in FOR_ALL)]


async def _type(panel: PaymentViewModel) -> None:
    """An amount, digit by digit, and what it pays."""
    for way in (Way.FAMILY, Way.PATIENT):
        panel.entries.choose_way(way)
        for length in range(1, 5):
            panel.entries.type_text("amount", f"{AMOUNT}"[:length])
            await asyncio.sleep(0)
    panel.entries.choose_way(Way.FAMILY)


def _tick(panel: PaymentViewModel) -> None:
    """Two procedures, each with a part of what is owed: the office itself would pay the older one first."""
    panel.entries.choose_way(Way.PROCEDURES)
    panel.entries.type_text("amount", f"{AMOUNT}")
    for thing in _debts(panel)[:2]:
        panel.entries.tick(thing, on=True)
    first, second = panel.state.draft.exact
    panel.entries.type_exact(first, "5.00")
    panel.entries.type_exact(second, f"{AMOUNT - 5}")


def _debts(panel: PaymentViewModel) -> list[Thing]:
    """The procedures on which enough is owed, the oldest first."""
    open_debts = panel.account.open_debts
    found = open_debts() if callable(open_debts) else open_debts
    return [each.thing for each in found if each.thing is not None and each.amount > AMOUNT]


def _is_write(request: str) -> bool:
    return request.startswith(("POST /payments", "PUT /payments"))


def _writes(sent: list[str]) -> int:
    return sum(map(_is_write, sent))


def _reads(sent: list[str]) -> int:
    """After the last write: the strip, and whether another desk has posted the same."""
    return next(at for at, each in enumerate(reversed(sent)) if _is_write(each))
