"""Plans of relatives that could cover a patient."""

from __future__ import annotations

from app.services.patients.family_plans import MOST_MEMBERS, family_plans
from tests.practice import office as tiny
from tests.practice import office_insurance as ins
from tests.support.bench_office import Bench


async def test_each_plan_is_offered_once(bench: Bench) -> None:
    """One row a subscriber's plan, the first relative's first; what covers the patient already is left out."""
    found = await family_plans(bench.client, [ins.EVE, ins.DAN], ())
    assert [row.InsSubNum for row in found] == [ins.EVES_SUB, ins.DANS_SUB]
    found = await family_plans(bench.client, [ins.EVE, ins.DAN], {ins.EVES_SUB})
    assert [row.InsSubNum for row in found] == [ins.DANS_SUB]
    assert await family_plans(bench.client, [], ()) == ()


async def test_a_large_family_is_not_read_whole(bench: Bench) -> None:
    """Only the first relatives are asked for, one request each."""
    bench.wire.take()
    await family_plans(bench.client, [tiny.ANN, tiny.BEN, ins.EVE, ins.DAN, tiny.CARA, tiny.ANN], ())
    assert len(bench.wire.take()) == MOST_MEMBERS
