"""Everything of check-in at one desk, made once a hub is followed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.text import join, many
from app.services.check_in.check_in import CheckIn
from app.services.check_in.deciding import Deciding
from app.services.check_in.hub import HubCalls, HubLines
from app.services.check_in.tasks import CheckInTasks, DeskKnows, TaskWords
from app.viewmodels.staff.check_in.arrivals import KioskArrivals
from app.viewmodels.staff.check_in.changes import CheckInChanges
from app.viewmodels.staff.check_in.commands import SCREEN
from app.viewmodels.staff.check_in.noticing import ArrivalNoticing, is_broken
from app.viewmodels.staff.check_in.words import answers_task_words, unseen_task_words
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.wire.hub.stream import Topic


class CheckInModel(QObject):
    """`changed` when anything of it has changed."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, hub: HubCalls, lines: HubLines) -> None:
        super().__init__(desk)
        self._desk = desk
        parts = desk.parts
        self.state = check_in = CheckIn(hub, lines, parts.clock, parts.scope)
        self._deciding = Deciding(
            check_in,
            parts.client,
            parts.writes,
            parts.patient_writes,
            parts.journal.watch,
            parts.scope,
            lambda text: parts.typed_phone(text).stored,
            lambda user_num: "" if parts.hub is None else parts.hub.link.persons.of(user_num),
        )
        self.arrivals = KioskArrivals(desk, check_in)
        self.tasks = CheckInTasks(
            check_in,
            parts.task_writes(),
            parts.tasks(),
            DeskKnows(lambda: parts.outbox.author, parts.office.person, self.arrivals.needs_task),
            TaskWords(unseen_task_words, answers_task_words),
            parts.clock,
            parts.scope,
        )
        self.changes = CheckInChanges(desk, check_in, self._deciding, self.tasks)
        self._noticing = ArrivalNoticing(desk, self.arrivals, check_in)
        self._unwatch = (
            check_in.watch(self._follow),
            parts.journal.watch(self.tasks.take),
            parts.staff.watch(self.tasks.look),
        )
        self.arrivals.changed.connect(self.tasks.look)
        self.arrivals.changed.connect(self._show)
        self.changes.changed.connect(self._show)
        check_in.begin()

    def close(self) -> None:
        """The desk was closed."""
        self._noticing.close()
        self.arrivals.close()
        self.changes.close()
        self.tasks.close()
        self._deciding.close()
        self.state.close()
        for end in self._unwatch:
            end()

    def _follow(self, topic: Topic) -> None:
        if topic in (Topic.KIOSKS, Topic.KIOSK_OFFICE):
            self._show()

    def _show(self) -> None:
        """The count beside the screen: check-ins to see, changes to decide, kiosks in trouble."""
        unseen, changes = len(self.arrivals.unseen), self.changes.count
        broken = sum(is_broken(each) for each in self.state.kiosks or ())
        words = (
            many("{n} check-ins not seen", "{n} check-in not seen", unseen) if unseen else "",
            many("{n} changes", "{n} change", changes) if changes else "",
            many("{n} PCs need attention", "{n} PC needs attention", broken) if broken else "",
        )
        self._desk.screens.counts.show(SCREEN, unseen + changes + broken, tr(join(words, ", ")))
        self.changed.emit()
