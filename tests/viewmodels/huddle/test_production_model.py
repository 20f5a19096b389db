"""Production on the screen: hidden until it is wanted, and again when the screen is left."""

from __future__ import annotations

from datetime import date

from app.domain.huddle.production import total
from app.domain.huddle.spans import TimeSpan
from app.practice.server.faults import Fault
from app.viewmodels.staff.huddle.screen import HuddleScreenViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Practices, Served
from tests.support.bench_office import NO_QUERIES
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk

SUNDAY = date(2026, 11, 22)


async def opened(schedule: ScheduleScreenViewModel) -> HuddleScreenViewModel:
    """The huddle."""
    screen = await schedule.desk.screens.show("huddle")
    assert isinstance(screen, HuddleScreenViewModel)
    return screen


async def opened_without_queries(open_practice: Practices, open_desk_on: OpenDesk) -> HuddleScreenViewModel:
    """The huddle of an office whose key lacks the Queries permission."""
    return await opened(await open_desk_on(open_practice(permissions=NO_QUERIES)))


async def test_it_is_hidden_by_default(model: ScheduleScreenViewModel) -> None:
    """Nothing is read or shown before S; leaving the tab or the screen hides and forgets it."""
    desk = model.desk
    screen = await opened(model)
    production = screen.production
    desk.commands["huddle.production"].run()
    await until(lambda: screen.tab == "huddle.production")
    assert (production.is_shown, production.known, production.headline) == (False, None, "")
    desk.commands["huddle.reveal"].run()
    await until(lambda: production.known is not None and not production.reading)
    rows = production.providers.model.rows
    assert sum(row.total.gross for row in rows) == total(production.parts).gross > 0
    assert production.headline.startswith("Scheduled $")
    assert production.goal.startswith("Goal $")
    assert "%" in production.goal
    screen.day.choose_clinic(1)
    await until(lambda: not production.reading)
    assert {each.clinic_num for each in production.parts} == {1}
    await desk.screens.show("schedule")
    assert (production.is_shown, production.known) == (False, None)
    assert production.providers.model.rows == ()


async def test_what_is_unknown_is_not_nothing(model: ScheduleScreenViewModel, served: Served) -> None:
    """With appointments that could not be read the sum is a lower bound; with none that could, there is no sum."""
    served.faults.plan("Queries.short_query", Fault.NOT_PERMITTED, times=1000)
    screen = await opened(model)
    production = screen.production
    served.faults.plan(
        "ProcedureLogs.list", Fault.SERVER_ERROR, times=1
    )  # in the background it is tried once
    production.reveal(shown=True)
    await until(lambda: production.known is not None and not production.reading)
    assert production.headline.startswith("Scheduled at least $")
    production.reveal(shown=False)
    served.faults.plan("ProcedureLogs.list", Fault.SERVER_ERROR, times=1000)
    production.reveal(shown=True)
    await until(lambda: production.known is not None and not production.reading)
    assert (production.headline, production.providers.words) == ("", "The procedures can't be read.")


async def test_columns_that_only_queries_fill(open_practice: Practices, open_desk_on: OpenDesk) -> None:
    """Without Queries there are gross amounts only, and no columns for what isn't known."""
    screen = await opened_without_queries(open_practice, open_desk_on)
    production = screen.production
    screen.desk.commands["huddle.production"].run()
    await until(lambda: screen.tab == "huddle.production")
    screen.desk.commands["huddle.reveal"].run()
    await until(lambda: production.known is not None and not production.known.queried)
    for table in (production.providers, production.operatories):
        assert [each.id for each in table.columns.visible] == ["name", "gross"]
    screen.leave()


async def test_a_day_without_appointments(open_practice: Practices, open_desk_on: OpenDesk) -> None:
    """Without Queries and without appointments the sum is zero; nothing failed."""
    screen = await opened_without_queries(open_practice, open_desk_on)
    production = screen.production
    screen.day.choose_day(SUNDAY)
    screen.desk.commands["huddle.reveal"].run()
    await until(lambda: production.known is not None and not production.reading)
    assert production.headline == "Scheduled $0.00"
    assert production.providers.words == "No procedures are attached to these appointments."
    screen.leave()


async def test_a_week_and_a_month(model: ScheduleScreenViewModel) -> None:
    """W sums the week, then the month, then the day again; the arrows step by what is summed."""
    desk = model.desk
    screen = await opened(model)
    production = screen.production
    desk.commands["huddle.reveal"].run()
    await until(lambda: production.known is not None and not production.reading)
    day = total(production.parts).gross
    desk.commands["huddle.span"].run()
    await until(lambda: "–" in production.headline and not production.reading)
    week = total(production.parts).gross
    assert week > day
    assert production.headline.startswith("Nov 15 – Nov 21: Scheduled $")
    assert production.goal.startswith("Goal $")
    desk.commands["huddle.next"].run()
    await until(lambda: production.headline.startswith("Nov 22 – Nov 28") and not production.reading)
    desk.commands["huddle.span"].run()
    await until(lambda: production.headline.startswith("Nov 1 – Nov 30") and not production.reading)
    assert total(production.parts).gross > week
    desk.commands["huddle.span"].run()
    await until(lambda: production.headline.startswith("Scheduled") and not production.reading)
    screen.leave()
    assert (production.is_shown, production.known) == (False, None)


async def test_more_than_a_day_needs_queries(open_practice: Practices, open_desk_on: OpenDesk) -> None:
    """Without the permission a week says so, and the day is there as before."""
    screen = await opened_without_queries(open_practice, open_desk_on)
    production = screen.production
    production.choose(TimeSpan.WEEK)
    production.reveal(shown=True)
    await until(lambda: production.known is not None and not production.reading)
    assert production.providers.words == "The production of a week or a month needs the Queries permission."
    production.choose(TimeSpan.DAY)
    await until(lambda: production.headline.startswith("Scheduled $"))
    screen.leave()
