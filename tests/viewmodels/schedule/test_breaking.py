"""The consequences shown by the dialog that breaks an appointment."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.domain.schedule.visit import Visit
from app.services.writes.schedule.visits import BreakKind
from app.store.lists import ListName
from app.viewmodels.staff.schedule.breaking import BreakViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served


def breaking(model: ScheduleScreenViewModel, visit: Visit | None = None) -> BreakViewModel:
    """The dialog of an appointment, by default the last of the day."""
    parts = model.parts
    visit = visit or model.schedule.grid.visits[-1].visit
    return BreakViewModel(
        visit, parts.office, parts.visits, model.actions, parts.scope, parts.clock.now(), model
    )


async def test_the_outcome_of_each_choice(model: ScheduleScreenViewModel) -> None:
    """Each option shows what is charted and where the appointment goes, one line each."""
    dialog = breaking(model)
    dialog.choose(BreakKind.MISSED)
    dialog.set_to_unscheduled(False)
    assert "The appointment stays on the schedule, marked broken." in dialog.outcome
    assert "D9986 (missed) is added to the chart, with the office's fee for it, if any." in dialog.outcome
    dialog.choose(BreakKind.CANCELED_LATE)
    assert "D9987 (canceled) is added to the chart, with the office's fee for it, if any." in dialog.outcome
    dialog.set_to_unscheduled(True)
    assert "The appointment moves to the Unscheduled List." in dialog.outcome
    dialog.choose(BreakKind.CANCELED_IN_TIME)
    assert not any("chart" in line for line in dialog.outcome)


async def test_canceled_in_time_always_leaves_the_schedule(model: ScheduleScreenViewModel) -> None:
    """An appointment canceled in time can't stay on the schedule as broken: nothing would record the reason."""
    dialog = breaking(model)
    dialog.choose(BreakKind.MISSED)
    dialog.set_to_unscheduled(False)
    dialog.choose(BreakKind.CANCELED_IN_TIME)
    assert dialog.to_unscheduled
    assert not dialog.may_stay
    dialog.set_to_unscheduled(False)
    assert dialog.to_unscheduled


async def test_the_likely_choice_comes_first(model: ScheduleScreenViewModel) -> None:
    """A past appointment was missed, today's is canceled late, the day after tomorrow's in time."""
    visits = [placed.visit for placed in model.schedule.grid.visits]
    now = model.desk.now()
    past = next(visit for visit in visits if visit.start < now)
    later = next(visit for visit in visits if visit.start > now)
    assert breaking(model, past).kind is BreakKind.MISSED
    assert breaking(model, later).kind is BreakKind.CANCELED_LATE
    moved = Visit(
        **{name: getattr(later, name) for name in later.__struct_fields__} | {"start": now + timedelta(2)}
    )
    assert breaking(model, moved).kind is BreakKind.CANCELED_IN_TIME


@pytest.mark.parametrize(
    ("setting", "why_not"),
    [
        ("1", ["", "no procedure for canceled appointments", ""]),
        ("2", ["", "", "no procedure for missed appointments"]),
        ("3", ["", "", ""]),
        ("9", ["", "no procedure for broken appointments", "no procedure for broken appointments"]),
    ],
)
async def test_an_office_that_charts_one_kind(
    setting: str, why_not: list[str], model: ScheduleScreenViewModel
) -> None:
    """Each option that the office would refuse has its own reason, and the preselected one is allowed."""
    model.parts.office.lists.preferences["BrokenApptProcedure"] = setting
    now, visits = model.desk.now(), [placed.visit for placed in model.schedule.grid.visits]
    past = next(visit for visit in visits if visit.start < now)
    later = next(visit for visit in visits if visit.start > now)
    for visit in (past, later):
        dialog = breaking(model, visit)
        for option, words in zip(dialog.options, why_not, strict=True):
            assert bool(option.why_not) == bool(words)
            assert words in option.why_not
        assert not next(each.why_not for each in dialog.options if each.kind is dialog.kind)


@pytest.mark.parametrize("setting", ["", "0"])
async def test_an_office_that_charts_nothing(
    setting: str, model: ScheduleScreenViewModel, served: Served
) -> None:
    """If the office charts no broken appointments, two options are disabled with the reason."""
    lists = model.parts.office.lists
    lists.preferences["BrokenApptProcedure"] = setting
    dialog = breaking(model)
    assert [bool(option.why_not) for option in dialog.options] == [False, True, True]
    dialog.choose(BreakKind.MISSED)
    assert dialog.kind is BreakKind.CANCELED_IN_TIME


async def test_settings_still_loading_are_named(model: ScheduleScreenViewModel) -> None:
    """While the office's settings are being read the dialog says so, not that nothing is recorded."""
    office = model.parts.office
    unread = frozenset({ListName.PREFERENCES})
    office.office_lists.take(replace(office.lists, preferences={}, missing=unread))
    dialog = breaking(model)
    assert [option.why_not.split(".")[0] for option in dialog.options] == [
        "",
        *["The office's settings for broken appointments are still loading"] * 2,
    ]
    assert dialog.kind is BreakKind.CANCELED_IN_TIME


async def test_what_a_broken_visit_costs_is_not_guessed(model: ScheduleScreenViewModel) -> None:
    """The dialog says that a charted procedure may have a fee; planned procedures are never charged."""
    dialog = breaking(model)
    for kind in BreakKind:
        dialog.choose(kind)
        assert dialog.outcome[-1] == "Procedures stay on the treatment plan."
        fee = any("with the office's fee for it" in line for line in dialog.outcome)
        assert fee is (kind is not BreakKind.CANCELED_IN_TIME)
