"""Which debts a payment pays, and in which order: the rule that payments are posted by, and their preview."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from app.domain.money.allocation import Debt, Kind


def to_pay(
    debts: Iterable[Debt],
    patient: int,
    *,
    own_only: bool = False,
    procedures: Collection[int] = (),
    plans: Iterable[int] = (),
) -> list[Debt]:
    """The debts of the family that a payment by this patient pays, in order.

    `procedures`: only these ProcNums, the oldest first. `own_only`: only the patient's own debts. `plans`: the open
    plans that the patient pays or that cover the patient's treatment, oldest first; the first of them with charges
    due is paid before anything else.
    """
    if procedures:
        wanted = {(Kind.PROCEDURE, number) for number in procedures}
        return [each for each in debts if each.thing in wanted]
    known = [each for each in debts if each.patient == patient or not own_only]
    due = {each.plan for each in known} - {0}
    return _first(known, next((plan for plan in plans if plan in due), 0))


def to_pay_on_plan(
    debts: Iterable[Debt], patient: int, plan: int, due: Iterable[Debt], *, own_only: bool = False
) -> list[Debt]:
    """The same for a payment on a plan: its charges first. `due`: the debts of the family of the plan's guarantor."""
    known = [each for each in debts if each.patient == patient or not own_only]
    things = {each.thing for each in known}
    return _first([*known, *(each for each in due if each.plan == plan and each.thing not in things)], plan)


def _first(debts: list[Debt], plan: int) -> list[Debt]:
    return sorted(debts, key=lambda each: not plan or each.plan != plan)
