"""Columns by provider, and saved views on their keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from app.api.need import Need
from app.domain.schedule.saved_view import CardLine, SavedView
from app.sealed.errors import StoreFailed
from app.services.schedule.saved_views import balances
from app.store.queries import Questions
from app.viewmodels.staff.schedule.arranging.arrangement import Arrangement
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.support.qt_loop import until

HYGIENE = SavedView(1, "Hygiene", key=2, op_nums=(4, 5), zoom=150, starts=480)
BY_NAME = SavedView(2, "Doctors", key=3, by_provider=True, prov_nums=(1, 2))
PUBLIC = SavedView(3, "Hallway", key=12, hides_names=True)


async def keep(model: ScheduleScreenViewModel, *views: SavedView) -> Arrangement:
    """Save views and have them offered."""
    kept = await model.parts.saved_views()
    await kept.save(views)
    await model.arranging.load()
    return model.arranging


async def run(model: ScheduleScreenViewModel, command: str, done: Callable[[], bool]) -> None:
    """Run a command until it has done something."""
    model.commands[command].run()
    await until(done)


async def test_one_key_switches_the_columns(model: ScheduleScreenViewModel) -> None:
    """Ctrl+4: providers as columns, and back to operatories, with the same appointments."""
    arranging, schedule = model.arranging, model.schedule
    before = {each.visit.apt_num for each in schedule.grid.visits}
    await run(model, "view.columns", lambda: arranging.by_provider)
    assert all(each.prov_num is not None for each in schedule.grid.columns)
    assert {each.visit.apt_num for each in schedule.grid.visits} == before
    await run(model, "view.columns", lambda: not arranging.by_provider)
    assert all(each.op_num is not None for each in schedule.grid.columns)


async def test_a_key_shows_its_view(model: ScheduleScreenViewModel) -> None:
    """F2 shows the view's operatories, and asks for its zoom and start; leaving it shows everything."""
    arranging = await keep(model, HYGIENE, BY_NAME)
    asked: list[SavedView] = []
    told: list[tuple[int, bool]] = []
    arranging.place_asked.connect(asked.append)
    arranging.chosen.connect(lambda view, by_provider: told.append((view, by_provider)))
    await run(model, "view.on_f2", lambda: arranging.current == HYGIENE)
    assert [each.op_num for each in model.schedule.grid.columns] == [4, 5]
    assert model.status.note.startswith("View: Hygiene · ")
    await run(model, "view.on_f3", lambda: arranging.current == BY_NAME)
    assert [each.prov_num for each in model.schedule.grid.columns] == [1, 2]
    await run(model, "view.all", lambda: arranging.current is None)
    assert len(model.schedule.grid.columns) > 2
    assert "View" not in model.status.note
    assert (asked, told) == ([HYGIENE, BY_NAME], [(1, False), (2, True), (0, False)])


async def test_a_key_without_a_view_says_so(model: ScheduleScreenViewModel) -> None:
    """A key that no view has changes nothing and says how to make one."""
    await run(model, "view.on_f9", lambda: bool(model.notices.items))
    assert "No view has the key F9." in model.notices.items[-1].words


async def test_no_names_closes_what_tells_them(model: ScheduleScreenViewModel) -> None:
    """A view for a public screen clears the selected appointment and patient."""
    arranging = await keep(model, PUBLIC)
    model.schedule.select(model.schedule.grid.visits[0].visit.apt_num)
    await until(lambda: model.desk.patient.current is not None)
    await run(model, "view.on_f12", lambda: arranging.look.hides_names)
    assert model.schedule.selected is None
    assert model.desk.patient.current is None


async def test_no_names_lets_nobody_be_selected(model: ScheduleScreenViewModel) -> None:
    """On a public screen nothing selects an appointment, and messages only reach the list."""
    arranging = await keep(model, PUBLIC)
    arranging.choose(PUBLIC)
    apt_num = model.schedule.grid.visits[0].visit.apt_num
    model.schedule.select(apt_num, in_sight=True)
    assert model.schedule.selected is None
    assert model.notices.hushed
    arranging.choose(None)
    model.schedule.select(apt_num)
    assert model.schedule.selected is not None
    assert not model.notices.hushed


async def test_another_desk_cannot_uncover_names(model: ScheduleScreenViewModel) -> None:
    """A view that hides names is kept when another desk deletes it."""
    arranging = await keep(model, PUBLIC)
    arranging.choose(PUBLIC)
    await keep(model)
    assert arranging.look.hides_names
    assert arranging.offered == []


async def test_names_stay_hidden_while_the_last_view_is_read(model: ScheduleScreenViewModel) -> None:
    """The next start hides names before the views are read, and also if the view is gone."""
    arranging = model.arranging
    arranging.recall(PUBLIC.id, by_provider=False, hides_names=True)
    assert arranging.look.hides_names
    await keep(model, HYGIENE)
    assert arranging.look.hides_names
    await keep(model, HYGIENE, PUBLIC)
    assert arranging.current == PUBLIC


async def test_family_balances_are_read_for_the_day(model: ScheduleScreenViewModel) -> None:
    """A view with family balances has them for every patient of the day after one request."""
    arranging = await keep(model, SavedView(1, "Money", key=2, lines=(CardLine.BALANCE,)))
    arranging.choose(arranging.views[0])
    await until(lambda: bool(arranging.look.balances))
    shown = {each.visit.pat_num for each in model.schedule.grid.visits if not each.visit.is_note}
    assert shown <= set(arranging.look.balances)


async def test_balances_under_way_are_not_asked_for_again(
    model: ScheduleScreenViewModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The schedule may change while balances are read, as with each day of a week: the request goes on."""
    arranging = await keep(model, SavedView(1, "Money", key=2, lines=(CardLine.BALANCE,)))
    asked: list[Sequence[int]] = []
    answer = asyncio.Event()

    async def slow(_: Questions, pat_nums: Sequence[int], __: Need) -> dict[int, Decimal]:
        asked.append(pat_nums)
        await answer.wait()
        return dict.fromkeys(pat_nums, Decimal("1.00"))

    monkeypatch.setattr(balances, "family_balances", slow)
    arranging.choose(arranging.views[0])
    await until(lambda: bool(asked))
    for _ in range(3):
        model.schedule.state_changed.emit()
        await asyncio.sleep(0.01)
    answer.set()
    await until(lambda: bool(arranging.look.balances))
    assert len(asked) == 1


async def test_another_desk_s_change_is_followed(model: ScheduleScreenViewModel) -> None:
    """A changed view is shown as it is now, a deleted one is left."""
    arranging = await keep(model, HYGIENE)
    arranging.choose(HYGIENE)
    await keep(model, SavedView(1, "Hygiene", key=2, op_nums=(4,)))
    assert [each.op_num for each in model.schedule.grid.columns] == [4]
    await keep(model)
    assert (arranging.current, len(model.schedule.grid.columns) > 2) == (None, True)


async def test_a_view_of_a_clinic_shows_the_clinic(model: ScheduleScreenViewModel) -> None:
    """Choosing a clinic's view filters by it; choosing another clinic leaves it."""
    arranging = await keep(model, SavedView(1, "Harbor", key=2, clinic_num=2))
    arranging.choose(arranging.views[0])
    assert model.filters.clinic_num == 2
    model.filters.choose(clinic_num=1, prov_num=None)
    assert (arranging.current, arranging.offered) == (None, [])


async def test_the_last_view_comes_back(model: ScheduleScreenViewModel) -> None:
    """The next start shows the view and columns that were left; a deleted view is not missed."""
    arranging = await keep(model, HYGIENE)
    arranging.recall(1, by_provider=False)
    await until(lambda: arranging.current == HYGIENE)
    arranging.recall(0, by_provider=True)
    assert arranging.by_provider


async def test_views_that_cannot_be_read(
    model: ScheduleScreenViewModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A local store that fails is reported, and the schedule stays as it is."""

    async def fail() -> None:
        raise StoreFailed("disk")

    kept = await model.parts.saved_views()
    monkeypatch.setattr(kept, "_loaded", False)
    monkeypatch.setattr(kept, "reread", fail)
    await model.arranging.load()
    assert model.arranging.views == ()
    assert model.notices.items
