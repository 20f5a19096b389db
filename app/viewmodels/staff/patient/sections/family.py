"""The patient's family and super family: who they are, what they owe, and who should be booked too."""

from __future__ import annotations

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
