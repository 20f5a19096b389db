"""The way into the form for a new patient. Nothing of the form is imported before it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.journal.entries import Entry
from app.viewmodels.command import CommandSpec
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:  # the desk has the form, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

MODEL = "app.viewmodels.staff.new_patient.form:NewPatientViewModel"
VIEW = "app.views.staff.frame.new_patient.panel:NewPatientPanel"
KIND = "new patient"  # words: a kind of write
"""The journal's name of the write, without importing it."""
NEW = CommandSpec(
    "patient.new",
    msg("New patient"),
    "Ctrl+Shift+A",
    "Patient",
    "NEW_PATIENT",
    synonyms=msg("add create register enter person", "search words"),
    group=-1,
)
RELATIVE = CommandSpec(
    "patient.relative",
    msg("New family member"),
    "Ctrl+Shift+R",
    "Patient",
    "NEW_PATIENT",
    word=msg("Add member"),
    synonyms=msg("add relative child spouse dependent sibling", "search words"),
    group=-1,
)


class LateNewPatient(QObject):
    """Opens the form: `opened` is emitted when it is to be shown, with its `model` and `view` loaded."""

    opened = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self.model: Any = None
        """The form's viewmodel, once it has been opened."""
        self.view: Callable[..., Any] | None = None
        """The factory of its widget."""
        self.clinic_num: int | None = None
        """The clinic that the schedule shows, which a new patient gets; None: all."""
        self.added: set[int] = set()
        """The PatNums that were added at this desk since it was opened: their first appointment is a new patient's."""
        self.commands = [
            desk.command(NEW, self._new),
            desk.command(RELATIVE, self._relative, self._may_relative),
        ]
        desk.find.new_asked.connect(self.begin)
        desk.patient.changed.connect(self.commands[1].refresh)
        desk.outcomes.changers[KIND] = self.change

    @property
    def is_open(self) -> bool:
        """Whether the form is shown."""
        return self.model is not None and self.model.is_open

    def begin(self, text: str = "") -> None:
        """Begin with what was typed or called: a name, a phone number, a birthdate, or several of them.

        Without a text an unfinished form goes on.
        """
        self._start(lambda form: form.begin(text))

    def begin_and_book(self, text: str) -> None:
        """As `begin`, from a booking: it goes on also if the patient turns out to be there."""
        self._start(lambda form: form.begin(text, then_book=True))

    def begin_relative(self) -> None:
        """Begin a family member of the selected patient."""
        self._start(lambda form: form.begin_relative())

    def change(self, entry: Entry) -> None:
        """Go on with a refused new patient, from its journal entry."""
        self._start(lambda form: form.change(entry))

    def close(self) -> None:
        """The desk was closed."""
        if self.model is not None:
            self.model.close()

    async def _new(self) -> None:
        await self._open(lambda form: form.begin())

    async def _relative(self) -> None:
        await self._open(lambda form: form.begin_relative())

    def _start(self, do: Callable[[Any], None]) -> None:
        self._desk.parts.scope.start(self._open(do), "new patient")

    async def _open(self, do: Callable[[Any], None]) -> None:
        model, self.view = await self._desk.parts.load(MODEL, VIEW)
        if self.model is None:
            self.model = model(self._desk)
        do(self.model)
        self.opened.emit()

    def _may_relative(self) -> Verdict:
        if self._desk.patient.current is not None:
            return YES
        return Verdict(ok=False, reason=msg("No patient is selected."))
