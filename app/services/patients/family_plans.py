"""The plans of a patient's family that could cover the patient too."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence

from app.api.client import OpenDental
from app.api.need import Need
from app.wire.resources.family_modules import FamilyInsurance

MOST_MEMBERS = 4
"""Relatives whose plans are read."""


async def family_plans(
    client: OpenDental, relatives: Sequence[int], covered_by: Collection[int]
) -> tuple[FamilyInsurance, ...]:
    """One row for each subscriber's plan that covers one of these PatNums, the first relatives' first.

    `covered_by`: the InsSubNums that cover the patient already; they are left out. One request a relative. Raises
    the client's ApiErrors.
    """
    asked = client.at(Need.SCREEN).family_modules
    each = await asyncio.gather(*(asked.insurance(pat_num) for pat_num in relatives[:MOST_MEMBERS]))
    found = {row.InsSubNum: row for rows in reversed(each) for row in reversed(list(rows))}
    ordered = dict.fromkeys(row.InsSubNum for rows in each for row in rows)
    return tuple(found[number] for number in ordered if number not in covered_by)
