"""Payment plans: making a dynamic one, changing its terms, closing one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.core.text import NO_TEXT, Dollars, Text, msg
from app.domain.money.cents import ZERO, cents
from app.domain.people.rights import Demand, Right
from app.domain.schedule.visit import Person
from app.journal.entries import Intent, Wire
from app.journal.kinds import ReadBack
from app.services.writes.again import ANSWERED, EQUALS
from app.services.writes.money.posting import AMOUNT, NewPosting, RestrictedChange, demands_of
from app.services.writes.patients.change import edit
from app.wire.codec import wire_row, wire_value
from app.wire.endpoint import Sender
from app.wire.resources.pay_plans import PayPlan, PayPlanFrequency, PayPlans

AMOUNTS = ("PayAmt", "APR", "DownPayment")
"""Fields of a plan that are numbers."""


class NewPlan(Struct, frozen=True, kw_only=True):
    """A dynamic payment plan over procedures and adjustments. Either `payment` or `payments` is given."""

    person: Person
    procedures: tuple[int, ...]
    adjustments: tuple[int, ...] = ()
    amount: Decimal
    """What is owed for all of them, for the limits of a role; the office computes its own."""
    payment: Decimal = ZERO
    payments: int = 0
    guarantor: int = 0
    """Who pays; 0: the patient."""
    apr: Decimal = ZERO
    down_payment: Decimal = ZERO
    frequency: PayPlanFrequency = PayPlanFrequency.MONTHLY
    first_due: date | None = None
    """None: a month from now."""
    interest_from: date | None = None
    note: str = ""
    equals: tuple[int, ...] = ()
    """PayPlanNums of the patient's plans that the user has seen."""


async def plans_of(office: Sender, intent: Intent) -> list[Wire]:
    """The patient's plans."""
    return [wire_row(row) for row in await PayPlans(office).list(PatNum=int(intent.arguments["PatNum"]))]


def _equal(row: Wire, intent: Intent) -> Text:
    """Another dynamic plan of the same day."""
    if row["IsDynamic"] != "true" or row["PayPlanDate"] != intent.arguments["PayPlanDate"]:
        return NO_TEXT
    return msg(
        "Payment plan not made: a plan was made for this patient in the meantime. "
        "If this is a second one, make it again."
    )


class MakePlan(NewPosting):
    """A plan of the same day that the user hasn't seen stops it."""

    def demands(self, intent: Intent, today: date) -> Sequence[Demand]:
        """The right to make payment plans."""
        amount, day = cents(intent.context[AMOUNT]), intent.arguments["PayPlanDate"]
        return demands_of(intent, Right.PAY_PLAN, amount, day, today)


class ChangePlan(RestrictedChange):
    """Changes terms of a plan. Amounts are compared as numbers: an office prints 80, 80.0 or 80.00."""

    async def read(self, office: Sender, intent: Intent) -> Wire:
        """The plan, its amounts in one spelling."""
        return _spelled(await super().read(office, intent))

    def judge(self, intent: Intent, row: Wire) -> ReadBack:
        """Whether the plan shows the new terms."""
        return super().judge(intent, _spelled(row))


MAKE_PLAN = MakePlan(
    "payplan",
    PayPlans.create_dynamic,
    key="PayPlanNum",
    mark="Note",
    not_done=msg("Payment plan not made"),
    reads=plans_of,
    like=_equal,
)
CLOSE_PLAN = RestrictedChange(
    "payplan_end",
    PayPlans.close,
    right=Right.PAY_PLAN,
    key="PayPlanNum",
    not_done=msg("Payment plan not closed"),
)


def plan_intent(new: NewPlan, today: date, *, initials: str = "", answered: Sequence[str] = ()) -> Intent:
    """Make a dynamic payment plan."""
    person, amount = new.person, cents(new.amount)
    optional: dict[str, Any] = {
        "PayAmt": new.payment,
        "NumberOfPayments": new.payments,
        "procNums": list(new.procedures),
        "adjNums": list(new.adjustments),
        "Guarantor": new.guarantor,
        "APR": new.apr,
        "DownPayment": new.down_payment,
        "DatePayPlanStart": new.first_due,
        "DateInterestStart": new.interest_from,
    }
    given = {name: wire_value(value) for name, value in optional.items() if value}
    return MAKE_PLAN.intent(
        subject=f"plans:{person.pat_num}",
        arguments={
            "PatNum": person.pat_num,
            "PayPlanDate": wire_value(today),
            "ChargeFrequency": new.frequency.value,
            "Note": " ".join(filter(None, (new.note.strip(), initials))),
            **given,
        },
        context={EQUALS: list(new.equals), ANSWERED: list(answered), AMOUNT: f"{amount}"},
        words=msg("Payment plan of {amount} made for {name}", amount=Dollars(amount), name=person.display),
        whose=person.display,
    )


CHANGE_PLAN = ChangePlan(
    "payplan_terms",
    PayPlans.update_dynamic,
    right=Right.PAY_PLAN,
    key="PayPlanNum",
    not_done=msg("Payment plan not changed"),
)


def change_plan_intent(person: Person, plan: PayPlan, changes: Mapping[str, Any]) -> Intent:
    """Change terms of a dynamic plan, by the wire's names. Needs 25.3.31."""
    intent = edit(
        CHANGE_PLAN, f"plan:{plan.PayPlanNum}", plan, changes, person=person,
        words=msg("Payment plan changed for {name}", name=person.display),
    )  # fmt: skip
    return replace(
        intent,
        arguments=_spelled(intent.arguments),
        before=_spelled(intent.before),
        after=_spelled(intent.after),
    )


def _spelled(row: Wire) -> Wire:
    amounts = {name: f"{Decimal(row[name]).normalize():f}" for name in AMOUNTS if row.get(name) is not None}
    return {**row, **amounts}


def close_plan_intent(person: Person, plan: PayPlan) -> Intent:
    """Close a plan. Interest that is left is charged at once."""
    return CLOSE_PLAN.intent(
        subject=f"plan:{plan.PayPlanNum}",
        arguments={"PayPlanNum": plan.PayPlanNum},
        before={"IsClosed": wire_row(plan)["IsClosed"]},
        after={"IsClosed": "true"},
        context={"PatNum": plan.PatNum},
        words=msg("Payment plan closed for {name}", name=person.display),
        whose=person.display,
    )
