"""The status line's text."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.screens import ScreenStatus
from app.viewmodels.staff.status_line import JUST_NOW_SECONDS, TICK_SECONDS, ago_text
from tests.journeys.practices import TODAY, Served
from tests.support.qt_loop import until


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "just now"),
        (0, "just now"),
        (4.9, "just now"),
        (5, "5 s ago"),
        (59.9, "59 s ago"),
        (60, "1 min ago"),
        (3599, "59 min ago"),
        (3600, "1 h 0 min ago"),
        (3900, "1 h 5 min ago"),
        (90_000, "25 h 0 min ago"),
    ],
)
def test_ages(seconds: float, words: str) -> None:
    """An age is shown in seconds, then minutes, then hours and minutes."""
    assert ago_text(timedelta(seconds=seconds)) == words


def test_an_age_that_is_not_known() -> None:
    """Data that were never read have no age, and the line says so."""
    assert ago_text(None) == "not loaded yet"


async def test_a_quiet_line(model: ScheduleScreenViewModel) -> None:
    """With everything read and nothing to do, the line shows only the mode and the schedule's freshness."""
    model.desk.status.tick()
    line = model.desk.status.line
    assert (line.mode, line.waiting, line.coming, line.attention, line.problems) == (
        "Training",
        "",
        "",
        "",
        "",
    )
    assert line.freshness.startswith("Up to date ")
    assert not line.stale


async def test_an_idle_line_is_left_alone(model: ScheduleScreenViewModel) -> None:
    """While the data are fresh nothing can change by itself but their age, which is said from five seconds on."""
    status, line = model.desk.status, model.desk.status.line
    assert TICK_SECONDS <= status.rest <= JUST_NOW_SECONDS
    for _ in range(3):
        status.tick()
    assert status.line is line


async def test_a_line_without_a_server(model: ScheduleScreenViewModel, served: Served) -> None:
    """When the office is unreachable the line says so immediately, with the age of what is shown."""
    served.faults.unreachable = True
    model.schedule.refresh()
    await until(lambda: not model.desk.status.line.connected)
    assert model.desk.status.line.stale
    assert model.desk.status.line.freshness.startswith("Can't reach the server · as of ")


async def test_a_sign_in_page_is_not_the_office(model: ScheduleScreenViewModel, served: Served) -> None:
    """The first page that a proxy or a network's sign-in sends instead of the office shows in the line immediately."""
    served.faults.sign_in_page = True
    model.schedule.refresh()
    await until(lambda: not model.desk.status.line.freshness.startswith("Up to date"))
    assert model.desk.status.line.freshness.startswith("Blocked by a sign-in page or proxy · as of ")
    assert model.desk.status.line.stale
    served.faults.sign_in_page = False
    await until(lambda: model.desk.status.line.freshness.startswith("Up to date"))


async def test_an_unread_day_without_a_server(model: ScheduleScreenViewModel, served: Served) -> None:
    """A day that was never read isn't shown as read while the office is unreachable."""
    served.faults.unreachable = True
    model.schedule.go_to(TODAY + timedelta(days=40))
    await until(lambda: not model.desk.status.line.connected)
    assert model.desk.status.line.freshness == "Can't reach the server"
    assert model.desk.status.line.coming == ""


async def test_a_screen_that_is_read_on_demand(
    model: ScheduleScreenViewModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lists and huddle are old after the five minutes in which they aren't read again, not after seconds."""
    line = model.desk.status
    for seconds, words, old in (
        (10, "Up to date", False),
        (90, "Loaded 1 min ago", False),
        (400, "Loaded", True),
    ):
        status = ScreenStatus(timedelta(seconds=seconds), followed=False)
        monkeypatch.setattr(type(model), "status", status)
        line.tick()
        assert line.line.freshness.startswith(words)
        assert line.line.stale is old
