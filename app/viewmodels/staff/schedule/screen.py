"""The schedule's screen: all its parts and its commands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from app.core.text import At, Shape, join
from app.journal.entries import Entry
from app.services.schedule.grids import all_visits
from app.services.writes.schedule.appointment import appointment_at
from app.services.writes.schedule.waiting import BOOKINGS
from app.viewmodels.activity import NoticeAction
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.find_patient import FindPatientViewModel
from app.viewmodels.staff.schedule import commands
from app.viewmodels.staff.schedule.arranging.arrangement import Arrangement
from app.viewmodels.staff.schedule.booking.booking import BookingViewModel
from app.viewmodels.staff.schedule.booking.days import OpeningDays
from app.viewmodels.staff.schedule.clinic_words import ClinicWords
from app.viewmodels.staff.schedule.details.details import VisitDetails
from app.viewmodels.staff.schedule.drop import DropViewModel
from app.viewmodels.staff.schedule.filling.late import LateFilling
from app.viewmodels.staff.schedule.filters import ScheduleFilters
from app.viewmodels.staff.schedule.history.late import LateHistory
from app.viewmodels.staff.schedule.lost_slots import LostSlots
from app.viewmodels.staff.schedule.month.month import MonthViewModel
from app.viewmodels.staff.schedule.moving.day_strip import DayStripViewModel
from app.viewmodels.staff.schedule.new_day import NewDay
from app.viewmodels.staff.schedule.new_tasks import NewScheduleTasks
from app.viewmodels.staff.schedule.opening_preview import OpeningPreview
from app.viewmodels.staff.schedule.papers.late import SchedulePapers
from app.viewmodels.staff.schedule.pinboard.late import LatePinboard
from app.viewmodels.staff.schedule.problems import ProblemsViewModel
from app.viewmodels.staff.schedule.rules import next_of
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.side_pages import SidePages
from app.viewmodels.staff.schedule.state import Ready, ScheduleView
from app.viewmodels.staff.schedule.tasks import ScheduleTasks
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.viewmodels.staff.schedule.visit_card import VisitCardViewModel
from app.viewmodels.staff.schedule.waiting_room import WaitingRoomViewModel
from app.viewmodels.staff.screens import ScreenModel, ScreenStatus
from app.viewmodels.staff.selected_patient import CHOSEN, Origin
from app.viewmodels.translation import tr

ASKED_OF_THE_VIEW = (
    commands.DATE,
    commands.ZOOM_IN,
    commands.ZOOM_OUT,
    commands.ZOOM_USUAL,
    commands.ZOOM_FIT,
    commands.PROBLEMS,
    commands.PRINT,
)


class ScheduleScreenViewModel(ScreenModel):
    """The schedule and everything around it.

    `asked` is emitted with the id of a command that only the view, or the program around it, can run.
    """

    asked = Signal(str)

    def __init__(self, desk: DeskViewModel, early: ScheduleViewModel | None) -> None:
        """`early` is the schedule that is already on the screen; whoever created it closes it."""
        super().__init__(desk)
        self.desk = desk
        self.parts, self.notices, self.commands = desk.parts, desk.notices, desk.commands
        parts, office, clock, scope = desk.parts, desk.parts.office, desk.parts.clock, desk.parts.scope
        self.schedule = early or ScheduleViewModel(office, clock, scope, self)
        self._own_schedule = early is None
        self.schedule.setParent(self)
        self.filters = ScheduleFilters(self.schedule, office, parent=self)
        self.arranging = Arrangement(self.schedule, self.filters, desk, self)
        self.month = MonthViewModel(self.schedule, desk, self)
        self.clinic_words = ClinicWords(desk, self.filters)
        self.actions = VisitActions(self.schedule, desk, self)
        self.drop = DropViewModel(self.schedule, desk, self.actions, self)
        self.day_strip = DayStripViewModel(self.schedule, self.drop, office, self)
        self.pinboard = LatePinboard(desk, self.schedule, self.drop, self.actions, self)
        self.history = LateHistory(desk, self.schedule, self.drop, self.actions, self)
        self.booking_find = FindPatientViewModel(parts.search, clock, scope, self)
        self.booking = BookingViewModel(parts, self.actions, self)
        self.booking.is_newcomer = desk.new_patient.added.__contains__
        self.preview = OpeningPreview(self.booking, self.schedule, self)
        OpeningDays(self.booking, self.schedule, self)
        self.waiting = WaitingRoomViewModel(office, clock, self)
        self.tasks = ScheduleTasks(self.schedule, desk, self)
        self.card = VisitCardViewModel(self.schedule, desk, self.tasks, self)
        self.pages = SidePages(
            parts, self.schedule, self.booking, self.actions, lambda: self.card.person, self
        )
        self.filling = LateFilling(
            desk, self.schedule, self.booking, self.pages.free_time, lambda: self.filters.clinic_num, self
        )
        self.new_tasks = NewScheduleTasks(desk, self.schedule, self.pages.free_time, self)
        self.details = VisitDetails(desk, self.schedule, self.actions, self)
        self.problems = ProblemsViewModel(self.schedule, self)
        self.lost_slots = LostSlots(desk, self)
        self.new_day = NewDay(self.schedule, clock, desk.banners, self._is_entering, self)
        self.papers = SchedulePapers(desk, self.schedule, self)
        self.own_commands = self._every_command()
        self._follow()

    @property
    def status(self) -> ScreenStatus:
        """The age of the oldest day shown, and what hasn't loaded of it."""
        state = self.schedule.state
        ages = [self.parts.office.age(day) for day in self.schedule.days]
        age = max((each for each in ages if each is not None), default=None)
        if not isinstance(state, Ready):
            return ScreenStatus(age)
        count = len(state.grid.problems)
        problems = tr("{n} can't be shown", n=count) if count else ""
        note = tr(join([self.arranging.narrows, state.note], " · "))
        return ScreenStatus(age, state.coming, note, problems, commands.PROBLEMS.id)

    def enter(self) -> None:
        """Show today, if the date has changed."""
        self.new_day.wake()

    def leave(self) -> None:
        """Nothing to stop: the waiting room is followed from every screen."""

    def go_home(self) -> None:
        """Show today."""
        self.schedule.today()

    def refresh(self) -> None:
        """Read the shown days again."""
        self.schedule.refresh()

    def close(self) -> None:
        """Stop following the office."""
        parts = (self.filters, self.booking.search, self.booking.briefs, self.waiting, self.lost_slots)
        for part in (*parts, self.filling, self.pinboard, self.arranging, self.month):
            part.close()
        if self._own_schedule:
            self.schedule.close()

    def jump_to(self, apt_num: int, day: date | None = None) -> None:
        """Select an appointment and scroll to it, on today's schedule unless another day is given."""
        self.schedule.go_to(day or self.desk.now().date())
        self.schedule.select(apt_num, in_sight=True)

    def _follow(self) -> None:
        self.desk.find.chosen.connect(self.pages.take)
        self.desk.chosen.booking_asked.connect(self.pages.book_for_person)
        self.pages.booking_asked.connect(self.drop.rules.prepare)
        self.booking_find.new_asked.connect(self.desk.new_patient.begin_and_book)
        self.desk.chosen.hinted_booking_asked.connect(self.pages.book_as)
        self.desk.chosen.visit_asked.connect(self.jump_to)
        self.desk.chosen.waiting_asked.connect(self.pages.book_waiting)
        self.desk.outcomes.changers |= dict.fromkeys(BOOKINGS, self.pages.put_back)
        self.desk.outcomes.elsewhere = self._link_to
        self.schedule.state_changed.connect(lambda: self.desk.undos.show(self.schedule.days))
        self.desk.undos.show(self.schedule.days)
        self.filters.changed.connect(self._one_clinic)
        self._one_clinic()
        self.schedule.state_changed.connect(self.status_changed)
        self.arranging.changed.connect(self.status_changed)
        self.schedule.selection_changed.connect(self.desk.refresh_commands)
        self.schedule.selection_changed.connect(self._select_patient)
        self.desk.patient.changed.connect(self._follow_patient)
        self.desk.patient.busy.append(self._is_entering)
        self.desk.check_in.changed.connect(lambda: self.waiting.follow_kiosks(self.desk.check_in.arrivals))
        self.waiting.follow_alerts(self.desk.waiting)
        self.desk.waiting.follow(self.waiting, lambda: self.schedule.selected)
        self.schedule.refresh_failed.connect(self.desk.trouble.refresh_failed)
        self.schedule.refreshed.connect(self.desk.trouble.is_over)

    def _link_to(self, entry: Entry) -> NoticeAction | None:
        """What shows the appointment of a write, where its day is not shown."""
        at = appointment_at(entry)
        if at is None or at[1].date() in self.schedule.days:
            return None
        apt_num, start = at
        title = tr("Show {day}", day=At(start, Shape.DAY))
        return NoticeAction(title, lambda: self.jump_to(apt_num, start.date()))

    def _is_entering(self) -> bool:
        return self.booking.open or self.actions.question.open is not None

    def _one_clinic(self) -> None:
        clinic_num = self.filters.clinic_num
        self.booking.clinic_num = self.desk.new_patient.clinic_num = clinic_num
        self.waiting.show_clinic(clinic_num)

    def _select_patient(self) -> None:
        if (visit := self.schedule.selected) is not None:
            self.desk.tasks.apt_num = visit.apt_num
            self.desk.patient.select(visit.pat_num, Origin.SCHEDULE)

    def _follow_patient(self) -> None:
        """Select the appointment of a patient who was selected elsewhere, on the shown days, or show them alone."""
        current = self.desk.patient.current
        if current is None or current.origin is Origin.SCHEDULE:
            return
        visit = next_of(self.schedule.grid, current.pat_num, self.desk.now())
        if visit is None and current.origin in CHOSEN and self._has_today(current.pat_num):
            self.schedule.today()
            visit = next_of(self.schedule.grid, current.pat_num, self.desk.now())
        self.schedule.select(visit.apt_num if visit is not None else None, in_sight=True)

    def _has_today(self, pat_num: int) -> bool:
        """Whether today is in memory, and has an appointment of this patient."""
        visits = all_visits(self.parts.office, self.desk.now().date())
        return any(each.pat_num == pat_num for each in visits)

    def _every_command(self) -> list[AsyncCommand]:
        """In the order of the palette."""
        parts = (
            self.actions,
            self.pages,
            self.new_tasks,
            self.papers,
            self.details,
            self.filling,
            self.pinboard,
            self.arranging,
            self.month,
            self.history,
        )
        own = [*self._navigation(), self.tasks.command]
        for part in parts:
            own += part.commands
        made = {each.spec: each for each in own}
        return [made[spec] for spec in commands.SCHEDULE_COMMANDS]

    def _navigation(self) -> list[AsyncCommand]:
        schedule, month = self.schedule, self.month
        work: dict[CommandSpec, Callable[[], None]] = {
            commands.PREVIOUS: month.instead(-1, lambda: schedule.step(-1)),
            commands.TODAY: month.instead(0, schedule.today),
            commands.NEXT: month.instead(1, lambda: schedule.step(1)),
            commands.DAY: month.leaving(lambda: schedule.set_view(ScheduleView.DAY)),
            commands.WEEK: month.leaving(lambda: schedule.set_view(ScheduleView.WEEK)),
        }
        work |= {spec: partial(self.asked.emit, spec.id) for spec in ASKED_OF_THE_VIEW}
        return [self._command(spec, do) for spec, do in work.items()]

    def _command(self, spec: CommandSpec, do: Callable[[], None]) -> AsyncCommand:
        async def work() -> None:
            do()

        return self.desk.command(spec, work)
