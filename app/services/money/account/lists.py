"""A family's account from the lists of its members, for a key without Queries."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.errors import ApiError, BadRequest, Gone, NotFound
from app.api.need import Need
from app.domain.chart.procedures import not_deleted
from app.domain.money.allocation import Kind, Thing
from app.services.money.account.postings import PAID
from app.services.money.account.rows import ChargeRow, FamilyRows, SplitRow
from app.services.money.account.view import rows_of_view
from app.wire.resources.account_modules import PatientBalance
from app.wire.resources.claim_procs import ClaimProcs, ClaimProcStatus
from app.wire.resources.patients import Patient
from app.wire.resources.pay_plan_charges import PayPlanCharge, PayPlanCharges
from app.wire.resources.pay_plan_links import PayPlanLink
from app.wire.resources.pay_plans import PayPlan
from app.wire.resources.pay_splits import PaySplit, PaySplits
from app.wire.resources.payments import Payment
from app.wire.resources.preferences import Preference
from app.wire.resources.procedure_logs import ProcedureLogs
from app.wire.version import Version

BY_PATIENT_SINCE = Version.parse("24.4.24")
"""Since then splits can be listed by patient; claim procedures and plan charges could be before."""
FAMILIES_SINCE = Version.parse("22.4.19")
DOWN_PAYMENT = "Down Payment"  # words: Open Dental's note
"""The note of a charge that is a plan's down payment: the API does not say it otherwise."""
_NONE: Mapping[int, Payment] = {}
_SHOWN = frozenset({*PAID, ClaimProcStatus.NOT_RECEIVED, ClaimProcStatus.ESTIMATE})


Family = tuple[tuple[Patient, ...], tuple[PatientBalance, ...]]
"""The members' rows, and what each owes after insurance."""


class AccountLists:
    """Reads them: seven lists a member, two a payment plan."""

    def __init__(self, client: OpenDental) -> None:
        self._client = client
        self._preferences: tuple[Preference, ...] | None = None
        self._refused = False

    @property
    def can_compose(self) -> bool:
        """Whether this office lists everything by patient; else the account is the service date view."""
        version = self._client.capabilities.version
        old = self._refused or (version is not None and version < BY_PATIENT_SINCE)
        needed = (PaySplits.list, ClaimProcs.list, PayPlanCharges.list)
        return not old and all(bool(self._client.can(each)) for each in needed)

    async def members(self, pat_num: int, need: Need) -> Family:
        """The patient's family, also those who were deleted and still owe something. Raises the client's ApiErrors."""
        client = self._client.at(need)
        own, balances = await asyncio.gather(
            client.patients.get(pat_num), client.account_modules.patient_balances(pat_num)
        )
        guarantor = own.Guarantor or pat_num
        found = {pat_num: own}
        if _lists_families(self._client):
            found |= {row.PatNum: row for row in await client.patients.simple(Guarantor=guarantor)}
        missing = sorted({row.PatNum for row in balances} - found.keys())
        others = await asyncio.gather(*(client.patients.get(number) for number in missing))
        return (*found.values(), *others), tuple(balances)

    async def view(
        self, pat_num: int, family: Family, providers: Mapping[str, int], need: Need
    ) -> FamilyRows:
        """The service date view of the family. Raises the client's ApiErrors."""
        members, balances = family
        client = self._client.at(need)
        entries, preferences = await asyncio.gather(
            client.account_modules.service_date_view(pat_num, isFamily=True), self._read_preferences(client)
        )
        rows = rows_of_view(members, entries, balances, providers)
        return replace(rows, preferences=preferences, unread=len(entries.unreadable))

    async def every_link(self, need: Need) -> tuple[PayPlanLink, ...]:
        """What all plans of the office cover: a plan of another family may cover a member's treatment."""
        return tuple(await self._client.at(need).pay_plan_links.list())

    async def owner_of(self, thing: Thing, need: Need) -> int:
        """The patient of a procedure; 0: it can't be told."""
        if thing[0] is not Kind.PROCEDURE or not self._client.can(ProcedureLogs.get):
            return 0
        try:
            return (await self._client.at(need).procedure_logs.get(thing[1])).PatNum
        except ApiError:
            return 0

    async def read(self, members: Iterable[Patient], need: Need) -> FamilyRows | None:
        """Everything of these patients; None where the office doesn't list it. Raises the client's other ApiErrors."""
        try:
            return await self._read(tuple(members), need)
        except (BadRequest, NotFound, Gone):
            self._refused = True
            return None

    async def _read(self, people: tuple[Patient, ...], need: Need) -> FamilyRows:
        client = self._client.at(need)
        answers, preferences = await asyncio.gather(
            asyncio.gather(*(_of_member(client, row.PatNum) for row in people)),
            self._read_preferences(client),
        )
        payments = {row.PayNum: row for _, paid in answers for row in paid}
        each = [found for found, _ in answers]
        plans = {plan.PayPlanNum: plan for found in each for plan in found.plans}
        of_plans = await asyncio.gather(*(_of_plan(client, plan) for plan in plans.values()))
        return FamilyRows(
            people,
            _all(each, "procedures"),
            _all(each, "adjustments"),
            tuple(_with_payment(row, payments) for row in _all(each, "splits")),
            _all(each, "claim_procs"),
            tuple(plans.values()),
            _all(of_plans, "charges"),
            _all(of_plans, "links"),
            preferences,
            sum(found.unread for found in (*each, *of_plans)),
        )

    async def _read_preferences(self, client: OpenDental) -> tuple[Preference, ...]:
        """How the office posts, asked once; a passing failure is not remembered."""
        if self._preferences is None:
            try:
                self._preferences = tuple(await client.preferences.list(PrefName="RigorousAccounting"))
            except ApiError:
                return ()
        return self._preferences


def _lists_families(client: OpenDental) -> bool:
    version = client.capabilities.version
    return version is None or version >= FAMILIES_SINCE


async def _of_member(client: OpenDental, pat_num: int) -> tuple[FamilyRows, Sequence[Payment]]:
    """A member's rows, and what the member paid: a relative's splits may be of it."""
    treated, paid, plans = await asyncio.gather(
        asyncio.gather(
            client.procedure_logs.list(PatNum=pat_num),
            client.adjustments.list(PatNum=pat_num),
            client.claim_procs.list(PatNum=pat_num),
        ),
        asyncio.gather(client.pay_splits.list(PatNum=pat_num), client.payments.list(PatNum=pat_num)),
        asyncio.gather(client.pay_plans.list(PatNum=pat_num), client.pay_plans.list(Guarantor=pat_num)),
    )
    procedures, adjustments, claim_procs = treated
    splits, payments = paid
    rows = FamilyRows(
        procedures=tuple(not_deleted(procedures)),
        adjustments=tuple(adjustments),
        splits=tuple(map(_with_payment, splits)),
        claim_procs=tuple(row for row in claim_procs if row.Status in _SHOWN),
        plans=tuple(row for own in plans for row in own),
        unread=sum(len(each.unreadable) for each in (*treated, splits, *plans)),
    )
    return rows, payments


async def _of_plan(client: OpenDental, plan: PayPlan) -> FamilyRows:
    charges, links = await asyncio.gather(
        client.pay_plan_charges.list(PayPlanNum=plan.PayPlanNum),
        client.pay_plan_links.list(PayPlanNum=plan.PayPlanNum),
    )
    return FamilyRows(
        charges=tuple(_with_kind(row) for row in charges),
        links=tuple(links),
        unread=len(charges.unreadable) + len(links.unreadable),
    )


def _with_payment(row: PaySplit, payments: Mapping[int, Payment] = _NONE) -> SplitRow:
    """A split with what its payment says; of a payment by someone outside the family nothing is known."""
    paid = payments.get(row.PayNum, Payment())
    fields = {name: getattr(row, name) for name in PaySplit.__struct_fields__}
    return SplitRow(
        **fields, payType=paid.payType, CheckNum=paid.CheckNum, PayAmt=paid.PayAmt, PayDate=paid.PayDate,
        payer=paid.PatNum,
    )  # fmt: skip


def _with_kind(row: PayPlanCharge) -> ChargeRow:
    fields = {name: getattr(row, name) for name in PayPlanCharge.__struct_fields__}
    return ChargeRow(**fields, IsDownPayment=row.Note.strip() == DOWN_PAYMENT)


def _all(found: Iterable[FamilyRows], name: str) -> tuple[Any, ...]:
    return tuple(row for each in found for row in getattr(each, name))
