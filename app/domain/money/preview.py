"""How a payment will be split, before it is posted: the same rules by which the office posts it.

What does not depend on the amount is computed once for each way to pay, so that the split follows every key.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from app.domain.money.account import Account, Posting
from app.domain.money.allocation import Debt, Kind, Share, Thing, pay
from app.domain.money.cents import ZERO, total
from app.domain.money.dynamic import Charged, Charging, DynamicPlan, Production, owed_on
from app.domain.money.posting_order import to_pay, to_pay_on_plan

FIRST_NEW = 2**62
"""Keys of what will be written by then, above all that exist: the order of debts is the order of keys."""


class Way(StrEnum):
    """What a payment pays."""

    FAMILY = "family"
    """The oldest of the family first."""
    PATIENT = "patient"
    """The oldest of this patient first."""
    PROCEDURES = "procedures"
    """Ticked procedures, each with an exact amount, or the oldest of them first."""
    PREPAYMENT = "prepayment"
    PLAN = "plan"
    """What is due on a payment plan first."""


class Choice(Struct, frozen=True):
    """What a payment should pay; `patient` is whose payment it is."""

    patient: int
    way: Way = Way.FAMILY
    procedures: tuple[int, ...] = ()
    """ProcNums that were ticked."""
    amounts: tuple[tuple[int, Decimal], ...] = ()
    """Exact amounts by ProcNum; instead of `procedures`."""
    charges: tuple[tuple[int, Decimal], ...] = ()
    """Exact amounts by PayPlanChargeNum, beside `amounts`. The plans' next charges aren't made with it."""
    plan: int = 0
    """The PayPlanNum; for a prepayment, the plan it is for, or 0."""


class SplitPreview(Struct, frozen=True):
    """What a payment would do."""

    amount: Decimal
    shares: tuple[Share, ...] = ()
    """In the order in which they are posted: what is paid, whose it is, and how much of it."""
    unearned: Decimal = ZERO
    """What stays as a prepayment."""
    unattached: Decimal = ZERO
    """In an office that doesn't attach payments: the amount, on the patient's account."""
    patient: int = 0
    before: Decimal = ZERO
    """The family's balance before it, with the plan charges that are made with it."""
    owners: Mapping[int, Decimal] = {}
    """Balances before it by patient."""
    excess: tuple[Thing, ...] = ()
    """Procedures and plan charges whose exact amount is more than what is owed on them: it can't be posted."""

    @property
    def after(self) -> Decimal:
        """The family's balance after it, before insurance estimates."""
        return self.before - self.amount

    def after_of(self, patient: int) -> Decimal:
        """One patient's balance after it."""
        paid = sum((each.amount for each in self.shares if each.debt.patient == patient), ZERO)
        if patient == self.patient:
            paid += self.unearned + self.unattached
        return self.owners.get(patient, ZERO) - paid


class PlanState(Struct, frozen=True):
    """A dynamic plan with all that decides which charges it makes when a payment is posted."""

    plan: DynamicPlan
    production: tuple[Production, ...]
    charged: tuple[Charged, ...]
    prepaid: tuple[tuple[int, Decimal], ...] = ()
    """Prepayments on it, by patient and kind, in the order of their first one."""


class OpenPlan(Struct, frozen=True):
    """A payment plan that is neither closed nor an insurance plan's."""

    num: int
    patient: int
    guarantor: int


def with_charges(account: Account, states: Iterable[PlanState], heads: Mapping[int, int]) -> Account:
    """The account after its plans made the charges that are due: posting a payment makes them first.

    `account` may be of several families; `heads` has the guarantor of each patient.
    """
    postings, number = list(account.postings), FIRST_NEW
    for state in states:
        charging = Charging(state.plan, state.production, state.charged)
        charging.issue(account.today)
        for each in charging.made:
            item, number = each.production, number + 1
            if each.day <= account.today:
                postings.append(
                    Posting(
                        Kind.PLAN_CHARGE, number, state.plan.guarantor, each.day, each.principal + each.interest,
                        None, item.provider, item.clinic, state.plan.num, interest=each.interest, covers=item.thing,
                    )
                )  # fmt: skip
        for patient, amount in state.prepaid if charging.made else ():
            family = family_of(state.plan.guarantor, heads)
            paying = Account(account.today, tuple(postings), account.estimates).of_all(family)
            postings += _moved(paying, state, patient, amount)
    return Account(account.today, tuple(postings), account.estimates)


def family_of(patient: int, heads: Mapping[int, int]) -> frozenset[int]:
    """Everybody with the same guarantor, and the patient."""
    head = heads.get(patient)
    return frozenset({patient, *(each for each, other in heads.items() if other == head)})


def _moved(account: Account, state: PlanState, patient: int, amount: Decimal) -> list[Posting]:
    """A prepayment moved to the charges of its plan."""
    debts, _ = account.debts()
    shares, rest = pay(amount, owed_on(debts, state.plan.num))
    if not shares:
        return []
    found = [
        Posting(
            Kind.SPLIT, FIRST_NEW, patient, account.today, amount - rest, plan=state.plan.num, unearned=True
        )
    ]
    for share in shares:
        debt = share.debt
        found.append(
            Posting(
                Kind.SPLIT, FIRST_NEW, debt.patient, account.today, -share.amount, debt.thing, debt.provider,
                debt.clinic, debt.plan, part=debt.part,
            )
        )  # fmt: skip
    return found


class _Order:
    """Debts in the order of payment, with what it takes to pay all up to each."""

    def __init__(self, debts: Iterable[Debt]) -> None:
        self.debts = tuple(debts)
        self.sums = list(accumulate((each.amount for each in self.debts), initial=ZERO))
        self.paid = tuple(Share(each, each.amount) for each in self.debts)

    def pay(self, amount: Decimal) -> tuple[tuple[Share, ...], Decimal]:
        """The shares of an amount, and the rest."""
        if amount >= self.sums[-1]:
            return self.paid, amount - self.sums[-1]
        whole = max(bisect_left(self.sums, amount) - 1, 0)
        left = amount - self.sums[whole]
        return (*self.paid[:whole], *((Share(self.debts[whole], left),) if left > 0 else ())), ZERO


class Previews:
    """Previews of payments on one family's account. Nothing is read, and nothing written."""

    def __init__(
        self,
        account: Account,
        patient: int,
        heads: Mapping[int, int],
        states: Iterable[PlanState] = (),
        plans: Iterable[OpenPlan] = (),
        *,
        attaches: bool = True,
    ) -> None:
        """`account`: the patient's family's, and those of families that share a payment plan with it.

        `heads`: the guarantor of each patient. `plans`: the family's open ones, oldest first. `attaches`: whether the
        office attaches payments to debts.
        """
        self._wide = account
        self._heads = heads
        self._members = family_of(patient, heads)
        self._states = tuple(states)
        self._plans = tuple(plans)
        self._attaches = attaches
        self._orders: dict[Choice, _Order] = {}
        self._charged: tuple[Account, list[Debt]] | None = None
        self._balances: dict[bool, tuple[Decimal, Mapping[int, Decimal]]] = {}

    def __call__(self, amount: Decimal, choice: Choice) -> SplitPreview:
        """How an amount would be split; nothing of it for one that isn't positive. Exact amounts are their own sum."""
        charges = self._charges_plans(choice)
        before, owners = self._balance(charges=charges)
        made = SplitPreview(max(amount, ZERO), patient=choice.patient, before=before, owners=owners)
        if choice.amounts or choice.charges:
            return self._exact(made, choice)
        if amount <= 0:
            return made
        if choice.way is Way.PREPAYMENT:
            return replace(made, unearned=amount)
        if not charges:
            return replace(made, unattached=amount)
        shares, rest = self._order(choice).pay(amount)
        return replace(made, shares=shares, unearned=rest)

    def owed(self, choice: Choice) -> Decimal:
        """What this way to pay could pay at most before anything is left over."""
        return self._order(choice).sums[-1]

    def debts(self, choice: Choice) -> tuple[Debt, ...]:
        """What is paid, in the order of payment."""
        return self._order(choice).debts

    def _charges_plans(self, choice: Choice) -> bool:
        if choice.way is Way.PREPAYMENT or choice.charges:
            return False
        return self._attaches or choice.way in (Way.PROCEDURES, Way.PLAN)

    def _after_charges(self) -> tuple[Account, list[Debt]]:
        """The accounts with the charges that are made first, and the family's debts."""
        if self._charged is None:
            account = with_charges(self._wide, self._states, self._heads)
            self._charged = account, account.of_all(self._members).debts()[0]
        return self._charged

    def _balance(self, *, charges: bool) -> tuple[Decimal, Mapping[int, Decimal]]:
        if charges not in self._balances:
            account = self._after_charges()[0] if charges else self._wide
            owners: dict[int, Decimal] = defaultdict(lambda: ZERO)
            for each in account.postings:
                if each.patient in self._members:
                    owners[each.patient] += each.amount
            self._balances[charges] = sum(owners.values(), ZERO), owners
        return self._balances[charges]

    def _order(self, choice: Choice) -> _Order:
        if choice not in self._orders:
            self._orders[choice] = _Order(self._debts(choice))
        return self._orders[choice]

    def _debts(self, choice: Choice) -> list[Debt]:
        account, debts = self._after_charges()
        if choice.way is Way.PLAN:
            plan = next((each for each in self._plans if each.num == choice.plan), None)
            due = debts
            if plan is not None and plan.guarantor not in self._members:
                due, _ = account.of_all(family_of(plan.guarantor, self._heads)).debts()
            return to_pay_on_plan(debts, choice.patient, choice.plan, due)
        if choice.way is Way.PROCEDURES:
            return to_pay(debts, choice.patient, procedures=choice.procedures or (0,))
        own = [each.num for each in self._plans if choice.patient in (each.patient, each.guarantor)]
        return to_pay(debts, choice.patient, own_only=choice.way is Way.PATIENT, plans=own)

    def _exact(self, made: SplitPreview, choice: Choice) -> SplitPreview:
        debts = self._wide.of_all(self._members).debts()[0] if choice.charges else self._after_charges()[1]
        owed: dict[Thing | None, list[Debt]] = defaultdict(list)
        for each in debts:
            owed[each.thing].append(each)
        shares: list[Share] = []
        excess: list[Thing] = []
        for kind, pairs in ((Kind.PROCEDURE, choice.amounts), (Kind.PLAN_CHARGE, choice.charges)):
            for number, amount in pairs:
                paid, rest = pay(amount, owed[kind, number])
                if rest or not owed[kind, number]:
                    excess.append((kind, number))
                else:
                    shares += paid
        whole = total(each for _, each in (*choice.amounts, *choice.charges))
        return replace(made, amount=whole, shares=tuple(shares), excess=tuple(excess))
