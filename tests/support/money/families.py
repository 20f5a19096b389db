"""Random families with random accounts, written into a practice's database as other programs would have left them."""

from __future__ import annotations

import datetime
import itertools
import random
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from app.practice.schema import columns
from tests.practice.office_money import CASH, CHECK, DISCOUNT, INACTIVE, LATE_FEE, PREPAID, TODAY

FIRST_KEY = 1_000_000
"""Above every key of the tiny office."""
_CODES = (7, 8)
_AMOUNTS = (1, 45, 99, 100, 1_050, 4_999, 8_000, 12_010, 33_333, 120_000)
"""Cents."""
_TABLES = (
    "patient", "procedurelog", "adjustment", "claimproc", "payment", "paysplit", "payplan", "payplancharge",
    "payplanlink",
)  # fmt: skip

Rows = defaultdict[str, list[dict[str, Any]]]


class Family(Struct):
    """What was written of one family."""

    members: list[int]
    procedures: list[int]
    """Completed ones, some in the future."""
    plans: list[int]
    """Open dynamic plans."""


class Families:
    """Makes families. The same seed makes the same one, whatever was made before."""

    def __init__(self, today: datetime.date = TODAY) -> None:
        self._dice = random.Random(0)
        self._today = today
        self._keys: dict[str, Iterator[int]] = {}
        self.rows: Rows = defaultdict(list)

    def write(self, connection: sa.Connection) -> None:
        """Write what was made since the last time."""
        for name, rows in self.rows.items():
            alike: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
            for row in rows:
                alike[tuple(row)].append(row)
            for each in alike.values():
                connection.execute(sa.insert(columns.metadata.tables[name]), each)
        self.rows = defaultdict(list)

    def start(self, connection: sa.Connection) -> None:
        """Go on with the keys after those that the practice has made meanwhile."""
        for name in _TABLES:
            table = columns.metadata.tables[name]
            last = connection.execute(sa.select(sa.func.max(next(iter(table.primary_key))))).scalar() or 0
            self._keys[name] = itertools.count(max(last, FIRST_KEY) + 1)

    def make(self, seed: str) -> Family:
        """One more family."""
        dice = self._dice = random.Random(seed)
        head = self._key("patient")
        members = [head] + [self._key("patient") for _ in range(dice.choice((0, 0, 1, 2, 3)))]
        for number in members:
            self._add(
                "patient", PatNum=number, Guarantor=head, LName="Random", FName=f"No. {number}", PatStatus=INACTIVE,
                PriProv=1, ClinicNum=dice.choice((0, 1)), BillingType=60,
            )  # fmt: skip
        family = Family(members, [], [])
        for _ in range(dice.choice((1, 3, 6, 12, 25))):
            self._treat(family)
        for _ in range(dice.choice((0, 1, 3))):
            self._adjust(family, 0, dice.choice(members))
        for _ in range(dice.choice((0, 1, 4, 8))):
            self._pay(family)
        if dice.random() < 0.15:
            self._old_plan(family)
        for _ in range(dice.choice((0, 0, 0, 1, 1, 2))):
            self._dynamic_plan(family)
        return family

    def _add(self, name: str, **row: Any) -> None:
        self.rows[name].append(row)

    def _key(self, name: str) -> int:
        return next(self._keys[name])

    def _day(self, ahead: int = 3) -> str:
        return str(self._today - datetime.timedelta(days=self._dice.randint(-ahead, 200)))

    def _amount(self) -> float:
        dice = self._dice
        return dice.choice(_AMOUNTS) / 100 if dice.random() < 0.5 else dice.randint(1, 150_000) / 100

    def _treat(self, family: Family) -> None:
        """A procedure with what belongs to it."""
        dice, number, who = self._dice, self._key("procedurelog"), self._dice.choice(family.members)
        status = dice.choice((2, 2, 2, 2, 2, 1, 6))
        fee, day = self._amount(), self._day()
        self._add(
            "procedurelog", ProcNum=number, PatNum=who, CodeNum=dice.choice(_CODES), ProcStatus=status, ProcDate=day,
            ProcFee=fee, UnitQty=dice.choice((0, 1, 1, 1, 2)), BaseUnits=dice.choice((0, 0, 0, 1)),
            ProvNum=dice.choice((1, 2)), ClinicNum=dice.choice((0, 1)),
        )  # fmt: skip
        if status != 2:
            return
        family.procedures.append(number)
        if dice.random() < 0.2:
            self._adjust(family, number, who if dice.random() < 0.9 else dice.choice(family.members))
        for _ in range(dice.choice((0, 0, 1, 1, 2))):
            self._insure(family, number if dice.random() < 0.9 else 0, who, fee)

    def _insure(self, family: Family, procedure: int, who: int, fee: float) -> None:
        dice = self._dice
        status = dice.choice((0, 0, 0, 1, 1, 1, 2, 4, 5, 6, 7))
        part = round(fee * dice.choice((0, 0.5, 0.8, 1, 1.1)), 2)
        off = round(fee * dice.choice((0, 0, 0.1)), 2)
        paid = {"InsPayEst": part} if status in (0, 2, 6) else {"InsPayAmt": part, "InsPayEst": part}
        self._add(
            "claimproc", ClaimProcNum=self._key("claimproc"), ProcNum=procedure,
            PatNum=who if dice.random() < 0.97 else dice.choice(family.members), ProvNum=1, Status=status, **paid,
            WriteOff=off, ProcDate=self._day(), DateCP=self._day() if dice.random() < 0.8 else "0001-01-01",
            ClinicNum=1,
        )  # fmt: skip

    def _adjust(self, family: Family, procedure: int, who: int) -> None:
        """An adjustment of a procedure or of the account, perhaps paid."""
        dice, number, amount = self._dice, self._key("adjustment"), self._amount()
        more = dice.random() < 0.5
        self._add(
            "adjustment", AdjNum=number, PatNum=who, AdjType=LATE_FEE if more else DISCOUNT,
            AdjAmt=amount if more else -amount, AdjDate=self._day(), ProcNum=procedure, ProvNum=1, ClinicNum=1,
        )  # fmt: skip
        if dice.random() < 0.2:
            self._split(family, self._payment(family, amount), amount, AdjNum=number)

    def _payment(self, family: Family, amount: float) -> int:
        number, day = self._key("payment"), self._day()
        self._add(
            "payment", PayNum=number, PatNum=self._dice.choice(family.members), PayType=CASH, PayAmt=amount,
            PayDate=day, DateEntry=day, ClinicNum=1, CheckNum=str(CHECK),
        )  # fmt: skip
        return number

    def _split(self, family: Family, payment: int, amount: float, **more: Any) -> None:
        row = {
            "SplitNum": self._key("paysplit"), "PayNum": payment, "PatNum": self._dice.choice(family.members),
            "SplitAmt": amount, "DatePay": self._day(1), "ProvNum": 1, "ClinicNum": 1,
        }  # fmt: skip
        self._add("paysplit", **row | more)

    def _pay(self, family: Family) -> None:
        """A payment in a few splits: attached, loose, to someone else's procedure, or unearned."""
        dice, parts = self._dice, [self._amount() for _ in range(self._dice.choice((1, 1, 2, 4)))]
        payment = self._payment(family, round(sum(parts), 2))
        for part in parts:
            amount = -part if dice.random() < 0.05 else part
            number = dice.choice(family.procedures) if family.procedures else 0
            owner = next((row["PatNum"] for row in self.rows["procedurelog"] if row["ProcNum"] == number), 0)
            kind = dice.random()
            if kind < 0.6 and owner:
                self._split(family, payment, amount, ProcNum=number, PatNum=owner)
            elif kind < 0.65:
                self._split(family, payment, amount, ProcNum=number)
            elif kind < 0.85:
                self._split(family, payment, amount)
            else:
                self._split(family, payment, amount, UnearnedType=PREPAID)

    def _old_plan(self, family: Family) -> None:
        """A patient plan of an old office: charges, and a credit for what it took over."""
        dice, plan, who = self._dice, self._key("payplan"), self._dice.choice(family.members)
        self._add(
            "payplan", PayPlanNum=plan, PatNum=who, Guarantor=dice.choice(family.members), PayPlanDate=self._day(),
            PayAmt=50.0, IsClosed=dice.choice((0, 0, 1)), CompletedAmt=150.0,
        )  # fmt: skip
        payer = self.rows["payplan"][-1]["Guarantor"]
        for _ in range(3):
            self._charge(
                family, plan, payer, who, 50.0, Interest=dice.choice((0.0, 0.55)), FKey=0, LinkType=0
            )
        number = dice.choice(family.procedures) if family.procedures and dice.random() < 0.7 else 0
        self._add(
            "payplancharge", PayPlanChargeNum=self._key("payplancharge"), PayPlanNum=plan, Guarantor=payer, PatNum=who,
            ChargeDate=self._day(), Principal=150.0, ProvNum=1, ClinicNum=1, ChargeType=1, ProcNum=number,
        )  # fmt: skip

    def _charge(self, family: Family, plan: int, payer: int, who: int, principal: float, **more: Any) -> None:
        """A charge of a plan, perhaps paid in part."""
        dice, number = self._dice, self._key("payplancharge")
        self._add(
            "payplancharge", PayPlanChargeNum=number, PayPlanNum=plan, Guarantor=payer, PatNum=who,
            ChargeDate=self._day(40), Principal=principal, ProvNum=1, ClinicNum=1, ChargeType=0, **more,
        )  # fmt: skip
        if dice.random() < 0.4:
            paid = self._payment(family, 20.0)
            kind = dice.choice((0, 1, 2))
            self._split(
                family,
                paid,
                20.0,
                PayPlanNum=plan,
                PayPlanChargeNum=number,
                PatNum=payer,
                PayPlanDebitType=kind,
            )

    def _dynamic_plan(self, family: Family) -> None:
        """A dynamic plan over procedures and adjustments, with charges made and others due by now."""
        dice, plan = self._dice, self._key("payplan")
        who, payer = dice.choice(family.members), dice.choice(family.members)
        start = self._today - datetime.timedelta(days=dice.randint(-40, 120))
        closed = dice.random() < 0.1
        self._add(
            "payplan", PayPlanNum=plan, PatNum=who, Guarantor=payer, PayPlanDate=str(start), IsDynamic=1,
            IsClosed=int(closed), PayAmt=dice.choice((10.0, 33.33, 100.0, 1000.0)), APR=dice.choice((0.0, 0.0, 12.5)),
            DownPayment=dice.choice((0.0, 0.0, 25.0)), ChargeFrequency=dice.choice((0, 1, 2, 3, 4)),
            DatePayPlanStart=str(start + datetime.timedelta(days=dice.choice((0, 7, 30)))),
            DateInterestStart=dice.choice((str(start), "0001-01-01")),
            DynamicPayPlanTPOption=dice.choice((1, 1, 2)),
        )  # fmt: skip
        things = [(2, row["ProcNum"]) for row in self.rows["procedurelog"] if row["PatNum"] in family.members]
        things += [(1, row["AdjNum"]) for row in self.rows["adjustment"] if row["PatNum"] in family.members]
        taken = {(row["LinkType"], row["FKey"]) for row in self.rows["payplanlink"]}
        free = [each for each in things if each not in taken]
        for kind, number in dice.sample(free, min(len(free), dice.choice((1, 2, 3)))):
            self._add(
                "payplanlink", PayPlanLinkNum=self._key("payplanlink"), PayPlanNum=plan, LinkType=kind, FKey=number,
                AmountOverride=dice.choice((0.0, 0.0, 0.0, 40.0)), SecDateTEntry=f"{min(start, self._today)} 09:00:00",
            )  # fmt: skip
            if dice.random() < 0.5:
                self._charge(family, plan, payer, who, 10.0, FKey=number, LinkType=kind, Interest=0.12)
        if dice.random() < 0.3:
            ahead = self._payment(family, 60.0)
            self._split(family, ahead, 60.0, UnearnedType=PREPAID, PayPlanNum=plan, PatNum=payer)
        if not closed:
            family.plans.append(plan)
