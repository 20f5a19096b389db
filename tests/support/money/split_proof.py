"""Proves that the preview of a payment is what the office posts, for random families.

For each family: its account is read by the program, a random payment on it is previewed, posted through the API, and
compared with the splits in the database: once with the preview, and once with what an independent computation in whole
cents says. Then the account is read again: its balances must be those of the preview, and Open Dental's own.
"""

from __future__ import annotations

import random
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from app.api.client import OpenDental
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.need import Need
from app.api.network.inside import in_process
from app.domain.money.allocation import Kind, Share
from app.domain.money.preview import Choice, Previews, SplitPreview, Way
from app.practice.server.app import Practice, open_practice
from app.services.money.account.reader import AccountReader
from app.services.money.account.records import FamilyAccount
from app.services.money.preview import previews
from app.store.office import Office
from app.wire.permissions import Permission
from app.wire.resources.payments import ProcNumAndAmount
from app.wire.version import NEWEST
from tests.practice import office as tiny
from tests.support.bench_office import SteppingClock
from tests.support.money.families import Families, Family
from tests.support.money.split_oracle import CHARGE, Oracle, Owed, Taken

BATCH = 50
"""Families that are written at once."""
QUERIES = frozenset(Permission)
NO_QUERIES = QUERIES - {Permission.QUERIES}
_WAYS = (
    *[Way.FAMILY] * 4, *[Way.PATIENT] * 2, *[Way.PROCEDURES] * 3, Way.PREPAYMENT, *[Way.PLAN] * 2,
)  # fmt: skip
LOOSE_EVERY, LISTS_EVERY = 9, 11
"""One family of so many is of an office that doesn't attach payments, or read without Queries too."""


class Tally(Struct):
    """What was compared."""

    families: int = 0
    splits: int = 0
    ways: Counter[str] = {}  # type: ignore[assignment]
    charged: int = 0
    """Families of which the payment made plans charge what was due."""
    wrong: list[str] = []


class Proof:
    """A practice with random families, and two keys for it: with and without Queries."""

    def __init__(self, path: Path, seed: int, first: int) -> None:
        tiny.build(path)
        self._path, self._seed, self._first, self._number = path, seed, first, first
        self._dice = random.Random(seed)
        self._families = Families()
        self._clock = SteppingClock()
        self._engine = sa.create_engine(f"sqlite:///{path}")
        self._open: list[tuple[Practice, OpenDental]] = []
        self._readers: list[AccountReader] = []
        for permissions in (QUERIES, NO_QUERIES):
            self._enter(permissions)
        self.tally = Tally(ways=Counter())

    def _enter(self, permissions: frozenset[Permission]) -> None:
        practice = open_practice(
            str(self._path), seed=0, today=tiny.TODAY, clock=self._clock, pace=None, permissions=permissions,
            version=NEWEST,
        )  # fmt: skip
        keys = Keys(practice.keys.developer_key, practice.keys.customer_key)
        address = OfficeAddress(Mode.TRAINING, "http://office.invalid/api/v1")
        client = OpenDental(address, keys, in_process(practice.asgi), clock=self._clock, on_error=_failed)
        self._open.append((practice, client))
        self._readers.append(AccountReader(client, Office(client, self._clock, day_limit=1)))

    async def close(self) -> None:
        """Close both."""
        for practice, client in self._open:
            await client.aclose()
            practice.close()
        self._engine.dispose()

    async def run(self, count: int) -> Tally:
        """Try so many families."""
        await self._open[1][1].probe()
        while self.tally.families < count:
            with self._engine.connect() as connection:
                self._families.start(connection)
            first = self._first + self.tally.families
            numbers = range(first, first + min(BATCH, count - self.tally.families))
            made = [self._families.make(f"{self._seed} {number}") for number in numbers]
            with self._engine.begin() as connection:
                self._families.write(connection)
            for number, family in zip(numbers, made, strict=True):
                await self._try(number, family)
        return self.tally

    def _sql(self, command: str) -> list[Any]:
        with self._engine.connect() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(command)]

    def _set(self, name: str, value: str) -> None:
        with self._engine.begin() as connection:
            connection.exec_driver_sql(
                f"UPDATE preference SET ValueString = '{value}' WHERE PrefName = '{name}'"
            )

    async def _try(self, number: int, family: Family) -> None:
        self.tally.families += 1
        self._dice = random.Random(f"{self._seed} {number} paid")
        self._number = number
        loose = number % LOOSE_EVERY == 0
        self._set("RigorousAccounting", "2" if loose else "1")
        payer = self._dice.choice(family.members)
        before = await self._readers[0].read(payer, Need.SCREEN)
        if number % LISTS_EVERY == 0:
            self._check(family, "lists", *await self._by_lists(before, payer))
        self._check(family, "rows that can't be read", before.unread, 0)
        self._check(family, "figures before", before.stated, before.figures)
        ways = previews(before)
        choice = self._choose(family, payer, ways)
        amount = self._amount(ways, choice)
        shown = ways(amount, choice)
        self.tally.ways[choice.way.value] += 1
        client = self._open[0][1]
        paid = await client.payments.create(PayAmt=shown.amount, PatNum=payer, **_body(choice))
        if choice.amounts:
            pairs = [ProcNumAndAmount(ProcNum=each, Amount=part) for each, part in choice.amounts]
            await client.payments.allocate(paid.PayNum, procNumsAndAmounts=pairs)
        oracle = Oracle(self._sql, family.members, paid.PayNum, str(tiny.TODAY))
        posted = oracle.posted()
        self.tally.splits += len(posted)
        self._check(family, "preview", self._comparable(posted), self._comparable(_taken(shown)))
        expected = self._expected(oracle, choice, shown, loose=loose)
        self._check(family, "computation", posted, expected)
        after = await self._readers[0].read(payer, Need.SCREEN)
        self.tally.charged += len(after.rows.charges) > len(before.rows.charges)
        own = [each.pat_num for each in after.members]
        self._check(
            family, "balances", {each.pat_num: each.balance for each in after.members},
            {each: shown.after_of(each) for each in own},
        )  # fmt: skip
        self._check(family, "figures", after.stated, after.figures)

    async def _by_lists(self, before: FamilyAccount, payer: int) -> tuple[Any, Any]:
        other = await self._readers[1].read(payer, Need.SCREEN)
        return (other.lines, other.figures), (before.lines, before.figures)

    def _choose(self, family: Family, payer: int, ways: Previews) -> Choice:
        way = self._dice.choice(
            (*[Way.FAMILY] * 4, *[Way.PATIENT] * 2, *[Way.PROCEDURES] * 3, Way.PREPAYMENT, Way.PLAN)
        )
        if way is Way.PLAN and family.plans:
            return Choice(payer, way, plan=self._dice.choice(family.plans))
        open_ = {
            each.thing[1]: each
            for each in ways.debts(Choice(payer))
            if each.thing and each.thing[0] is Kind.PROCEDURE
        }
        if way is Way.PROCEDURES and open_:
            ticked = self._dice.sample(sorted(open_), self._dice.randint(1, min(4, len(open_))))
            if self._dice.random() < 0.5:
                return Choice(payer, way, procedures=tuple(ticked))
            parts = ((each, self._part(open_[each].amount)) for each in ticked)
            return Choice(payer, way, amounts=tuple((each, part) for each, part in parts))
        return Choice(payer, Way.FAMILY if way in (Way.PLAN, Way.PROCEDURES) else way)

    def _part(self, amount: Decimal) -> Decimal:
        cents = int(amount * 100)
        return Decimal(self._dice.choice((cents, self._dice.randint(1, cents)))) / 100

    def _amount(self, ways: Previews, choice: Choice) -> Decimal:
        """Something, exactly what the first few debts need, all, or more."""
        debts = [] if choice.way is Way.PREPAYMENT else ways.debts(choice)
        some = sum((each.amount for each in debts[: self._dice.randint(0, len(debts))]), Decimal(0))
        extra = self._dice.choice((Decimal(0), Decimal("0.01"), Decimal(self._dice.randint(1, 90_000)) / 100))
        return (some + extra).quantize(Decimal("0.01")) or Decimal("0.01")

    def _expected(self, oracle: Oracle, choice: Choice, shown: SplitPreview, *, loose: bool) -> list[Taken]:
        """What must be posted, computed on its own."""
        cents, payer = int(shown.amount * 100), choice.patient
        if choice.way is Way.PREPAYMENT or (loose and choice.way in (Way.FAMILY, Way.PATIENT)):
            return [Taken(payer, ("", 0), "whole", cents)]
        if choice.amounts:
            owners = {each.thing: each.patient for each in oracle.owed()}
            things = [(("procedure", number), int(part * 100)) for number, part in choice.amounts]
            return [Taken(owners[thing], thing, "whole", part) for thing, part in things]
        return oracle.split(cents, self._in_order(oracle.owed(), choice), payer)

    def _in_order(self, owed: list[Owed], choice: Choice) -> list[Owed]:
        if choice.procedures:
            return [
                each for each in owed if each.thing in {("procedure", number) for number in choice.procedures}
            ]
        if choice.way is Way.PATIENT:
            owed = [each for each in owed if each.patient == choice.patient]
        first = choice.plan or self._oldest_due(owed, choice.patient)
        return [each for each in owed if first and each.plan == first] + [
            each for each in owed if not first or each.plan != first
        ]

    def _oldest_due(self, owed: list[Owed], payer: int) -> int:
        """The payer's oldest plan of which something is owed."""
        mine = f"(PatNum = {payer} OR Guarantor = {payer}) AND IsClosed = 0 AND PlanNum = 0"
        plans = self._sql(f"SELECT PayPlanNum FROM payplan WHERE {mine} ORDER BY PayPlanDate, PayPlanNum")
        due = {each.plan for each in owed}
        return next((number for (number,) in plans if number in due), 0)

    def _comparable(self, splits: list[Taken]) -> list[tuple[int, Any, str, int]]:
        """A plan's charge by its plan, date and what it covers: the preview can't know the number of a new one."""
        found = []
        for each in splits:
            thing: Any = each.thing
            if thing[0] == CHARGE and isinstance(thing[1], int):
                ((*thing,),) = self._sql(
                    "SELECT PayPlanNum, ChargeDate, LinkType, FKey FROM payplancharge"
                    f" WHERE PayPlanChargeNum = {thing[1]}"
                )
            found.append((each.patient, thing, each.part, each.cents))
        return found

    def _check(self, family: Family, what: str, one: Any, other: Any) -> None:
        if one != other:
            self.tally.wrong.append(
                f"seed {self._seed}, family {self._number} of patient {family.members[0]}, {what}:"
                f" {one} is not {other}"
            )


def _taken(shown: SplitPreview) -> list[Taken]:
    """A preview in the oracle's terms; of a plan's charge what identifies it."""
    found = [
        Taken(each.debt.patient, _thing(each), each.debt.part.value, int(each.amount * 100))
        for each in shown.shares
    ]
    rest = shown.unearned + shown.unattached
    return [*found, Taken(shown.patient, ("", 0), "whole", int(rest * 100))] if rest else found


def _thing(share: Share) -> Any:
    debt = share.debt
    if debt.thing is None:
        return "", 0
    if debt.thing[0] is not Kind.PLAN_CHARGE:
        return debt.thing[0].value, debt.thing[1]
    kinds = {Kind.ADJUSTMENT: 1, Kind.PROCEDURE: 2}
    kind, number = (kinds[debt.covers[0]], debt.covers[1]) if debt.covers else (0, 0)
    return [debt.plan, str(debt.day), kind, number]


def _body(choice: Choice) -> dict[str, Any]:
    return {
        Way.FAMILY: {},
        Way.PATIENT: {"isPatientPreferred": True},
        Way.PROCEDURES: {"procNums": list(choice.procedures) or [number for number, _ in choice.amounts]},
        Way.PREPAYMENT: {"isPrepayment": True},
        Way.PLAN: {"payPlanNum": choice.plan},
    }[choice.way]


def _failed(error: BaseException) -> None:
    raise error


async def prove(path: Path, count: int, seed: int, first: int = 1) -> Tally:
    """Try so many families in a new practice, from this number on."""
    proof = Proof(path, seed, first)
    try:
        return await proof.run(count)
    finally:
        await proof.close()
