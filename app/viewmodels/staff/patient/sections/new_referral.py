"""A new referral: who sent the patient, or to whom the patient is sent."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.core.text import Text, msg
from app.domain.schedule.visit import Person
from app.services.patients.referral_sources import referral_sources
from app.services.writes.patients.patient_writes import NewReferral
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr, typed
from app.wire.resources.ref_attaches import RefAttaches, RefType

KINDS: dict[RefType, Text] = {
    RefType.REF_FROM: msg("Referred by"),
    RefType.REF_TO: msg("Referred to"),
    RefType.REF_CUSTOM: msg("Other referral"),
}


class ReferralDraft(Struct, frozen=True):
    """What is entered."""

    kind: RefType = RefType.REF_TO
    source: str = ""
    """The name as it is typed or chosen."""
    note: str = ""
    words: str = ""
    """What is missing, or why it can't be saved."""


class ReferralForm(QObject):
    """`changed` when its draft did, or it was opened or closed, or the sources were read.

    What was entered is kept for its patient, until it is saved.
    """

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._person: Person | None = None
        self._drafts: dict[int, ReferralDraft] = {}
        self._reading = LatestTask(desk.parts.scope)
        self._sources: dict[str, int] | None = None
        self.draft: ReferralDraft | None = None
        """None: it is closed."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of the office's sources; empty while they are read."""
        return tuple(self._sources or ())

    def open(self, person: Person) -> None:
        """Enter one for this patient."""
        self.close()
        self._person = person
        self._show(self._drafts.pop(person.pat_num, ReferralDraft()))
        if self._sources is None:
            self._reading.start(self._read(), "referral sources")

    def close(self) -> None:
        """Close it. What was entered is kept for this patient."""
        draft = self.draft
        if self._person is not None and draft is not None and (draft.source.strip() or draft.note.strip()):
            self._drafts[self._person.pat_num] = replace(draft, words="")
        self._show(None)

    def enter(
        self, *, kind: RefType | None = None, source: str | None = None, note: str | None = None
    ) -> None:
        """Enter one of the values."""
        if self.draft is not None:
            draft = self.draft
            self._show(
                ReferralDraft(
                    draft.kind if kind is None else kind,
                    draft.source if source is None else source,
                    draft.note if note is None else note,
                )
            )

    def save(self) -> None:
        """Add it and close, or say what is missing."""
        draft, person = self.draft, self._person
        if draft is None or person is None:  # pressed twice
            return
        verdict = self._desk.parts.client.can(RefAttaches.create)
        number = (self._sources or {}).get(draft.source.strip(), 0)
        if not verdict.ok:
            self._show(replace(draft, words=typed(verdict.reason)))
        elif not number:
            words = tr("Choose a name from the list. New ones are added in Open Dental: Lists, Referrals.")
            self._show(replace(draft, words=words))
        else:
            new = NewReferral(person, number, draft.kind, self._desk.now().date(), draft.note)
            self._show(None)
            self._desk.parts.scope.start(self._send(new, draft), "referral")

    async def _send(self, new: NewReferral, draft: ReferralDraft) -> None:
        write = self._desk.parts.patient_writes().add_referral(new)
        if await self._desk.outcomes.tell(write) is None:
            self._drafts.setdefault(new.person.pat_num, draft)

    async def _read(self) -> None:
        try:
            found = await referral_sources(self._desk.parts.client, Need.CLICK)
        except ApiError as error:
            if self.draft is not None:
                self._show(replace(self.draft, words=explain(error).sentence))
            return
        self._sources = {each.name: each.referral_num for each in found}
        self.changed.emit()

    def _show(self, draft: ReferralDraft | None) -> None:
        if draft != self.draft:
            self.draft = draft
            self.changed.emit()
