"""The lists' screen: its tabs, the clinic, and the actions on the selected row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from app.domain.lists.candidate import CandidateKind
from app.store.lists import PRACTICE_TITLE
from app.viewmodels.printing import PrintViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.lists.actions import ListActions
from app.viewmodels.staff.lists.card import CardModel
from app.viewmodels.staff.lists.confirmations import ConfirmationsTab
from app.viewmodels.staff.lists.known import ListKnowledge
from app.viewmodels.staff.lists.providers import clinics_of
from app.viewmodels.staff.lists.read_tab import LabTab, TreatmentTab
from app.viewmodels.staff.lists.tab import ListTab
from app.viewmodels.staff.lists.waiting import WaitingTab
from app.viewmodels.staff.screens import ScreenModel, ScreenStatus
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.translation import tr

PREVIEW = "app.views.printing.preview:PrintPreview"


class ListsScreenViewModel(ScreenModel):
    """`tab_changed`: another list. `previewed` is emitted with the factory of a print preview and its viewmodel."""

    follows_today = True
    tab_changed = Signal()
    clinic_changed = Signal()
    previewed = Signal(object, object)

    def __init__(self, desk: DeskViewModel, _early: None) -> None:
        super().__init__(desk)
        self.desk = desk
        self.clinic = 0
        """0: the whole office."""
        self._chosen = False
        """Whether a clinic was chosen on this screen."""
        self.known = ListKnowledge(desk, self)
        waiting = [
            WaitingTab(kind, desk, self.known, self)
            for kind in (
                CandidateKind.RECALL,
                CandidateKind.UNSCHEDULED,
                CandidateKind.ASAP,
                CandidateKind.PLANNED,
            )
        ]
        tabs: list[ListTab] = [
            ConfirmationsTab(desk, self.known, self),
            *waiting,
            LabTab(desk, self.known, self),
            TreatmentTab(desk, self.known, self),
        ]
        self.tabs = {each.spec.id: each for each in tabs}
        self.tab = tabs[0]
        self.actions = ListActions(desk, self.known, lambda: self.tab, self)
        self.card = CardModel(desk, self.known, self.actions.statuses, lambda: self.tab, self)
        self.own_commands = [
            *(desk.command(spec, self._opener(spec.id)) for spec in commands.TABS),
            *self.actions.commands,
        ]
        self._shown = False
        desk.patient.changed.connect(self._follow_patient)
        for tab in tabs:
            tab.changed.connect(self._follow_rows)
            tab.chosen_changed.connect(self._show_chosen)

    # --- shown, left ---

    def enter(self) -> None:
        """Read the list that is shown, of the clinic that the schedule shows unless another was chosen here."""
        self._shown = True
        if not self._chosen and self.clinic != (of_schedule := self.desk.new_patient.clinic_num or 0):
            self.clinic = of_schedule
            self.clinic_changed.emit()
        self.known.begin()
        self.tab.enter(self.clinic)
        self._follow_patient()

    def leave(self) -> None:
        """Stop reading."""
        self._shown = False
        self.known.end()
        self.card.leave()
        self.tab.leave()

    def go_home(self) -> None:
        """Show the confirmations."""
        self.open_tab(commands.CONFIRMATIONS.id)

    def refresh(self) -> None:
        """Read the list again."""
        self.tab.refresh()

    def close(self) -> None:
        """The desk was closed."""
        self.leave()
        self.card.close()
        self.known.close()

    @property
    def status(self) -> ScreenStatus:
        """The age of the list, or that it is loading."""
        age = self.tab.age
        return ScreenStatus(age, tr("list") if age is None else "", followed=False)

    # --- the tab, the clinic ---

    def open_tab(self, tab_id: str) -> None:
        """Show a list, by the id of its command."""
        if self.tab.spec.id != tab_id:
            self.tab.leave()
            self.tab = self.tabs[tab_id]
            if self._shown:
                self.tab.enter(self.clinic)
            self._show_chosen()
            self._follow_patient()
        self.tab_changed.emit()
        self.status_changed.emit()

    def choose_clinic(self, clinic: int) -> None:
        """Show the lists of a clinic; 0: of the office."""
        self.clinic, self._chosen = clinic, True
        self.tab.enter(clinic)
        self.clinic_changed.emit()

    @property
    def clinics(self) -> list[tuple[int, str]]:
        """The office's clinics; empty without the feature."""
        return clinics_of(self.desk.parts.office)

    def print(self) -> None:
        """Preview the list as it is shown."""
        parts, lists = self.desk.parts, self.desk.parts.office.lists
        practice = lists.preferences.get(PRACTICE_TITLE, "") if lists is not None else ""
        preview = self.tab.table.print(parts.scope, parts.clock, practice, self)
        parts.scope.start(self._preview(preview), "print")

    # --- inside ---

    def _follow_rows(self) -> None:
        """Other rows: that of the selected patient may be there now."""
        self.status_changed.emit()
        if self._shown and self.tab.chosen is None:
            self._follow_patient()

    def _follow_patient(self) -> None:
        """The strip and the card are always about the same patient."""
        current = self.desk.patient.current
        if self._shown:
            self.tab.follow_patient(current.pat_num if current is not None else 0)

    def _show_chosen(self) -> None:
        if self._shown and (row := self.tab.chosen) is not None:
            self.desk.patient.select(row.pat_num, Origin.LISTS)
        self.actions.refresh()
        self.card.show()

    async def _preview(self, printing: PrintViewModel) -> None:
        (view,) = await self.desk.parts.load(PREVIEW)
        self.previewed.emit(view, printing)

    def _opener(self, tab_id: str) -> Callable[[], Any]:
        async def work() -> None:
            self.open_tab(tab_id)

        return work
