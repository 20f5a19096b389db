"""Which openings are never offered for an appointment, and what happens when an opening is taken."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from msgspec.structs import replace

from app.services.schedule.grids import day_plan
from app.services.schedule.openings import OpeningWish
from app.viewmodels.staff.schedule.booking.rules import opening_row
from app.viewmodels.staff.schedule.booking.state import ANY_DENTIST, ANY_HYGIENIST, LENGTHS
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import TODAY, Served
from tests.support.qt_loop import until
from tests.viewmodels.schedule.test_booking import NOBODY, confirmed, offered


async def test_the_patients_own_appointments_are_in_the_way(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Once the patient is known, openings that overlap their other appointments are left out, with a message."""
    busy = confirmed(model)
    other = next(column.key for column in model.schedule.grid.columns if column.key != busy.op_num)
    booking = model.booking
    booking.start_new(at=(busy.start, other))
    await offered(model)
    assert booking.state.openings[0].opening.start == busy.start
    booking.set_person(busy.person)
    await offered(model)
    assert booking.state.words.startswith("The patient has another appointment at that time.")
    for length in LENGTHS[::5]:
        booking.set_minutes(length)
        await offered(model)
        for row in booking.state.openings:
            end = row.opening.start + timedelta(minutes=length)
            assert end <= busy.start or row.opening.start >= busy.end, (length, row)


async def test_an_opening_names_its_blockout(model: ScheduleScreenViewModel, served: Served) -> None:
    """A blockout that allows appointments is no clash: its name stands beside operatory and provider."""
    plan = day_plan(model.parts.office, TODAY)
    assert plan is not None
    op_num, found = next(
        (op_num, each)
        for op_num, chair in plan.chairs.items()
        for each in chair.blockouts
        if not each.no_schedule
    )
    booking = model.booking
    start = datetime.combine(TODAY, time()) + timedelta(minutes=found.start)
    booking.start_new(at=(start, op_num))
    booking.set_minutes(found.end - found.start)
    await offered(model)
    named = booking.state.openings[0].where.split(" · ")
    assert found.label in named
    other = start - timedelta(hours=1)
    booking.start_new(at=(other, op_num))
    await offered(model)
    assert booking.state.openings[0].opening.start == other
    assert found.label not in booking.state.openings[0].where
    far = replace(booking.state.openings[0].opening, start=other + timedelta(days=300))
    row = opening_row(model.parts.office, OpeningWish(30), far, unchecked=True)
    assert row.warning == "This day's blockouts haven't loaded yet."


async def test_an_own_appointment_on_a_day_that_is_not_in_memory(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """The patient's appointments on days that were never opened count as well."""
    booking, person = model.booking, confirmed(model).person
    far = datetime.combine(TODAY + timedelta(days=20), time(9))
    await served.elsewhere().appointments.create(
        PatNum=person.pat_num, Op=1, AptDateTime=far, Pattern="X" * 12
    )
    booking.start_new(person, at=(far, 2))
    await until(lambda: "Loading" not in str(booking.state.about))
    await offered(model)
    starts = [row.opening.start for row in booking.state.openings]
    assert all(
        start >= far + timedelta(minutes=60) or start + timedelta(minutes=40) <= far for start in starts
    )


async def test_an_opening_that_is_taken_meanwhile(model: ScheduleScreenViewModel, served: Served) -> None:
    """When another user takes an offered opening, others are offered, and the chosen one stays if it is free."""
    booking = model.booking
    booking.start_new(NOBODY)
    booking.set_type(0)
    await offered(model)
    first, second = (row.opening for row in booking.state.openings[:2])
    booking.search.choose(1)
    other = confirmed(model).pat_num
    await served.elsewhere().appointments.create(PatNum=other, Op=first.op_num, AptDateTime=first.start)
    model.schedule.refresh()
    await until(lambda: booking.state.openings[0].opening != first and not booking.state.looking)
    assert booking.state.openings[booking.state.chosen].opening == second
    assert booking.state.chosen_opening.start == second.start


async def test_the_chosen_opening_can_be_booked_while_others_are_looked_for(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Where another offered one is taken, Enter books the chosen one at any moment, also the one nobody picked."""
    booking = model.booking
    booking.start_new(NOBODY)
    booking.set_type(0)
    await offered(model)
    first, second = (row.opening for row in booking.state.openings[:2])
    chosen: list[datetime | None] = []
    booking.changed.connect(
        lambda: chosen.append(booking.state.chosen_opening and booking.state.chosen_opening.start)
    )
    other = confirmed(model).pat_num
    await served.elsewhere().appointments.create(PatNum=other, Op=second.op_num, AptDateTime=second.start)
    model.schedule.refresh()
    await until(lambda: second not in [row.opening for row in booking.state.openings])
    assert not booking.state.looking
    assert set(chosen) == {first.start}


async def test_a_picked_opening_that_is_taken_is_not_replaced_unasked(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Enter books no other one than the user picked: it asks for an opening until one is picked again."""
    booking = model.booking
    booking.start_new(NOBODY)
    booking.set_type(0)
    await offered(model)
    second = booking.state.openings[1].opening
    booking.search.choose(1)
    other = confirmed(model).pat_num
    await served.elsewhere().appointments.create(PatNum=other, Op=second.op_num, AptDateTime=second.start)
    model.schedule.refresh()
    await until(lambda: second not in [row.opening for row in booking.state.openings])
    await offered(model)
    assert booking.state.openings
    assert booking.state.chosen is None
    missing: list[str] = []
    booking.missing.connect(missing.append)
    booking.book()
    assert missing == ["opening"]
    booking.search.choose(0)
    assert booking.state.chosen == 0
    booking.set_minutes(LENGTHS[0])
    await offered(model)
    assert booking.state.chosen is not None


async def test_a_picked_opening_stays_when_earlier_ones_become_free(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """It would no longer be one of the first three: it is offered besides, and stays the one that Enter books."""
    booking, appointments = model.booking, served.elsewhere().appointments
    other = confirmed(model).pat_num
    booking.start_new(NOBODY)
    booking.set_type(0)
    await offered(model)
    early = [row.opening for row in booking.state.openings[:2]]
    taken = [
        await appointments.create(PatNum=other, Op=each.op_num, AptDateTime=each.start) for each in early
    ]
    model.schedule.refresh()
    await until(lambda: {*early}.isdisjoint(row.opening for row in booking.state.openings))
    await offered(model)
    booking.search.choose(2)
    first, _, third = (row.opening for row in booking.state.openings)
    for each in taken:
        await appointments.update(each.AptNum, AptDateTime=each.AptDateTime + timedelta(days=20))
    await appointments.create(PatNum=other, Op=first.op_num, AptDateTime=first.start)
    model.schedule.refresh()
    await until(lambda: first not in [row.opening for row in booking.state.openings])
    await offered(model)
    assert [row.opening for row in booking.state.openings[:2]] == early
    assert booking.state.openings[booking.state.chosen].opening == third


async def test_the_chosen_opening_is_taken_while_others_are_looked_for(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """It can't be booked from then on, although the search has not ended."""
    booking = model.booking
    booking.start_new(NOBODY)
    booking.set_type(0)
    await offered(model)
    first, second = (row.opening for row in booking.state.openings[:2])
    search, other = booking.search, confirmed(model).pat_num
    row = await served.elsewhere().appointments.create(
        PatNum=other, Op=second.op_num, AptDateTime=second.start
    )
    taken = await served.elsewhere().appointments.create(
        PatNum=other, Op=first.op_num, AptDateTime=first.start
    )
    model.parts.office.apply(row)
    assert booking.state.looking
    assert booking.state.chosen_opening is not None
    model.parts.office.apply(taken)
    assert booking.state.chosen_opening is None
    await offered(model)
    starts = {(each.opening.start, each.opening.op_num) for each in search.offered.rows}
    assert starts.isdisjoint({(each.start, each.op_num) for each in (first, second)})


async def test_openings_of_other_entries_cannot_be_booked(model: ScheduleScreenViewModel) -> None:
    """One that is picked while a longer appointment is searched for is chosen only if it is found again."""
    booking = model.booking
    booking.start_new(NOBODY)
    booking.set_type(0)
    await offered(model)
    booking.set_minutes(LENGTHS[-1])
    picked = booking.state.openings[1].opening
    booking.search.choose(1)
    assert booking.state.looking
    assert booking.state.chosen_opening is None
    await offered(model)
    found = [row.opening for row in booking.state.openings]
    assert booking.state.chosen == (found.index(picked) if picked in found else 0)
    booking.search.choose(1)
    assert booking.state.chosen == 1


async def test_a_pick_of_other_entries_does_not_come_back(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A change in the schedule offers what suits the present entries, not what was picked for earlier ones."""
    booking = model.booking
    booking.start_new(NOBODY)
    booking.set_type(0)
    booking.set_provider(ANY_HYGIENIST)
    await offered(model)
    booking.search.choose(0)
    booking.set_provider(ANY_DENTIST)
    await offered(model)
    first = booking.state.openings[0].opening
    other = confirmed(model).pat_num
    row = await served.elsewhere().appointments.create(PatNum=other, Op=first.op_num, AptDateTime=first.start)
    model.parts.office.apply(row)
    await offered(model)
    hygienists = {each.ProvNum for each in model.parts.office.lists.providers if each.IsSecondary}
    assert booking.state.chosen == 0
    assert hygienists.isdisjoint(row.opening.prov_num for row in booking.state.openings)
