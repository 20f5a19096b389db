"""A desk without an office hub: nothing of check-in is loaded, and its commands say what is needed."""

from __future__ import annotations

from app.viewmodels.staff.check_in.commands import CHANGES, SEEN
from app.viewmodels.staff.check_in.screen import CheckInScreenViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.translation import tr

NEEDED = "Check-in PCs need the office hub. Set it up first: File, Office hub."


async def test_commands_and_screen_say_what_is_needed(model: ScheduleScreenViewModel) -> None:
    """No button on the rail; the commands and the screen name the office hub."""
    desk = model.desk
    assert not desk.screens.specs["check_in"].on_rail
    for spec in (SEEN, CHANGES):
        assert tr(desk.commands[spec.id].verdict.reason) == NEEDED
    screen = await desk.screens.show("check_in")
    assert isinstance(screen, CheckInScreenViewModel)
    assert screen.words == NEEDED
    assert screen.parts is None
    assert all(tr(each.verdict.reason) == NEEDED for each in screen.own_commands)
    assert desk.check_in.arrivals is None
    assert model.waiting.rows
    assert not any(row.unseen or (row.under and not row.past) for row in model.waiting.rows)
