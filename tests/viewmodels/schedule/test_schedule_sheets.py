"""What can be printed of the schedule."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.core.text import join
from app.viewmodels.printing import PrintViewModel
from app.viewmodels.staff.schedule.papers.schedule_sheets import print_schedule
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import ScheduleView
from tests.support.english import english
from tests.support.qt_loop import until


async def test_the_day_on_the_screen_comes_first(model: ScheduleScreenViewModel) -> None:
    """Today, tomorrow and both can be printed; another day only if it is shown, and then it is preselected."""
    viewmodel = print_schedule(model.parts, model.schedule, model)
    assert [choice.word for choice in viewmodel.choices] == ["Today", "Tomorrow", "Both", "Week"]
    assert (viewmodel.chosen, viewmodel.file_name) == (0, f"Schedule {model.schedule.day}.pdf")
    assert await pages_of(viewmodel) == 1
    model.schedule.go_to(model.schedule.day + timedelta(days=8))
    other = print_schedule(model.parts, model.schedule, model)
    assert [choice.word for choice in other.choices] == ["Today", "Tomorrow", "Both", "Week", "Wed, Nov 25"]
    assert other.chosen == 4


async def test_after_today_comes_the_next_working_day(
    model: ScheduleScreenViewModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before a day on which nobody works, the next working day is offered by name."""
    reader = model.parts.office.reader
    monkeypatch.setattr(type(reader), "working_day_after", lambda _, day: day + timedelta(days=2))
    viewmodel = print_schedule(model.parts, model.schedule, model)
    assert [choice.word for choice in viewmodel.choices] == ["Today", "Thu, Nov 19", "Both", "Week"]


async def test_the_week_and_the_names(model: ScheduleScreenViewModel) -> None:
    """In the week view the week comes first; without names no patient's name is on any of them."""
    model.schedule.set_view(ScheduleView.WEEK)
    viewmodel = print_schedule(model.parts, model.schedule, model)
    assert (viewmodel.chosen, viewmodel.choices[viewmodel.chosen].word) == (3, "Week")
    first, last = model.schedule.days[0], model.schedule.days[-1]
    assert viewmodel.file_name == f"Schedule {first}, {last}.pdf"
    await until(lambda: viewmodel.document is not None)
    grid = model.schedule.grid
    assert grid is not None
    names = {each.visit.person.last_name for each in grid.visits if each.visit.person}
    assert any(name in words_of(viewmodel) for name in names)
    viewmodel.vary(varied=True)
    assert viewmodel.file_name == f"Schedule without names {first}, {last}.pdf"
    for chosen in range(4):
        viewmodel.choose(chosen)
        await until(lambda: viewmodel.document is not None)
        assert not any(name in words_of(viewmodel) for name in names)


async def test_both_days_have_a_section_each(model: ScheduleScreenViewModel) -> None:
    """Today and tomorrow are one document; closing the preview cancels reads."""
    viewmodel = print_schedule(model.parts, model.schedule, model)
    viewmodel.choose(2)
    assert await pages_of(viewmodel) == 2
    viewmodel.choose(1)
    viewmodel.close()
    assert viewmodel.document is None


def words_of(viewmodel: PrintViewModel) -> str:
    """All cells of the document."""
    document = viewmodel.document
    assert document is not None
    tables = [table for section in document.sections for table in section.tables]
    cells = [cell for table in tables for row in table.rows for cell in row]
    return " ".join(english(join([cell.lead, cell.words])) for cell in cells)


async def pages_of(viewmodel: PrintViewModel) -> int:
    """The document's number of days, once it is there."""
    await until(lambda: viewmodel.document is not None)
    assert viewmodel.document is not None
    return len(viewmodel.document.sections)
