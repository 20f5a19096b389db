"""Breaking an appointment: one dialog that shows the consequences first."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.tasks import TaskScope
from app.core.text import At, Shape, Text, join, msg
from app.domain.schedule.visit import Visit
from app.services.writes.schedule.visits import APPTS_PREFERENCES, BreakChoice, BreakKind, VisitWrites
from app.store.lists import ListName
from app.store.office import Office
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.viewmodels.translation import tr

IN_TIME = timedelta(hours=24)
"""A cancellation with this much notice leaves no procedure in the chart."""
CHARTED = {
    "1": frozenset({BreakKind.MISSED}),
    "2": frozenset({BreakKind.CANCELED_LATE}),
    "3": frozenset({BreakKind.MISSED, BreakKind.CANCELED_LATE}),
}
"""BrokenApptProcedure: for which kinds the office adds a procedure; 0 or missing: none."""
MISSED = msg("D9986 (missed) is added to the chart, with the office's fee for it, if any.")
CANCELED = msg("D9987 (canceled) is added to the chart, with the office's fee for it, if any.")
"""A procedure is charged at the office's fee for it, which is often zero."""
NONE_FOR_CANCELED = msg(
    "This office adds no procedure for canceled appointments ({menu}).", menu=APPTS_PREFERENCES
)
NONE_FOR_MISSED = msg(
    "This office adds no procedure for missed appointments ({menu}).", menu=APPTS_PREFERENCES
)
NONE_FOR_BROKEN = msg(
    "This office adds no procedure for broken appointments ({menu}).", menu=APPTS_PREFERENCES
)
UNREAD = msg("The office's settings for broken appointments are still loading. Open this again in a moment.")


class BreakOption(Struct, frozen=True):
    """One way to break an appointment; `why_not` is empty if it can be chosen."""

    kind: BreakKind
    title: str
    why_not: str = ""


class BreakViewModel(QObject):
    """The dialog's state. `changed` follows every choice; `finished` when the dialog can close."""

    changed = Signal()
    finished = Signal()

    def __init__(
        self,
        visit: Visit,
        office: Office,
        writes: VisitWrites,
        actions: VisitActions,
        scope: TaskScope,
        now: datetime,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.visit = visit
        self._office = office
        self._writes = writes
        self._actions = actions
        self._scope = scope
        self.options = self._options()
        self.kind = self._likely(now)
        self.to_unscheduled = True

    def _likely(self, now: datetime) -> BreakKind:
        """The way suggested by the time, if the office records it; else the one that records nothing."""
        if self.visit.start - now >= IN_TIME:
            return BreakKind.CANCELED_IN_TIME
        likely = BreakKind.MISSED if self.visit.start <= now else BreakKind.CANCELED_LATE
        allowed = {option.kind for option in self.options if not option.why_not}
        return likely if likely in allowed else BreakKind.CANCELED_IN_TIME

    @property
    def title(self) -> str:
        """Patient and time of the appointment."""
        return tr(join([self.visit.name, At(self.visit.start, Shape.BOTH)], ", "))

    @property
    def may_stay(self) -> bool:
        """Whether the appointment may stay on the schedule as broken (only useful when a reason is recorded)."""
        return self.kind is not BreakKind.CANCELED_IN_TIME

    @property
    def why_not(self) -> str:
        """Why some ways can't be chosen, one line each; empty if all can."""
        return "\n".join(dict.fromkeys(each.why_not for each in self.options if each.why_not))

    def choose(self, kind: BreakKind) -> None:
        """Select a way; ignored if it can't be chosen."""
        option = next(each for each in self.options if each.kind is kind)
        if not option.why_not:
            self.kind = kind
            self.to_unscheduled = self.to_unscheduled or not self.may_stay
            self.changed.emit()

    def set_to_unscheduled(self, to_unscheduled: bool) -> None:  # the check box's value
        """Move it to the Unscheduled List, or leave it on the schedule as broken."""
        self.to_unscheduled = to_unscheduled or not self.may_stay
        self.changed.emit()

    @property
    def outcome(self) -> tuple[str, ...]:
        """The consequences, one line each."""
        lines = []
        if self.to_unscheduled:
            lines.append(tr("The appointment moves to the Unscheduled List."))
        else:
            lines.append(tr("The appointment stays on the schedule, marked broken."))
        if self.kind is BreakKind.MISSED:
            lines.append(tr(MISSED))
        elif self.kind is BreakKind.CANCELED_LATE:
            lines.append(tr(CANCELED))
        if self._preference("BrokenApptCommLog") == "1":
            lines.append(tr("A commlog entry is added."))
        lines.append(tr("Procedures stay on the treatment plan."))
        return tuple(lines)

    def confirm(self) -> None:
        """Break the appointment as chosen."""
        choice = BreakChoice(kind=self.kind, to_unscheduled=self.to_unscheduled)
        self._scope.start(self._actions.tell(self._writes.break_visit(self.visit, choice)), "break")
        self.finished.emit()

    def _options(self) -> tuple[BreakOption, ...]:
        lists = self._office.lists
        unread = lists is None or ListName.PREFERENCES in lists.missing
        charted = CHARTED.get(self._preference("BrokenApptProcedure"), frozenset())

        def why_not(kind: BreakKind, which: Text) -> str:
            if unread:
                return tr(UNREAD)
            if kind in charted:
                return ""
            return tr(which if charted else NONE_FOR_BROKEN)

        late = why_not(BreakKind.CANCELED_LATE, NONE_FOR_CANCELED)
        missed = why_not(BreakKind.MISSED, NONE_FOR_MISSED)
        return (
            BreakOption(BreakKind.CANCELED_IN_TIME, tr("Canceled with 24+ hours' notice")),
            BreakOption(BreakKind.CANCELED_LATE, tr("Canceled late: less than 24 hours' notice"), late),
            BreakOption(BreakKind.MISSED, tr("No-show: did not come or call"), missed),
        )

    def _preference(self, name: str) -> str:
        lists = self._office.lists
        return lists.preferences.get(name, "") if lists else ""
