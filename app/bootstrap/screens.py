"""The staff's screens. A new screen is one entry here, and a package of its own."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.text import msg
from app.viewmodels.staff.audit.commands import AUDIT_COMMANDS
from app.viewmodels.staff.check_in.commands import CHECK_IN_COMMANDS, SCREEN
from app.viewmodels.staff.day_close.commands import DAY_CLOSE_COMMANDS
from app.viewmodels.staff.huddle.commands import HUDDLE_COMMANDS
from app.viewmodels.staff.ledger.commands import LEDGER_COMMANDS
from app.viewmodels.staff.lists.commands import LISTS_COMMANDS
from app.viewmodels.staff.patient.commands import PATIENT_COMMANDS
from app.viewmodels.staff.schedule.commands import SCHEDULE_COMMANDS
from app.viewmodels.staff.screens import ScreenSpec
from app.viewmodels.staff.tasks.commands import TASKS_COMMANDS

SCHEDULE = "schedule"
PATIENT = "patient"
LEDGER = "ledger"
TASKS = "tasks"
LISTS = "lists"
HUDDLE = "huddle"
DAY_CLOSE = "day_close"
AUDIT = "audit"
CHECK_IN = SCREEN

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
    ScreenSpec(
        id=LEDGER,
        word=msg("Ledger"),
        title=msg("Ledger"),
        icon="LEDGER",
        shortcut="Ctrl+Q",
        synonyms=msg("account balance payments claims statements aging money", "search words"),
        viewmodel="app.viewmodels.staff.ledger.screen:LedgerScreenViewModel",
        view="app.views.staff.ledger.screen:LedgerScreen",
        commands=LEDGER_COMMANDS,
        tour="app.bootstrap.tour.ledger:STEPS",
    ),
    ScreenSpec(
        id=TASKS,
        word=msg("Tasks"),
        title=msg("Tasks"),
        icon="TASKS",
        shortcut="Shift+F7",
        synonyms=msg("to-do inbox task list reminders messages", "search words"),
        viewmodel="app.viewmodels.staff.tasks.screen:TasksScreenViewModel",
        view="app.views.staff.tasks.screen:TasksScreen",
        commands=TASKS_COMMANDS,
        tour="app.bootstrap.tour.tasks:STEPS",
    ),
    ScreenSpec(
        id=LISTS,
        word=msg("Lists"),
        title=msg("Lists"),
        icon="LISTS",
        shortcut="Ctrl+7",
        synonyms=msg("confirmations recall unscheduled asap planned call waiting", "search words"),
        viewmodel="app.viewmodels.staff.lists.screen:ListsScreenViewModel",
        view="app.views.staff.lists.screen:ListsScreen",
        commands=LISTS_COMMANDS,
        tour="app.bootstrap.tour.lists.steps:STEPS",
    ),
    ScreenSpec(
        id=HUDDLE,
        word=msg("Huddle"),
        title=msg("Huddle"),
        icon="HUDDLE",
        shortcut="Ctrl+6",
        synonyms=msg("morning meeting readiness production waits punctuality day", "search words"),
        viewmodel="app.viewmodels.staff.huddle.screen:HuddleScreenViewModel",
        view="app.views.staff.huddle.screen:HuddleScreen",
        commands=HUDDLE_COMMANDS,
        tour="app.bootstrap.tour.huddle:STEPS",
    ),
    ScreenSpec(
        id=DAY_CLOSE,
        word=msg("Closing", "what the rail calls closing the day"),
        title=msg("Day close"),
        icon="DAY_CLOSE",
        shortcut="Ctrl+Shift+W",
        synonyms=msg("end of day drawer deposit reconcile collections aging", "search words"),
        viewmodel="app.viewmodels.staff.day_close.screen:DayCloseScreenViewModel",
        view="app.views.staff.day_close.screen:DayCloseScreen",
        commands=DAY_CLOSE_COMMANDS,
        tour="app.bootstrap.tour.day_close:STEPS",
    ),
    ScreenSpec(
        id=CHECK_IN,
        word=msg("Check-in"),
        title=msg("Check-in PCs"),
        icon="CHECK_IN",
        shortcut="Shift+F4",
        synonyms=msg("kiosk arrivals patients welcome self check-in", "search words"),
        viewmodel="app.viewmodels.staff.check_in.screen:CheckInScreenViewModel",
        view="app.views.staff.check_in.screen:CheckInScreen",
        commands=CHECK_IN_COMMANDS,
        on_rail=False,
        tour="app.bootstrap.tour.check_in:STEPS",
    ),
    ScreenSpec(
        id=AUDIT,
        word=msg("Audit"),
        title=msg("Audit log"),
        icon="",
        shortcut="Ctrl+Shift+X",
        synonyms=msg("who did what security trail history tamper export", "search words"),
        viewmodel="app.viewmodels.staff.audit.screen:AuditScreenViewModel",
        view="app.views.staff.audit.screen:AuditScreen",
        commands=AUDIT_COMMANDS,
        on_rail=False,
        tour="app.bootstrap.tour.audit:STEPS",
    ),
)
"""In the order of the rail. The first one is shown first."""


def screens_for(*, hub: bool) -> tuple[ScreenSpec, ...]:
    """All screens; check-in is on the rail of a desk with an office hub: without one its button would be a dead one."""
    return tuple(replace(each, on_rail=True) if hub and each.id == CHECK_IN else each for each in SCREENS)
