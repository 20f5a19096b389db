"""The desk: everything one receptionist's window holds, and the commands that are not an appointment's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError, NotSent, Refused
from app.api.need import Need
from app.store.changes import Change, ChangeKind
from app.viewmodels.activity import Notices
from app.viewmodels.command import AsyncCommand, CommandSet, CommandSpec
from app.viewmodels.messages import explain
from app.viewmodels.staff.attention import AttentionViewModel
from app.viewmodels.staff.find_patient import FindPatientViewModel
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.schedule.booking import BookingViewModel
from app.viewmodels.staff.schedule.drop import DropViewModel
from app.viewmodels.staff.schedule.filters import ScheduleFilters
from app.viewmodels.staff.schedule.problems import ProblemsViewModel
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.state import ScheduleView
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.viewmodels.staff.schedule.visit_card import VisitCardViewModel
from app.viewmodels.staff.schedule.visit_pages import VisitPages
from app.viewmodels.staff.schedule.waiting_room import WaitingRoomViewModel
from app.viewmodels.staff.status_line import StatusLineViewModel
from app.viewmodels.typed_keys import TypedKeys
from app.viewmodels.verdict import YES, Verdict

WORDS = {"place.schedule": "Schedule", "app.theme": "Theme", "app.office": "Office"}
"""What the rail has room for."""
REPEATING = frozenset({"go.previous", "go.next", "view.zoom_in", "view.zoom_out"})
"""What goes on while its key is held: leafing and zooming."""


class DeskViewModel(QObject):
    """The window's viewmodels, and its commands.

    The signals ask the view for what only it can do; `zoom_asked` carries a step.
    """

    find_asked = Signal()
    palette_asked = Signal()
    date_asked = Signal()
    zoom_asked = Signal(int)
    settle_asked = Signal()
    notices_asked = Signal()
    problems_asked = Signal()
    panel_asked = Signal()
    print_asked = Signal()
    theme_asked = Signal()
    office_asked = Signal()

    def __init__(self, parts: Parts, schedule: ScheduleViewModel, parent: QObject | None = None) -> None:
        """`book` may be on the screen already; from now on it is the desk's."""
        super().__init__(parent)
        self.parts = parts
        office, clock, scope = parts.office, parts.clock, parts.scope
        self.notices = Notices(clock, self)
        self._troubled = ""
        self._unwatch = office.watch(self._learn_version)
        self.schedule = schedule
        schedule.setParent(self)
        self.filters = ScheduleFilters(self.schedule, office, parent=self)
        self.actions = VisitActions(self.schedule, parts, self.notices, self)
        self.drop = DropViewModel(self.schedule, office, parts.writes, self.actions, scope, self)
        self.find = FindPatientViewModel(parts.search, clock, scope, self)
        self.booking_find = FindPatientViewModel(parts.search, clock, scope, self)
        self.booking = BookingViewModel(office, parts.finder, parts.writes, self.actions, scope, self)
        self.pages = VisitPages(parts, self.schedule, self.booking, self.actions, self)
        self.waiting = WaitingRoomViewModel(office, clock, self)
        self.card = VisitCardViewModel(self.schedule, office, clock, self)
        self.status = StatusLineViewModel(
            parts.mode, self.schedule, office, parts.client, parts.journal, self
        )
        self.problems = ProblemsViewModel(schedule, self)
        self.settle = AttentionViewModel(parts.journal, parts.outbox, clock, scope, self)
        self.commands = CommandSet()
        self.commands.add(self._general())
        toast = _spec("view.toast", "Go to the newest notice", "F6", "View", "")
        self.commands.add([self._command(toast, self.notices.reach, self.notices.may_reach)])
        self.commands.add(self.actions.commands)
        self.commands.add(self.pages.commands)
        self.typed = TypedKeys(self.commands, clock, scope, self)
        self.find.chosen.connect(self.pages.book_for)
        for command in self.commands:
            command.refused.connect(self.actions.warn)
        for signal in (self.notices.posted, self.notices.closed):
            signal.connect(self.commands["view.toast"].refresh)
        self.filters.changed.connect(self._one_clinic)
        self._one_clinic()
        self.schedule.selection_changed.connect(self._refresh)
        self.schedule.refresh_failed.connect(self._tell_of_refresh)

    def now(self) -> datetime:
        """The office's time."""
        return self.parts.clock.now()

    # --- what the canvas asks ------------------------------------------------------------------------------

    def jump_to(self, apt_num: int, day: date | None = None) -> None:
        """Select an appointment and have it seen, on today's schedule unless another day is named."""
        self.schedule.go_to(day or self.parts.clock.now().date())
        self.schedule.select(apt_num, in_sight=True)

    async def learn_rights(self) -> None:
        """Ask what the key may do and the office can; what is neither greys out with the reason."""
        try:
            await self.parts.client.at(Need.REFRESH).probe()
        except ApiError as error:
            self._tell_trouble(error)
        self._learn_version(Change(ChangeKind.LISTS))

    def _learn_version(self, change: Change) -> None:
        lists, client = self.parts.office.lists, self.parts.client
        if change.kind is ChangeKind.LISTS and lists is not None:
            client.learn(client.capabilities.with_version(lists.preferences.get("ProgramVersion", "")))
            self._refresh()

    def hear_trouble(self, error: ApiError | None) -> None:
        """The refresh failed, or works again (None). The same refusal is told once, whoever met it first."""
        if isinstance(error, Refused):
            self._tell_trouble(error)
        else:  # the line and the schedule say that the office cannot be reached
            self._troubled = ""

    def _tell_of_refresh(self, error: ApiError) -> None:
        if not isinstance(error, NotSent):  # that nobody is reached stands in the line
            self.notices.fail(explain(error))

    def _tell_trouble(self, error: ApiError) -> None:
        if (name := type(error).__name__) != self._troubled:
            self._troubled = name
            self.notices.fail(explain(error))

    def close(self) -> None:
        """Let go of the office; the schedule is closed by whoever opened it."""
        self._unwatch()
        for part in (self.filters, self.actions, self.waiting, self.status, self.settle):
            part.close()

    # --- commands ------------------------------------------------------------------------------------------

    def _general(self) -> list[AsyncCommand]:
        schedule = self.schedule
        table: list[tuple[str, str, str, str, str, Callable[[], None]]] = [
            ("go.previous", "Previous", "Alt+Left", "Go", "PREVIOUS", lambda: schedule.step(-1)),
            ("go.today", "Today", "T", "Go", "", schedule.today),
            ("go.next", "Next", "Alt+Right", "Go", "NEXT", lambda: schedule.step(1)),
            ("go.date", "Pick a date", "Ctrl+G", "Go", "DATE", self.date_asked.emit),
            ("view.day", "Day", "Ctrl+1", "View", "", lambda: schedule.set_view(ScheduleView.DAY)),
            ("view.week", "Week", "Ctrl+2", "View", "", lambda: schedule.set_view(ScheduleView.WEEK)),
            ("view.zoom_in", "Larger", "Ctrl++", "View", "ZOOM_IN", lambda: self.zoom_asked.emit(1)),
            ("view.zoom_out", "Smaller", "Ctrl+-", "View", "ZOOM_OUT", lambda: self.zoom_asked.emit(-1)),
            ("view.refresh", "Refresh", "F5", "View", "REFRESH", schedule.refresh),
            ("view.settle", "What is to be settled", "Ctrl+U", "View", "", self.settle_asked.emit),
            (
                "view.problems",
                "What is to be looked at",
                "Ctrl+Shift+U",
                "View",
                "",
                self.problems_asked.emit,
            ),
            ("view.panel", "Side panel", "Ctrl+\\", "View", "PANEL", self.panel_asked.emit),
            ("find.patient", "Find a patient", "Ctrl+P", "Go", "SEARCH", self.find_asked.emit),
            ("view.notices", "Notices", "Ctrl+I", "View", "NOTICES", self.notices_asked.emit),
            ("schedule.print", "Print the schedule", "Ctrl+Shift+P", "View", "PRINT", self.print_asked.emit),
            ("app.theme", "Light or dark", "Ctrl+Shift+L", "View", "THEME_DARK", self.theme_asked.emit),
            (
                "app.office",
                "Connect to another office",
                "Ctrl+Shift+O",
                "",
                "SERVICE",
                self.office_asked.emit,
            ),
            ("place.schedule", "Schedule", "Ctrl+B", "Go", "SCHEDULE", schedule.today),
            ("palette", "All commands", "Ctrl+K", "", "", self.palette_asked.emit),
        ]
        return [self._command(_spec(*row[:5]), row[5]) for row in table]

    def _command(
        self, spec: CommandSpec, do: Callable[[], None], can: Callable[[], Verdict] = lambda: YES
    ) -> AsyncCommand:
        async def work() -> None:
            do()

        return AsyncCommand(spec, self.parts.scope, work, can, self.actions.fail, self)

    def _one_clinic(self) -> None:
        self.booking.clinic_num = self.waiting.clinic_num = self.filters.clinic_num
        self.waiting.refresh()

    def _refresh(self) -> None:
        for command in self.commands:
            command.refresh()


def _spec(command_id: str, title: str, shortcut: str, menu: str, icon: str) -> CommandSpec:
    word, repeats = WORDS.get(command_id, ""), command_id in REPEATING
    return CommandSpec(command_id, title, shortcut, menu, icon, word=word, repeats=repeats)
