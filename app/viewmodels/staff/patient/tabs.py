"""The tabs of the patient page, as data. A new tab is one entry in TABS and its two modules."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.text import Words, msg
from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.chart.commands import CHART_COMMANDS
from app.viewmodels.staff.patient.papers.commands import DOCUMENT_COMMANDS, FORM_COMMANDS
from app.viewmodels.staff.patient.section_commands import SECTION_COMMANDS
from app.viewmodels.staff.screens import ScreenStatus
from app.viewmodels.verdict import YES, Verdict


class PatientTab(Struct, frozen=True, kw_only=True):
    """A tab as data. `viewmodel` and `view` are names imported when the tab is first shown."""

    id: str
    word: Words
    shortcut: str
    viewmodel: str
    """A TabModel: called with the desk."""
    view: str
    """A QWidget: called with the viewmodel and the theme."""
    commands: tuple[CommandSpec, ...] = ()
    """Its own commands, known before it is loaded. Each shows the tab before it runs."""


class TabModel(QObject):
    """The interface of a tab's viewmodel. A tab overrides what it has."""

    status_changed = Signal()

    @property
    def status(self) -> ScreenStatus:
        """Its part of the status line."""
        return ScreenStatus()

    def show(self, pat_num: int | None) -> None:
        """Show this patient, at once; None: nobody, and release what was needed."""
        raise NotImplementedError

    async def run(self, command_id: str) -> None:
        """Run one of the tab's own commands, while the tab is shown."""

    def may_run(self, command_id: str) -> Verdict:
        """Whether one of the tab's own commands can run, with a patient."""
        return YES

    def refresh(self) -> None:
        """Read what is shown again."""

    def close(self) -> None:
        """The desk was closed."""


TABS = (
    PatientTab(
        id="overview",
        word=msg("Overview"),
        shortcut="Ctrl+1",
        viewmodel="app.viewmodels.staff.patient.overview:OverviewModel",
        view="app.views.staff.patient.overview:OverviewView",
        commands=SECTION_COMMANDS,
    ),
    PatientTab(
        id="chart",
        word=msg("Chart"),
        shortcut="Ctrl+2",
        viewmodel="app.viewmodels.staff.chart.chart:ChartModel",
        view="app.views.staff.chart.chart:ChartView",
        commands=CHART_COMMANDS,
    ),
    PatientTab(
        id="documents",
        word=msg("Documents"),
        shortcut="Ctrl+3",
        viewmodel="app.viewmodels.staff.patient.papers.documents:DocumentsModel",
        view="app.views.staff.patient.papers.documents:DocumentsView",
        commands=DOCUMENT_COMMANDS,
    ),
    PatientTab(
        id="forms",
        word=msg("Forms"),
        shortcut="Ctrl+4",
        viewmodel="app.viewmodels.staff.patient.papers.forms:FormsModel",
        view="app.views.staff.patient.papers.forms:FormsView",
        commands=FORM_COMMANDS,
    ),
)
"""In their order."""
