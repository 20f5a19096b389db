"""What a patient reports about their health: kept as a commlog, for a clinician to review."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.services.writes.patients.commlog import NewCommlog
from app.viewmodels.staff.commlog.sending import CommlogSending
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.people import may, person_of
from app.viewmodels.translation import tr
from app.viewmodels.verdict import Verdict
from app.wire.resources.commlogs import Commlogs, CommMode


class About(StrEnum):
    """What the patient reports about."""

    MEDICATION = "medication"
    ALLERGY = "allergy"
    PROBLEM = "problem"
    OTHER = "other"


ABOUT_WORDS = {
    About.MEDICATION: msg("Medication"),
    About.ALLERGY: msg("Allergy"),
    About.PROBLEM: msg("Problem"),
    About.OTHER: msg("Other"),
}
MODE_WORDS = {CommMode.PHONE: msg("On the phone"), CommMode.IN_PERSON: msg("At the desk")}
HEADS = {
    About.MEDICATION: msg("Patient reports a change of medication"),
    About.ALLERGY: msg("Patient reports an allergy"),
    About.PROBLEM: msg("Patient reports a medical problem"),
    About.OTHER: msg("Patient reports a change of health"),
}
REVIEW = msg("For a clinician to review.")


class Report(Struct, frozen=True):
    """A report as far as it was entered."""

    text: str = ""
    about: About = About.MEDICATION
    mode: CommMode = CommMode.PHONE


class ReportViewModel(QObject):
    """The form in the banner. `changed`: opened, closed, or for another patient. Text typed stays with its patient."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent or desk)
        self._desk = desk
        self._pat_num: int | None = None
        self._drafts: dict[int, Report] = {}
        """Reports that were begun and neither saved nor discarded, by PatNum."""
        self._sending: CommlogSending[Report] = CommlogSending(desk, self._bring_back)
        desk.patient.busy.append(lambda: bool(self.draft.text.strip()))

    @property
    def is_open(self) -> bool:
        """Whether the form is shown for this patient."""
        return self._pat_num in self._drafts

    @property
    def draft(self) -> Report:
        """What has been entered for this patient."""
        return self._drafts.get(self._pat_num or 0, Report())

    @property
    def verdict(self) -> Verdict:
        """Whether a commlog may be added, or why not."""
        return may(self._desk, Commlogs.create)()

    def close(self) -> None:
        """Stop following the journal."""
        self._sending.close()

    def show(self, pat_num: int | None) -> None:
        """Another patient is shown."""
        if pat_num != self._pat_num:
            self._pat_num = pat_num
            self.changed.emit()

    def open(self) -> None:
        """Show the form."""
        if self._pat_num is not None and not self.is_open:
            self._drafts[self._pat_num] = Report()
            self.changed.emit()

    def discard(self) -> None:
        """Close the form without saving."""
        if self._pat_num is not None and self._drafts.pop(self._pat_num, None) is not None:
            self.changed.emit()

    def enter(
        self, *, text: str | None = None, about: About | None = None, mode: CommMode | None = None
    ) -> None:
        """Keep what was entered."""
        if self._pat_num is not None:
            draft = self.draft
            self._drafts[self._pat_num] = replace(
                draft,
                text=draft.text if text is None else text,
                about=about or draft.about,
                mode=mode or draft.mode,
            )

    def save(self) -> bool:
        """Add the commlog and close the form. Returns False, with the form still open, if nothing was entered.

        It is sent after some seconds in which it can be taken back. If it is, or if it is refused, the form is open
        again with the text.
        """
        pat_num, draft = self._pat_num, self.draft
        if pat_num is None or not draft.text.strip():
            return False
        del self._drafts[pat_num]
        self.changed.emit()
        note = f"{tr(HEADS[draft.about])}: {draft.text.strip()}\n{tr(REVIEW)}"
        at = self._desk.now().replace(microsecond=0)
        new = NewCommlog(person_of(self._desk, pat_num), note, at, mode=draft.mode)
        self._desk.parts.scope.start(self._sending.send(new, draft), "report of a change")
        return True

    def _bring_back(self, pat_num: int, draft: Report) -> None:
        if pat_num not in self._drafts:
            self._drafts[pat_num] = draft
            self.changed.emit()
