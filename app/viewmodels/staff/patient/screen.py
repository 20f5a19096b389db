"""The patient page: one patient, the one selected on the desk, in tabs that are loaded when first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from app.core.tasks import LatestTask
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.commands import tab_command
from app.viewmodels.staff.patient.tabs import TABS, PatientTab, TabModel
from app.viewmodels.staff.patient_commands import NOBODY
from app.viewmodels.staff.screens import ScreenModel, ScreenStatus
from app.viewmodels.verdict import YES, Verdict


class PatientScreenViewModel(ScreenModel):
    """`tab_changed`: another tab is shown, or the first one has been loaded. `patient_changed`: another patient."""

    tab_changed = Signal()
    patient_changed = Signal()

    def __init__(self, desk: DeskViewModel, _early: None) -> None:
        super().__init__(desk)
        self.desk = desk
        self.current = ""
        """The id of the shown tab; empty: none has been loaded yet."""
        self._wanted = TABS[0].id
        self._models: dict[str, TabModel] = {}
        self._views: dict[str, Callable[..., Any]] = {}
        self._entered = False
        self._loading = LatestTask(desk.parts.scope)
        self.own_commands = [desk.command(tab_command(tab), self._opener(tab)) for tab in TABS]
        self.own_commands += [
            desk.command(spec, self._runner(tab, spec.id), self._judge(tab, spec.id))
            for tab in TABS
            for spec in tab.commands
        ]
        desk.patient.changed.connect(self._follow)

    @property
    def pat_num(self) -> int | None:
        """The patient that is shown."""
        current = self.desk.patient.current
        return current.pat_num if current is not None else None

    @property
    def status(self) -> ScreenStatus:
        """That of the shown tab."""
        return self._models[self.current].status if self.current else ScreenStatus()

    def model(self, tab_id: str) -> TabModel:
        """The viewmodel of a tab that has been shown. KeyError for any other."""
        return self._models[tab_id]

    def view_of(self, tab_id: str) -> Callable[..., Any]:
        """The factory of the widget of a tab that has been shown."""
        return self._views[tab_id]

    def open_tab(self, tab_id: str) -> None:
        """Show a tab, loading it first if needed."""
        self._wanted = tab_id
        tab = next(each for each in TABS if each.id == tab_id)
        self._loading.start(self._open(tab), f"tab {tab_id}")

    def enter(self) -> None:
        """Show the selected patient."""
        self._entered = True
        self.open_tab(self._wanted)

    def leave(self) -> None:
        """Release what was needed; a tab that is loading is not shown."""
        self._entered = False
        self._loading.cancel()
        self._pass_on()

    def go_home(self) -> None:
        """Show the first tab."""
        self.open_tab(TABS[0].id)

    def refresh(self) -> None:
        """Read the shown tab again."""
        if self.current:
            self._models[self.current].refresh()

    def close(self) -> None:
        """Release everything."""
        for model in self._models.values():
            model.close()

    def _opener(self, tab: PatientTab) -> Callable[[], Any]:
        async def work() -> None:
            self.open_tab(tab.id)

        return work

    def _runner(self, tab: PatientTab, command_id: str) -> Callable[[], Any]:
        async def work() -> None:
            self._loading.cancel()  # of another tab, which would be shown after this one
            self._wanted = tab.id
            await self._open(tab)
            await self._models[tab.id].run(command_id)

        return work

    def _judge(self, tab: PatientTab, command_id: str) -> Callable[[], Verdict]:
        def verdict() -> Verdict:
            if self.pat_num is None:
                return NOBODY
            return self._models[tab.id].may_run(command_id) if tab.id in self._models else YES

        return verdict

    async def _open(self, tab: PatientTab) -> None:
        if tab.id not in self._models:
            model, view = await self.desk.parts.load(tab.viewmodel, tab.view)
            made = self._models[tab.id] = model(self.desk)
            self._views[tab.id] = view
            made.status_changed.connect(self.status_changed)
        if self.current and self.current != tab.id:
            self._models[self.current].show(None)
        changed, self.current = self.current != tab.id, tab.id
        if changed:
            self.tab_changed.emit()
        self._pass_on()

    def _follow(self) -> None:
        self.patient_changed.emit()
        self._pass_on()

    def _pass_on(self) -> None:
        if self.current:
            self._models[self.current].show(self.pat_num if self._entered else None)
            self.status_changed.emit()
