"""The list of screens: the names in each entry exist, and entries don't conflict."""

from __future__ import annotations

import sys

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from app.bootstrap.loading import load_screen
from app.bootstrap.screens import SCREENS
from app.viewmodels.staff.commands import FRAME_COMMANDS
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.views.theme.icons import Icon
from tests.support.second_screen import SECOND


@pytest.mark.parametrize("spec", SCREENS, ids=lambda spec: spec.id)
async def test_what_an_entry_names_is_there(qapp: QApplication, spec) -> None:
    """Viewmodel, view and tour can be imported, and every icon is in the theme."""
    loaded = await load_screen(spec)
    assert callable(loaded.viewmodel)
    assert callable(loaded.view)
    module, _, name = spec.tour.partition(":")
    __import__(module)
    assert getattr(sys.modules[module], name)
    for each in (*spec.commands, spec.command, *FRAME_COMMANDS):
        assert each.icon in Icon.__members__ or not each.icon, each.id


async def test_a_screen_that_lacks_a_command(model: ScheduleScreenViewModel) -> None:
    """A screen whose viewmodel lacks a listed command can't be opened."""
    fewer = replace(SECOND, id="fewer", shortcut="Ctrl+Shift+Z", commands=SECOND.commands[:1])
    desk = DeskViewModel(model.parts, (*SCREENS, fewer), load_screen)
    try:
        with pytest.raises(ValueError, match="not those of its ScreenSpec"):
            await desk.screens.open("fewer")
    finally:
        desk.close()
        desk.deleteLater()


async def test_a_key_of_everyones_is_taken(model: ScheduleScreenViewModel) -> None:
    """A screen can't use a key that works on every screen."""
    rival = replace(SECOND, shortcut="Ctrl+P")
    with pytest.raises(ValueError, match="taken"):
        DeskViewModel(model.parts, (*SCREENS, rival), load_screen)
