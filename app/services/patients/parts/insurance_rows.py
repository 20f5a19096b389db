"""The rows behind a patient's insurance, from one query or from the API's methods."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Sequence
from typing import TypeVar

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.services.patients.parts.union import UnionRows
from app.wire.resources.benefits import Benefit
from app.wire.resources.carriers import Carrier
from app.wire.resources.claim_procs import ClaimProc
from app.wire.resources.cov_cats import CovCat
from app.wire.resources.family_modules import FamilyInsurance
from app.wire.resources.ins_plans import InsPlan
from app.wire.resources.ins_subs import InsSub
from app.wire.resources.ins_verifies import InsVerify, VerifyTypes

T = TypeVar("T")


class InsuranceRows(Struct):
    """The rows of one patient's plans."""

    coverage: Sequence[FamilyInsurance]
    claim_procs: Sequence[ClaimProc] = ()
    subs: Sequence[InsSub] = ()
    plans: Sequence[InsPlan] = ()
    carriers: Sequence[Carrier] = ()
    benefits: Sequence[Benefit] = ()
    verified: Sequence[InsVerify] = ()
    categories: Sequence[CovCat] = ()


def rows_of(rows: UnionRows) -> InsuranceRows:
    """From the query."""
    return InsuranceRows(
        rows.of("coverage", FamilyInsurance),
        rows.of("claimproc", ClaimProc),
        rows.of("sub", InsSub),
        rows.of("plan", InsPlan),
        rows.of("carrier", Carrier),
        rows.of("benefit", Benefit),
        rows.of("verified", InsVerify),
        rows.of("category", CovCat),
    )


async def rows_by_methods(client: OpenDental, pat_num: int) -> InsuranceRows:
    """From the methods. Raises the ApiErrors of the coverage, its benefits and claims; other details may be missing."""
    coverage, claim_procs = await asyncio.gather(
        client.family_modules.insurance(pat_num), client.claim_procs.list(PatNum=pat_num)
    )
    found = InsuranceRows(list(coverage), list(claim_procs))
    each = await asyncio.gather(*(_details(client, row) for row in coverage))
    for name in ("subs", "plans", "carriers", "benefits", "verified"):
        setattr(found, name, [row for rows in each for row in getattr(rows, name)])
    return found


async def _details(client: OpenDental, row: FamilyInsurance) -> InsuranceRows:
    """One plan's."""
    both = asyncio.gather(
        client.benefits.list(PlanNum=row.PlanNum), client.benefits.list(PatPlanNum=row.PatPlanNum)
    )
    verified = asyncio.gather(
        _or_none(client.ins_verifies.list(VerifyType=VerifyTypes.INSURANCE_BENEFIT, FKey=row.PlanNum)),
        _or_none(client.ins_verifies.list(VerifyType=VerifyTypes.PATIENT_ENROLLMENT, FKey=row.PatPlanNum)),
    )
    sub, plan, carrier = await asyncio.gather(
        _or_none(client.ins_subs.get(row.InsSubNum)),
        _or_none(client.ins_plans.get(row.PlanNum)),
        _or_none(client.carriers.get(row.CarrierNum)),
    )
    return InsuranceRows(
        (),
        subs=[] if sub is None else [sub],
        plans=[] if plan is None else [plan],
        carriers=[] if carrier is None else [carrier],
        benefits=[each for rows in await both for each in rows],
        verified=[each for rows in await verified for each in rows or ()],
    )


async def _or_none(reading: Awaitable[T]) -> T | None:
    """What an older office lacks is left out."""
    try:
        return await reading
    except ApiError:
        return None
