"""The commands for the selected patient, on every screen."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.core.later import load_name
from app.core.text import msg
from app.domain.schedule.visit import Person
from app.services.patients.search import PatientHit
from app.viewmodels.activity import NoticeAction
from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.patient_history import PatientHistory
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:  # the desk has these commands, and passes itself to them
    from app.viewmodels.staff.desk import DeskViewModel

BACK = CommandSpec(
    "patient.back",
    msg("Previous patient"),
    "Alt+PgUp",
    "Patient",
    "PREVIOUS",
    repeats=True,
    synonyms=msg("back last recent history", "search words"),
)
FORWARD = CommandSpec(
    "patient.forward",
    msg("Next patient"),
    "Alt+PgDown",
    "Patient",
    "NEXT",
    repeats=True,
    synonyms=msg("forward recent history", "search words"),
)
BOOK = CommandSpec(
    "patient.book",
    msg("Book for this patient"),
    "Ctrl+Shift+B",
    "Patient",
    "ADD",
    word=msg("Book"),
    synonyms=msg("schedule new appointment", "search words"),
    group=1,
)
CALL = CommandSpec(
    "patient.call",
    msg("Call this patient"),
    "Ctrl+Shift+C",
    "Patient",
    "PHONE",
    word=msg("Call"),
    synonyms=msg("phone dial telephone", "search words"),
    group=1,
)
COMMLOG = CommandSpec(
    "patient.commlog",
    msg("Write a commlog"),
    "Ctrl+L",
    "Patient",
    "NOTE",
    word=msg("Add commlog"),
    synonyms=msg("communication call note log message", "search words"),
    group=1,
)
FAMILY = CommandSpec(
    "patient.family",
    msg("Switch family member"),
    "Ctrl+Shift+F",
    "Patient",
    "PATIENT",
    synonyms=msg("guarantor relatives", "search words"),
    group=2,
)
SNOOZE = CommandSpec(
    "patient.snooze",
    msg("Snooze popups"),
    "Ctrl+Shift+S",
    "Patient",
    synonyms=msg("hide popup later", "search words"),
    group=2,
)
PIN = CommandSpec(
    "patient.pin",
    msg("Keep this patient"),
    "Ctrl+Shift+K",
    "Patient",
    "PIN",
    synonyms=msg("pin lock follow Open Dental", "search words"),
    group=3,
)
CLOSE = CommandSpec(
    "patient.close",
    msg("Close this patient"),
    "Ctrl+W",
    "Patient",
    "CLOSE",
    synonyms=msg("deselect clear strip", "search words"),
    group=3,
)
OPEN_IN = CommandSpec(
    "patient.open_dental",
    msg("Open in Open Dental"),
    "Ctrl+Shift+D",
    "Patient",
    "OPEN_IN",
    synonyms=msg("switch program module start launch", "search words"),
    group=2,
)
BOOKS = "app.wire.resources.appointments:Appointments.create"
WRITES = "app.wire.resources.commlogs:Commlogs.create"
"""The declared methods that two of them send: their pages load with the first selected patient."""
PATIENT_COMMANDS = (BACK, FORWARD, BOOK, CALL, COMMLOG, FAMILY, OPEN_IN, SNOOZE, PIN, CLOSE)
NOBODY = Verdict(ok=False, reason=msg("No patient is selected."))
MOST_RECENT = 10

Work = Callable[[], Coroutine[Any, Any, None]]


class PatientCommands(QObject):
    """Chooses a patient, and acts on the chosen one.

    `booking_asked` is emitted with the Person to book for, while the schedule is shown.
    """

    booking_asked = Signal(object)
    visit_asked = Signal(object, object)
    """Show this AptNum on this day of the schedule."""
    waiting_asked = Signal(object, object)
    """The same with the WaitingAppointment to book."""
    hinted_booking_asked = Signal(object)
    """The same with a BookingHint."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._patient = desk.patient
        self._told = 0
        """The id of the last notice about Open Dental's selection."""
        self._history = PatientHistory(desk.patient)
        steps = {BACK: -1, FORWARD: 1}
        self.commands = [
            desk.command(spec, self._stepper(by), self._step_verdict(by)) for spec, by in steps.items()
        ]
        work: dict[CommandSpec, tuple[Work, Callable[[], Verdict]]] = {
            BOOK: (self._book, self._may_send(BOOKS)),
            CALL: (self._on_strip("call"), self._may_call),
            COMMLOG: (self._write_commlog, self._may_send(WRITES)),
            FAMILY: (self._on_strip("show_family"), self._may_switch),
            OPEN_IN: (_asking(desk, OPEN_IN), self._selected),
            SNOOZE: (self._on_strip("snooze_all"), self._may_snooze),
            PIN: (self._pin, self._pin_verdict),
            CLOSE: (self._close, self._selected),
        }
        self.commands += [desk.command(spec, do, can) for spec, (do, can) in work.items()]
        desk.find.chosen.connect(self._choose)
        for signal in (desk.patient.changed, desk.patient.pin_changed, desk.strip.changed):
            signal.connect(self._refresh)
        desk.patient.kept.connect(self._tell)

    def recent(self) -> tuple[PatientHit, ...]:
        """The patients selected last, for an empty search field."""
        return self._desk.parts.search.of(self._history.recent(MOST_RECENT))

    def person(self) -> Person | None:
        """The selected patient, as far as known."""
        current = self._patient.current
        if current is None:
            return None
        strip = self._desk.strip.model
        read = strip.person if strip is not None else None
        known = self._desk.parts.office.person(current.pat_num) or read
        return known if known and known.pat_num == current.pat_num else Person(current.pat_num, "", "")

    def _choose(self, hit: PatientHit) -> None:
        self._patient.select(hit.person.pat_num, Origin.SEARCH)

    def _tell(self, pat_num: int) -> None:
        """Another program selected a patient while this one is kept. Only the last one is offered."""
        person = self._desk.parts.office.person(pat_num)
        name = person.display if person is not None else tr("another patient")
        show = NoticeAction(tr("Show"), lambda: self._patient.select(pat_num, Origin.SEARCH))
        self._desk.notices.close(self._told)
        said = self._desk.notices.say(tr("Open Dental selected {name}.", name=name), link=show)
        self._told = said.id

    def _stepper(self, by: int) -> Work:
        async def work() -> None:
            if (pat_num := self._history.step(by)) is not None:
                self._patient.select(pat_num, Origin.HISTORY)

        return work

    def _step_verdict(self, by: int) -> Callable[[], Verdict]:
        none = Verdict(ok=False, reason=msg("No other patient was selected today."))
        return lambda: YES if self._history.step(by) is not None else none

    async def _book(self) -> None:
        """Show the schedule, which is the first screen, and book there."""
        person = self.person()
        await self._desk.screens.show(next(iter(self._desk.screens.specs)))
        self.booking_asked.emit(person)

    async def _write_commlog(self) -> None:
        if (person := self.person()) is not None:
            await self._desk.commlog.write(person)

    async def _pin(self) -> None:
        self._patient.pin(not self._patient.pinned)

    async def _close(self) -> None:
        self._patient.clear()

    def _on_strip(self, name: str) -> Work:
        """What only the strip can do; it has been loaded where `_read` says yes."""

        async def work() -> None:
            getattr(self._desk.strip.model, name)()

        return work

    def _selected(self) -> Verdict:
        return YES if self._patient.current is not None else NOBODY

    def _pin_verdict(self) -> Verdict:
        return Verdict(ok=True, done=self._patient.pinned) if self._patient.current is not None else NOBODY

    def _may_send(self, method: str) -> Callable[[], Verdict]:
        """Whether a patient is selected, and the key may send this method."""

        def verdict() -> Verdict:
            if self._patient.current is None:
                return NOBODY
            found = self._desk.parts.client.can(load_name(method))
            return Verdict(ok=found.ok, reason=found.reason)

        return verdict

    def _has(self, what: str, without: Verdict) -> Verdict:
        """Whether the strip shows something."""
        if self._patient.current is None:
            return NOBODY
        state = self._desk.strip.model.state if self._desk.strip.model is not None else None
        return YES if getattr(state, what, ()) else without

    def _may_call(self) -> Verdict:
        return self._has("phones", Verdict(ok=False, reason=msg("No phone number is known.")))

    def _may_switch(self) -> Verdict:
        return self._has("family", Verdict(ok=False, reason=msg("This patient has no family members.")))

    def _may_snooze(self) -> Verdict:
        return self._has("popups", Verdict(ok=False, reason=msg("There are no popups.")))

    def _refresh(self) -> None:
        for command in self.commands:
            command.refresh()


def _asking(desk: DeskViewModel, spec: CommandSpec) -> Work:
    """What only the program around the desk can do."""

    async def work() -> None:
        desk.asked.emit(spec.id)

    return work
