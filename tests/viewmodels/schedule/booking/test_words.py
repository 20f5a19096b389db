"""Openings in words in the booking panel."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from app.domain.schedule.asking.asked import PieceKind
from app.viewmodels.staff.schedule.booking.state import ANY_DENTIST, ANY_HYGIENIST, ANYONE, AS_ASKED
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import TODAY
from tests.support.qt_loop import until
from tests.viewmodels.schedule.test_booking import NOBODY, offered

NOON = time(12)


async def ask(model: ScheduleScreenViewModel, text: str) -> None:
    """Type these words, and wait for openings."""
    model.booking.asking.type(text)
    await until(lambda: model.booking.state.asked.text == text.strip())
    await offered(model)


def chips(model: ScheduleScreenViewModel) -> list[str]:
    """The chips' texts."""
    return [each.text for each in model.booking.asking.chips]


async def test_words_choose_type_length_provider_days_and_times(model: ScheduleScreenViewModel) -> None:
    """The lists follow the words, and every opening is on such a day, at such a time, with such a provider."""
    booking, lists = model.booking, model.parts.office.lists
    booking.start_new(NOBODY)
    await ask(model, "cleaning hyg 60 thu pm")
    kind = next(each for each in lists.appointment_types if each.AppointmentTypeName == "Cleaning")
    state = booking.state
    assert (state.type_num, state.minutes, state.prov_num) == (kind.AppointmentTypeNum, 60, ANY_HYGIENIST)
    assert chips(model) == ["Cleaning", "Any hygienist", "60 min", "Thursday", "From 12:00 PM"]
    hygienists = {row.ProvNum for row in lists.providers if row.IsSecondary}
    assert len(state.openings) == 3
    for row in state.openings:
        assert row.opening.start.weekday() == 3
        assert row.opening.start.time() >= NOON
        assert row.opening.prov_num in hygienists
        assert not row.warning


async def test_without_the_words_the_lists_are_as_before(model: ScheduleScreenViewModel) -> None:
    """What was chosen from the lists comes back when a word is deleted, and what was not asked for stays."""
    booking = model.booking
    booking.start_new(NOBODY)
    booking.set_minutes(30)
    await ask(model, "crown okon 90")
    assert booking.state.minutes == 90
    await ask(model, "okon")
    assert booking.state.type_num is None
    assert booking.state.minutes == 30
    await ask(model, "")
    assert booking.state.prov_num == ANYONE
    assert booking.state.entered is None


async def test_a_choice_from_a_list_replaces_the_words_about_it(model: ScheduleScreenViewModel) -> None:
    """The chips never say anything else than the lists."""
    booking = model.booking
    booking.start_new(NOBODY)
    await ask(model, "crown 90 okon tue")
    types = {name: number for number, name in booking.choices.types}
    booking.set_type(types["Filling"])
    assert booking.asking.text == "90 okon tue"
    assert booking.state.minutes == 90
    booking.set_minutes(60)
    assert booking.asking.text == "okon tue"
    booking.set_provider(ANYONE)
    assert booking.asking.text == "tue"
    assert (booking.state.type_num, booking.state.minutes, booking.state.prov_num) == (
        types["Filling"],
        60,
        ANYONE,
    )
    assert chips(model) == ["Tuesday"]


async def test_every_choice_of_a_chip_is_understood_as_that(model: ScheduleScreenViewModel) -> None:
    """Whatever a chip is changed to: the words that stand for it give a chip of the same kind, and only that one."""
    booking = model.booking
    booking.start_new(NOBODY)
    await ask(model, "crown op 1 harbor 90 okon tue pm")
    kinds = [each.kind for each in booking.state.asked.pieces]
    assert len(set(kinds)) == 7
    for at, kind in enumerate(kinds):
        for option in booking.asking.options(at):
            booking.asking.replace(at, option.words)
            assert [each.kind for each in booking.state.asked.pieces] == kinds, option
            assert not booking.state.asked.unknown
            if kind in (PieceKind.TYPE, PieceKind.OPERATORY, PieceKind.CLINIC):
                assert chips(model)[at] == option.name
    at = kinds.index(PieceKind.DAYS)
    booking.asking.replace(at, "")
    assert PieceKind.DAYS not in [each.kind for each in booking.state.asked.pieces]


async def test_words_that_are_not_understood_are_shown(model: ScheduleScreenViewModel) -> None:
    """They are a chip of their own, and Enter leads to them instead of the openings."""
    booking, understood = model.booking, []
    booking.asking.confirmed.connect(understood.append)
    booking.start_new(NOBODY)
    await ask(model, "cleaning blorp tue")
    wrong = [each for each in booking.asking.chips if each.wrong]
    assert [each.text for each in wrong] == ["“blorp”?"]
    assert booking.asking.wrong_place == (9, 14)
    booking.asking.confirm()
    await until(lambda: understood == [False])
    booking.asking.replace(1, "")
    assert booking.asking.text == "cleaning tue"
    booking.asking.confirm()
    await until(lambda: understood == [False, True])


async def test_several_providers(model: ScheduleScreenViewModel) -> None:
    """Any of them is offered, the list says which; those who are not wanted are not."""
    booking, lists = model.booking, model.parts.office.lists
    number = {row.Abbr: row.ProvNum for row in lists.providers}
    booking.start_new(NOBODY)
    await ask(model, "marr or lind 30")
    assert booking.state.prov_num == AS_ASKED
    assert booking.asking.provider_choices(booking.choices)[-1] == (AS_ASKED, "MARR or LIND")
    assert {row.opening.prov_num for row in booking.state.openings} <= {number["MARR"], number["LIND"]}
    await ask(model, "not marr 30 any dr")
    booking.search.more()
    await offered(model)
    assert number["MARR"] not in {row.opening.prov_num for row in booking.state.openings}


async def test_clinics_are_mixed_only_when_asked(model: ScheduleScreenViewModel) -> None:
    """A search stays in the clinic of the schedule's filter, unless the words name another one or all."""
    booking, lists = model.booking, model.parts.office.lists
    clinic_of = {row.OperatoryNum: row.ClinicNum for row in lists.operatories}
    booking.clinic_num = 1
    booking.start_new(NOBODY)
    for text, wanted in (("30", {1}), ("30 harbor", {2}), ("30 all clinics", {1, 2}), ("30 op 1", {1})):
        await ask(model, text)
        booking.search.more()
        booking.search.more()
        await offered(model)
        assert {clinic_of[row.opening.op_num] for row in booking.state.openings} == wanted, text


async def test_where_a_clinic_has_none_all_can_be_searched(model: ScheduleScreenViewModel) -> None:
    """Without an opening in the clinic, one click searches all of them, and each opening names its clinic."""
    booking = model.booking
    booking.clinic_num = 1
    booking.start_new(NOBODY)
    await ask(model, "lind 30")
    assert booking.state.openings == ()
    assert booking.state.words.startswith("No openings")
    assert booking.state.all_clinics
    booking.asking.widen()
    await until(lambda: booking.asking.text == "lind 30 all clinics" and bool(booking.state.openings))
    assert {row.where.split(" · ")[-1] for row in booking.state.openings} == {"Harbor"}
    assert not booking.state.all_clinics
    await ask(model, "30 harbor")
    booking.asking.widen()
    await until(lambda: booking.asking.text == "30 all clinics")


async def test_treatment_is_looked_for_beside_those_who_do_it(model: ScheduleScreenViewModel) -> None:
    """A crown is offered in no hygiene operatory, a cleaning only there, unless the words or the list say otherwise."""
    booking, lists = model.booking, model.parts.office.lists
    hygiene = {row.OperatoryNum for row in lists.operatories if row.IsHygiene}
    booking.start_new(NOBODY)
    await ask(model, "crown")
    assert booking.state.prov_num == ANY_DENTIST
    assert hygiene.isdisjoint(row.opening.op_num for row in booking.state.openings)
    await ask(model, "cleaning")
    assert {row.opening.op_num for row in booking.state.openings} <= hygiene
    await ask(model, "cleaning okon")
    assert {row.opening.prov_num for row in booking.state.openings} == {2}


async def test_ten_openings_and_ten_more(model: ScheduleScreenViewModel) -> None:
    """More gives ten openings, then twenty; the chosen one stays chosen, and other words begin with three again."""
    booking = model.booking
    booking.start_new(NOBODY)
    await ask(model, "30")
    booking.search.choose(1)
    picked = booking.state.openings[1].opening
    for count in (10, 20):
        assert booking.state.more
        booking.search.more()
        await offered(model)
        starts = [row.opening.start for row in booking.state.openings]
        assert len(starts) == count
        assert starts == sorted(set(starts))
        assert booking.state.openings[booking.state.chosen].opening == picked
    await ask(model, "40")
    assert len(booking.state.openings) == 3


async def test_weeks_that_are_not_in_memory_are_read(model: ScheduleScreenViewModel) -> None:
    """A date far ahead, or one weekday of many weeks, is looked for in the office's schedule."""
    booking = model.booking
    booking.start_new(NOBODY)
    await ask(model, "30 hyg in 3 weeks")
    first = booking.state.openings[0].opening.start.date()
    assert first >= TODAY + timedelta(weeks=3)
    await ask(model, "30 hyg wed")
    booking.search.more()
    await offered(model)
    assert {row.opening.start.weekday() for row in booking.state.openings} == {2}
    assert len(booking.state.openings) == 10


async def test_a_move_keeps_type_and_length(model: ScheduleScreenViewModel) -> None:
    """Words about them are shown as not followed; days and times of a move are."""
    booking = model.booking
    visit = next(each.visit for each in model.schedule.grid.visits if not each.visit.complete)
    booking.start_move(visit)
    await ask(model, "crown 20 thu am")
    assert booking.state.minutes == visit.minutes
    assert [each.wrong for each in booking.asking.chips] == [True, True, False, False]
    assert {row.opening.start.weekday() for row in booking.state.openings} <= {3}


async def test_words_win_over_a_place_clicked_before(model: ScheduleScreenViewModel) -> None:
    """A clicked time that later words exclude is not offered; one that is clicked after the words is."""
    booking = model.booking
    at = datetime.combine(TODAY, time(17)), model.parts.office.lists.operatories[0].OperatoryNum
    booking.start_new(NOBODY, at=at)
    await offered(model)
    assert booking.state.openings[0].opening.start == at[0]
    await ask(model, "60 thu am")
    assert booking.state.openings
    assert all(row.opening.start.weekday() == 3 for row in booking.state.openings)
    assert booking.state.words == ""
    booking.point_at(at)
    await offered(model)
    assert booking.state.openings[0].opening.start == at[0]
    await ask(model, "60")
    assert booking.state.openings[0].opening.start == at[0]


async def test_unread_words_are_read_before_anything_is_booked(model: ScheduleScreenViewModel) -> None:
    """Enter right after a word doesn't book the opening that was found without it."""
    booking, confirmed = model.booking, []
    booking.start_new(NOBODY)
    booking.set_type(0)
    await offered(model)
    assert booking.state.ready
    booking.asking.confirmed.connect(confirmed.append)
    booking.asking.type("thu pm")
    booking.book()
    await until(lambda: confirmed == [True])
    await offered(model)
    assert booking.open
    assert booking.state.chosen_opening is not None
    assert booking.state.chosen_opening.day.weekday() == 3
    assert not model.parts.journal.recent(1)
