"""The staff's screens. A new screen is one entry here, and a package of its own."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.staff.patient.commands import PATIENT_COMMANDS
from app.viewmodels.staff.schedule.commands import SCHEDULE_COMMANDS
from app.viewmodels.staff.screens import ScreenSpec

SCHEDULE = "schedule"
PATIENT = "patient"

SCREENS = (
    ScreenSpec(
        id=SCHEDULE,
        word=msg("Schedule"),
        title=msg("Schedule"),
        icon="SCHEDULE",
        shortcut="Ctrl+B",
        synonyms=msg("appointments calendar book day", "search words"),
        viewmodel="app.viewmodels.staff.schedule.screen:ScheduleScreenViewModel",
        view="app.views.staff.schedule.screen:ScheduleScreen",
        commands=SCHEDULE_COMMANDS,
        tour="app.bootstrap.tour.schedule:STEPS",
    ),
    ScreenSpec(
        id=PATIENT,
        word=msg("Patient"),
        title=msg("Patient"),
        icon="PATIENT",
        shortcut="Ctrl+D",
        synonyms=msg("family contact insurance recall page details", "search words"),
        viewmodel="app.viewmodels.staff.patient.screen:PatientScreenViewModel",
        view="app.views.staff.patient.screen:PatientScreen",
        commands=PATIENT_COMMANDS,
        tour="app.bootstrap.tour.patient:STEPS",
    ),
)
"""In the order of the rail. The first one is shown first."""
