"""The ledger: the selected patient's account in tabs, with what is selected beside it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal

from app.store.lists import PRACTICE_TITLE
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.ledger import commands
from app.viewmodels.staff.ledger.account import LedgerAccount
from app.viewmodels.staff.ledger.card import LedgerCardModel
from app.viewmodels.staff.ledger.tabs import LedgerTabs
from app.viewmodels.staff.ledger.wanted import WantedPayment
from app.viewmodels.staff.patient_commands import NOBODY
from app.viewmodels.staff.screens import ScreenModel, ScreenStatus
from app.viewmodels.verdict import YES, Verdict

PREVIEW = "app.views.printing.preview:PrintPreview"
PRINT_LEDGER = "app.viewmodels.staff.ledger.printing:print_ledger"
HEAD_OF = "app.viewmodels.staff.ledger.printing:head_of"


class LedgerScreenViewModel(ScreenModel):
    """`asked` is emitted with the id of a command that only the view can run."""

    asked = Signal(str)
    patient_changed = Signal()
    previewed = Signal(object, object)
    """The factory of the print preview, and its viewmodel."""

    def __init__(self, desk: DeskViewModel, _early: None) -> None:
        super().__init__(desk)
        self.desk = desk
        self.account = LedgerAccount(desk)
        self.tabs = LedgerTabs(desk, self.account)
        self.card = LedgerCardModel(desk, self.tabs)
        self.card.previewed.connect(self.previewed)
        self._payment = WantedPayment(self.tabs, self.account, self)
        self._entered = False
        works: dict[CommandSpec, Callable[[], None]] = {
            commands.FILTER: lambda: self.asked.emit(commands.FILTER.id),
            commands.JUMP: lambda: self.asked.emit(commands.JUMP.id),
            commands.OPEN_ONLY: self._toggle_open,
            commands.FAMILY: lambda: self.account.show_family(shown=not self.account.shows_family),
            commands.PRINT: self.print,
            commands.SAVE: lambda: self.asked.emit(commands.SAVE.id),
        }
        works |= {spec: partial(self.tabs.open, tab_id) for tab_id, spec in commands.TABS.items()}
        made = {spec: self._command(spec, do) for spec, do in works.items()} | self.card.own
        self.own_commands = [made[spec] for spec in commands.LEDGER_COMMANDS]
        self.account.changed.connect(self.status_changed)
        desk.patient.changed.connect(self._follow)

    @property
    def pat_num(self) -> int | None:
        """The patient that is shown."""
        current = self.desk.patient.current
        return current.pat_num if current is not None else None

    @property
    def status(self) -> ScreenStatus:
        """The age of the account."""
        return ScreenStatus(self.account.age)

    def enter(self) -> None:
        """Show the selected patient."""
        self._entered = True
        self._pass_on()

    def leave(self) -> None:
        """Release what was needed."""
        self._entered = False
        self._pass_on()

    def refresh(self) -> None:
        """Read the account again."""
        self.tabs.read_again()

    def close(self) -> None:
        """Stop following the account."""
        self.tabs.close()

    def show_payment(self, pat_num: int, pay_num: int) -> None:
        """Select a payment of the selected patient, once the account is read."""
        self._payment.ask(pat_num, pay_num)

    def print(self) -> None:
        """Preview the rows that are shown. Printing is loaded when it is first wanted."""

        async def work() -> None:
            parts, account = self.desk.parts, self.account
            make, head, preview = await parts.load(PRINT_LEDGER, HEAD_OF, PREVIEW)
            lists = parts.office.lists
            practice = lists.preferences.get(PRACTICE_TITLE, "") if lists is not None else ""
            person = next((each.person for each in account.members if each.pat_num == account.pat_num), None)

            def lines() -> Any:
                return head(person, account.figures, family=account.shows_family)

            about = {"practice": practice, "clock": parts.clock, "scope": parts.scope, "parent": self}
            self.previewed.emit(preview, make(self.tabs.table, lines, **about))

        self.desk.parts.scope.start(work(), "print preview")

    def _toggle_open(self) -> None:
        chosen = self.account.entries.filter
        self.account.entries.limit(replace(chosen, open_only=not chosen.open_only))

    def _command(self, spec: CommandSpec, do: Callable[[], None]) -> AsyncCommand:
        def work() -> Coroutine[Any, Any, None]:
            async def run() -> None:
                do()

            return run()

        return self.desk.command(spec, work, self._judge)

    def _judge(self) -> Verdict:
        return YES if self.pat_num is not None else NOBODY

    def _follow(self) -> None:
        self._pass_on()
        self.patient_changed.emit()

    def _pass_on(self) -> None:
        self.tabs.show(self.pat_num if self._entered else None)
        for command in self.own_commands:
            command.refresh()
        self.status_changed.emit()
