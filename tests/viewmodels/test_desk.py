"""The desk as a whole: its requests to the window, and its messages."""

from __future__ import annotations

from app.api import errors
from app.viewmodels.staff.commands import ASKED_OF_THE_WINDOW
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until


async def test_what_only_the_window_can_do(model: ScheduleScreenViewModel) -> None:
    """Search, lists, the panel, theme and office are requested from the window, each by its command's id."""
    heard: list[str] = []
    model.desk.asked.connect(heard.append)
    for command in ASKED_OF_THE_WINDOW:
        model.commands[command].run()
    await until(lambda: len(heard) == len(ASKED_OF_THE_WINDOW))
    assert heard == list(ASKED_OF_THE_WINDOW)


async def test_the_same_trouble_is_told_once(model: ScheduleScreenViewModel) -> None:
    """A refusal repeated at every refresh is reported once, until it is over."""
    refused = errors.KeyRefused("Appointments.list", status=401)
    for _ in range(3):
        model.desk.trouble.on_refresh(refused)
    assert len(model.notices.items) == 1
    model.desk.trouble.on_refresh(None)
    model.desk.trouble.on_refresh(errors.Unreachable("Appointments.list"))
    assert len(model.notices.items) == 1
    model.desk.trouble.on_refresh(refused)
    assert len(model.notices.items) == 2


async def test_a_refused_key_is_one_error(model: ScheduleScreenViewModel, served: Served) -> None:
    """A problem found by both the first request and the refresh is reported once."""
    refused = errors.KeyRefused("Appointments.list", status=401)
    object.__setattr__(served.practice.keys, "customer_key", "another")
    await model.desk.trouble.learn_rights()
    model.desk.trouble.on_refresh(refused)
    assert len(model.notices.items) == 1
    model.desk.trouble.on_refresh(None)
    model.desk.trouble.on_refresh(refused)
    await model.desk.trouble.learn_rights()
    assert len(model.notices.items) == 2
