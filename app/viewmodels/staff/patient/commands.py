"""The commands of the patient page, known before it is loaded."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.patient.tabs import TABS, PatientTab


def tab_command(tab: PatientTab) -> CommandSpec:
    """The command that shows a tab."""
    return CommandSpec(
        f"patient.{tab.id}",
        tab.word,
        tab.shortcut,
        synonyms=msg("patient page tab", "search words"),
    )


PATIENT_COMMANDS = (*map(tab_command, TABS), *(spec for tab in TABS for spec in tab.commands))
