"""Patients who still wait ten minutes past the start: said at every desk, and told to their providers by a click.

Imported behind everything else of a start.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from app.core.text import At, msg
from app.domain.schedule.clashes import Names
from app.domain.schedule.columns import main_provider
from app.domain.schedule.visit import Visit
from app.domain.waiting_room.waits import NOT_LATE, told_minutes
from app.journal.entries import Entry
from app.services.schedule.rows import names_of
from app.store.lists import OfficeLists
from app.viewmodels.choices import SET_BY_OFFICE, RememberedChoice
from app.viewmodels.command import CommandSpec
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:  # the desk has it, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

ON, OFF = "on", "off"  # words: values in the settings
ALERTS = "app.viewmodels.staff.waiting.alerts:waiting_alerts"
TELL = CommandSpec(
    "app.tell_waiting",
    msg("Tell provider that the patient is waiting"),
    "Alt+T",
    "Task",
    synonyms=msg("waiting room alert late past start ten minutes doctor", "search words"),
)
ALWAYS = CommandSpec(
    "app.tell_provider",
    msg("Tell providers automatically when a patient is waiting"),
    "Alt+Shift+T",
    "Task",
    synonyms=msg("waiting room alert late past start ten minutes doctor automatic", "search words"),
)
MOST_DELAY = 20
"""Seconds within which the PCs of an office without a hub look one after the other."""


class Room(Protocol):
    """The waiting room beside the schedule."""

    def shows(self, visit: Visit) -> bool:
        """Whether a patient belongs to the clinic that is shown."""
        ...


class LateWaitingAlerts(QObject):
    """Nothing is watched before `begin`. `changed`: others wait past the start, or were told.

    `choice`, kept in this PC's settings, is whether this PC tells providers without being asked to.
    """

    changed = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._begun = False
        self._room: Room | None = None
        self._selected: Callable[[], Visit | None] = lambda: None
        self._unwatch: tuple[Callable[[], object], ...] = ()
        self.alerts: Any = None
        """The WaitingAlerts, once the office's tasks are read."""
        self.choice = RememberedChoice(OFF, self)
        self.choice.changed.connect(lambda _: self._follow_choice())
        self.commands = [
            desk.command(TELL, self._tell_selected, self.may_tell_selected),
            desk.command(ALWAYS, self.toggle, self.may_choose),
        ]
        self.changed.connect(self.commands[0].refresh)

    @property
    def is_on(self) -> bool:
        """Whether this PC tells them without being asked to."""
        return self.choice.value == ON

    def follow(self, room: Room, selected: Callable[[], Visit | None]) -> None:
        """`selected` is the schedule's appointment; only patients of the clinic that the room shows are said."""
        self._room, self._selected = room, selected

    def begin(self) -> None:
        """The office's tasks are read."""
        self._begun = True
        self._desk.parts.scope.start(self._start(), "alerts of waits")

    def close(self) -> None:
        """The desk was closed."""
        self._begun = False
        if self.alerts is not None:
            for end in self._unwatch:
                end()
            self.alerts.close()
            self.alerts = None

    # --- a patient who waits ---

    def is_told(self, visit: Visit) -> bool:
        """Whether a task about this wait is open."""
        return self.alerts is not None and self.alerts.is_told(visit)

    def may_tell(self, visit: Visit | None) -> Verdict:
        """Whether the provider of a patient who waits past the start can be told now."""
        if self.alerts is None or visit is None:
            return Verdict(ok=False, reason=NOT_LATE)
        verdict: Verdict = self.alerts.may_tell(visit)
        return verdict

    def provider(self, visit: Visit) -> str:
        """Whom a patient waits for."""
        return self._names.provider(main_provider(visit))

    def tell(self, visit: Visit) -> None:
        """Add the task, with a notice and its undo."""
        if self.may_tell(visit).ok:
            self._desk.outcomes.start(self.alerts.tell(visit), "tell a provider")

    def may_tell_selected(self) -> Verdict:
        """The same for the selected appointment."""
        return self.may_tell(self._selected())

    async def _tell_selected(self) -> None:
        if (visit := self._selected()) is not None:
            self.tell(visit)

    # --- without being asked to ---

    async def toggle(self) -> None:
        """Switch it on or off."""
        self.choose(on=not self.is_on)

    def choose(self, *, on: bool) -> None:
        """Switch it, and say what that means."""
        self.choice.choose(ON if on else OFF)
        if self.is_on:
            words = tr(
                "On: if a patient is still waiting ten minutes past the start, a task is added "
                "to the list named after the provider."
            )
        else:
            words = tr("Off: this PC adds no tasks about waiting patients by itself.")
        self._desk.notices.say(words)

    def may_choose(self) -> Verdict:
        """Whether the person may switch it: the office's administrator may have decided."""
        return Verdict(ok=False, reason=SET_BY_OFFICE) if self.choice.fixed else YES

    # --- inside ---

    @property
    def _names(self) -> Names:
        return names_of(self._desk.parts.office.lists or OfficeLists())

    def _follow_choice(self) -> None:
        if self.alerts is not None:
            self.alerts.automatic = self.is_on
            self.alerts.look()

    async def _start(self) -> None:
        (make,) = await self._desk.parts.load(ALERTS)
        if self.alerts is not None or not self._begun:
            return
        parts = self._desk.parts
        delay = zlib.crc32(parts.audit.workstation.encode()) % MOST_DELAY
        self.alerts = make(self._desk, float(delay))
        self._unwatch = (
            parts.journal.watch(self._follow_journal),
            parts.staff.watch(self.alerts.look),
            parts.tasks().watch(self._follow_tasks),
            self.alerts.past.watch(self._say),
        )
        self._follow_choice()
        self.changed.emit()

    def _follow_journal(self, entry: Entry) -> None:
        self.alerts.take(entry)
        self._follow_tasks(entry)

    def _follow_tasks(self, _: object) -> None:
        if self.alerts is not None and self.alerts.past.due:  # else no row can change, and tasks change often
            self.changed.emit()

    def _say(self, news: tuple[Visit, ...]) -> None:
        """Say at this desk who has just begun to wait too long."""
        for visit in news:
            if self._room is None or self._room.shows(visit):
                words = tr(
                    "{n} minutes past the start: {name} is waiting for {provider}, {time} in {operatory}.",
                    n=told_minutes(visit),
                    name=visit.name,
                    provider=self.provider(visit),
                    time=At(visit.start),
                    operatory=self._names.chair(visit.op_num),
                )
                self._desk.notices.say(words, kind="warning")
        self.changed.emit()
