"""The menu of an appointment."""

from __future__ import annotations

from app.viewmodels.command import CommandSet
from app.viewmodels.staff.schedule.menu.tile import GROUPS, tile_menu
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel


async def test_every_entry_exists(model: ScheduleScreenViewModel) -> None:
    """The program has every command of the menu, each once, and in Open Dental's order."""
    wanted = [each for ids in GROUPS for each in ids]
    shown = [command.spec.id for group in tile_menu(model.commands) for command in group]
    assert shown == wanted
    assert len(set(shown)) == len(shown)
    first = ["visit.pin", "visit.break", "visit.asap", "visit.label", "visit.card", "visit.route_slip"]
    assert [each for each in shown if each in first] == first


def test_what_a_desk_lacks_is_left_out() -> None:
    """Without commands there are no empty groups."""
    assert tile_menu(CommandSet()) == []
