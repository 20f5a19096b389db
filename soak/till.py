"""Does the acts with the program's own writes of money and tasks."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec

from app.domain.money.doubts import Doubt
from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.services.writes.money.money_writes import (
    MoneyWrites,
    NewAdjustment,
    NewPayment,
    NewPlan,
    NewRefund,
)
from app.services.writes.tasks.task_writes import TaskWrites
from app.services.writes.writes import Writes
from app.wire.codec import decode_one
from app.wire.resources.pay_plans import PayPlan
from app.wire.resources.payments import Payment
from app.wire.resources.tasks import Task, TaskObjectType
from soak.acts import Act, Kind
from soak.clock import BEGINS
from soak.town import CASH, CHARGE, DISCOUNT, FIRST_LIST, SECOND_LIST, USER, words_of

YES = tuple(Doubt)
"""The person at the desk answers every question with yes."""


class Missing(Exception):
    """What an act is about was not posted, so that it can't be asked for."""


class Till:
    """Does acts. `posted` finds the journal's entry of an earlier act that is done."""

    def __init__(self, writes: Writes, money: MoneyWrites, tasks: TaskWrites) -> None:
        self.writes = writes
        self.money = money
        self.tasks = tasks
        self.posted: Callable[[str], Entry | None] = lambda _: None

    async def do(self, act: Act) -> Entry:
        """Do one. Raises what the writes raise, and Missing."""
        if act.task:
            return await self._do_task(act)
        return await self._do_money(act, Person(act.patient, "Soak", "Sam"))

    async def _do_money(self, act: Act, person: Person) -> Entry:
        match act.kind:
            case Kind.ADJUSTMENT:
                return await self.money.adjust(_adjustment(act, person), answered=YES)
            case Kind.REVERSAL:
                return await self.writes.undo(self._entry(act))
            case Kind.PLAN:
                return await self.money.make_plan(_plan(act, person))
            case Kind.CLOSING:
                return await self.money.close_plan(person, self._row(act, PayPlan))
            case Kind.REFUND:
                new = NewRefund(person=person, payment=self._row(act, Payment), reason=act.tag)
                return await self.money.refund(new, answered=YES)
            case _:
                return await self.money.take_payment(_payment(act, person), answered=YES)

    async def _do_task(self, act: Act) -> Entry:
        if act.kind is Kind.NOTE:
            return await self.tasks.note(_task(act), act.tag)
        return await self.tasks.hand_on(_task(act), SECOND_LIST, act.tag)

    def _entry(self, act: Act) -> Entry:
        entry = self.posted(act.of)
        if entry is None or entry.answer is None:
            raise Missing(act.of)
        return entry

    def _row(self, act: Act, record: type[Any]) -> Any:
        return decode_one(msgspec.json.encode(self._entry(act).answer), record)


def _payment(act: Act, person: Person) -> NewPayment:
    exact = tuple((number, Decimal(amount)) for number, amount in act.procedures)
    return NewPayment(
        person=person,
        amount=Decimal(act.amount),
        pay_type=CASH,
        note=act.tag,
        prepayment=act.kind is Kind.PREPAYMENT,
        amounts=exact if act.kind is Kind.EXACT else (),
    )


def _task(act: Act) -> Task:
    """A task as a screen shows it."""
    return Task(
        TaskNum=act.task,
        TaskListNum=FIRST_LIST,
        Descript=words_of(act.task),
        ObjectType=TaskObjectType.PATIENT,
        KeyNum=act.patient,
        UserNum=USER,
        DateTimeOriginal=BEGINS,
    )


def _adjustment(act: Act, person: Person) -> NewAdjustment:
    adds = act.patient % 2 == 0
    name, kind, other = ("Late fee", CHARGE, DISCOUNT) if adds else ("Discount", DISCOUNT, CHARGE)
    return NewAdjustment(
        person=person,
        amount=Decimal(act.amount),
        adj_type=kind,
        opposite_type=other,
        type_name=name,
        adds=adds,
        note=act.tag,
    )


def _plan(act: Act, person: Person) -> NewPlan:
    numbers = tuple(number for number, _ in act.procedures)
    return NewPlan(person=person, procedures=numbers, amount=Decimal(act.amount), payments=4, note=act.tag)
