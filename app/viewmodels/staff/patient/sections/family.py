"""The patient's family and super family: who they are, what they owe, and who should be booked too."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker

from app.core.text import many
from app.domain.money.cents import total
from app.services.patients.parts.family import FamilyReader, PatientFamily
from app.viewmodels.amounts import amount
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.new_patient.late import RELATIVE
from app.viewmodels.staff.patient.sections.family_rows import FamilyModel, Remark, family_rows, family_summary
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.translation import tr


class FamilySection(Section[PatientFamily]):
    """The guarantor first; then the other families of the super family."""

    reader = FamilyReader

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.action = desk.commands[RELATIVE.id]
        self.model = FamilyModel(self)
        self.size = ""
        """How many members the family has."""
        self.total = ""
        """The family's balance."""
        self.summary: tuple[Remark, ...] = ()
        """How many of the family should be booked."""
        self.unread = ""
        """That recalls and appointments of some were not read; empty: of nobody."""

    @property
    def is_family(self) -> bool:
        """Whether there is more than one member, so that sums mean something."""
        return self.value is not None and len(self.value.members) > 1

    def show(self, pat_num: int | None) -> None:
        """Show this patient's. A member's family is the one that is shown already, while it is read again."""
        known = self.value
        if pat_num is None or pat_num == self.pat_num or known is None or not _has(known, pat_num):
            super().show(pat_num)
            return
        with QSignalBlocker(self):  # the list stays, and with it the focus
            super().show(pat_num)
            self._part.publish(pat_num, _seen_by(known, pat_num))
        self._update()

    def switch(self, pat_num: int) -> None:
        """Select a member on the desk."""
        if pat_num and pat_num != self.pat_num:
            self.desk.patient.select(pat_num, Origin.FAMILY)

    def _fill(self, value: PatientFamily) -> None:
        now = self.desk.now()
        self.size = tr(many("{n} members", "{n} member", len(value.members)))
        self.total = amount(total(each.row.EstBalance for each in value.members))
        self.summary = family_summary(value.members, now.date())
        self.unread = _unread(sum(not each.known for each in (*value.members, *value.super_members)))
        self.model.show(family_rows(value, self.pat_num or 0, now))


def _has(family: PatientFamily, pat_num: int) -> bool:
    return any(each.row.PatNum == pat_num for each in (*family.members, *family.super_members))


def _seen_by(family: PatientFamily, pat_num: int) -> PatientFamily:
    """The same people as a member of another family of the super family has them."""
    everyone = (*family.members, *family.super_members)
    head = next(each.row.Guarantor for each in everyone if each.row.PatNum == pat_num)
    return PatientFamily(
        tuple(each for each in everyone if each.row.Guarantor == head),
        tuple(each for each in everyone if each.row.Guarantor != head),
    )


def _unread(members: int) -> str:
    if not members:
        return ""
    return tr(
        many(
            "Recalls and appointments of {n} members aren't loaded.",
            "Recalls and appointments of {n} member aren't loaded.",
            members,
        )
    )
