"""The screen of check-in: today's check-ins, what patients changed, the check-in PCs, and their settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Signal

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.check_in import commands
from app.viewmodels.staff.check_in.changes_panel import ChangesPanelViewModel
from app.viewmodels.staff.check_in.kiosks import CheckInKiosks
from app.viewmodels.staff.check_in.late import NEEDS_HUB
from app.viewmodels.staff.check_in.model import CheckInModel
from app.viewmodels.staff.check_in.pairing import PairingViewModel
from app.viewmodels.staff.check_in.settings import CheckInSettingsViewModel
from app.viewmodels.staff.check_in.today import TodayTable
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.screens import ScreenModel, ScreenStatus
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

HUB = "app.hub"
"""The command that sets up the office hub."""
_NO_HUB = Verdict(ok=False, reason=NEEDS_HUB)


class CheckInParts:
    """What the screen shows of a hub that is followed."""

    def __init__(self, desk: DeskViewModel, check_in: CheckInModel) -> None:
        state = check_in.state
        self.today = TodayTable(desk, state, check_in.arrivals)
        self.changes = ChangesPanelViewModel(desk, check_in)
        self.kiosks = CheckInKiosks(desk, state)
        self.pairing = PairingViewModel(desk, state)
        self.settings = CheckInSettingsViewModel(desk, state)

    def close(self) -> None:
        """The desk was closed."""
        self.today.close()
        self.kiosks.close()
        self.pairing.end()
        self.settings.close()


class CheckInScreenViewModel(ScreenModel):
    """`tab_changed`: another tab, or the hub is followed now."""

    tab_changed = Signal()

    def __init__(self, desk: DeskViewModel, _early: None) -> None:
        super().__init__(desk)
        self.desk = desk
        self.tab = commands.TODAY.id
        self.parts: CheckInParts | None = None
        """None: there is no hub, or it is not followed yet."""
        self.own_commands = self._make_commands()
        desk.check_in.changed.connect(self._follow)
        self._follow()

    @property
    def words(self) -> str:
        """What is shown in place of everything; empty: the tabs."""
        if self.parts is not None:
            return ""
        return tr("Loading…") if self.desk.check_in.has_hub else tr(NEEDS_HUB)

    @property
    def offers_hub(self) -> bool:
        """Whether this desk has no office hub, and one can be set up here."""
        return not self.desk.check_in.has_hub and HUB in self.desk.commands

    def set_up_hub(self) -> None:
        """Open the page on which the office hub is set up."""
        self.desk.screens.run(self.desk.commands[HUB])

    @property
    def status(self) -> ScreenStatus:
        """What is shown comes from the hub as it changes, and has no age without the hub."""
        return ScreenStatus(None if self.parts is not None and self.parts.kiosks.outdated else timedelta())

    def enter(self) -> None:
        """Ask the hub which check-in PCs are there: the list is live while it is shown."""
        self.refresh()

    def go_home(self) -> None:
        """Show today's check-ins."""
        self.open_tab(commands.TODAY.id)

    def refresh(self) -> None:
        """Read everything from the hub again."""
        if self.desk.check_in.check_in is not None:
            self.desk.check_in.check_in.state.read_again()

    def close(self) -> None:
        """The desk was closed."""
        if self.parts is not None:
            self.parts.close()

    def open_tab(self, tab: str) -> None:
        """Show a tab, by the id of its command."""
        self.tab = tab
        self.tab_changed.emit()

    def _follow(self) -> None:
        model = self.desk.check_in.check_in
        if self.parts is None and model is not None:
            self.parts = CheckInParts(self.desk, model)
            self.parts.settings.changed.connect(self._refresh_commands)
            self.tab_changed.emit()
        self._refresh_commands()

    def _refresh_commands(self) -> None:
        for command in self.own_commands:
            command.refresh()

    def _make_commands(self) -> list[AsyncCommand]:
        made = [self.desk.command(spec, self._opener(spec.id), self._may) for spec in commands.TABS]
        return [
            *made,
            self.desk.command(commands.PAIR, self._pair, self._may),
            self.desk.command(commands.SAVE, self._save, self._may_save),
        ]

    def _opener(self, tab: str) -> Callable[[], Any]:
        async def work() -> None:
            self.open_tab(tab)

        return work

    async def _pair(self) -> None:
        if self.parts is not None:
            self.open_tab(commands.KIOSKS.id)
            self.parts.pairing.begin()

    async def _save(self) -> None:
        if self.parts is not None:
            await self.parts.settings.save()

    def _may(self) -> Verdict:
        return YES if self.parts is not None else _NO_HUB

    def _may_save(self) -> Verdict:
        return self.parts.settings.may_save() if self.parts is not None else _NO_HUB
