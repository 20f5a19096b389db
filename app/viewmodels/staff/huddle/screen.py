"""The huddle: what a day needs before it begins, by day and clinic."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.huddle import commands
from app.viewmodels.staff.huddle.day import HuddleDay
from app.viewmodels.staff.huddle.printing import HuddlePrinting
from app.viewmodels.staff.huddle.production import ProductionModel
from app.viewmodels.staff.huddle.readiness import ReadinessModel
from app.viewmodels.staff.huddle.waits import WaitsModel
from app.viewmodels.staff.screens import ScreenModel, ScreenStatus
from app.viewmodels.translation import tr


class HuddleScreenViewModel(ScreenModel):
    """`tab_changed`: another tab."""

    follows_today = True
    tab_changed = Signal()

    def __init__(self, desk: DeskViewModel, _early: None) -> None:
        super().__init__(desk)
        self.desk = desk
        self.tab = commands.READINESS.id
        self.huddle = desk.parts.huddle()
        self.day = HuddleDay(desk, self)
        self.readiness = ReadinessModel(desk, self.huddle, self.day, self)
        self.production = ProductionModel(desk, self.day, self)
        self.waits = WaitsModel(desk, self.day, self)
        self.printing = HuddlePrinting(desk, self.day, self.readiness, self)
        self.own_commands = self._make_commands()
        self.day.changed.connect(self._show)
        for part in (self.readiness, self.production, self.waits):
            part.changed.connect(self._follow)

    # --- shown, left ---

    def enter(self) -> None:
        """Show the chosen day, or today."""
        self.day.changed.emit()

    def leave(self) -> None:
        """Stop reading, and hide the production."""
        self.readiness.leave()
        self.production.leave()
        self.waits.leave()

    def go_home(self) -> None:
        """Show the readiness of today."""
        self.open_tab(commands.READINESS.id)
        self.day.choose_day(None)

    def refresh(self) -> None:
        """Read what is shown again."""
        if self.tab == commands.READINESS.id:
            self.readiness.show(again=True)
        elif self.tab == commands.WAITS.id:
            self.waits.show(again=True)
        else:
            self._show()

    def close(self) -> None:
        """The desk was closed."""
        self.readiness.close()

    @property
    def status(self) -> ScreenStatus:
        """Its age, or that it is loading; hidden production is neither."""
        match self.tab:
            case commands.PRODUCTION.id:
                age, coming = self.production.age, tr("production") if self.production.reading else ""
            case commands.WAITS.id:
                age, coming = self.waits.age, tr("waits") if self.waits.reading else ""
            case _:
                reading = self.huddle.state(self.day.day).reading
                age, coming = self.huddle.age(self.day.day), tr("readiness") if reading else ""
        hidden = self.tab == commands.PRODUCTION.id and not self.production.is_shown
        return ScreenStatus(age, coming, refused=hidden, followed=False)

    def open_tab(self, tab: str) -> None:
        """Show a tab, by the id of its command."""
        if tab != self.tab:
            self.production.leave()
            self.waits.leave()
        self.tab = tab
        self._show()
        self.tab_changed.emit()

    # --- inside ---

    def _show(self) -> None:
        """Each tab reads its own while it is shown."""
        if self.tab == commands.READINESS.id:
            self.readiness.show()
        else:
            self.readiness.leave()
        if self.tab == commands.PRODUCTION.id:
            self.production.show()
        elif self.tab == commands.WAITS.id:
            self.waits.show()

    def _reveal(self) -> None:
        shown = self.production.is_shown and self.tab == commands.PRODUCTION.id
        self.open_tab(commands.PRODUCTION.id)
        self.production.reveal(shown=not shown)

    def _step(self, direction: int) -> None:
        """By the weeks or months whose production is shown, else by working days."""
        if not self.production.step(direction):
            self.day.step(direction)

    def _next_span(self) -> None:
        self.open_tab(commands.PRODUCTION.id)
        self.production.choose_next()

    def _follow(self) -> None:
        for command in self.own_commands:
            command.refresh()
        self.status_changed.emit()

    def _make_commands(self) -> list[AsyncCommand]:
        make, day, ready = self.desk.command, self.day, self.readiness
        return [
            *(make(spec, _tab_opener(self, spec.id)) for spec in commands.TABS),
            make(commands.PREVIOUS, _doing(lambda: self._step(-1))),
            make(commands.TODAY, _doing(lambda: day.step(0))),
            make(commands.NEXT, _doing(lambda: self._step(1))),
            make(commands.ONLY_TO_DO, _doing(lambda: ready.limit(only_to_do=not ready.only_to_do))),
            make(commands.REVEAL, _doing(self._reveal)),
            make(commands.SPAN, _doing(self._next_span)),
            make(commands.PRINT, self.printing.print, self.printing.may_print),
        ]


def _tab_opener(screen: HuddleScreenViewModel, tab: str) -> Callable[[], Any]:
    return _doing(lambda: screen.open_tab(tab))


def _doing(do: Callable[[], Any]) -> Callable[[], Any]:
    async def work() -> None:
        do()

    return work
