"""The columns of the audit log."""

from __future__ import annotations

from app.core.clock import Clock, local
from app.core.text import msg
from app.services.audit.audit import Action
from app.services.audit.file import Numbered
from app.viewmodels.staff.audit.words import action_words, object_words
from app.viewmodels.tables.column import Column, Kind

ALARMING = frozenset(
    {Action.SIGN_IN_FAILED, Action.APPROVE_FAILED, Action.DENIED, Action.CLOCK, Action.TAMPERED}
)


def columns(clock: Clock) -> tuple[Column, ...]:
    """Times are shown as this PC's."""

    def when(row: Numbered) -> object:
        return local(row.record.at, clock)

    def tone(row: Numbered) -> str:
        return "alert" if row.record.action in ALARMING else ""

    return (
        Column(id="time", title=msg("Time"), value=when, kind=Kind.DATE, width=24, optional=False),
        Column(id="who", title=msg("Person"), value=lambda row: row.record.who, width=14, share=2),
        Column(
            id="action",
            title=msg("Action"),
            value=lambda row: action_words(row.record.action),
            tone=tone,
            width=18,
            share=2,
            optional=False,
        ),
        Column(
            id="object", title=msg("Object"), value=lambda row: object_words(row.record), width=18, share=2
        ),
        Column(
            id="patient",
            title=msg("Patient no."),
            value=lambda row: str(row.record.patient or ""),
            width=11,
        ),
        Column(id="result", title=msg("Result"), value=lambda row: row.record.result, width=16, share=2),
        Column(
            id="workstation",
            title=msg("Workstation"),
            value=lambda row: row.record.workstation,
            width=14,
            share=1,
        ),
        Column(id="number", title=msg("Record"), value=lambda row: str(row.number), width=9),
    )
