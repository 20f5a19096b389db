"""A family's claims, statements and discount plans."""

# words: columns and tables of the database
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable, Mapping
from types import MappingProxyType
from typing import ClassVar, TypeVar

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError, NotFound
from app.api.need import Need
from app.services.money.account.query import family_of
from app.services.patients.note_text import marked
from app.services.patients.parts.union import Branch, UnionRows, union_query
from app.services.patients.summary.records import Group
from app.store.office import Office
from app.store.patients.parts import Refused
from app.store.patients.readers import PartReader
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.fields import NO_DATE
from app.wire.resources.claims import Claim
from app.wire.resources.discount_plan_subs import DiscountPlanSub
from app.wire.resources.discount_plans import DiscountPlan
from app.wire.resources.statements import Statement

T = TypeVar("T")


class FiledClaim(Claim):
    """A claim with the name of its carrier; empty: not known."""

    CarrierName: str = ""


class Discount(Struct, frozen=True):
    """A patient's subscription of a discount plan, and the plan; None: it could not be read."""

    sub: DiscountPlanSub
    plan: DiscountPlan | None


class Filings(Struct, frozen=True):
    """The family's, or only the patient's own."""

    claims: Group[tuple[FiledClaim, ...]] = ()
    """The newest first."""
    statements: Group[tuple[Statement, ...]] = ()
    """The newest first."""
    discounts: Group[tuple[Discount, ...]] = ()
    whole_family: bool = True
    """False: only the patient's own and the guarantor's were read, because the key has no Queries."""


BRANCHES: Mapping[str, Branch] = MappingProxyType(
    {
        "claim": Branch(
            FiledClaim,
            (
                "claim.DateService", "claim.ClaimNum", "claim.PatNum", "claim.DateSent", "claim.ClaimStatus",
                "claim.DateReceived", "claim.PlanNum", "claim.ClaimFee", "claim.InsPayEst", "claim.InsPayAmt",
                "claim.DedApplied", "claim.WriteOff", "claim.ClaimType", f"{marked('claim.ClaimNote')} AS ClaimNote",
                f"{marked('claim.ReasonUnderPaid')} AS ReasonUnderPaid", "definition.ItemName AS customTracking",
                "carrier.CarrierName",
            ),
            "claim LEFT JOIN insplan ON insplan.PlanNum = claim.PlanNum"
            " LEFT JOIN carrier ON carrier.CarrierNum = insplan.CarrierNum"
            " LEFT JOIN definition ON definition.DefNum = claim.CustomTracking WHERE claim.PatNum IN {family}",
        ),
        "statement": Branch(
            Statement,
            (
                "DateSent", "StatementNum", "PatNum", f"{marked('Note')} AS Note", "Mode_", "IsSent", "IsReceipt",
                "IsInvoice", "IsBalValid", "InsEst", "BalTotal", "DateRangeFrom", "DateRangeTo",
            ),
            "statement WHERE PatNum IN {family}",
        ),
        "sub": Branch(
            DiscountPlanSub,
            ("DateEffective", "DiscountSubNum", "DiscountPlanNum", "PatNum", "DateTerm", "SubNote"),
            "discountplansub WHERE PatNum IN {family}",
        ),
        "discount": Branch(
            DiscountPlan,
            (
                "Description", "DiscountPlanNum", "DefNum", "PlanNote", "ExamFreqLimit", "XrayFreqLimit",
                "ProphyFreqLimit", "FluorideFreqLimit", "PerioFreqLimit", "LimitedExamFreqLimit", "PAFreqLimit",
                "AnnualMax",
            ),
            "discountplan WHERE DiscountPlanNum IN"
            " (SELECT DiscountPlanNum FROM discountplansub WHERE PatNum IN {family})",
        ),
    }
)  # fmt: skip


class FilingsReader(PartReader[Filings]):
    """With Queries one request per page of rows. Else lists of the patient, whose carriers are not named."""

    part: ClassVar[Part] = Part.INSURANCE
    """A payment changes nothing of it."""

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)

    async def read(self, pat_num: int, need: Need) -> Filings:
        """Read it. Raises the client's ApiErrors."""
        command = union_query(BRANCHES, {"family": family_of(pat_num)})
        rows = await self._questions.ask("filings", command, need)
        if rows is None:
            return await self._lists(pat_num, need)
        found = UnionRows(BRANCHES, rows)
        plans = {row.DiscountPlanNum: row for row in found.of("discount", DiscountPlan)}
        return Filings(
            claims_in_order(found.of("claim", FiledClaim)),
            statements_in_order(found.of("statement", Statement)),
            tuple(Discount(row, plans.get(row.DiscountPlanNum)) for row in found.of("sub", DiscountPlanSub)),
        )

    async def _lists(self, pat_num: int, need: Need) -> Filings:
        client = self.client.at(need)
        head = (await client.patients.get(pat_num)).Guarantor or pat_num
        claims, statements, discounts = await asyncio.gather(
            _or_refused(self._claims(pat_num, need)),
            _or_refused(self._statements({pat_num, head}, need)),
            _or_refused(self._discounts(pat_num, need)),
        )
        return Filings(claims, statements, discounts, whole_family=False)

    async def _claims(self, pat_num: int, need: Need) -> tuple[FiledClaim, ...]:
        rows = await self.client.at(need).claims.list(PatNum=pat_num)
        return claims_in_order(_filed(row) for row in rows)

    async def _statements(self, pat_nums: Iterable[int], need: Need) -> tuple[Statement, ...]:
        client = self.client.at(need)
        lists = await asyncio.gather(*(client.statements.list(PatNum=each) for each in pat_nums))
        return statements_in_order(row for rows in lists for row in rows)

    async def _discounts(self, pat_num: int, need: Need) -> tuple[Discount, ...]:
        client = self.client.at(need)
        try:
            sub = await client.discount_plan_subs.get(PatNum=pat_num)
        except NotFound:
            return ()
        try:
            return (Discount(sub, await client.discount_plans.get(sub.DiscountPlanNum)),)
        except ApiError:
            return (Discount(sub, None),)


def claims_in_order(rows: Iterable[FiledClaim]) -> tuple[FiledClaim, ...]:
    """The newest first."""
    return tuple(sorted(rows, key=lambda row: (row.DateService or NO_DATE, row.ClaimNum), reverse=True))


def statements_in_order(rows: Iterable[Statement]) -> tuple[Statement, ...]:
    """The newest first, each once."""
    each = {row.StatementNum: row for row in rows}.values()
    return tuple(sorted(each, key=lambda row: (row.DateSent or NO_DATE, row.StatementNum), reverse=True))


def _filed(row: Claim) -> FiledClaim:
    return FiledClaim(**{name: getattr(row, name) for name in Claim.__struct_fields__})


async def _or_refused(reading: Awaitable[T]) -> Group[T]:
    try:
        return await reading
    except ApiError as error:
        return Refused(error)
