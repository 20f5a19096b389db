"""The Overview tab: sections in columns. A new section is one entry in SECTIONS and its two modules."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from app.core.text import msg
from app.domain.schedule.tile import TASKS
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.sections.section import ActingSection, Section, SectionSpec
from app.viewmodels.staff.patient.tabs import TabModel
from app.viewmodels.staff.screens import ScreenStatus
from app.viewmodels.verdict import YES, Verdict

_MODELS, _VIEWS = "app.viewmodels.staff.patient.sections", "app.views.staff.patient.sections"

SECTIONS = (
    SectionSpec(
        id="contact",
        title=msg("Contact"),
        column=0,
        viewmodel=f"{_MODELS}.contact:ContactSection",
        view=f"{_VIEWS}.contact:ContactBody",
    ),
    SectionSpec(
        id="appointments",
        title=msg("Appointments"),
        column=1,
        viewmodel=f"{_MODELS}.appointments:AppointmentsSection",
        view=f"{_VIEWS}.appointments:AppointmentsBody",
    ),
    SectionSpec(
        id="insurance",
        title=msg("Insurance"),
        column=2,
        viewmodel=f"{_MODELS}.insurance.section:InsuranceSection",
        view=f"{_VIEWS}.insurance.body:InsuranceBody",
    ),
    SectionSpec(
        id="family",
        title=msg("Family"),
        column=0,
        viewmodel=f"{_MODELS}.family:FamilySection",
        view=f"{_VIEWS}.family:FamilyBody",
    ),
    SectionSpec(
        id="recalls",
        title=msg("Recalls"),
        column=0,
        viewmodel=f"{_MODELS}.recalls:RecallsSection",
        view=f"{_VIEWS}.recalls:RecallsBody",
    ),
    SectionSpec(
        id="commlogs",
        title=msg("Commlogs"),
        column=1,
        viewmodel=f"{_MODELS}.commlogs:CommlogsSection",
        view=f"{_VIEWS}.commlogs:CommlogsBody",
    ),
    SectionSpec(
        id="papers",
        title=msg("Forms and documents"),
        column=1,
        viewmodel=f"{_MODELS}.papers:PapersSection",
        view=f"{_VIEWS}.papers:PapersBody",
    ),
    SectionSpec(
        id="notes",
        title=msg("Notes"),
        column=2,
        viewmodel=f"{_MODELS}.notes:NotesSection",
        view=f"{_VIEWS}.notes:NotesBody",
    ),
    SectionSpec(
        id="tasks",
        title=TASKS,
        column=2,
        viewmodel=f"{_MODELS}.tasks:TasksSection",
        view=f"{_VIEWS}.tasks:TasksBody",
    ),
    SectionSpec(
        id="popups",
        title=msg("Popups"),
        column=1,
        viewmodel=f"{_MODELS}.popups:PopupsSection",
        view=f"{_VIEWS}.popups:PopupsBody",
    ),
    SectionSpec(
        id="fields",
        title=msg("Patient fields"),
        column=2,
        viewmodel=f"{_MODELS}.fields:FieldsSection",
        view=f"{_VIEWS}.fields:FieldsBody",
    ),
    SectionSpec(
        id="referrals",
        title=msg("Referrals"),
        column=2,
        viewmodel=f"{_MODELS}.referrals:ReferralsSection",
        view=f"{_VIEWS}.referrals:ReferralsBody",
    ),
)
"""From top to bottom in each column, in the order in which they are loaded and read."""


class OverviewModel(TabModel):
    """`section_added` is emitted with the id of each section that has been loaded."""

    section_added = Signal(str)
    acted = Signal(str)
    """The command in the header of the section with this id was run: it should be in sight."""
    another_shown = Signal()
    """Another patient is shown than before."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._pat_num: int | None = None
        self._last: int | None = None
        """Who was shown last, whatever tab or screen is shown now."""
        self._views: dict[str, Callable[..., Any]] = {}
        self.sections: dict[str, Section[Any]] = {}
        """The loaded ones."""
        self._loading = desk.parts.scope.start(self._load(), "sections")

    @property
    def status(self) -> ScreenStatus:
        """The age of the oldest section, and which ones are loading."""
        shown = {spec.id: self.sections[spec.id] for spec in SECTIONS if spec.id in self.sections}
        ages = [each.age for each in shown.values() if each.age is not None]
        return ScreenStatus(max(ages, default=None))

    def view_of(self, section_id: str) -> Callable[..., Any]:
        """The factory of the body of a loaded section."""
        return self._views[section_id]

    def show(self, pat_num: int | None) -> None:
        """Show this patient in all sections, in their order."""
        self._pat_num = pat_num
        for section in self.sections.values():
            section.show(pat_num)
        if pat_num is not None and pat_num != self._last:
            self._last = pat_num
            self.another_shown.emit()

    def refresh(self) -> None:
        """Read all sections again."""
        for section in self.sections.values():
            section.read_again()

    async def run(self, command_id: str) -> None:
        """Do what the command in the header of a section does, once the section has been loaded."""
        await asyncio.wait({self._loading})
        section = self._of(command_id)
        if section is not None and section.pat_num is not None:  # the page may have been left meanwhile
            section.act()
            self.acted.emit(next(name for name, each in self.sections.items() if each is section))

    def may_run(self, command_id: str) -> Verdict:
        """Whether that command can run."""
        section = self._of(command_id)
        return section.may_act() if section is not None else YES

    def close(self) -> None:
        """Stop following the parts."""
        for section in self.sections.values():
            section.close()

    def _of(self, command_id: str) -> ActingSection[Any] | None:
        """The loaded section with a command in its header."""
        acting = (each for each in self.sections.values() if isinstance(each, ActingSection))
        return next((each for each in acting if each.command.id == command_id), None)

    async def _load(self) -> None:
        for spec in SECTIONS:
            model, view = await self._desk.parts.load(spec.viewmodel, spec.view)
            section = self.sections[spec.id] = model(self._desk)
            self._views[spec.id] = view
            section.changed.connect(self.status_changed)
            self.section_added.emit(spec.id)
            section.show(self._pat_num)
