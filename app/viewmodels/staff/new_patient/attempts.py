"""Sends a new patient once, and follows what becomes of it while the form shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.journal.entries import Entry, WriteState
from app.services.writes.patients.patient_writes import NewPatient, added_pat_num
from app.viewmodels.messages import sent_when
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.new_patient.drafts import Draft
from app.viewmodels.staff.new_patient.late import KIND
from app.viewmodels.staff.new_patient.state import Phase
from app.viewmodels.translation import tr


class Attempts(QObject):
    """`added` is emitted with the new PatNum, `refused` with the entry, or with None if the journal took none.

    A form that is left while its patient waits is forgotten here: notices report the end, and the journal has the
    entries.
    """

    changed = Signal()
    added = Signal(object)
    refused = Signal(object)
    unsent = Signal(object)
    """The journal didn't take the patient of a form that was left: its Draft."""

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._followed = 0
        """The id of the journal entry that the form shows; 0: none."""
        self.draft = Draft()
        """What was sent last."""
        self.phase = Phase.ENTERING
        self.waits = ""
        """When it will be sent, or what is known of it."""
        self._unwatch = desk.parts.journal.watch(self._follow)

    def begin(self, draft: Draft) -> None:
        """The form shows that this is being sent."""
        self.draft, self.phase, self.waits = draft, Phase.SENDING, ""

    async def send(self, new: NewPatient, draft: Draft) -> None:
        """Add a patient. An earlier refusal of the same form is dismissed."""
        entry = await self._desk.outcomes.tell(self._desk.parts.patient_writes().add(new))
        if entry is not None:
            self.put_away(draft)
        if self.draft is not draft:  # the form was left
            if entry is None:
                self.unsent.emit(draft)
        elif entry is None:
            self.refused.emit(None)
        else:
            self._take(entry)

    def put_away(self, draft: Draft) -> None:
        """Dismiss the refused entry of an earlier attempt: the user has read it."""
        if draft.refused is not None:
            self._desk.parts.outbox.dismiss(draft.refused)

    def leave(self) -> None:
        """The form is not shown any more."""
        self._followed, self.draft, self.phase, self.waits = 0, Draft(), Phase.ENTERING, ""

    def close(self) -> None:
        """Stop following the journal."""
        self._unwatch()

    def _follow(self, entry: Entry) -> None:
        if entry.intent.kind == KIND and entry.state is WriteState.DONE:
            self._desk.new_patient.added.add(added_pat_num(entry) or 0)
        if entry.id == self._followed:
            self._take(entry)

    def _take(self, entry: Entry) -> None:
        self._followed = 0 if entry.state.settled else entry.id
        match entry.state:
            case WriteState.DONE:
                self.added.emit(added_pat_num(entry))
            case WriteState.REFUSED:
                self.phase, self.waits = Phase.ENTERING, ""
                self._desk.outcomes.hide_refusal(entry.id)
                self.refused.emit(entry)
            case WriteState.WAITING:
                self.phase, self.waits = Phase.WAITING, self._when()
                self.changed.emit()
            case _:
                self.phase = Phase.CHECKING
                self.waits = tr("Sent, but Open Dental hasn't confirmed it. Front Desk is checking.")
                self.changed.emit()

    def _when(self) -> str:
        until = sent_when(self._desk.parts.client.status)
        waits = tr("Not sent yet. {until}", until=until)
        return "\n".join((waits, tr("Booking opens once it is sent. You can close this and go on.")))
