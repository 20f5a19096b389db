"""Carriers and plans are offered while one is typed."""

from __future__ import annotations

from app.services.patients.insurance_lookup import InsuranceLookup
from tests.practice import office_insurance
from tests.support.bench_office import Bench


async def test_a_carrier_is_offered(bench: Bench) -> None:
    """One that sounds like the typed name, hidden ones last; they are read once for the form."""
    bench.sql("INSERT INTO carrier (CarrierNum, CarrierName) VALUES (7, 'Delta Dental of California')")
    bench.sql("INSERT INTO carrier (CarrierNum, CarrierName, IsHidden) VALUES (8, 'Delta Dental CA', 1)")
    lookup = InsuranceLookup(bench.client)
    bench.wire.take()
    assert await lookup.carriers("D") == ()
    for typed in ("delta", "Delta Dental CA"):
        assert [row.CarrierNum for row in await lookup.carriers(typed)] == [7, 8], typed
    assert [row.CarrierName for row in await lookup.carriers("Blue heron")] == ["Blue Heron Dental"]
    assert await lookup.carriers("Humana") == ()
    assert len(bench.wire.take()) == 1


async def test_a_plan_is_offered(bench: Bench) -> None:
    """A carrier's plans, those with the typed group number or name first."""
    bench.sql(
        "INSERT INTO insplan (PlanNum, CarrierNum, GroupName, GroupNum) VALUES (40, 1, 'Harbor', '00G-11')"
    )
    lookup = InsuranceLookup(bench.client)
    assert {row.PlanNum for row in await lookup.plans(1)} == {office_insurance.PPO, 40}
    assert [row.PlanNum for row in await lookup.plans(1, "g11")] == [40]
    assert [row.PlanNum for row in await lookup.plans(1, "", "cannery inc")] == [office_insurance.PPO]
    assert await lookup.plans(1, "999", "Mill") == ()
