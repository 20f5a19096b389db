"""Insurance is added in steps, changed, put in order, dropped and verified."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.practice.server.faults import Fault
from app.services.writes.patients.patient_writes import NewCoverage, NewPlan, PatPlanRelat, versions
from app.store.topics import Part, Topic
from app.wire.resources.pat_plans import PatPlan
from tests.practice import office as tiny
from tests.practice import office_insurance as ins
from tests.services.front_desk import ANN, DONE, REFUSED, Desk, Town

BEN = Person(tiny.BEN, "Berg", "Ben")
DAN = Person(ins.DAN, "Dove", "Dan")
ALL_NEW = NewCoverage(
    person=BEN,
    subscriber=ANN,
    subscriber_id="AB-1",
    relationship=PatPlanRelat.CHILD,
    ordinal=2,
    carrier_name="Delta Dental",
    carrier_fields={"Phone": "503-555-0100", "Address": ""},
    plan_fields={"GroupName": "Mill", "GroupNum": "M7"},
)
STEPS = ("Carriers.create", "InsPlans.create", "InsSubs.create", "PatPlans.create")


def coverage(town: Town, pat_num: int = tiny.BEN) -> list[tuple[Any, ...]]:
    """A patient's coverage: carrier, group, subscriber's number there, relationship."""
    return town.sql(
        "SELECT p.Ordinal, c.CarrierName, i.GroupNum, s.SubscriberID, p.Relationship FROM patplan p"
        " JOIN inssub s ON s.InsSubNum = p.InsSubNum JOIN insplan i ON i.PlanNum = s.PlanNum"
        " LEFT JOIN carrier c ON c.CarrierNum = i.CarrierNum WHERE p.PatNum = ? ORDER BY p.Ordinal",
        pat_num,
    )


async def plans(desk: Desk, pat_num: int) -> list[PatPlan]:
    """A patient's coverage in order."""
    return sorted(await desk.client.pat_plans.list(PatNum=pat_num), key=lambda row: row.Ordinal)


async def followed(town: Town, desk: Desk, entry: Entry, steps: int) -> tuple[Entry, ...]:
    """Wait until so many steps after an entry are settled; returns them."""
    await town.in_time(lambda: len(desk.writes.steps.after(entry)) == steps)
    await town.settled(desk)
    return desk.writes.steps.after(entry)


async def test_everything_is_new(desk: Desk, town: Town) -> None:
    """A new carrier, plan, subscriber and coverage follow one after another."""
    entry = await desk.patients.insurance.add_coverage(ALL_NEW)
    assert (entry.state, str(entry.intent.words)) == (DONE, "Carrier Delta Dental added")
    steps = await followed(town, desk, entry, 3)
    assert [str(each.intent.words) for each in steps] == [
        "Insurance plan added", "Berg, Ann added as a subscriber", "Insurance added for Berg, Ben",
    ]  # fmt: skip
    assert coverage(town)[-1] == (2, "Delta Dental", "M7", "AB-1", 2)
    assert desk.writes.topic(steps[-1]) == Topic(Part.INSURANCE, tiny.BEN)


@pytest.mark.parametrize("lost", STEPS)
async def test_a_lost_step_is_settled_and_the_rest_follows(town: Town, lost: str) -> None:
    """Whichever answer is lost, each row is made once and the next step goes on from it."""
    desk = await town.desk()
    town.faults.plan(lost, Fault.TIMEOUT_AFTER)
    entry = await desk.patients.insurance.add_coverage(ALL_NEW)
    await followed(town, desk, entry, 3)
    assert [town.faults.seen.count(step) for step in STEPS] == [1] * 4
    assert coverage(town)[-1] == (2, "Delta Dental", "M7", "AB-1", 2)


async def test_what_is_there_is_used(desk: Desk, town: Town) -> None:
    """A plan with the same group number is not made twice, and a carrier of the same name is offered instead."""
    first = await desk.patients.insurance.add_coverage(ALL_NEW)
    await followed(town, desk, first, 3)
    again = await desk.patients.insurance.add_coverage(ALL_NEW)
    assert (again.state, (again.conflict or {})["CarrierName"]) == (REFUSED, "Delta Dental")
    number = (first.answer or {})["CarrierNum"]
    cara = Person(tiny.CARA, "Diaz", "Cara")
    new = NewCoverage(
        person=cara,
        subscriber_id="CD-9",
        carrier_num=number,
        plan_fields={"GroupName": "Mill", "GroupNum": "M7"},
    )
    entry = await desk.patients.insurance.add_coverage(new)
    await followed(town, desk, entry, 2)
    assert town.faults.seen.count("InsPlans.create") == 1
    assert coverage(town, tiny.CARA) == [(1, "Delta Dental", "M7", "CD-9", 0)]


async def test_a_subscriber_gets_another_plan(desk: Desk, town: Town) -> None:
    """A new carrier and plan are added first; then the subscriber's plan changes, for all covered by it; undone."""
    sub = await desk.client.ins_subs.get(ins.EVES_SUB)
    new = NewPlan(person=DAN, subscription=sub, carrier_name="Delta Dental", plan_fields={"GroupNum": "M7"})
    entry = await desk.patients.insurance.replace_plan(new)
    *_, last = await followed(town, desk, entry, 2)
    assert (last.state, coverage(town, ins.DAN)[-1][1:3]) == (DONE, ("Delta Dental", "M7"))
    assert coverage(town, ins.EVE)[0][1:3] == ("Delta Dental", "M7")
    assert desk.writes.topic(last) == Topic(Part.INSURANCE, ins.DAN)
    assert (await desk.writes.undo(last)).state is DONE
    assert coverage(town, ins.EVE)[0][2] == "G10"


async def test_added_coverage_is_undone(desk: Desk, town: Town) -> None:
    """The undo drops the new coverage, not what it was added by; one that was changed since is not dropped."""
    before = coverage(town)
    new = NewCoverage(person=BEN, relationship=PatPlanRelat.SPOUSE, ordinal=2, ins_sub_num=ins.EVES_SUB)
    entry = await desk.patients.insurance.add_coverage(new)
    assert len(coverage(town)) == len(before) + 1
    assert (await desk.writes.undo(entry)).state is DONE
    assert coverage(town) == before
    assert town.sql("SELECT COUNT(*) FROM inssub WHERE InsSubNum = ?", ins.EVES_SUB) == [(1,)]
    entry = await desk.patients.insurance.add_coverage(new)
    town.sql("UPDATE patplan SET Relationship = 2 WHERE PatPlanNum = ?", (entry.answer or {})["PatPlanNum"])
    assert (await desk.writes.undo(entry)).state is REFUSED


async def test_the_order_is_changed(desk: Desk, town: Town) -> None:
    """The secondary becomes the primary, and the undo puts them back; a stale order is not overwritten."""
    first, second = await plans(desk, ins.DAN)
    entry = await desk.patients.insurance.edit_coverage(DAN, second, {"Ordinal": 1})
    assert entry.state is DONE
    assert [row.PatPlanNum for row in await plans(desk, ins.DAN)] == [second.PatPlanNum, first.PatPlanNum]
    stale = await desk.patients.insurance.edit_coverage(DAN, second, {"Ordinal": 3})
    assert (stale.state, [str(each.words) for each in versions(stale)]) == (REFUSED, ["order"])
    assert (await desk.writes.undo(entry)).state is DONE
    assert [row.PatPlanNum for row in await plans(desk, ins.DAN)] == [first.PatPlanNum, second.PatPlanNum]


async def test_coverage_is_dropped_and_restored(desk: Desk, town: Town) -> None:
    """Dropping waits ten seconds, because it deletes the patient's own benefits; the undo covers again in place."""
    before = coverage(town, ins.DAN)
    first, _ = await plans(desk, ins.DAN)
    entry = await desk.patients.insurance.drop_coverage(DAN, first)
    assert desk.writes.is_delayed(entry)
    desk.outbox.hurry([entry.id])
    assert (await town.settled(desk)).state is DONE
    assert len(coverage(town, ins.DAN)) == 1
    assert (await desk.writes.undo(entry)).state is DONE
    assert coverage(town, ins.DAN) == before


async def test_a_subscriber_a_plan_and_a_carrier_are_changed(desk: Desk, town: Town) -> None:
    """Only the changed fields are sent; the patient's insurance is told; each is undone."""
    insurance, client = desk.patients.insurance, desk.client
    sub = await client.ins_subs.get(ins.EVES_SUB)
    entry = await insurance.edit_subscriber(DAN, sub, {"DateTerm": date(2026, 12, 31)})
    assert (entry.state, (entry.answer or {})["PatNum"]) == (DONE, ins.DAN)
    plan = await insurance.edit_plan(DAN, await client.ins_plans.get(ins.PPO), {"GroupName": "Mill"})
    carrier = await insurance.edit_carrier(DAN, (await client.carriers.list())[0], {"Phone": "(503)555-0100"})
    assert (plan.state, carrier.state, str(carrier.intent.words)) == (
        DONE,
        DONE,
        "Carrier Blue Heron Dental changed",
    )
    for each in (entry, plan, carrier):
        assert (await desk.writes.undo(each)).state is DONE
    assert town.sql("SELECT DateTerm FROM inssub WHERE InsSubNum = ?", ins.EVES_SUB) == [("0001-01-01",)]
    assert town.sql("SELECT GroupName FROM insplan WHERE PlanNum = ?", ins.PPO) == [("Cannery",)]


async def test_verified_by_one_click(desk: Desk, town: Town) -> None:
    """Benefits and eligibility get today's date; another user's verification is not overwritten."""
    insurance = desk.patients.insurance
    benefits = await insurance.verify_benefits(DAN, ins.PPO, date(2026, 9, 1))
    eligible = await insurance.verify_eligibility(DAN, ins.EVES_COVERAGE, None)
    first = await insurance.verify_eligibility(DAN, ins.DANS_SECOND, None)
    assert [each.state for each in (benefits, eligible, first)] == [DONE] * 3
    found = town.sql("SELECT DateLastVerified FROM insverify WHERE FKey IN (?, ?, ?)", ins.PPO, ins.EVES_COVERAGE,
                     ins.DANS_SECOND)  # fmt: skip
    assert found == [(f"{tiny.TODAY}",)] * 3
    town.sql("UPDATE insverify SET DateLastVerified = '2026-11-22' WHERE FKey = ?", ins.PPO)
    stale = await insurance.verify_benefits(DAN, ins.PPO, date(2026, 9, 1))
    assert stale.state is REFUSED
