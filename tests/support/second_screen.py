"""A minimal second screen, as the chart and the ledger will be: a spec, a viewmodel, a view, a tour step."""

from __future__ import annotations

import asyncio
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.screens import ScreenModel, ScreenSpec, ScreenStatus
from app.views.staff.frame.screen_view import ScreenBar, ScreenTools, ScreenView

WORDS = "A second screen"
COUNT = CommandSpec("second.count", "Count one more", "Ctrl+Alt+N", "Go", synonyms="tally")
LETTER = CommandSpec("second.letter", "Count by letter", "A", "Go")
"""The schedule has a command with the same key."""


class SecondModel(ScreenModel):
    """Increment."""

    def __init__(self, desk: DeskViewModel, early: object) -> None:
        super().__init__(desk)
        self.counted = self.letters = self.homes = self.refreshed = 0
        self.shown = False
        self.own_commands = [desk.command(COUNT, self._count), desk.command(LETTER, self._letter)]

    @property
    def status(self) -> ScreenStatus:
        """How many."""
        return ScreenStatus(note=f"{self.counted} counted")

    def enter(self) -> None:
        """Shown."""
        self.shown = True

    def leave(self) -> None:
        """Not shown."""
        self.shown = False

    def go_home(self) -> None:
        """Increment."""
        self.homes += 1

    def refresh(self) -> None:
        """Increment."""
        self.refreshed += 1

    async def _count(self) -> None:
        self.counted += 1
        self.status_changed.emit()

    async def _letter(self) -> None:
        self.letters += 1


class SecondView(ScreenView):
    """Shows what it is."""

    def __init__(self, model: SecondModel, tools: ScreenTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        QVBoxLayout(self).addWidget(QLabel(WORDS))
        self.bar = SecondBar()


class SecondBar(ScreenBar):
    """Its part of the bar."""

    def __init__(self) -> None:
        super().__init__()
        QVBoxLayout(self).addWidget(QLabel("Second bar"))


async def look(hands: Any) -> None:
    """The tour's one step here."""
    await asyncio.sleep(0)


STEPS = (("second looked at", look),)

SECOND = ScreenSpec(
    id="second",
    word="Second",
    title="Second screen",
    icon="NOTE",
    shortcut="Ctrl+Shift+Z",
    synonyms="another",
    viewmodel="tests.support.second_screen:SecondModel",
    view="tests.support.second_screen:SecondView",
    commands=(COUNT, LETTER),
    tour="tests.support.second_screen:STEPS",
)
