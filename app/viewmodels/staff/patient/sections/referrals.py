"""Who sent the patient, to whom the patient was sent, and how that stands."""

from __future__ import annotations

from msgspec import Struct

from app.core.text import Text, msg
from app.viewmodels.inline.edit import FieldSpec
from app.viewmodels.inline.kinds import TextKind
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.opened_edit import OpenedEdit
from app.viewmodels.staff.patient.people import may, person_of
from app.viewmodels.staff.patient.section_commands import ADD_REFERRAL
from app.viewmodels.staff.patient.sections.filed import FiledSection
from app.viewmodels.staff.patient.sections.new_referral import KINDS, ReferralForm
from app.viewmodels.staff.patient.sections.section import ActingSection
from app.viewmodels.tables.column import date_text
from app.viewmodels.translation import tr, typed
from app.viewmodels.verdict import Verdict
from app.wire.resources.ref_attaches import RefAttach, RefAttaches, ReferralToStatus, RefType

NOTE = FieldSpec("Note", msg("Note"), TextKind(is_long=True))  # words: the field of the row
STATES: dict[ReferralToStatus, Text] = {
    ReferralToStatus.NONE: msg("No status"),
    ReferralToStatus.DECLINED: msg("Declined"),
    ReferralToStatus.SCHEDULED: msg("Scheduled", "referral"),
    ReferralToStatus.CONSULTED: msg("Consulted"),
    ReferralToStatus.IN_TREATMENT: msg("In treatment"),
    ReferralToStatus.COMPLETE: msg("Complete"),
}


class ReferralRow(Struct, frozen=True):
    """One referral, ready to be shown."""

    row: RefAttach
    kind: str
    name: str
    day: str
    note: str
    is_out: bool
    """Whether the patient was sent away, so that there is a state."""


class ReferralsSection(FiledSection[tuple[RefAttach, ...]], ActingSection[tuple[RefAttach, ...]]):
    """In the office's order."""

    group = "referrals"
    command = ADD_REFERRAL

    rows: tuple[ReferralRow, ...] = ()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.new = ReferralForm(desk, self)
        self._may_edit = may(desk, RefAttaches.update)

        self.opened: OpenedEdit[RefAttach] = OpenedEdit(
            desk,
            NOTE,
            lambda row, text: desk.parts.patient_writes().edit_referral(
                person_of(desk, row.PatNum), row, {NOTE.id: text}
            ),
            self._may_edit,
            "RefAttachNum",
            self,
        )

    def act(self) -> None:
        """Enter a new one."""
        self.new.open(person_of(self.desk, self.pat_num or 0))

    def may_act(self) -> Verdict:
        """Whether the key may add one."""
        return may(self.desk, RefAttaches.create)()

    @property
    def why_not(self) -> str:
        """Why referrals can't be changed; empty: they can."""
        return typed(self._may_edit().reason)

    def show(self, pat_num: int | None) -> None:
        """Show this patient's."""
        if pat_num != self.pat_num:
            self.opened.close()
            self.new.close()
        super().show(pat_num)

    def set_state(self, row: ReferralRow, state: ReferralToStatus) -> None:
        """Record how it stands."""
        person = person_of(self.desk, row.row.PatNum)
        write = self.desk.parts.patient_writes().edit_referral(person, row.row, {"RefToStatus": state})
        self.desk.outcomes.start(write, "referral")

    def _fill(self, value: tuple[RefAttach, ...]) -> None:
        self.rows = tuple(_row(row) for row in value)


def _row(row: RefAttach) -> ReferralRow:
    day = date_text(row.RefDate) if row.RefDate is not None else ""
    kind = typed(KINDS.get(row.ReferralType, row.ReferralType.value))
    name = row.referralName.strip() or tr("Referral {number}", number=row.ReferralNum)
    return ReferralRow(row, kind, name, day, row.Note.strip(), row.ReferralType is RefType.REF_TO)
