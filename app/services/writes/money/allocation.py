"""The second step of a payment with exact amounts: its splits are replaced. Sent again, it would change nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app.core.text import Dollars, Text, msg
from app.domain.money.cents import ZERO, cents
from app.domain.people.rights import Demand, Right
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack
from app.services.writes.money.posting import demands_of
from app.services.writes.reading import whole_row
from app.services.writes.words import ASK_CHANGED, ASK_GONE, IN_ACCOUNT
from app.services.writes.write import Write
from app.store.topics import Part, Topic
from app.wire.endpoint import Sender
from app.wire.resources.pay_splits import PaySplits
from app.wire.resources.payments import Payments

PROCEDURES, CHARGES = "procNumsAndAmounts", "payPlanChargeNumsAndAmounts"
TARGETS = {PROCEDURES: "ProcNum", CHARGES: "PayPlanChargeNum"}
"""The field of a split that each list of amounts names."""
SPLITS = "splits"
"""In the check's result: the amount of each target before the write, as a list of pairs."""
Amounts = dict[tuple[str, int], Decimal]
"""What a payment pays: (field, number) to amount. A split on anything else is ("", its number)."""


class Allocate(Write):
    """Replaces the splits of a payment; proved by its splits, which are read by its number."""

    by_hand = IN_ACCOUNT

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Already done if it pays exactly this; refused if someone else has split it over other things."""
        splits = await self._read(office, intent)
        row = _row_of(intent, splits)
        if not splits:
            return Checked(Check.CONFLICT, row, msg("The payment is no longer in Open Dental."))
        if splits == wanted_by(intent):
            return Checked(Check.ALREADY, row)
        others = {target for target in splits if target[0]} - wanted_by(intent).keys()
        if others:
            words = msg("{not_done}: another user just changed what it pays.", not_done=self.not_done)
            return Checked(Check.CONFLICT, row, words)
        return Checked(Check.CLEAR, row)

    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """Done with the documented answer, the payment itself; else the splits tell."""
        row = whole_row(answer, self.endpoint.record, "PayNum")
        if row is not None and row["PayNum"] == intent.arguments["PayNum"]:
            return ReadBack(Proof.DONE, row)
        return self._judge(intent, await self._read(office, intent), Proof.UNCLEAR)

    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """Done when the splits are as wanted; not done when they are as before."""
        splits = await self._read(office, entry.intent)
        if not splits:
            return ReadBack(Proof.UNCLEAR, words=ASK_GONE)
        before = {
            (name, number): cents(amount) for name, number, amount in (entry.seen or {}).get(SPLITS, ())
        }
        return self._judge(entry.intent, splits, Proof.NOT_DONE if splits == before else Proof.UNCLEAR)

    def undo(self, entry: Entry) -> Intent | None:
        """None."""
        return None

    def applies(self, fields: Wire) -> Topic | None:
        """The account of the payment's patient."""
        key = fields.get("PatNum")
        return Topic(Part.ACCOUNT, int(key)) if key else None

    def demands(self, intent: Intent, today: date) -> Sequence[Demand]:
        """The right to take payments, for the sum."""
        return demands_of(intent, Right.PAYMENT, sum(wanted_by(intent).values(), ZERO), "", today)

    def _judge(self, intent: Intent, splits: Amounts, otherwise: Proof) -> ReadBack:
        row = _row_of(intent, splits)
        if splits == wanted_by(intent):
            return ReadBack(Proof.DONE, row)
        return ReadBack(otherwise, row, ASK_CHANGED if otherwise is Proof.UNCLEAR else "")

    async def _read(self, office: Sender, intent: Intent) -> Amounts:
        """What the payment pays. No splits at all are trusted only the second time."""
        number = int(intent.arguments["PayNum"])
        rows = list(await PaySplits(office).list(PayNum=number))
        rows = rows or list(await PaySplits(office).list(PayNum=number))
        found: Amounts = defaultdict(lambda: ZERO)
        by_charge = CHARGES in intent.arguments
        for row in rows:
            if by_charge and row.PayPlanChargeNum:
                found["PayPlanChargeNum", row.PayPlanChargeNum] += cents(row.SplitAmt)
            elif row.ProcNum and not row.PayPlanChargeNum:
                found["ProcNum", row.ProcNum] += cents(row.SplitAmt)
            else:
                found["", row.SplitNum] += cents(row.SplitAmt)
        return dict(found)


ALLOCATE = Allocate("allocation", Payments.allocate, not_done=msg("Payment not allocated as chosen"))


def allocate_intent(
    person: Person,
    amount: Decimal,
    procedures: Sequence[tuple[int, Decimal]],
    charges: Sequence[tuple[int, Decimal]] = (),
    pay_num: int = 0,
) -> Intent | None:
    """Make a payment pay exactly these; None if there are no amounts. `pay_num` 0: the payment just posted."""
    lists = {PROCEDURES: ("ProcNum", procedures), CHARGES: ("PayPlanChargeNum", charges)}
    given = {
        name: [{key: number, "Amount": f"{cents(each)}"} for number, each in pairs]
        for name, (key, pairs) in lists.items()
        if pairs
    }
    if not given:
        return None
    return ALLOCATE.intent(
        subject=f"allocation:{pay_num}",
        arguments={"PayNum": pay_num, **given},
        context={"PatNum": person.pat_num},
        words=_words(amount, person),
        whose=person.display,
    )


def wanted_by(intent: Intent) -> Amounts:
    """What an intent allocates."""
    found: Amounts = defaultdict(lambda: ZERO)
    for name, key in TARGETS.items():
        for each in intent.arguments.get(name, ()):
            found[key, int(each[key])] += cents(each["Amount"])
    return dict(found)


def _row_of(intent: Intent, splits: Mapping[tuple[str, int], Decimal]) -> Wire:
    pairs = [[name, number, f"{amount}"] for (name, number), amount in splits.items()]
    pat_num = intent.context.get("PatNum", 0)
    return {"PayNum": intent.arguments["PayNum"], "PatNum": pat_num, SPLITS: pairs}


def _words(amount: Decimal, person: Person) -> Text:
    return msg("Payment of {amount} allocated for {name}", amount=Dollars(amount), name=person.display)
