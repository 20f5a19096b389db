"""Drag and drop on the schedule: the effect of a drop as text, before it is done."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject

from app.api.errors import ApiError
from app.api.need import Need
from app.core.text import Span, join, msg
from app.domain.schedule.clashes import proposed
from app.domain.schedule.columns import column_of
from app.domain.schedule.openings import Team, team_of
from app.domain.schedule.visit import Column, Visit
from app.services.schedule.clash_check import clashes_of
from app.services.schedule.columns.target import Target, target_of
from app.viewmodels.activity import NoticeAction
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.moving.rules import SchedulingRules
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.viewmodels.translation import tr, typed
from app.viewmodels.verdict import Verdict

SIGNALED = timedelta(days=4)
"""Open Dental tells of changed appointments from today up to this day; later days are read before a drop."""
UNREAD = msg("This day is still loading. It is checked before the move.")


class DropHint(Struct, frozen=True):
    """The text next to the dragged tile: where it would be dropped, and its clashes. `clash` sets the color."""

    words: str
    clash: bool


class DropViewModel(QObject):
    """Answers the canvas during a drag, and carries out the drop.

    The dragged appointment is remembered as it was seen: the drag may continue on a day that doesn't show it.
    """

    def __init__(
        self,
        schedule: ScheduleViewModel,
        desk: DeskViewModel,
        actions: VisitActions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._schedule = schedule
        self._office = desk.parts.office
        self._writes = desk.parts.visits
        self._scope = desk.parts.scope
        self._clock = desk.parts.clock
        self._notices = desk.notices
        self._actions = actions
        self._held: Visit | None = None
        self.rules = SchedulingRules(desk.parts, self)

    def hold(self, visit: Visit) -> None:
        """An appointment is moved that the grid doesn't show."""
        self._held = visit
        self.rules.prepare()

    def describe_drop(self, apt_num: int, column: int, start_minute: int, minutes: int) -> DropHint:
        """The place where the appointment would be dropped, with all clashes."""
        visit, target = self._visit(apt_num), self._column(column)
        if visit is None or target is None:
            return DropHint("", clash=False)
        to = self._target(visit, target, start_minute, minutes)
        where = tr(join([Span(to.start, to.start + timedelta(minutes=minutes)), target.title], "  "))
        verdict = self._verdict(visit, minutes)
        if not verdict.ok:
            return DropHint(f"{where}\n{typed(verdict.reason)}", clash=True)
        clashes = self._clashes(visit, to, minutes)
        if clashes is None:
            return DropHint(f"{where}\n{tr(UNREAD)}", clash=False)
        return DropHint("\n".join([where, *clashes]), clash=bool(clashes))

    def drop(self, apt_num: int, column: int, start_minute: int) -> None:
        """Move an appointment to where it was dropped."""
        visit, target = self._visit(apt_num), self._column(column)
        if visit is None or target is None:
            return
        to = self._target(visit, target, start_minute, visit.minutes)
        if (to.start, to.op_num, to.team) == (visit.start, visit.op_num, None):
            return
        verdict = self._actions.may_move(visit)
        if not verdict.ok:
            self._actions.warn(typed(verdict.reason))
        elif self._is_far(to.start.date()):
            self._scope.start(self._check_and_move(visit, to), "move to a far day")
        else:
            self._move(visit, to)

    def drop_on_day(self, apt_num: int, day: date) -> None:
        """Move an appointment to a date, at its own time in its operatory; clashes there are told first."""
        if (visit := self._visit(apt_num)) is not None and day != visit.start.date():
            start = datetime.combine(day, visit.start.time())
            self.move_to(visit, start, visit.op_num, team_of(visit))

    def move_to(self, visit: Visit, start: datetime, op_num: int, team: Team) -> None:
        """Move an appointment to a given place: the day is read first, and a clash there stops the move."""
        self.rules.prepare()
        to = Target(start, op_num, team if team != team_of(visit) else None)
        verdict = self._actions.may_move(visit)
        if verdict.ok:
            self._scope.start(self._check_and_move(visit, to, seen=False), "move back")
        else:
            self._actions.warn(typed(verdict.reason))

    def resize(self, apt_num: int, minutes: int) -> None:
        """Change an appointment's length."""
        visit = self._schedule.visit(apt_num)
        if visit is None or minutes == visit.minutes:
            return
        verdict = self._actions.may_stretch(visit)
        if verdict.ok:
            self._actions.resize(visit, minutes)
        else:
            self._actions.warn(typed(verdict.reason))

    def _visit(self, apt_num: int) -> Visit | None:
        """The appointment as it is shown, or as it was when it was last shown."""
        if (shown := self._schedule.visit(apt_num)) is not None:
            if self._held is None or self._held.apt_num != apt_num:
                self.rules.prepare()
            self._held = shown
        return self._held if self._held is not None and self._held.apt_num == apt_num else None

    def _verdict(self, visit: Visit, minutes: int) -> Verdict:
        """Whether it may be moved or resized at all; shown during the drag."""
        move = minutes == visit.minutes
        return self._actions.may_move(visit) if move else self._actions.may_stretch(visit)

    def _move(self, visit: Visit, to: Target) -> None:
        self._scope.start(
            self._actions.tell(self._writes.move(visit, to.start, to.op_num or visit.op_num, to.team)), "move"
        )

    def _is_far(self, day: date) -> bool:
        today = self._clock.now().date()
        return self._office.day(day) is None or not today <= day <= today + SIGNALED

    async def _check_and_move(self, visit: Visit, to: Target, *, seen: bool = True) -> None:
        """Read the day first; a clash that was not `seen` stops the move until the user insists."""
        known = (self._clashes(visit, to, visit.minutes) or []) if seen else []
        try:
            await self._office.reader.open_day(to.start.date(), Need.CLICK)
        except ApiError:
            self._move(visit, to)  # the office can't be reached: the write waits for it, and checks
            return
        found = self._clashes(visit, to, visit.minutes) or []
        if not (news := [each for each in found if each not in known]):
            self._move(visit, to)
            return
        words = tr("Not moved: {what}", what="; ".join(news))
        insist = NoticeAction(tr("Move anyway"), lambda: self._move(visit, to))
        self._notices.say(words, kind="warning", actions=(insist,))

    def _clashes(self, visit: Visit, to: Target, minutes: int) -> list[str] | None:
        """The clashes as text; None while the day is not in memory."""
        proposal = replace(proposed(visit), start=to.start, op_num=to.op_num or visit.op_num, minutes=minutes)
        if (team := to.team) is not None:
            proposal = replace(
                proposal, prov_num=team.prov_num, prov_hyg=team.prov_hyg, is_hygiene=team.is_hygiene
            )
        found = clashes_of(self._office, proposal)
        return None if found is None else self.rules.lines(found, asked=minutes >= visit.minutes)

    def _column(self, key: int) -> Column | None:
        grid = self._schedule.grid
        return column_of(grid, key) if grid else None

    def _target(self, visit: Visit, target: Column, minute: int, minutes: int) -> Target:
        start = datetime.combine(target.day or self._schedule.day, time()) + timedelta(minutes=minute)
        return target_of(self._office, target, start, minutes, visit)
