"""A new patient is added once, is never a second one by accident, and brings a relative's insurance along."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from app.core.tasks import TaskScope
from app.journal.entries import Entry
from app.practice.server.faults import Fault
from app.services.writes.patients.new import add_patient_intent
from app.services.writes.patients.patient_writes import (
    NewPatient,
    added_pat_num,
    family_member,
    new_patient_of,
)
from app.store.topics import Part, Topic
from app.wire.resources.pat_plans import PatPlanRelat
from app.wire.resources.patients import PatientGender
from tests.practice import office_insurance, office_people
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, Desk, Town

BORN = date(2019, 5, 6)
NIA = NewPatient(
    "Novak",
    "Nia",
    BORN,
    {"WirelessPhone": "(541)555-0155", "Gender": PatientGender.FEMALE, "Email": "", "ClinicNum": 2},
)


def patients(town: Town, last: str = "Novak") -> list[tuple[Any, ...]]:
    """The patients of a name."""
    return town.sql("SELECT PatNum, FName FROM patient WHERE LName = ? ORDER BY PatNum", last)


def coverage(town: Town, pat_num: int) -> list[tuple[Any, ...]]:
    """A patient's coverage in order."""
    return town.sql(
        "SELECT InsSubNum, Ordinal, Relationship FROM patplan WHERE PatNum = ? ORDER BY Ordinal", pat_num
    )


async def evas_child(desk: Desk, **more: Any) -> NewPatient:
    """A child of a patient with two plans."""
    dan = await desk.client.patients.get(office_insurance.DAN)
    plans = await desk.client.pat_plans.list(PatNum=office_insurance.DAN)
    return family_member(dan, "Nia", BORN, coverage=plans, **more)


async def followed(town: Town, desk: Desk, entry: Entry, steps: int) -> tuple[Entry, ...]:
    """Wait until so many steps after an entry are settled; returns them."""
    await town.in_time(lambda: len(desk.writes.steps.after(entry)) == steps)
    await town.settled(desk)
    return desk.writes.steps.after(entry)


async def test_a_patient_is_added(desk: Desk) -> None:
    """The new row has the typed fields; what was left empty is not sent; nothing can undo it."""
    entry = await desk.patients.add(NIA)
    assert (entry.state, str(entry.intent.words)) == (DONE, "Novak, Nia added as a patient")
    row = entry.answer or {}
    assert (row["WirelessPhone"], row["Birthdate"], row["ClinicNum"]) == ("(541)555-0155", "2019-05-06", 2)
    assert "Email" not in entry.intent.arguments
    assert not desk.writes.can_undo(entry)
    assert desk.writes.topic(entry) is None
    assert added_pat_num(entry) == row["PatNum"]


async def test_a_namesake_stops_it_once(desk: Desk, town: Town) -> None:
    """A patient of the same name and birthdate is shown first, whatever the spelling; then it can be added anyway."""
    first = await desk.patients.add(NIA)
    town.faults.seen.clear()
    entry = await desk.patients.add(NewPatient(" novak ", "NIA", BORN, {"HmPhone": "(541)555-0777"}))
    assert (entry.state, "Patients.create" in town.faults.seen) == (REFUSED, False)
    assert "already has a patient with this name" in str(entry.outcome)
    assert (entry.conflict or {})["PatNum"] == added_pat_num(first)
    again = await desk.patients.add_anyway(entry)
    assert (again.state, len(town.sql("SELECT * FROM patient WHERE lower(LName) = 'novak'"))) == (DONE, 2)
    await town.in_time(lambda: desk.outbox.journal.open_entries() == ())


async def test_a_double_click_adds_one(desk: Desk, town: Town, tasks: TaskScope) -> None:
    """The same patient entered twice at once is one write."""
    first, second = (tasks.start(desk.patients.add(NIA), "add") for _ in range(2))
    await town.in_time(lambda: first.done() and second.done())
    assert first.result().id == second.result().id
    assert len(patients(town)) == 1


async def test_a_relative_brings_the_insurance(desk: Desk, town: Town) -> None:
    """A family member has the guarantor, address and phone, and the same plans in the same order."""
    town.sql("UPDATE patient SET Address = '4 Elm St', HmPhone = '' WHERE PatNum = ?", office_insurance.DAN)
    town.sql("UPDATE patient SET WirelessPhone = '541-555-0100' WHERE PatNum = ?", office_insurance.DAN)
    new = await evas_child(desk, relationship=PatPlanRelat.CHILD)
    entry = await desk.patients.add(new)
    steps = await followed(town, desk, entry, 2)
    row = entry.answer or {}
    assert (row["LName"], row["Guarantor"], row["Address"], row["WirelessPhone"]) == (
        "Dove", office_insurance.DAN, "4 Elm St", "541-555-0100",
    )  # fmt: skip
    assert coverage(town, row["PatNum"]) == [
        (office_insurance.DANS_SUB, 1, 2),
        (office_insurance.EVES_SUB, 2, 2),
    ]
    assert [(each.state, str(each.intent.words)) for each in steps] == [
        (DONE, "Insurance added for Dove, Nia")
    ] * 2
    assert desk.writes.topic(steps[0]) == Topic(Part.INSURANCE, row["PatNum"])


async def test_the_chosen_referral_source_is_attached(desk: Desk, town: Town) -> None:
    """The source that was chosen is attached once the patient exists."""
    entry = await desk.patients.add(NewPatient("Novak", "Nia", BORN, referred_by=office_people.DENTIST))
    await followed(town, desk, entry, 1)
    found = town.sql(
        "SELECT ReferralNum, RefType FROM refattach WHERE PatNum = ?", (entry.answer or {})["PatNum"]
    )
    assert found == [(office_people.DENTIST, 1)]


async def test_the_insurance_follows_after_a_lost_answer(desk: Desk, town: Town) -> None:
    """The steps go on when the patient is found by reading back, and a lost step is settled before the next."""
    town.faults.plan("Patients.create", Fault.TIMEOUT_AFTER)
    town.faults.plan("PatPlans.create", Fault.TIMEOUT_AFTER)
    entry = await desk.patients.add(await evas_child(desk))
    assert entry.state is UNKNOWN
    await followed(town, desk, entry, 2)
    found = patients(town, "Dove")
    assert len(found) == 2
    assert [row[1] for row in coverage(town, found[-1][0])] == [1, 2]
    assert town.faults.seen.count("PatPlans.create") == 2


async def test_the_insurance_follows_after_a_crash(town: Town) -> None:
    """A program that ended right after the patient was added sends the steps at its next start, each once."""
    first = await town.desk("front")
    new = await evas_child(first)
    first.writes.close()  # the program dies here: nothing follows the journal any more
    entry = await first.patients.add(new)
    assert (entry.state, first.writes.steps.after(entry)) == (DONE, ())
    await first.outbox.close(0)
    await first.outbox.journal.store.close()
    second = await town.desk("front")
    await second.writes.resume()
    await followed(town, second, entry, 2)
    await second.writes.resume()
    await town.settled(second)
    assert len(coverage(town, (entry.answer or {})["PatNum"])) == 2
    assert town.faults.seen.count("PatPlans.create") == 2


async def test_a_refused_step_stops_the_rest(desk: Desk, town: Town) -> None:
    """If one plan can't be copied, the next is not sent; once it is tried again, the rest follows."""
    new = await evas_child(desk)
    town.faults.plan("PatPlans.create", Fault.DROP_BEFORE)
    entry = await desk.patients.add(new)
    await town.in_time(lambda: desk.entry().state is REFUSED)
    (step,) = desk.writes.steps.after(entry)
    again = await desk.writes.retry(step)
    await followed(town, desk, again, 1)
    assert again.state is DONE
    assert len(coverage(town, (entry.answer or {})["PatNum"])) == 2


async def test_a_refused_patient_can_be_corrected(desk: Desk) -> None:
    """A refused entry has everything that was entered, with the coverage and the referral source that would follow."""
    new = await evas_child(desk, relationship=PatPlanRelat.SPOUSE)
    first = await desk.patients.add(new)
    entry = await desk.patients.add(replace(new, referred_by=office_people.DENTIST, seen=(7,)))
    assert (first.state, entry.state) == (DONE, REFUSED)
    again = new_patient_of(entry.intent)
    assert msgspec.json.encode(add_patient_intent(again)) == msgspec.json.encode(entry.intent)
    assert (again.relationship, again.referred_by, again.seen) == (
        PatPlanRelat.SPOUSE,
        office_people.DENTIST,
        (7,),
    )


async def test_the_name_is_known_at_once(desk: Desk) -> None:
    """A new or renamed patient is known by the name that the office answered with."""
    entry = await desk.patients.add(NIA)
    pat_num = added_pat_num(entry) or 0
    known = desk.office.person(pat_num)
    assert known is not None
    assert (known.last_name, known.phone) == ("Novak", "(541) 555-0155")
    await desk.patients.edit(await desk.client.patients.get(pat_num), {"LName": "Novakova"})
    renamed = desk.office.person(pat_num)
    assert renamed is not None
    assert renamed.last_name == "Novakova"
