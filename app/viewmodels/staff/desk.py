"""The desk: the state of one receptionist's window that all screens share."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.core.text import NO_TEXT, Text, msg
from app.services.audit.audit import Audit
from app.services.people.authority import Approval, NotAllowed
from app.viewmodels.activity import Notices
from app.viewmodels.audited import EXPORTING
from app.viewmodels.banners import Banners
from app.viewmodels.choices import RememberedChoice
from app.viewmodels.command import AsyncCommand, CommandSet, CommandSpec
from app.viewmodels.messages import explain
from app.viewmodels.staff import commands
from app.viewmodels.staff.attention import AttentionViewModel
from app.viewmodels.staff.board.late import LateBoard
from app.viewmodels.staff.check_in.late import LateCheckIn
from app.viewmodels.staff.closing import ClosingViewModel
from app.viewmodels.staff.find_patient import FindPatientViewModel
from app.viewmodels.staff.hub.late import LateHub
from app.viewmodels.staff.late import LateCommlog, LateStrip
from app.viewmodels.staff.money.late import LateMoney
from app.viewmodels.staff.new_patient.late import LateNewPatient
from app.viewmodels.staff.opened_patients import OpenedPatients
from app.viewmodels.staff.outcomes import Outcomes
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.patient_commands import PatientCommands
from app.viewmodels.staff.people.late import LatePeople
from app.viewmodels.staff.saved_copy import SavedCopyWatch
from app.viewmodels.staff.screens import Loader, Screens, ScreenSpec
from app.viewmodels.staff.selected_patient import PatientSelection
from app.viewmodels.staff.status_line import StatusLineViewModel
from app.viewmodels.staff.tasks.late import LateTasks
from app.viewmodels.staff.trouble import OfficeTrouble
from app.viewmodels.staff.undos import Undos
from app.viewmodels.staff.updates.late import LateUpdates
from app.viewmodels.staff.user import UserViewModel
from app.viewmodels.staff.waiting.late import LateWaitingAlerts
from app.viewmodels.typed_keys import TypedKeys
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:  # loads with the first table, or at a desk of a hub
    from app.viewmodels.staff.elsewhere import ElsewhereViewModel
    from app.viewmodels.staff.money.hub_twins import HubTwins
    from app.viewmodels.tables.layout import TableMemory


class DeskViewModel(QObject):
    """Screens, commands, the selected patient, the search, and recent activity.

    `asked` is emitted with the id of a command that only a view or the program around it can run.
    """

    asked = Signal(str)
    tables: TableMemory | None = None
    """Where the layouts of tables are kept; None: nowhere."""
    elsewhere: ElsewhereViewModel | None = None
    """Who else has the selected patient open; None: this office has no hub."""
    hub_twins: HubTwins | None = None
    """Tells of another desk's equal payment; None: this office has no hub."""

    def __init__(
        self,
        parts: Parts,
        specs: Sequence[ScreenSpec],
        load: Loader,
        early: Mapping[str, Any] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`load` imports a screen; `early` are the parts of screens created before the desk, by screen id."""
        super().__init__(parent)
        self.parts = parts
        clock, scope = parts.clock, parts.scope
        self.notices = Notices(clock, self)
        self.banners = Banners(self)
        self.tooth_numbers = RememberedChoice("universal", self)  # words: a name in the settings
        self.undos = Undos(parts.writes, parts.journal, parts.office, self.notices, self)
        self.outcomes = Outcomes(
            parts.client, parts.writes, parts.journal, self.notices, scope, self.undos, self
        )
        self.patient = PatientSelection(self)
        self._opened = OpenedPatients(parts.audit, self.patient)
        self.find = FindPatientViewModel(parts.search, clock, scope, self)
        self._make_late()
        self.attention = AttentionViewModel(parts, self.outcomes, self)
        self.user = UserViewModel(parts.outbox, parts.staff, self)
        self.closing = ClosingViewModel(parts.journal, parts.outbox, self)
        self.commands = CommandSet()
        self.saved_copy = SavedCopyWatch(parts, self.banners, self.refresh_commands, self)
        self.trouble = OfficeTrouble(parts, self.notices, self.refresh_commands)
        self.find.recent = self.chosen.recent
        self._add_all_commands()
        self.screens = Screens(self, specs, load, early or {})
        self.typed = TypedKeys(self.screens, clock, scope, self)
        self.status = StatusLineViewModel(parts, self.screens, self)
        self._follow_notices()

    @property
    def audit(self) -> Audit:
        """Takes notes of what was done here."""
        return self.parts.audit

    def export(self, act: Callable[[], None], refuse: Callable[[Text], None]) -> None:
        """As Audited: a second person is asked for her PIN where the right is missing."""

        async def export(approval: Approval | None) -> None:
            self.parts.writes.authority.check([EXPORTING], approval)
            act()

        async def guarded() -> None:
            try:
                await self.people.guarded(export)
            except NotAllowed as refused:
                refuse(refused.words)

        self.parts.scope.start(guarded(), "export")

    def why_no_export(self) -> Text:
        """As Audited."""
        try:
            self.parts.writes.authority.check([EXPORTING])
        except NotAllowed as refused:
            return refused.words
        return NO_TEXT

    def now(self) -> datetime:
        """The office's time."""
        return self.parts.clock.now()

    def command(
        self,
        spec: CommandSpec,
        work: Callable[..., Coroutine[Any, Any, None]],
        can: Callable[[], Verdict] = lambda: YES,
    ) -> AsyncCommand:
        """A command of this desk: its failure becomes a notice."""
        return AsyncCommand(spec, self.parts.scope, work, can, self.fail, self)

    def add_commands(
        self, added: Iterable[AsyncCommand], screen: str = "", *, stand_in: bool = False
    ) -> None:
        """Add commands, of one screen or of all (""). The reason why one can't run is shown when it is triggered."""
        made = list(added)
        self.commands.add(made, screen=screen, stand_in=stand_in)
        for command in made:
            command.refused.connect(self.warn)

    def _make_late(self) -> None:
        """What is imported when it is first wanted, and the commands that open it."""
        self.strip = LateStrip(self)
        self.commlog = LateCommlog(self)
        self.chosen = PatientCommands(self)
        self.new_patient = LateNewPatient(self)
        self.money = LateMoney(self)
        self.tasks = LateTasks(self)
        self.people = LatePeople(self)
        self.hub = LateHub(self)
        self.check_in = LateCheckIn(self)
        self.updates = LateUpdates(self)
        self.board = LateBoard(self)
        self.waiting = LateWaitingAlerts(self)

    def _add_all_commands(self) -> None:
        """The frame's own commands, and those of what is loaded when it is first asked for."""
        self.add_commands(self._own_command(spec) for spec in commands.FRAME_COMMANDS)
        for late in (
            self.chosen,
            self.new_patient,
            self.people,
            self.money,
            self.tasks,
            self.hub,
            self.check_in,
            self.updates,
            self.board,
            self.waiting,
        ):
            self.add_commands(late.commands)

    def refresh_commands(self) -> None:
        """Permissions of commands have changed."""
        for command in self.commands:
            command.refresh()

    def fail(self, error: BaseException) -> None:
        """Handles a command's failure."""
        self.notices.fail(explain(error))

    def warn(self, words: str) -> None:
        """Show why something was not done."""
        self.notices.say(words, kind="warning")

    def close(self) -> None:
        """Close everything of the office."""
        parts = (
            self.screens,
            self.strip,
            self.commlog,
            self.new_patient,
            self.money,
            self.tasks,
            self.check_in,
            self.outcomes,
            self.undos,
            self.trouble,
            self.saved_copy,
            self.status,
            self.attention,
            self.closing,
            self.user,
            self.people,
            self.hub,
            self.updates,
            self.board,
            self.waiting,
            self._opened,
        )
        for part in parts:
            part.close()
        if self.elsewhere is not None:
            self.elsewhere.close()
        if self.hub_twins is not None:
            self.hub_twins.close()

    def _follow_notices(self) -> None:
        for spec in (commands.TOAST, commands.UNDO):
            for signal in (self.notices.posted, self.notices.closed, self.notices.revised):
                signal.connect(self.commands[spec.id].refresh)

    def _own_command(self, spec: CommandSpec) -> AsyncCommand:
        if spec.id in commands.ASKED_OF_THE_WINDOW:
            return self._simple(spec, lambda: self.asked.emit(spec.id))
        if spec is commands.TOAST:
            return self._simple(spec, self.notices.reach, self.notices.may_reach)
        if spec is commands.UNDO:
            return self._simple(spec, self._undo, self._may_undo)
        return self._simple(spec, self._refresh)

    def _simple(
        self, spec: CommandSpec, do: Callable[[], None], can: Callable[[], Verdict] = lambda: YES
    ) -> AsyncCommand:
        async def work() -> None:
            do()

        return self.command(spec, work, can)

    def _refresh(self) -> None:
        if (screen := self.screens.shown) is not None:
            screen.refresh()
        if self.strip.model is not None:
            self.strip.model.read_again()

    def _undo(self) -> None:
        if (notice := self.notices.undoable) is not None:
            self.notices.undo(notice.id)

    def _may_undo(self) -> Verdict:
        if final := self.notices.final:
            return Verdict(ok=False, reason=final)
        return YES if self.notices.undoable else Verdict(ok=False, reason=msg("There is nothing to undo."))
