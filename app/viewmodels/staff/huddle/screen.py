"""The huddle: what a day needs before it begins, by day and clinic."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import Signal

from app.core.text import At, Shape
from app.domain.printing.document import Document
from app.services.schedule.rows import names_of
from app.store.lists import PRACTICE_TITLE, OfficeLists
from app.viewmodels.command import AsyncCommand
from app.viewmodels.printing import PrintChoice, PrintViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.huddle import commands
from app.viewmodels.staff.huddle.page import HuddlePage, huddle_page
from app.viewmodels.staff.huddle.readiness import ReadinessModel
from app.viewmodels.staff.screens import ScreenModel, ScreenStatus
from app.viewmodels.translation import tr

PREVIEW = "app.views.printing.preview:PrintPreview"


class HuddleScreenViewModel(ScreenModel):
    """`tab_changed`: another tab. `day_changed`: another day or clinic. `previewed`: a preview's factory and model."""

    tab_changed = Signal()
    day_changed = Signal()
    previewed = Signal(object, object)

    def __init__(self, desk: DeskViewModel, _early: None) -> None:
        super().__init__(desk)
        self.desk = desk
        self.tab = commands.READINESS.id
        self.huddle = desk.parts.huddle()
        self.readiness = ReadinessModel(desk, self.huddle, self)
        self.readiness.changed.connect(self._follow)
        self.clinic = 0
        """0: the whole office."""
        self._chosen: date | None = None
        """The day that the user chose; None: today, whatever day that is."""
        self.own_commands = self._make_commands()

    # --- shown, left ---

    def enter(self) -> None:
        """Show the chosen day, or today."""
        self._show()

    def leave(self) -> None:
        """Stop reading."""
        self.readiness.leave()

    def go_home(self) -> None:
        """Show the readiness of today."""
        self.open_tab(commands.READINESS.id)
        self.choose_day(None)

    def refresh(self) -> None:
        """Read what is shown again."""
        self.readiness.show(self.day, self.clinic, again=True)

    def close(self) -> None:
        """The desk was closed."""
        self.readiness.close()

    @property
    def status(self) -> ScreenStatus:
        """Its age, or that it is loading."""
        reading = self.huddle.state(self.day).reading
        return ScreenStatus(self.huddle.age(self.day), tr("readiness") if reading else "", followed=False)

    # --- the day, the clinic, the tab ---

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._chosen or self.desk.now().date()

    def choose_day(self, day: date | None) -> None:
        """Show a day; None: today."""
        self._chosen = None if day == self.desk.now().date() else day
        self._show()

    def choose_clinic(self, clinic: int) -> None:
        """Show a clinic's part of the day; 0: the whole office."""
        self.clinic = clinic
        self._show()

    @property
    def clinics(self) -> Mapping[int, str]:
        """The office's clinics; empty without the feature."""
        lists = self.desk.parts.office.lists
        return {row.ClinicNum: row.Abbr or row.Description for row in lists.clinics} if lists else {}

    @property
    def title(self) -> str:
        """The day."""
        return tr(At(datetime.combine(self.day, time()), Shape.DATED_DAY))

    def open_tab(self, tab: str) -> None:
        """Show a tab, by the id of its command."""
        self.tab = tab
        self.tab_changed.emit()

    # --- printing ---

    async def print(self) -> None:
        """Preview the huddle page of the day as it is known now."""

        async def make() -> Document:
            return self._page()

        #: the name of a PDF file
        name = tr("Huddle {day}", day=self.day.isoformat())
        printing = PrintViewModel([PrintChoice(tr("Huddle"), name, make)], 0, self.desk.parts.scope, self)
        (view,) = await self.desk.parts.load(PREVIEW)
        self.previewed.emit(view, printing)

    # --- inside ---

    def _show(self) -> None:
        self.readiness.show(self.day, self.clinic)
        self.day_changed.emit()

    def _page(self) -> Document:
        lists, now = self.desk.parts.office.lists or OfficeLists(), self.desk.now()
        age = self.huddle.age(self.day)
        complete = age is not None and not self.huddle.state(self.day).reading
        page = HuddlePage(
            self.day,
            self.readiness.rows,
            names_of(lists),
            now - age if complete and age is not None else None,
            self.clinics.get(self.clinic, ""),
        )
        return huddle_page(page, practice=lists.preferences.get(PRACTICE_TITLE, ""), now=now)

    def _follow(self) -> None:
        for command in self.own_commands:
            command.refresh()
        self.status_changed.emit()

    def _make_commands(self) -> list[AsyncCommand]:
        reader, make = self.desk.parts.office.reader, self.desk.command
        return [
            *(make(spec, self._tab_opener(spec.id)) for spec in commands.TABS),
            make(
                commands.PREVIOUS, self._doing(lambda: self.choose_day(reader.working_day_before(self.day)))
            ),
            make(commands.TODAY, self._doing(lambda: self.choose_day(None))),
            make(commands.NEXT, self._doing(lambda: self.choose_day(reader.working_day_after(self.day)))),
            make(commands.ONLY_TO_DO, self._doing(self._toggle_only)),
            make(commands.PRINT, self.print, self.readiness.may_print),
        ]

    def _toggle_only(self) -> None:
        self.readiness.limit(only_to_do=not self.readiness.only_to_do)

    def _tab_opener(self, tab: str) -> Callable[[], Any]:
        return self._doing(lambda: self.open_tab(tab))

    @staticmethod
    def _doing(do: Callable[[], Any]) -> Callable[[], Any]:
        async def work() -> None:
            do()

        return work
