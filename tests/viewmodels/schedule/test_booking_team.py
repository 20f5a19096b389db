"""The providers of a booked or moved appointment."""

from __future__ import annotations

from app.core.text import At, Shape
from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.booking.state import ANY_HYGIENIST
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.english import card_in_english
from tests.support.qt_loop import until
from tests.viewmodels.schedule.test_booking import confirmed, offered, written


def provided(served: Served, apt_num: int) -> tuple[int, int, int]:
    """The providers in the database: dentist, hygienist, and whether it is a hygiene appointment."""
    row = served.row(apt_num)
    return row["ProvNum"], row["ProvHyg"], row["IsHygiene"]


async def test_another_hygienist_is_no_dentist(model: ScheduleScreenViewModel, served: Served) -> None:
    """Moving to any hygienist, or booking with one, writes the hygienist and keeps the dentist; undo restores both."""
    visit = confirmed(model)
    hygienists = {row.ProvNum for row in model.parts.office.lists.providers if row.IsSecondary}
    served.change(visit.apt_num, IsHygiene=1, ProvHyg=min(hygienists))
    model.schedule.refresh()
    await until(lambda: model.schedule.visit(visit.apt_num).is_hygiene)
    before = provided(served, visit.apt_num)
    booking = model.booking
    booking.start_move(model.schedule.visit(visit.apt_num))
    booking.set_provider(ANY_HYGIENIST)
    await offered(model)
    rows = booking.state.openings
    booking.search.choose(next(at for at, row in enumerate(rows) if row.opening.prov_num != before[1]))
    other = rows[booking.state.chosen].opening.prov_num
    booking.book()
    await written(model)
    assert other in hygienists
    assert provided(served, visit.apt_num) == (before[0], other, 1)
    model.commands["undo"].run()
    await until(lambda: len(model.parts.journal.recent(9)) == 2)
    await written(model)
    assert provided(served, visit.apt_num) == before
    booking.start_new(visit.person)
    booking.set_type(0)
    booking.set_provider(ANY_HYGIENIST)
    await offered(model)
    wanted = booking.state.openings[0].opening.prov_num
    booking.book()
    await until(lambda: len(model.parts.journal.recent(9)) == 3)
    entry = await written(model)
    dentist, *rest = provided(served, entry.answer["AptNum"])
    assert rest == [wanted, 1]
    assert dentist not in hygienists


async def test_which_patient_and_with_whom(model: ScheduleScreenViewModel) -> None:
    """The panel distinguishes patients of one name, shows a moving visit's place, and each opening's provider."""
    visit = confirmed(model)
    lists = model.parts.office.lists
    hygienists = {row.ProvNum: row.Abbr for row in lists.providers if row.IsSecondary}
    booking = model.booking
    booking.start_new(visit.person)
    booking.set_type(0)
    booking.set_provider(ANY_HYGIENIST)
    await offered(model)
    born = visit.person.birthdate
    assert booking.state.who.startswith(f"{born:%b} {born.day}, {born.year} · ")
    assert booking.state.who.endswith(visit.person.phone)
    for row in booking.state.openings:
        assert f" · {hygienists[row.opening.prov_num]} · " in row.where
    booking.start_move(visit)
    await offered(model)
    chair = next(each for each in model.schedule.grid.columns if each.key == visit.op_num).title
    assert card_in_english(booking.state.about)["Now"].startswith(
        f"{At(visit.start, Shape.BOTH)}, {chair} · "
    )
    booking.start_new()
    booking.set_type(0)
    assert booking.state.about == ()
    await offered(model)


async def test_a_move_leaves_the_dentist_of_a_hygiene_visit(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Moving a hygiene appointment to another opening of its hygienist writes no other provider."""
    visit = next(
        placed.visit
        for placed in reversed(model.schedule.grid.visits)
        if placed.visit.stage is Stage.CONFIRMED and not placed.visit.is_note
    )
    hygienist = next(row.ProvNum for row in model.parts.office.lists.providers if row.IsSecondary)
    served.change(visit.apt_num, IsHygiene=1, ProvHyg=hygienist)
    model.schedule.refresh()
    await until(lambda: model.schedule.visit(visit.apt_num).prov_hyg == hygienist)
    model.booking.start_move(model.schedule.visit(visit.apt_num))
    await offered(model)
    assert model.booking.state.openings[0].opening.prov_num == hygienist
    model.booking.book()
    await written(model)
    row = served.row(visit.apt_num)
    assert (row["ProvNum"], row["ProvHyg"]) == (visit.prov_num, hygienist)
